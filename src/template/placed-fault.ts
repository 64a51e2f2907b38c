/** Faults of a template at the lines where they stand, told all at once. */

import type { LineCounter } from 'yaml';
import { UserError } from '../errors.ts';

export interface PlacedFault {
  /** The file in which it stands. */
  readonly layer: { readonly path: string; readonly lines: LineCounter };
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

/** More than anybody reads at once. */
const MAX_FAULTS = 40;

/**
 * @param files the template, then what it extends: faults are told in this order
 * @param faults at least one
 * @returns template-invalid; its location is that of the first
 */
export function placedRefusal(files: readonly string[], faults: readonly PlacedFault[]): UserError {
  const placed = faults
    .toSorted((a, b) => files.indexOf(a.layer.path) - files.indexOf(b.layer.path) || a.offset - b.offset)
    .map(({ layer, offset, message, hint }) => {
      const { line, col } = layer.lines.linePos(offset);
      const file = layer.path;
      return { location: { file, line, column: col }, told: `${file}:${line}:${col}: ${message}`, hint };
    });
  const [first] = placed;
  if (!first) throw new Error('the schema refused the template without saying why');
  if (placed.length === 1) return new UserError('template-invalid', first.told, first.hint, first);
  const told = placed.slice(0, MAX_FAULTS).map((fault) => `${fault.told}. ${fault.hint}`);
  const more = placed.length > MAX_FAULTS ? [`and ${placed.length - MAX_FAULTS} more`] : [];
  return new UserError(
    'template-invalid',
    [`${files[0]} has ${placed.length} faults:`, ...told, ...more].join('\n'),
    'Correct each at its line and column.',
    first,
  );
}
