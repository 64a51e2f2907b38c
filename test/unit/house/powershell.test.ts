/** Rules of every PowerShell text that runs on a user's machine: no PowerShell can be had here, but a parser of its language. */

import { describe, expect, it } from 'vitest';
import { POWERSHELL_HEAD, PROLOGUE } from '../../../src/tools/powershell.ts';
import { POWERSHELL_RULES } from '../../judges/powershell-rules.ts';
import { powerShellCallers, powerShellTexts } from '../../judges/powershell-texts.ts';
import { parsePowerShell } from '../../judges/powershell-tree.ts';

const texts = await powerShellTexts();
/** Where what is printed goes into a log, or to GitHub. */
const NOT_ASKED = ['says how its output is encoded'];
/** GitHub's own words around a step of a workflow stop it; runners read them as UTF-8. */
const NOT_OF_WORKFLOWS = ['stops at the first error', 'takes paths as they are', ...NOT_ASKED];
const LEFT_OUT = { asked: [], guest: NOT_ASKED, workflow: NOT_OF_WORKFLOWS };

/** The text without comments and the contents of its strings. */
function bare(text: string): string {
  return text.replaceAll(/'(?:[^']|'')*'|"(?:[^"`]|`.|"")*"|#[^\n]*/g, (match) =>
    match.startsWith('#') ? '' : (match[0]?.repeat(2) ?? ''),
  );
}

it('finds the scripts', () => {
  expect(texts.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['attach-disk', 'convert-image', 'inspect-module', 'iso-root', 'processes', 'publish']),
  );
  expect(texts.filter(({ role }) => role === 'workflow').length).toBeGreaterThan(0);
});

it('knows every file in which PowerShell is started', () => {
  // What runs a script that it is given, and what names the program.
  const others = [
    ...[
      'src/tools/end-tree.ts',
      'src/tools/powershell.ts',
      'src/tools/powershell-answer.ts',
      'src/tools/system-programs.ts',
      'src/quiesce/guest-checks.ts',
    ],
    // Writes a completion for a user's own shell, which its test parses.
    'src/cli/completion/powershell-completion.ts',
    // Names it in an error.
    'src/bake/hyper-v/machine.ts',
    ...['src/tools/known-tools.ts', 'src/windows/first-boot/scripts/publish.ts', 'src/vsphere/guest/guest-answer.ts'],
  ];
  const engines = ['dism/dism-engine.ts', 'convert-windowsimage/convert-windowsimage-engine.ts'];
  const known = [...texts.map(({ file }) => file), ...others, ...engines.map((name) => `src/windows/engines/${name}`)];
  expect(powerShellCallers().filter((file) => !known.includes(file))).toEqual([]);
});

describe.each(texts)('$name of $file', ({ file, name, text, role }) => {
  const rules = Object.entries(POWERSHELL_RULES).filter(([rule]) => !(LEFT_OUT[role] as string[]).includes(rule));
  it.each(rules)('%s', async (_, rule) => {
    expect(rule(await parsePowerShell(text))).toEqual([]);
  });

  it('is ASCII: Windows PowerShell reads a file without a mark in the code page of the machine', () => {
    expect(text).toMatch(/^[\x20-\x7e\n]*$/);
  });

  it('is of Windows PowerShell 5.1', () => {
    // A function of PowerShell 6 or later would be missing in the one that Windows has.
    expect(bare(text)).not.toMatch(/\?\?|\?\.|&&|\|\|/);
  });

  const own = file.includes('/scripts/') && role === 'asked';
  it.runIf(own)('stands in a file of its name, and ends with one line of JSON', () => {
    expect(file.endsWith(`/${name}.ts`)).toBe(true);
    expect(text.startsWith(PROLOGUE)).toBe(true);
    expect(text.trimEnd().split('\n').at(-1)).toMatch(/^@\{.*\} \| ConvertTo-Json (?:-Depth \d )?-Compress$/);
  });
});

