import { expect, it } from 'vitest';
import { TemplateRefusal } from '../../../src/template/placed-fault.ts';
import { parseLayer } from '../../../src/template/template-layer.ts';

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
