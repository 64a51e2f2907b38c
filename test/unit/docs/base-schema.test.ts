import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { baseSchema } from '../../../scripts/docs/base-schema.ts';
import { ROOT } from '../../../scripts/root.ts';

const read = (path: string): string => readFileSync(`${ROOT}/${path}`, 'utf8');
const compile = (path: string) =>
  new Ajv({ allowUnionTypes: true, strictTypes: false }).compile(JSON.parse(read(path)));
const accepted = compile('schema/base.schema.json');
const accepts = (text: string): boolean => accepted(parse(text));

it('is what the schema of templates gives', () => {
  expect(JSON.parse(read('schema/base.schema.json'))).toEqual(
    JSON.parse(baseSchema(read('schema/template.schema.json'))),
  );
});

it('takes any part of a template, which the schema of templates does not', () => {
  const base = read('examples/templates/base/windows-server.yml');
  expect(accepts(base)).toBe(true);
  expect(compile('schema/template.schema.json')(parse(base))).toBe(false);
  expect(accepts('windows: { language: de-DE }')).toBe(true);
  expect(accepts('extends: ../other.yml')).toBe(true);
  expect(accepts('{}')).toBe(true);
});

it('knows each key and value as well as that of templates', () => {
  expect(accepts('vm: { cpu: 2 }')).toBe(false);
  expect(accepts('editor: vi')).toBe(false);
  expect(accepts('windows: { product: windows-server-2012 }')).toBe(false);
});

it('is named in the first line of the example', () => {
  expect(read('examples/templates/base/windows-server.yml')).toMatch(
    /^# yaml-language-server: \$schema=https:\/\/raw\.githubusercontent\.com\/stillframe\/stillframe\/main\/schema\/base\.schema\.json\n/,
  );
});

it('cannot be made of a schema that says elsewhere what must be there', () => {
  const template = read('schema/template.schema.json');
  expect(() => baseSchema(template.replace('"else"', '"then"'))).toThrow('keeps elsewhere');
  expect(() => baseSchema(template.replace('"type": "object"', '"required": ["name"], "type": "object"'))).toThrow(
    'keeps elsewhere',
  );
});
