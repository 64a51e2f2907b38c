/** Checks the text of a template file against the schema, which alone decides; says of every fault where it is and how to mend it. */

import { Ajv, type ValidateFunction } from 'ajv';
import { isMap, isScalar, LineCounter, parseDocument, type Document as YamlDocument } from 'yaml';
import schema from '../../schema/template.schema.json' with { type: 'json' };
import { type SourceLocation, UserError } from '../errors.ts';
import { describeFaults } from './fault-words.ts';
import type { TemplateSource } from './template-source.ts';
import { keyOffset, placesOf, valueOffset } from './yaml-places.ts';

/** Sections that may be left out; their keys have defaults of their own. */
const SECTIONS = ['updates', 'drivers', 'disk', 'customize', 'vm', 'verify'];
/** More than anybody reads at once. */
const MAX_FAULTS = 40;

/** Compiled when the first template is read: an action without one need not wait for it. */
let validator: ValidateFunction | undefined;
const AJV_OPTIONS = { allErrors: true, useDefaults: true, verbose: true, allowUnionTypes: true, strictTypes: false };

export interface CheckedTemplate {
  readonly source: TemplateSource;
  /** Where each value stands that the file says, by `disk.size`. */
  readonly places: ReadonlyMap<string, SourceLocation>;
}

/**
 * @param path as the user wrote it, for messages
 * @throws UserError template-invalid that tells all faults; its location is that of the first
 */
export function checkAgainstSchema(path: string, text: string): CheckedTemplate {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const refuse = (faults: readonly PlacedFault[]): UserError => refusal(path, lines, faults);
  if (document.errors.length > 0) {
    throw refuse(
      document.errors.map(({ pos: [offset], message }) => ({
        offset,
        message: `not valid YAML: ${message}`,
        hint: 'Correct the YAML at this place.',
      })),
    );
  }
  if (!isMap(document.contents)) {
    throw refuse([{ offset: 0, message: 'not a mapping', hint: 'Start from examples/ws2019-std/template.yml.' }]);
  }
  const source = toValue(document, refuse);
  // ajv fills defaults only into objects that exist.
  for (const section of SECTIONS) if (source[section] === undefined) source[section] = {};

  validator ??= new Ajv(AJV_OPTIONS).compile(schema);
  const isValid: boolean = validator(source);
  if (isValid) {
    return { source: source as unknown as TemplateSource, places: placesOf(document, lines, path) };
  }
  throw refuse(
    describeFaults(validator.errors ?? []).map(({ path: at, key, message, hint }) => ({
      offset: key === undefined ? valueOffset(document, at) : keyOffset(document, at, key),
      message,
      hint,
    })),
  );
}

interface PlacedFault {
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

function toValue(document: YamlDocument, refuse: (faults: PlacedFault[]) => UserError): Record<string, unknown> {
  try {
    const media = document.getIn(['updates', 'media-build'], true);
    // `17763.10` is a number to YAML, and would lose its last digit.
    if (isScalar(media) && typeof media.value === 'number') media.value = media.source ?? media.value;
    return document.toJS({ maxAliasCount: 100 }) as Record<string, unknown>;
  } catch (error) {
    // An alias without its anchor, or a file that grows without bound by its aliases.
    const why = error instanceof Error ? error.message : String(error);
    throw refuse([{ offset: 0, message: `not valid YAML: ${why}`, hint: 'Write the values out instead of aliases.' }]);
  }
}

function refusal(path: string, lines: LineCounter, faults: readonly PlacedFault[]): UserError {
  const placed = faults
    .toSorted((a, b) => a.offset - b.offset)
    .map(({ offset, message, hint }) => {
      const { line, col } = lines.linePos(offset);
      return { location: { file: path, line, column: col }, told: `${path}:${line}:${col}: ${message}`, hint };
    });
  const [first] = placed;
  if (!first) throw new Error('the schema refused the template without saying why');
  if (placed.length === 1) return new UserError('template-invalid', first.told, first.hint, first);
  const told = placed.slice(0, MAX_FAULTS).map((fault) => `${fault.told}. ${fault.hint}`);
  const more = placed.length > MAX_FAULTS ? [`and ${placed.length - MAX_FAULTS} more`] : [];
  return new UserError(
    'template-invalid',
    [`${path} has ${placed.length} faults:`, ...told, ...more].join('\n'),
    'Correct each at its line and column.',
    first,
  );
}
