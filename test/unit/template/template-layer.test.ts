import { expect, it } from 'vitest';
import { TemplateRefusal } from '../../../src/template/placed-fault.ts';
import { parseLayer } from '../../../src/template/template-layer.ts';
import { valueOffset } from '../../../src/template/yaml-places.ts';

const refusal = (text: string): TemplateRefusal => {
  try {
    parseLayer('a.yml', text);
  } catch (error) {
    if (error instanceof TemplateRefusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

it('keeps the text of a build, which YAML would shorten', () => {
  const { path, value } = parseLayer('a.yml', 'updates: { media-build: 17763.10 }\nvm: { cpus: 2.50 }\n');
  expect([path, value]).toEqual(['a.yml', { updates: { 'media-build': '17763.10' }, vm: { cpus: 2.5 } }]);
  expect(parseLayer('a', 'updates: { media-build: "17763.10" }').value).toEqual({
    updates: { 'media-build': '17763.10' },
  });
  expect(parseLayer('a', 'updates: { media-build: true }').value).toEqual({ updates: { 'media-build': true } });
});

const REGISTRY = 'customize:\n  registry:\n';
const registryValue = (text: string): unknown => {
  const { customize } = parseLayer('a', `${REGISTRY}    - { value: ${text} }\n`).value as {
    customize: { registry: { value: unknown }[] };
  };
  return customize.registry[0]?.value;
};

it.each([
  // Hexadecimal digits of binary, leading zeros of a text, a qword beyond what a number holds.
  ['0010', '0010'],
  ['12e4', '12e4'],
  ['0x1F', '0x1F'],
  ['9007199254740993', '9007199254740993'],
  ['-1', '-1'],
  ['"0010"', '0010'],
  ['yes', 'yes'],
  ['1.5', 1.5],
  ['true', true],
  ['[a]', ['a']],
])('keeps the digits of a value of the registry: %s', (text, value) => {
  expect(registryValue(text)).toEqual(value);
});

it('keeps them where another value is named, and leaves that one alone', () => {
  const { document, value, lines } = parseLayer('a', `vm: { cpus: &n 010 }\n${REGISTRY}    - { value: *n }\n`);
  expect(value).toEqual({ vm: { cpus: 10 }, customize: { registry: [{ value: '010' }] } });
  const at = valueOffset(document, ['customize', 'registry', '0', 'value']);
  expect(lines.linePos(at)).toEqual({ line: 4, col: 16 });
});

it.each([
  ['name: !env NAME\n', '1:7', 'not valid YAML: Unresolved tag: !env'],
  ['name: a\nvm: !include vm.yml\n', '2:5', 'not valid YAML: Unresolved tag: !include'],
  ['%YAML 1.3\n---\nname: a\n', '1:7', 'not valid YAML: Unsupported YAML version 1.3'],
  ['name: a\n---\nname: b\n', '2:1', 'not valid YAML: a second document'],
  ['name: a\u200Bb\n', '1:8', 'a character that nobody sees, U+200B'],
  ['# fine\nname: "a\u202Eb"\n', '2:9', 'a character that nobody sees, U+202E'],
  ['name: a\uFEFF\n', '1:8', 'a character that nobody sees, U+FEFF'],
  ['name: B\uFFFDro\n', '1:8', 'a character that nobody sees, U+FFFD'],
  ['name: a\u00ADb\n', '1:8', 'a character that nobody sees, U+00AD'],
])('lets nothing go that it does not know: %j', (text, place, words) => {
  expect(refusal(text).message).toContain(`a.yml:${place}: ${words}`);
});

it('takes a byte order mark, carriage returns and letters of any language', () => {
  expect(parseLayer('a', '\uFEFFname: B\u00FCro \u6771\r\nvm: !!map { cpus: !!int "4" }\r\n').value).toEqual({
    name: 'B\u00FCro \u6771',
    vm: { cpus: 4 },
  });
});

it('says where its text is no YAML, all faults at once', () => {
  const { faults, message, code } = refusal('a: 1\na: 2\nb: 1\nb: 2\n');
  expect(code).toBe('template-invalid');
  expect(faults.map(({ location }) => location)).toEqual([
    { file: 'a.yml', line: 2, column: 1 },
    { file: 'a.yml', line: 4, column: 1 },
  ]);
  expect(faults[0]).toMatchObject({
    message: 'not valid YAML: Map keys must be unique',
    hint: 'Correct the YAML at this place.',
  });
  expect(message).toMatch(/^a\.yml has 2 faults:\na\.yml:2:1: not valid YAML/);
});

it.each(['', '- a\n', 'text\n'])('refuses %j, which is no mapping', (text) => {
  const { faults, hint, message } = refusal(text);
  expect([message, faults.length]).toEqual(['a.yml:1:1: not a mapping', 1]);
  expect(hint).toContain('examples/ws2019-std/template.yml');
});

it('refuses aliases that lead nowhere, and those that grow without bound', () => {
  expect(refusal('a: *gone\n').message).toMatch(/^a\.yml:1:\d+: not valid YAML: .*gone/);
  const bomb = [
    'a: &a [1,1,1,1,1,1,1,1,1,1]',
    ...[...'bcdefg'].map((key, at) => `${key}: &${key} [${`*${'abcdef'[at]},`.repeat(10)}]`),
  ];
  const { faults, hint, message } = refusal(`${bomb.join('\n')}\n`);
  expect(message).toMatch(/^a\.yml:1:1: not valid YAML: (?!ReferenceError).*alias/i);
  expect([faults.length, hint]).toEqual([1, 'Write the values out instead of aliases.']);
});
