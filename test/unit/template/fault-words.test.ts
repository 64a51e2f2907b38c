import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { describeFaults, type Fault } from '../../../src/template/fault-words.ts';

/** With the options that templates are checked with. */
const ajv = new Ajv({
  allErrors: true,
  verbose: true,
  allowUnionTypes: true,
  strictTypes: false,
  // Each has a schema of its own; what these schemas are, is not in question.
  validateSchema: false,
  addUsedSchema: false,
});

/** What a small schema has against a value. */
function faultsOf(schema: object, value: unknown): Fault[] {
  const validate = ajv.compile(schema);
  return validate(value)
    ? []
    : describeFaults(validate.errors ?? [], {
        whole: 'the template',
        file: 'a template file',
        schema: 'schema/x.json',
      });
}
const WANTED = 'Wanted: A thing.';
const described = (rest: object): object => ({ properties: { x: { description: 'A thing.', ...rest } } });
const one = (rest: object, x: unknown): Fault | undefined => {
  const faults = faultsOf(described(rest), { x });
  expect(faults).toHaveLength(1);
  return faults[0];
};

describe('a fault', () => {
  it.each<[string, object, unknown, string, string]>([
    ['a number too small', { minimum: 2 }, 1, 'x: 1 is too small', 'The least is 2.'],
    ['a number too large', { maximum: 2 }, 3, 'x: 3 is too large', 'The most is 2.'],
    ['an empty list', { minItems: 1 }, [], 'x is an empty list', WANTED],
    ['a long list', { maxItems: 1 }, [1, 2], 'x has more than 1 entry', WANTED],
    ['an entry twice', { uniqueItems: true }, ['a', 'b', 'b'], 'x names "b" twice', 'Remove one of them.'],
    ['a missing key', { required: ['k'] }, {}, 'x lacks the key "k"', 'Add "k: …" to x.'],
    ['another pattern', { pattern: '^a' }, 'b', 'x: "b" is not allowed here', WANTED],
    ['a list out of place', { not: {} }, [1], 'x: a list is not allowed here', WANTED],
    ['a mapping out of place', { not: {} }, { a: 1 }, 'x: a mapping of keys is not allowed here', WANTED],
    ['nothing out of place', { not: {} }, null, 'x: null is not allowed here', WANTED],
  ])('(%s)', (_, rest, value, message, hint) => {
    expect(one(rest, value)).toEqual({ path: ['x'], message, hint });
  });

  it('of the whole has no path', () => {
    expect(faultsOf({ required: ['k'] }, {})).toEqual([
      { path: [], message: 'the template lacks the key "k"', hint: 'Add "k: …" to the template.' },
    ]);
  });

  it('without a description leads to the schema', () => {
    expect(faultsOf({ properties: { x: { pattern: '^a' } } }, { x: 'b' })[0]?.hint).toBe('See schema/x.json.');
  });

  it('is told once, and where its path has characters of a pointer', () => {
    const schema = { properties: { 'a/b~c': { allOf: [{ minimum: 2 }, { minimum: 2 }] } } };
    expect(faultsOf(schema, { 'a/b~c': 1 })).toEqual([
      { path: ['a/b~c'], message: 'a/b~c: 1 is too small', hint: 'The least is 2.' },
    ]);
  });

  it('of two places is told for both', () => {
    const schema = { properties: { x: { minimum: 2 }, y: { minimum: 2 } } };
    expect(faultsOf(schema, { x: 1, y: 1 }).map(({ path }) => path)).toEqual([['x'], ['y']]);
  });
});

describe('a value of another type', () => {
  it.each<[unknown, unknown, string, string]>([
    ['string', 1, 'x is a number; a text is wanted', `${WANTED} Put it in quotes to make it one.`],
    ['string', true, 'x is true or false; a text is wanted', `${WANTED} Put it in quotes to make it one.`],
    ['string', [1], 'x is a list; a text is wanted', WANTED],
    ['string', {}, 'x is a mapping of keys; a text is wanted', WANTED],
    ['integer', 1.5, 'x is a number; a whole number is wanted', WANTED],
    ['number', 'a', 'x is a text; a number is wanted', WANTED],
    ['boolean', 'yes', 'x is a text; true or false is wanted', WANTED],
    ['array', 'a', 'x is a text; a list is wanted', WANTED],
    [
      ['string', 'integer'],
      true,
      'x is true or false; a text or a whole number is wanted',
      `${WANTED} Put it in quotes to make it one.`,
    ],
    ['string', null, 'x is empty', 'Write a text, or leave the key out.'],
    ['integer', null, 'x is empty', 'Write a whole number, or leave the key out.'],
    ['object', null, 'x is empty', 'Write its keys below it, or leave it out for the defaults.'],
  ])('%j: %j', (type, value, message, hint) => {
    expect(one({ type }, value)).toEqual({ path: ['x'], message, hint });
  });
});

