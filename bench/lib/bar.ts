/** Says whether a bar was met, and keeps it for the table at the end. */

const told: { readonly text: string; readonly met: boolean }[] = [];

/** Prints it; returns `met`. */
export function bar(text: string, met: boolean): boolean {
  told.push({ text, met });
  console.log(`${met ? 'met   ' : 'MISSED'}  ${text}`);
  return met;
}

/** All bars of this run as a table: the bar with its figure in brackets, and whether it was met. */
export function barTable(): string {
  const rows = told.map(({ text, met }) => `| ${text.replaceAll('|', '\\|')} | ${met ? 'met' : '**missed**'} |`);
  return ['| bar (figure) | |', '| --- | --- |', ...rows].join('\n');
}
