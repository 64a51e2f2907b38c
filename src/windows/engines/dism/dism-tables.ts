/**
 * Reads DISM's own tables (`/Format:Table`) and listings, which it prints in English with `/English`. Microsoft, "DISM driver, package
 * and feature servicing command-line options".
 */

const RULE = /^\s*-{3,}\s*\|[-| ]*$/;

/** Rows of the first table in the text, cut at its bars, without the head and the rules around it. */
export function tableRows(text: string): readonly (readonly string[])[] {
  const lines = text.split(/\r?\n/);
  const first = lines.findIndex((line) => RULE.test(line));
  // Some versions rule the head above and below.
  const rule = RULE.test(lines[first + 2] ?? '') ? first + 2 : first;
  if (rule < 0) return [];
  const rows = lines.slice(rule + 1);
  const end = rows.findIndex((line) => !line.includes('|'));
  return rows.slice(0, end < 0 ? rows.length : end).map((line) => line.split('|').map((cell) => cell.trim()));
}

/** `Key : value` of a listing such as that of `/Get-DriverInfo`; undefined when it is not there. */
export function listedValue(text: string, key: string): string | undefined {
  const line = text.split(/\r?\n/).find((candidate) => candidate.split(' : ')[0]?.trim() === key);
  return line?.slice(line.indexOf(' : ') + 3).trim();
}
