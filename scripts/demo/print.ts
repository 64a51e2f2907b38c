/** What the demo shows on the terminal: steps, the actions' own log made readable, and tables. */

const colour = process.stdout.isTTY && process.env.NO_COLOR === undefined;
const paint = (code: number, text: string): string => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);

export const bold = (text: string): string => paint(1, text);
export const dim = (text: string): string => paint(2, text);
export const red = (text: string): string => paint(31, text);
export const green = (text: string): string => paint(32, text);
export const yellow = (text: string): string => paint(33, text);

export function heading(text: string): void {
  console.log(`\n${bold(`▶ ${text}`)}`);
}

/** Shows a line of an action's log as the web page of a run would: groups as headings, commands not at all. */
export function showLogLine(line: string): void {
  const [, command, properties, message] = /^::([a-z-]+)([^:]*)::(.*)$/.exec(line) ?? [];
  if (command === undefined) {
    if (line.trim() !== '') console.log(`  ${dim('│')} ${line}`);
    return;
  }
  // The toolkit escapes line breaks in commands.
  const text = (message ?? '').replaceAll('%0A', '\n').replaceAll('%0D', '').replaceAll('%25', '%');
  const indented = text.replaceAll('\n', `\n  ${dim('│')}   `);
  if (command === 'group') console.log(`  ${dim('│')} ${bold(text)}`);
  else if (command === 'error') console.log(`  ${dim('│')} ${red('error')}${properties ?? ''} ${indented}`);
  else if (command === 'warning') console.log(`  ${dim('│')} ${yellow('warning')} ${indented}`);
  else if (command === 'notice') console.log(`  ${dim('│')} ${indented}`);
}

/** Columns padded to their widest cell. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) => `  ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join('   ')}`.trimEnd())
    .join('\n');
}