describe('each rule refuses', () => {
  const good = texts.find(({ name }) => name === 'inspect-disk')?.text ?? '';
  const changed = (from: string, to: string): string => {
    expect(good).toContain(from);
    return good.replace(from, to);
  };
  const add = (line: string): string => `${good}${line}\n`;
  const stop = "$ErrorActionPreference = 'Stop'\n";
  it.each<readonly [string, string, string]>([
    ['parses', 'an open block', changed('} | ConvertTo-Json', '| ConvertTo-Json')],
    ['parses', 'an open string', changed("'Stop'", "'Stop")],
    ['parses', 'an open parenthesis', changed('$disk = Get-Disk', '$disk = (Get-Disk')],
    ['stops at the first error', 'a script that goes on', changed(stop, '')],
    ['stops at the first error', 'another preference', changed("'Stop'", "'Continue'")],
    ['stops at the first error', 'a statement before it', `$x = 1\n${good}`],
    ['stops at the first error', 'a preference in a comment', changed(stop, `# ${stop}`)],
    [
      'says how its output is encoded',
      'the code page of the console',
      changed('[Console]::OutputEncoding', '$encoding'),
    ],
    ['says how its output is encoded', 'a head that lacks it', good.replace(POWERSHELL_HEAD, stop)],
    ['runs no text', 'a command on another machine', add('Invoke-Command -ComputerName x -ScriptBlock { 1 }')],
    ['runs no text', 'a block that is text', add('Invoke-Command -Session $disk -ScriptBlock $disk')],
    ['runs no text', 'Invoke-Expression', add('Invoke-Expression $request.text')],
    ['runs no text', 'its alias', add('iex $request.text')],
    ['runs no text', 'a program that it is told', add('& $request.program')],
    ['runs no text', 'a program by a text in quotation marks', add('& "$env:SystemRoot\\x.exe"')],
    ['runs no text', 'a program by a text that is put together', add("& ('x' + $disk)")],
    ['runs no text', 'a variable that holds what it is told', add('$x = $request.program\n& $x')],
    ['runs no text', 'a script that is read in', add('. $x')],
    ['runs no text', 'a block made of text', add('$null = [ScriptBlock]::Create($x)')],
    ['runs no text', 'a script in a text', add('$null = $ExecutionContext.InvokeCommand.InvokeScript($x)')],
    ['runs no text', 'another PowerShell', add('powershell.exe -EncodedCommand $x')],
    ['takes paths as they are', 'a pattern for a path', changed('-LiteralPath', '-Path')],
    ['takes paths as they are', 'a path by its place', changed('Get-Item -LiteralPath', 'Get-Item')],
    ['takes paths as they are', '-Path of another cmdlet', add('Add-WindowsDriver -Path $x')],
    ['uses no alias', 'a sign for a cmdlet', changed('ForEach-Object', '%')],
    ['uses no alias', 'an alias of letters', changed('Get-Item ', 'gi ')],
    ['uses no alias', 'a command of cmd.exe', add('dir')],
    ['builds no argument of a program in quotation marks', 'a variable', add('reg.exe query "HKLM\\$x"')],
    ['builds no argument of a program in quotation marks', 'an expression', add('icacls.exe "$($x.path)" /q')],
    [
      'builds no argument of a program in quotation marks',
      'a variable, for a program by its path',
      add('$p = Join-Path $env:SystemRoot \'x.exe\'\n& $p "$x"'),
    ],
  ])('%s: %s', async (name, _, text) => {
    const root = await parsePowerShell(text);
    const refusing = Object.entries(POWERSHELL_RULES).flatMap(([rule, find]) => (find(root).length > 0 ? [rule] : []));
    // What stands behind a hole is read as something else.
    if (name === 'parses') expect(refusing).toContain(name);
    else expect(refusing.filter((rule) => rule !== 'uses no alias' || !text.includes('iex '))).toEqual([name]);
  });

  it('nothing of what is right', async () => {
    const fine = add(
      "$tool = Join-Path $env:ProgramFiles 'VMware\\x.exe'\n& $tool '--a' $x\nJoin-Path -Path $x 'y'\nfunction Get-It { 1 }\nGet-It",
    );
    const root = await parsePowerShell(fine);
    for (const find of Object.values(POWERSHELL_RULES)) expect(find(root)).toEqual([]);
  });
});
