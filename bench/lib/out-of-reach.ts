/** Bars that cannot be met, each with the measurement that shows it: they stay missed, and say where it stands. */

export interface OutOfReach {
  /** How the bar begins, up to its figure. */
  readonly bar: string;
  /** The section of docs/performance.md, as its address has it. */
  readonly section: string;
}

export const OUT_OF_REACH: readonly OutOfReach[] = [
  { bar: 'texts, default: 8 times as fast', section: 'what-no-encoder-changes' },
  { bar: 'texts, default: at most 6 % larger', section: 'what-no-encoder-changes' },
  { bar: 'mixed, default: 8 times as fast', section: 'what-no-encoder-changes' },
  { bar: 'texts, level 6: 4 times as fast', section: 'level-6' },
];

/** @param text a bar with its figure in brackets. @returns where its limit is shown; undefined where nobody has */
export function proofOf(text: string): string | undefined {
  const known = OUT_OF_REACH.find(({ bar }) => text.startsWith(`${bar} (`));
  return known && `docs/performance.md#${known.section}`;
}
