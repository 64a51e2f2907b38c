/** Markdown tables for job summaries. */

/** @param rows cells as plain text; what Markdown or HTML would read as markup is escaped */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map((cells) => line(cells.map(escapeMarkdown)))].join('\n');
}

/** Text that shows as itself, in a table cell or elsewhere. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\`*_[\]|]/g, '\\$&')
    .replaceAll(/\r?\n/g, '<br>');
}
