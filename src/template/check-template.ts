/** Checks the text of a template file against the schema and says where and how it departs from it. */

import { Ajv, type ErrorObject } from 'ajv';
import { isMap, isPair, LineCounter, type Node, parseDocument, type Document as YamlDocument } from 'yaml';
import schema from '../../schema/template.schema.json' with { type: 'json' };
import { UserError } from '../errors.ts';
import { nearestName } from '../nearest-name.ts';
import type { TemplateSource } from './template-source.ts';

/** Keys under which somebody might write a password; a template file is committed, so none may stand in it. */
const SECRET_KEY = /pass(word|phrase)?$|secret|token|product-key$/i;

/**
 * @param path as the user wrote it, for messages
 * @throws UserError template-invalid
 */
export function checkAgainstSchema(path: string, text: string): TemplateSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file: path, line, column: col };
  };
  const refuse = (offset: number, message: string, hint: string): UserError => {
    const location = at(offset);
    return new UserError('template-invalid', `${path}:${location.line}:${location.column}: ${message}`, hint, {
      location,
    });
  };

  const [syntax] = document.errors;
  if (syntax) throw refuse(syntax.pos[0], `not valid YAML: ${syntax.message}`, 'Correct the YAML at this place.');
  if (!isMap(document.contents)) throw refuse(0, 'not a mapping', 'Start from examples/ws2019-std/template.yml.');

  // ajv fills defaults only into objects that exist.
  const source = document.toJS() as Record<string, unknown>;
  for (const section of ['updates', 'drivers', 'disk', 'customize', 'vm', 'verify']) source[section] ??= {};
  source.publish ??= [];
  source['runs-on'] ??= ['self-hosted', 'windows', 'x64'];

  const validate = new Ajv({ allErrors: true, useDefaults: true, allowUnionTypes: true, verbose: true }).compile(
    schema,
  );
  if (!validate(source)) {
    const { offset, message, hint } = describe(mostTelling(validate.errors ?? []), document);
    throw refuse(offset, message, hint);
  }
  return source as unknown as TemplateSource;
}

/** Of several complaints about one place the specific one helps; "must match a schema in anyOf" does not. */
function mostTelling(errors: readonly ErrorObject[]): ErrorObject {
  const rank = ['additionalProperties', 'required', 'type', 'enum', 'pattern'];
  const order = (error: ErrorObject): number => (rank.indexOf(error.keyword) + rank.length + 1) % (rank.length + 1);
  const [first] = [...errors].sort((a, b) => order(a) - order(b));
  if (!first) throw new Error('the schema refused the template without saying why');
  return first;
}

function describe(error: ErrorObject, document: YamlDocument): { offset: number; message: string; hint: string } {
  const path = error.instancePath.split('/').slice(1).map(unescapePointer);
  const where = path.length === 0 ? 'the template' : path.join('.');
  const params = error.params as Record<string, unknown>;
  if (error.keyword === 'additionalProperties') {
    const key = String(params.additionalProperty);
    const known = Object.keys((error.parentSchema?.properties ?? {}) as object);
    const nearest = nearestName(key, known);
    return {
      offset: keyOffset(document, path, key),
      message: `unknown key "${key}" in ${where}`,
      hint: SECRET_KEY.test(key)
        ? 'Secrets never stand in a template file; pass them as inputs from repository secrets.'
        : nearest === undefined
          ? `Known keys here: ${known.join(', ')}.`
          : `Did you mean "${nearest}"? Known keys here: ${known.join(', ')}.`,
    };
  }
  if (error.keyword === 'required') {
    const missing = String(params.missingProperty);
    return {
      offset: valueOffset(document, path),
      message: `${where} lacks the key "${missing}"`,
      hint: `Add "${missing}: …" to ${where}.`,
    };
  }
  const written = JSON.stringify(error.data);
  if (error.keyword === 'enum') {
    const allowed = (params.allowedValues as unknown[]).map(String);
    const nearest = nearestName(String(error.data), allowed);
    return {
      offset: valueOffset(document, path),
      message: `${where}: ${written} is not one of the known values`,
      hint: `${nearest === undefined ? '' : `Did you mean "${nearest}"? `}Known: ${allowed.join(', ')}.`,
    };
  }
  const description = error.parentSchema?.description;
  return {
    offset: valueOffset(document, path),
    message: `${where}: ${written} ${error.message ?? 'is not valid'}`,
    hint: typeof description === 'string' ? description : 'See schema/template.schema.json for what is allowed here.',
  };
}

function unescapePointer(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

function valueOffset(document: YamlDocument, path: readonly string[]): number {
  const node = path.length === 0 ? document.contents : (document.getIn(path, true) as Node | undefined);
  return (node as Node | null | undefined)?.range?.[0] ?? 0;
}

function keyOffset(document: YamlDocument, path: readonly string[], key: string): number {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  if (isMap(map)) {
    for (const pair of map.items) {
      const keyNode = isPair(pair) ? (pair.key as Node & { value?: unknown }) : undefined;
      if (keyNode && String(keyNode.value) === key) return keyNode.range?.[0] ?? 0;
    }
  }
  return valueOffset(document, path);
}
