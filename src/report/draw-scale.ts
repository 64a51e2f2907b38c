/** A bar drawn to scale in characters: for logs and job summaries, in which GitHub leaves neither pictures nor colours. */

export interface ScalePiece {
  /** Shown where there is room: `3 Windows`. */
  readonly label: string;
  /** Shown where there is not: `3`. */
  readonly short: string;
  readonly size: number;
}

/** What GitHub shows of a fenced block on a telephone without a scroll bar. */
const COLUMNS = 60;

/**
 * Three lines of `columns` characters; no piece is narrower than one, and what is too narrow for its name has its short one:
 *
 *     ┌─┬─┬─────────────┐
 *     │1│2│3 Windows    │
 *     └─┴─┴─────────────┘
 *
 * @returns empty text for no pieces
 */
export function drawScale(pieces: readonly ScalePiece[], columns = COLUMNS): string {
  if (pieces.length === 0) return '';
  const widths = shareColumns(
    pieces.map(({ size }) => size),
    columns - pieces.length - 1,
  );
  const border = (left: string, between: string, right: string): string =>
    left + widths.map((width) => '─'.repeat(width)).join(between) + right;
  const names = pieces.map(({ label, short }, index) => {
    const width = widths[index] ?? 0;
    const name = [label, short].find((text) => text.length <= width) ?? '';
    return name.padEnd(width);
  });
  return [border('┌', '┬', '┐'), `│${names.join('│')}│`, border('└', '┴', '┘')].join('\n');
}

/** Whole columns in proportion to the sizes: what is left over goes where most was cut off. One each is taken from the widest where need be. */
function shareColumns(sizes: readonly number[], columns: number): readonly number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0) || 1;
  const exact = sizes.map((size) => (size / total) * columns);
  const widths = exact.map((width) => Math.max(1, Math.floor(width)));
  const byRest = exact.map((width, index) => ({ index, rest: width % 1 })).sort((a, b) => b.rest - a.rest);
  const spare = (): number => columns - widths.reduce((sum, width) => sum + width, 0);
  for (const { index } of byRest.slice(0, Math.max(0, spare()))) widths[index] = (widths[index] ?? 0) + 1;
  while (spare() < 0 && Math.max(...widths) > 1) {
    const widest = widths.indexOf(Math.max(...widths));
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}
