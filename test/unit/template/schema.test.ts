import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import schema from '../../../schema/template.schema.json' with { type: 'json' };

/** What an editor shows while somebody writes: a word on every key, and something to begin with. */

interface Part {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Part>>;
  readonly items?: Part;
}

const definitions = schema.definitions as unknown as Readonly<Record<string, Part>>;
const resolve = (part: Part): Part => {
  const name = part.$ref?.replace('#/definitions/', '');
  return (name === undefined ? undefined : definitions[name]) ?? part;
};

function properties(part: Part, path: string): readonly (readonly [string, Part])[] {
  const below = part.items ? properties(resolve(part.items), `${path}[]`) : [];
  const own = Object.entries(part.properties ?? {}).flatMap(([key, value]) => {
    const name = `${path === '' ? '' : `${path}.`}${key}`;
    return [[name, resolve(value)] as const, ...properties(resolve(value), name)];
  });
  return [...own, ...below];
}

const all = properties(schema as unknown as Part, '');
const ajv = new Ajv({ strict: false });

it('has the keys of the sections', () => {
  const names = all.map(([name]) => name);
  expect(names.length).toBeGreaterThan(45);
  for (const name of ['extends', 'windows.iso.sha256', 'publish[].keep', 'customize.registry[].value', 'disk.size']) {
    expect(names).toContain(name);
  }
});

describe.each(all)('%s', (_name, part) => {
  it('is described in a sentence', () => {
    expect(part.description).toMatch(/^.{10,}\.$/);
  });

  it('has an example that is valid, unless its keys have', () => {
    const examples = part.examples ?? [];
    if (part.type !== 'object') expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      expect(ajv.validate({ ...part, definitions }, example), JSON.stringify(example)).toBe(true);
    }
  });
});
