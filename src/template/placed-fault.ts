/** Faults of a template at the lines where they stand, told all at once. */

import type { LineCounter } from 'yaml';
import { type SourceLocation, UserError } from '../errors.ts';

export interface PlacedFault {
  /** The file in which it stands. */
  readonly layer: { readonly path: string; readonly lines: LineCounter };
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

/** A fault where it stands, for an annotation of its own. */
export interface TemplateFault {
  readonly location: SourceLocation;
  readonly message: string;
  readonly hint: string;
}

/** template-invalid; its location is that of the first fault. */
export class TemplateRefusal extends UserError {
  readonly faults: readonly TemplateFault[];

  constructor(message: string, hint: string, faults: readonly TemplateFault[]) {
    super('template-invalid', message, hint, faults[0] && { location: faults[0].location });
    this.faults = faults;
  }
}

/** More than anybody reads at once. */
const MAX_FAULTS = 40;

/**
 * @param files the template, then what it extends: faults are told in this order
 * @param faults at least one
 */
export function placedRefusal(files: readonly string[], faults: readonly PlacedFault[]): TemplateRefusal {
  const placed = faults
    .toSorted((a, b) => files.indexOf(a.layer.path) - files.indexOf(b.layer.path) || a.offset - b.offset)
    .map(({ layer, offset, message, hint }) => {
      const { line, col } = layer.lines.linePos(offset);
      return { location: { file: layer.path, line, column: col }, message, hint };
    });
  const told = placed.map((fault) => {
    const { file, line, column } = fault.location;
    return `${file}:${line}:${column}: ${fault.message}`;
  });
  const [first] = placed;
  if (!first) throw new Error('the schema refused the template without saying why');
  if (placed.length === 1) return new TemplateRefusal(told[0] ?? '', first.hint, placed);
  const shown = placed.slice(0, MAX_FAULTS).map(({ hint }, index) => `${told[index]}. ${hint}`);
  const more = placed.length > MAX_FAULTS ? [`and ${placed.length - MAX_FAULTS} more`] : [];
  return new TemplateRefusal(
    [`${files[0]} has ${placed.length} faults:`, ...shown, ...more].join('\n'),
    'Correct each at its line and column.',
    placed,
  );
}
