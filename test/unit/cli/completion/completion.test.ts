import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { bashCompletion } from '../../../../src/cli/completion/bash-completion.ts';
import { type Completable, completables } from '../../../../src/cli/completion/completable.ts';
import { powershellCompletion } from '../../../../src/cli/completion/powershell-completion.ts';
import { zshCompletion } from '../../../../src/cli/completion/zsh-completion.ts';
import { input } from '../../../../src/job/input.ts';
import { boolean, choices, path, secret, text } from '../../../../src/job/input-types.ts';
import { parsePowerShell } from '../../../judges/powershell-tree.ts';

const COMMANDS: readonly Completable[] = [
  {
    name: 'build',
    description: "Builds what it's given: a disk",
    options: [
      { flag: '--iso', description: 'The [ISO]: a file', values: 'file' },
      { flag: '--kind', description: 'A kind', values: ['a', 'b'] },
      { flag: '--name', description: 'A name', values: 'any' },
      { flag: '--json', description: 'JSON', values: 'none' },
    ],
    words: 'none',
  },
  {
    name: 'look',
    description: 'Looks',
    options: [{ flag: '--json', description: 'JSON', values: 'none' }],
    words: 'file',
  },
];

it('knows of each input what a shell can offer, and no secret', () => {
  const inputs = {
    iso: input(path, { description: 'The `ISO`, at 1.5 GiB. It is read.' }),
    kinds: input(choices(['a', 'b']), { description: 'Kinds; some.' }),
    loud: input(boolean, { description: 'Loudly' }),
    name: input(text, { description: 'A name.' }),
    password: input(secret, { description: 'A secret.' }),
  };
  const run = () => Promise.resolve(0);
  const words = { name: 'SHELL', description: '', type: { values: ['bash'] }, count: 'one' } as const;
  const [own, other] = completables([
    { name: 'build', description: 'Builds', inputs, run },
    { name: 'shell', description: '', inputs: {}, words, run },
  ]);
  expect(own?.options.map(({ flag, description, values }) => [flag, description, values])).toEqual([
    ['--iso', 'The ISO, at 1.5 GiB', 'file'],
    ['--kinds', 'Kinds', ['a', 'b']],
    ['--loud', 'Loudly', 'none'],
    ['--name', 'A name', 'any'],
    ['--json', 'Print the report as JSON', 'none'],
    ['--help', 'Show what it takes', 'none'],
  ]);
  expect([own?.words, other?.words]).toEqual(['none', ['bash']]);
});

it('completes in bash', () => {
  const complete = (...words: string[]): string => {
    const script = `${bashCompletion(COMMANDS)}\nCOMP_WORDS=(stillframe ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}; _stillframe; echo "\${COMPREPLY[*]}"`;
    return execFileSync('bash', ['-c', script], { cwd: import.meta.dirname, encoding: 'utf8' }).trim();
  };
  expect(complete('')).toBe('help --version build look');
  expect(complete('l')).toBe('look');
  expect(complete('build', '')).toBe('--iso --kind --name --json');
  expect(complete('build', '--k')).toBe('--kind');
  expect(complete('build', '--kind', '')).toBe('a b');
  expect(complete('build', '--kind', 'b')).toBe('b');
  expect(complete('build', '--name', '')).toBe('');
  expect(complete('build', '--iso', 'compl')).toBe('completion.test.ts');
  expect(complete('build', '--json', '--n')).toBe('--name');
  expect(complete('look', 'compl')).toBe('completion.test.ts');
  expect(complete('look', '-')).toBe('--json');
  expect(complete('other', '')).toBe('');
});

it('is written for zsh with what ends a description marked', () => {
  const lines = zshCompletion(COMMANDS).split('\n');
  expect(lines[0]).toBe('#compdef stillframe');
  expect(lines).toContain("      'build:Builds what it'\\''s given: a disk'");
  expect(lines).toContain("        '--iso=[The \\[ISO\\]\\: a file]:value:_files' \\");
  expect(lines).toContain("        '--kind=[A kind]:value:(a b)' \\");
  expect(lines).toContain("        '--name=[A name]:value: ' \\");
  expect(lines).toContain("        '--json[JSON]' \\");
  expect(lines.filter((line) => line.includes('*:word'))).toEqual([
    "        '*:word: ' ;;",
    "        '*:word:_files' ;;",
  ]);
});

it('is written for PowerShell with the words of each option, as its grammar wants it', async () => {
  const lines = powershellCompletion(COMMANDS).split('\n');
  expect(lines).toContain("    'build' = @{ '--iso' = @(); '--kind' = @('a', 'b'); '--name' = @(); '--json' = @() }");
  expect(lines).toContain("    'look' = @{ '--json' = @() }");
  expect((await parsePowerShell(powershellCompletion(COMMANDS))).hasError).toBe(false);
});

// Neither shell is among the tools of the tests, so that the whole text is held: each line was tried by hand in zsh 5.9, or parsed.
it('is to the letter what zsh was tried with', () => {
  expect(zshCompletion(COMMANDS.slice(1)).split('\n')).toEqual([
    '#compdef stillframe',
    '# zsh completion of stillframe: source <(stillframe completion zsh)',
    '_stillframe() {',
    '  if (( CURRENT == 2 )); then',
    '    local -a commands=(',
    "      'look:Looks'",
    '    )',
    "    _describe -t commands 'command' commands",
    '    return',
    '  fi',
    '  local command=$words[2]',
    '  shift words',
    '  (( CURRENT-- ))',
    '  case $command in',
    '    look)',
    '      _arguments \\',
    "        '--json[JSON]' \\",
    "        '*:word:_files' ;;",
    '  esac',
    '}',
    'compdef _stillframe stillframe',
    '',
  ]);
});

it('is to the letter what PowerShell is given', () => {
  expect(powershellCompletion(COMMANDS.slice(1)).split('\n')).toEqual([
    '# PowerShell completion of stillframe: stillframe completion powershell | Out-String | Invoke-Expression',
    "Register-ArgumentCompleter -Native -CommandName 'stillframe' -ScriptBlock {",
    '  param($wordToComplete, $commandAst, $cursorPosition)',
    '  # Of each command its options; of each option the words that it takes. None: PowerShell completes files itself.',
    '  $known = @{',
    "    'look' = @{ '--json' = @() }",
    '  }',
    '  $words = @($commandAst.CommandElements | ForEach-Object { $_.Extent.Text })',
    '  $before = if ($wordToComplete) { $words.Count - 1 } else { $words.Count }',
    '  $answers = @()',
    '  if ($before -le 1) { $answers = @($known.Keys) }',
    '  elseif ($known.ContainsKey($words[1])) {',
    '    $options = $known[$words[1]]',
    '    $previous = $words[$before - 1]',
    '    if ($before -gt 2 -and $options.ContainsKey($previous) -and $options[$previous].Count -gt 0) { $answers = $options[$previous] }',
    '    else { $answers = @($options.Keys) }',
    '  }',
    '  $answers | Where-Object { $_ -like "$wordToComplete*" } | Sort-Object | ForEach-Object {',
    "    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)",
    '  }',
    '}',
    '',
  ]);
});
