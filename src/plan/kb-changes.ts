/** Which KBs an image gets in place of which. */

import type { UpdateKind } from '../template/template.ts';
import { compareText } from '../updates/compare-text.ts';

export interface KbChange {
  readonly kind: UpdateKind;
  /** Undefined where there was none before. */
  readonly from?: string;
  /** Undefined where there is none any more. */
  readonly to?: string;
}

interface KbOfKind {
  readonly kb: string;
  readonly kind: UpdateKind;
}

/** Empty when both name the same KBs. */
export function kbChanges(before: readonly KbOfKind[], after: readonly KbOfKind[]): readonly KbChange[] {
  const kinds = [...new Set([...before, ...after].map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const gone = kbsOf(before, kind, after);
    const come = kbsOf(after, kind, before);
    return Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => ({
      kind,
      ...(gone[index] !== undefined && { from: gone[index] }),
      ...(come[index] !== undefined && { to: come[index] }),
    }));
  });
}

/** Those of the kind that the others have not, in order. */
function kbsOf(all: readonly KbOfKind[], kind: UpdateKind, others: readonly KbOfKind[]): readonly string[] {
  return all
    .filter((one) => one.kind === kind && !others.some(({ kb }) => kb === one.kb))
    .map(({ kb }) => kb)
    .sort(compareText);
}

/** `KB5068791 -> KB5070000`. */
export function describeChange({ from, to }: KbChange): string {
  return `${from ?? 'none'} -> ${to ?? 'none'}`;
}
