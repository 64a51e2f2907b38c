/** Completion for PowerShell 5.1 and 7 (Register-ArgumentCompleter -Native). */

import type { Completable, OfferedValues } from './completable.ts';

export function powershellCompletion(commands: readonly Completable[]): string {
  return [
    '# PowerShell completion of stillframe: stillframe completion powershell | Out-String | Invoke-Expression',
    "Register-ArgumentCompleter -Native -CommandName 'stillframe' -ScriptBlock {",
    '  param($wordToComplete, $commandAst, $cursorPosition)',
    '  # Of each command its options; of each option the words that it takes. None: PowerShell completes files itself.',
    '  $known = @{',
    ...commands.map(
      ({ name, options }) =>
        `    ${quote(name)} = @{ ${options.map(({ flag, values }) => `${quote(flag)} = ${list(values)}`).join('; ')} }`,
    ),
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
  ].join('\n');
}

function list(values: OfferedValues): string {
  return typeof values === 'string' ? '@()' : `@(${values.map(quote).join(', ')})`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
