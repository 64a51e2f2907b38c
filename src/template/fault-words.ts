/** What a schema has against a template or a lock, in words of the person who wrote it. */

import type { ErrorObject } from 'ajv';
import { nearestName } from '../nearest-name.ts';
import { formatPath, type KeyPath } from './yaml-places.ts';

export interface Fault {
  readonly path: KeyPath;
  /** Set when the fault is a key of the mapping at `path` that should not be there. */
  readonly key?: string;
  readonly message: string;
  readonly hint: string;
}

/** Keys under which somebody might write a password; a template file is committed, so none may stand in it. */
const SECRET_KEY = /pass(word|phrase)?$|secret|token|product-key$/i;

/** What is checked, as messages call it. */
export interface CheckedDocument {
  /** `the template`. */
  readonly whole: string;
  /** `a template file`. */
  readonly file: string;
  /** Relative to the repository, for those whose fault no description explains. */
  readonly schema: string;
}

/** @param errors of one run of ajv with `allErrors` and `verbose`; each fault once, in no order */
export function describeFaults(errors: readonly ErrorObject[], document: CheckedDocument): Fault[] {
  const faults = errors.filter(isOwnFault).map((error) => describe(error, document));
  return [...new Map(faults.map((fault) => [`${formatPath(fault.path)} ${fault.message}`, fault])).values()];
}

/** `if` and the branches of `oneOf` only repeat what another error says better, as does `oneOf` of what is no mapping. */
function isOwnFault(error: ErrorObject): boolean {
  if (error.keyword === 'oneOf' && (error.data === null || typeof error.data !== 'object' || Array.isArray(error.data)))
    return false;
  return error.keyword !== 'if' && !/\/oneOf\/\d+\//.test(error.schemaPath);
}

function describe(error: ErrorObject, document: CheckedDocument): Fault {
  const path = error.instancePath.split('/').slice(1).map(unescapePointer);
  const where = formatPath(path) || document.whole;
  return { path, ...(KEYWORDS[error.keyword] ?? byDescription)(error, where, document) };
}

type Words = (error: ErrorObject, where: string, document: CheckedDocument) => Omit<Fault, 'path'>;

const KEYWORDS: Readonly<Record<string, Words>> = {
  additionalProperties: unknownKey,
  required: (error, where) => {
    const missing = String(error.params.missingProperty);
    return { message: `${where} lacks the key "${missing}"`, hint: `Add "${missing}: …" to ${where}.` };
  },
  dependencies: (error, where, document) => ({
    message: `${where} has a ${error.params.property} without ${error.params.missingProperty}`,
    hint: `${descriptionOf(error, document)} Add "${error.params.missingProperty}: …".`,
  }),
  oneOf: (error, where, document) => ({
    message: `${where} has ${error.params.passingSchemas ? 'both path and url' : 'neither path nor url'}`,
    hint: descriptionOf(error, document),
  }),
  type: wrongType,
  enum: unknownValue,
  minimum: (error, where) => ({
    message: `${where}: ${show(error.data)} is too small`,
    hint: `The least is ${error.params.limit}.`,
  }),
  maximum: (error, where) => ({
    message: `${where}: ${show(error.data)} is too large`,
    hint: `The most is ${error.params.limit}.`,
  }),
  minItems: (error, where, document) => ({
    message: `${where} is an empty list`,
    hint: descriptionOf(error, document),
  }),
  maxItems: (error, where, document) => ({
    message: `${where} has more than ${error.params.limit} entry`,
    hint: descriptionOf(error, document),
  }),
  uniqueItems: (error, where) => ({
    message: `${where} names ${show((error.data as unknown[])[Number(error.params.i)])} twice`,
    hint: 'Remove one of them.',
  }),
};

function unknownKey(error: ErrorObject, where: string, document: CheckedDocument): Omit<Fault, 'path'> {
  const key = String(error.params.additionalProperty);
  const known = Object.keys((error.parentSchema?.properties ?? {}) as object);
  const message = `unknown key "${key}" in ${where}`;
  if (SECRET_KEY.test(key)) {
    const hint = `Secrets never stand in ${document.file}; pass them as inputs from repository secrets.`;
    return { key, message, hint };
  }
  const nearest = nearestName(key, known);
  const guess = nearest === undefined ? '' : `Did you mean "${nearest}"? `;
  return { key, message, hint: `${guess}Known keys here: ${known.join(', ')}.` };
}

function unknownValue(error: ErrorObject, where: string, document: CheckedDocument): Omit<Fault, 'path'> {
  if (error.data === null || typeof error.data === 'object') return wrongType(error, where, document);
  const allowed = (error.params.allowedValues as unknown[]).map(String);
  const message = `${where}: ${show(error.data)} is not one of the known values`;
  const nearest = nearestName(String(error.data), allowed);
  const guess = nearest === undefined ? '' : `Did you mean "${nearest}"? `;
  return { message, hint: `${guess}Known: ${allowed.join(', ')}.` };
}

function wrongType(error: ErrorObject, where: string, document: CheckedDocument): Omit<Fault, 'path'> {
  const types = [error.parentSchema?.type ?? 'string'].flat().map(String);
  const wanted = types.map((type) => TYPE_WORDS[type] ?? type).join(' or ');
  if (error.data === null) {
    const hint = types.includes('object')
      ? 'Write its keys below it, or leave it out for the defaults.'
      : `Write ${wanted}, or leave the key out.`;
    return { message: `${where} is empty`, hint };
  }
  const quotes = types.includes('string') && typeof error.data !== 'object' ? ' Put it in quotes to make it one.' : '';
  return {
    message: `${where} is ${TYPE_WORDS[Array.isArray(error.data) ? 'array' : typeof error.data] ?? 'of another kind'}; ${wanted} is wanted`,
    hint: `${descriptionOf(error, document)}${quotes}`,
  };
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping of keys',
};

function byDescription(error: ErrorObject, where: string, document: CheckedDocument): Omit<Fault, 'path'> {
  return { message: `${where}: ${show(error.data)} is not allowed here`, hint: descriptionOf(error, document) };
}

function descriptionOf(error: ErrorObject, { schema }: CheckedDocument): string {
  const description: unknown = error.parentSchema?.description;
  return typeof description === 'string' ? `Wanted: ${description}` : `See ${schema}.`;
}

/** The value as it can be shown: short, and without a password that somebody wrote into an address. */
function show(value: unknown): string {
  if (typeof value === 'object' && value !== null) return TYPE_WORDS[Array.isArray(value) ? 'array' : 'object'] ?? '';
  const text = typeof value === 'string' ? value.replaceAll(/\/\/[^/?#]*@/g, '//***@') : value;
  const shown = JSON.stringify(text);
  return shown.length > 80 ? `${shown.slice(0, 77)}…"` : shown;
}

function unescapePointer(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}