describe('an unknown value', () => {
  it.each([
    ['dynamik', 'Did you mean "dynamic"? Known: dynamic, fixed.'],
    ['zzzzzzzzzzz', 'Known: dynamic, fixed.'],
    [7, 'Known: dynamic, fixed.'],
  ])('%j', (value, hint) => {
    const message = `x: ${JSON.stringify(value)} is not one of the known values`;
    expect(one({ enum: ['dynamic', 'fixed'] }, value)).toEqual({ path: ['x'], message, hint });
  });

  it('that is nothing or a list is one of another type', () => {
    expect(one({ enum: ['a'] }, null)?.message).toBe('x is empty');
    expect(one({ enum: ['a'] }, ['a'])?.message).toBe('x is a list; a text is wanted');
  });
});

describe('an unknown key', () => {
  const disk = { properties: { disk: { properties: { size: {}, format: {} }, additionalProperties: false } } };
  const hintFor = (key: string): string | undefined => faultsOf(disk, { disk: { [key]: 1 } })[0]?.hint;

  it('is told with the known ones', () => {
    expect(faultsOf(disk, { disk: { siez: 1 } })).toEqual([
      {
        path: ['disk'],
        key: 'siez',
        message: 'unknown key "siez" in disk',
        hint: 'Did you mean "size"? Known keys here: size, format.',
      },
    ]);
    expect(hintFor('zzzzzzzzz')).toBe('Known keys here: size, format.');
    expect(faultsOf({ additionalProperties: false }, { a: 1 })[0]?.hint).toBe('Known keys here: .');
  });

  it.each(['pass', 'password', 'admin-password', 'passphrase', 'PASSWORD', 'api-token', 'secretId', 'product-key'])(
    'such as %s holds a secret',
    (key) => {
      expect(hintFor(key)).toContain('Secrets never stand in a template file');
    },
  );

  it.each(['passing', 'product-keys', 'password-file'])('such as %s holds none', (key) => {
    expect(hintFor(key)).toContain('Known keys here');
  });
});

describe('one of two', () => {
  const file = {
    description: 'A file.',
    oneOf: [{ required: ['path'] }, { required: ['url'] }],
    dependencies: { url: ['sha256'] },
  };
  const about = (iso: unknown): [string, string][] =>
    faultsOf({ properties: { iso: file } }, { iso }).map(({ message, hint }) => [message, hint]);

  it('is told by its own words and not by those of its branches', () => {
    expect(about({ path: 'a', url: 'b', sha256: 'c' })).toEqual([['iso has both path and url', 'Wanted: A file.']]);
    expect(about({})).toEqual([['iso has neither path nor url', 'Wanted: A file.']]);
    expect(about({ url: 'b' })).toEqual([['iso has a url without sha256', 'Wanted: A file. Add "sha256: …".']]);
  });

  it.each([['text'], [null], [[]]])('says nothing of %j, of which the type says it', (value) => {
    const typed = { properties: { iso: { type: 'object', oneOf: [{ minProperties: 1 }, { minProperties: 2 }] } } };
    const branches = {
      properties: { iso: { ...typed.properties.iso, oneOf: [{ type: 'object' }, { type: 'object' }] } },
    };
    expect(faultsOf(branches, { iso: value })).toHaveLength(1);
  });

  it('is not told by a condition', () => {
    const conditional = JSON.parse('{"properties":{"x":{"if":{"type":"string"},"then":{"pattern":"^a"}}}}') as object;
    expect(faultsOf(conditional, { x: 'b' }).map(({ message }) => message)).toEqual(['x: "b" is not allowed here']);
  });
});

describe('a value that is shown', () => {
  const shown = (value: string): string =>
    one({ pattern: '^never$' }, value)?.message.replace(/^x: | is not.*$/g, '') ?? '';

  it('is cut behind 80 characters with its quotes', () => {
    expect(shown('y'.repeat(78))).toBe(`"${'y'.repeat(78)}"`);
    expect(shown('y'.repeat(79))).toBe(`"${'y'.repeat(76)}…"`);
  });

  it('keeps no password of an address', () => {
    expect(shown('https://user:pw@host/a@b and ftp://x@y')).toBe('"https://***@host/a@b and ftp://***@y"');
    expect(shown('https://host/a@b')).toBe('"https://host/a@b"');
  });
});
