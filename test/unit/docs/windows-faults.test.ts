import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { casesOf, windowsFaults, windowsFaultsTable } from '../../../scripts/docs/windows-faults.ts';
import { ROOT } from '../../../scripts/root.ts';
import { ERROR_CODES } from '../../../src/errors.ts';

const DOUBLE = join(ROOT, 'test/fakes/windows');
const FAULTS = [...readFileSync(join(DOUBLE, 'faults/faults.go'), 'utf8').matchAll(/^\t"([a-z0-9-]+)":/gm)].map(
  ([, name = '']) => name,
);

function texts(folder: string, ending: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending));
  return names.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
}

describe('what goes wrong on a Windows runner', () => {
  const faults = windowsFaults();

  it('is tried in at least forty ways, each with its own name and an error that has a code', () => {
    expect(faults.length).toBeGreaterThanOrEqual(40);
    const codes: readonly string[] = [...ERROR_CODES, 'tool-failed'];
    expect(faults.filter(({ code }) => !codes.includes(code))).toEqual([]);
    const names = faults.map(({ engine, name }) => `${engine} ${name}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it.each(FAULTS)('has the fault %s happen in the double, and a test that asks for it', (name) => {
    const tools =
      texts(join(DOUBLE, 'tools'), '.go') + texts(join(DOUBLE, 'disks'), '.go') + texts(join(DOUBLE, 'cmd'), '.go');
    const kinds = ['stack-nothing', 'cumulative-nothing', 'dotnet-nothing'];
    expect(tools).toContain(kinds.includes(name) ? 'Happens(p.kind()+"-nothing")' : `Happens("${name}")`);
    expect(texts(join(ROOT, 'test/windows'), '.ts')).toMatch(new RegExp(`['"]${name}['"]`));
  });
});

it('reads names and texts of a table of cases', () => {
  const text = `const CASES: X = {
  'one': { error: /\\[a-b\\]/ },
  "it's two": {
    inner: {
      'no case': 1,
    },
    error: /x/,
  },
};
const OTHER = {
  'three': {},
};`;
  expect(casesOf(text).map(({ name }) => name)).toEqual(['one', "it's two"]);
  expect(casesOf(text)[1]?.body).toContain('error: /x/');
});

it('writes one row for each', () => {
  const row = { name: 'a', engine: 'dism', code: 'tool-failed' };
  expect(windowsFaultsTable([row, row]).split('\n').slice(2)).toEqual([
    '| a | dism | `tool-failed` |',
    '| a | dism | `tool-failed` |',
  ]);
});
