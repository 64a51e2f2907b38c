/** Checks a template, with what it extends, against the schema, which alone decides; says of every fault where it is and how to mend it. */

import { Ajv, type ValidateFunction } from 'ajv';
import schema from '../../schema/template.schema.json' with { type: 'json' };
import type { SourceLocation } from '../errors.ts';
import { describeFaults } from './fault-words.ts';
import { mergeLayers, offsetOf } from './merge-layers.ts';
import { placedRefusal } from './placed-fault.ts';
import type { TemplateLayer } from './template-layer.ts';
import type { TemplateSource } from './template-source.ts';

/** Sections that may be left out; their keys have defaults of their own. */
const SECTIONS = ['updates', 'drivers', 'disk', 'customize', 'vm', 'verify'];

/** Compiled when the first template is read: an action without one need not wait for it. */
let validator: ValidateFunction | undefined;
const TEMPLATE = { whole: 'the template', file: 'a template file', schema: 'schema/template.schema.json' };
const AJV_OPTIONS = { allErrors: true, useDefaults: true, verbose: true, allowUnionTypes: true, strictTypes: false };

export interface CheckedTemplate {
  readonly source: TemplateSource;
  /** Where each value stands that a file says, by `disk.size`. */
  readonly places: ReadonlyMap<string, SourceLocation>;
}

/**
 * @param layers the template itself first, then what it extends, in turn
 * @throws UserError template-invalid that tells all faults; its location is that of the first
 */
export function checkAgainstSchema(layers: readonly TemplateLayer[]): CheckedTemplate {
  const merged = mergeLayers(layers);
  const source = merged.value;
  // ajv fills defaults only into objects that exist.
  for (const section of SECTIONS) if (source[section] === undefined) source[section] = {};

  validator ??= new Ajv(AJV_OPTIONS).compile(schema);
  const isValid: boolean = validator(source);
  if (isValid) return { source: source as unknown as TemplateSource, places: merged.places };
  throw placedRefusal(
    layers.map(({ path }) => path),
    describeFaults(validator.errors ?? [], TEMPLATE).map(({ path, key, message, hint }) => ({
      ...offsetOf(merged, layers, path, key),
      message,
      hint,
    })),
  );
}
