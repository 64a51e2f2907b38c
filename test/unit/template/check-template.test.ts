import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import schema from '../../../schema/template.schema.json' with { type: 'json' };
import { UserError } from '../../../src/errors.ts';
import { PRODUCT_FACTS, PRODUCTS } from '../../../src/products/product.ts';
import { checkAgainstSchema } from '../../../src/template/check-template.ts';
import { CHANNELS, DISK_CONTROLLERS, UPDATE_KINDS } from '../../../src/template/template.ts';
import { resolveTemplate } from '../../../src/template/template-file.ts';
import { parseLayer } from '../../../src/template/template-layer.ts';
import { DOCUMENTS, MINIMAL } from './documents.ts';

/** The schema as an editor uses it: on the plain values, without the reader's help. */
const editor = new Ajv({ allErrors: true, allowUnionTypes: true, strictTypes: false }).compile(schema);

function check(text: string) {
  return checkAgainstSchema([parseLayer('a.yml', text)]);
}

function refusal(text: string): UserError | undefined {
  try {
    resolveTemplate('/t/a.yml', check(text));
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

describe('schema and reader', () => {
  it('are tried with at least 92 documents', () => {
    expect(DOCUMENTS.length).toBeGreaterThanOrEqual(92);
    expect(new Set(DOCUMENTS.map(({ text }) => text)).size).toBe(DOCUMENTS.length);
  });

  it.each(DOCUMENTS)('agree on $text', ({ text, faults }) => {
    const error = refusal(text);
    if (faults.length === 0) expect(error?.message).toBeUndefined();
    expect(editor(parse(text))).toBe(faults.length === 0);
    expect(error === undefined).toBe(faults.length === 0);
    if (!error) return;
    const [[first] = ['']] = faults;
    const { location } = error;
    expect(`${location?.line}:${location?.column}`).toBe(first);
    for (const [position, words] of faults) {
      expect(error.message.split('\n').find((line) => line.startsWith(`a.yml:${position}: `))).toContain(words);
    }
    expect(error.message.match(/^a\.yml:\d+:\d+: /gm)).toHaveLength(faults.length);
    expect(error.code).toBe('template-invalid');
    expect(`${error.message} ${error.hint}`).not.toMatch(/must |\^|\\d|pattern|anyOf|instancePath|undefined/);
  });

  it('agree on anything', () => {
    const scalar = fc.oneof(fc.constantFrom(null, true, 0, 1, 1.5, '', 'latest', '40 GiB', 'KB5005112'), fc.string());
    const value = fc.oneof(scalar, fc.array(scalar, { maxLength: 2 }), fc.dictionary(fc.string(), scalar));
    // What a file extends is refused where files are read.
    const { extends: _, ...properties } = schema.properties;
    const sections = Object.entries(properties).map(([name, section]) => {
      const keys = Object.keys((section as { properties?: object }).properties ?? {});
      return fc.record({ name: fc.constant(name), key: fc.constantFrom('x', ...keys), value });
    });
    fc.assert(
      fc.property(fc.oneof(...sections), ({ name, key, value: wild }) => {
        const text = JSON.stringify({ ...(parse(MINIMAL) as object), [name]: { [key]: wild } });
        expect(refusal(text) === undefined).toBe(editor(parse(text)));
      }),
      { numRuns: 300 },
    );
  });

  it('name the same values as the code', () => {
    const { windows, updates, vm } = schema.properties;
    expect(windows.properties.product.enum).toEqual(PRODUCTS);
    expect(updates.properties.include.items.enum).toEqual(UPDATE_KINDS);
    expect(updates.properties.channel.enum).toEqual(CHANNELS);
    expect(vm.properties['disk-controller'].enum).toEqual(DISK_CONTROLLERS);
    for (const product of PRODUCTS) {
      const text = MINIMAL.replace('windows-server-2025', product);
      const media = (build: number) => refusal(`${text}updates: { media-build: "${build}.1" }\n`);
      expect(media(PRODUCT_FACTS[product].build)).toBeUndefined();
      expect(media(PRODUCT_FACTS[product].build + 1)?.message).toContain('updates.media-build');
    }
  });
});

describe('checkAgainstSchema', () => {
  it.each([
    ['broken YAML', 'name: [x\n', '2:1', 'not valid YAML', 'Correct the YAML'],
    ['a key twice', `${MINIMAL}name: b\n`, '6:1', 'not valid YAML: Map keys must be unique', 'Correct the YAML'],
    ['an empty file', '', '1:1', 'not a mapping', 'examples/'],
    ['a list', '- a\n', '1:1', 'not a mapping', 'examples/'],
    ['an alias without anchor', 'name: *x\n', '1:1', 'not valid YAML', 'aliases'],
    [
      'aliases without bound',
      `a: &a [x, x]\nb: &b [${'*a,'.repeat(40)}]\nc: [${'*b,'.repeat(40)}]\n`,
      '1:1',
      'not valid YAML',
      'aliases',
    ],
  ])('refuses %s', (_, text, position, message, hint) => {
    const error = refusal(text);
    expect(error?.message).toContain(`a.yml:${position}: ${message}`);
    expect(error?.hint).toContain(hint);
  });

  it.each([
    ['disk: { siez: 40 GiB }', 'Did you mean "size"? Known keys here: size, format'],
    ['dsik: {}', 'Did you mean "disk"?'],
    ['zzzzzzzzzzzz: {}', 'Known keys here: extends, name, windows'],
    ['customize: { administrator-password: x }', 'Secrets never stand in a template file'],
    ['bake: { on: hyperv }', 'Did you mean "hyper-v"? Known: vsphere, hyper-v, none.'],
    ['publish: [{ as: library-itm }]', 'Did you mean "library-item"? Known: vm, template, library-item.'],
    ['disk: { format: vdh }', 'Did you mean "vhd"? Known: vhd, vhdx, vmdk.'],
    ['disk: { recovery: first }', 'Known: none, last.'],
    ['disk: { layout: microsft }', 'Did you mean "microsoft"?'],
    ['disk: { type: dynamik }', 'Did you mean "dynamic"? Known: dynamic, fixed.'],
    ['disk: { size: 40 Gb }', 'Wanted: Whole MiB up to 2040 GiB'],
    ['vm: { cpus: 0 }', 'The least is 1.'],
    ['vm: { cpus: 769 }', 'The most is 768.'],
    ['vm:', 'Write its keys below it, or leave it out for the defaults.'],
    ['disk: { size: }', 'Write a text, or leave the key out.'],
    ['updates: { exclude: [5005112] }', 'Put it in quotes to make it one.'],
    ['updates: { include: dotnet }', 'Wanted: Kinds of updates to install'],
    ['customize: { unattend: {} }', 'either file, or the options of which an answer file is made'],
    ["drivers: { tools-iso: { url: 'https://x/t' } }", 'Add "sha256: …".'],
    ['publish: [{ as: vm, library: golden }]', 'Wanted: library with library-item alone'],
    ['publish: [{ as: library-item, folder: T }]', 'Wanted: library-item without a folder'],
    ['publish: [{ as: vm }, { as: vm }]', 'one run publishes one template'],
    ['updates: { include: [dotnet, dotnet] }', 'Remove one of them.'],
  ])('tells how to mend %s', (line, hint) => {
    expect(refusal(`${MINIMAL}${line}\n`)?.hint).toContain(hint);
  });

  it('tells at most 40 faults, and how many there are', () => {
    const keys = Array.from({ length: 42 }, (_, index) => `x${index}: 1`).join('\n');
    const { message = '' } = refusal(`${MINIMAL}${keys}\n`) ?? {};
    expect(message).toContain('a.yml has 42 faults:');
    expect(message.split('\n')).toHaveLength(42);
    expect(message).toContain('and 2 more');
    const fewer = refusal(`${MINIMAL}${keys.split('\n').slice(2).join('\n')}\n`);
    expect(fewer?.message.split('\n')).toHaveLength(41);
    expect(fewer?.message).not.toContain('more');
    expect(fewer?.hint).toBe('Correct each at its line and column.');
  });

  it('shows a long value by its beginning', () => {
    const { message = '' } = refusal(MINIMAL.replace('ws2025', 'y'.repeat(200))) ?? {};
    expect(message).toContain(`name: "${'y'.repeat(76)}…" is not allowed`);
  });

  it('takes a build that YAML reads as a number by its digits', () => {
    const read = (build: string) =>
      check(`${MINIMAL}updates: { media-build: ${build} }\n`).source.updates['media-build'];
    expect(read('26100.10')).toBe('26100.10');
    expect(read('"26100.10"')).toBe('26100.10');
  });

  it('knows where each value stands', () => {
    const { places } = check(`${MINIMAL}publish:\n  - as: vm\n`);
    expect(places.get('windows.iso.path')).toEqual({ file: 'a.yml', line: 5, column: 16 });
    expect(places.get('publish[0].as')).toEqual({ file: 'a.yml', line: 7, column: 9 });
    expect(places.get('disk.size')).toBeUndefined();
  });
});
