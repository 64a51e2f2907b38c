/** Says whether a bar was met, and keeps it for the table at the end. */

import { proofOf } from './out-of-reach.ts';

const told: { readonly text: string; readonly met: boolean }[] = [];

/** Prints it, a missed one that is out of reach with the place of the proof; returns `met`. */
export function bar(text: string, met: boolean): boolean {
  told.push({ text, met });
  const proof = met ? undefined : proofOf(text);
  console.log(`${met ? 'met   ' : 'MISSED'}  ${text}${proof === undefined ? '' : `; out of reach: ${proof}`}`);
  return met;
}

/** All bars of this run as a table: the bar with its figure in brackets, and whether it was met. */
export function barTable(): string {
  const rows = told.map(({ text, met }) => `| ${text.replaceAll('|', '\\|')} | ${met ? 'met' : missed(text)} |`);
  return ['| bar (figure) | |', '| --- | --- |', ...rows].join('\n');
}

function missed(text: string): string {
  const proof = proofOf(text);
  return proof === undefined ? '**missed**' : `**missed**, out of reach: ${proof}`;
}
