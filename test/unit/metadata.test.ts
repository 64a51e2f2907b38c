import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const ROOT = join(import.meta.dirname, '../..');
const ACTIONS = join(ROOT, 'actions');

interface Metadata {
  name: string;
  description: string;
  runs: { using: string; main?: string; post?: string };
  inputs: Record<string, { description: string; required?: boolean; default?: string }>;
  outputs: Record<string, { description: string }>;
}

const names = readdirSync(ACTIONS).filter((name) => existsSync(join(ACTIONS, name, 'index.ts')));
const metadata = (name: string): Metadata => parse(readFileSync(join(ACTIONS, name, 'action.yml'), 'utf8')) as Metadata;

/** Names given to a reader of `inputs` or to `action.output` in the TypeScript files of an action. */
function namesIn(action: string, pattern: RegExp): Set<string> {
  const files = readdirSync(join(ACTIONS, action)).filter((file) => file.endsWith('.ts'));
  const text = files.map((file) => readFileSync(join(ACTIONS, action, file), 'utf8')).join('\n');
  return new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''));
}

const INPUT =
  /inputs\s*\.(?:text|required|secret|boolean|integer|size|duration|list|choice|sha256)\(\s*'([a-z0-9-]+)'/g;
const OUTPUT = /action\s*\.output\(\s*'([a-z0-9-]+)'/g;

describe.each(names)('%s', (name) => {
  const { inputs, outputs, runs } = metadata(name);

  it('declares exactly the inputs that its code reads', () => {
    const read = namesIn(name, INPUT).add('report');
    expect(read).toEqual(new Set(Object.keys(inputs)));
  });

  it('declares exactly the outputs that its code sets', () => {
    const set = namesIn(name, OUTPUT).add('report');
    expect(set).toEqual(new Set(Object.keys(outputs)));
  });

  it('runs its own bundle on the runner’s Node', () => {
    expect(runs).toMatchObject({ using: 'node24', main: `../../dist/${name}/index.js` });
    if (runs.post !== undefined) expect(runs.post).toBe(`../../dist/${name}/index.js`);
  });

  it('has an entry of at most 40 lines', () => {
    const lines = readFileSync(join(ACTIONS, name, 'index.ts'), 'utf8')
      .trimEnd()
      .split('\n');
    expect(lines.length).toBeLessThanOrEqual(40);
  });

  it('says something about every input and output', () => {
    for (const { description } of [...Object.values(inputs), ...Object.values(outputs)]) {
      expect(description.trim().length).toBeGreaterThan(10);
    }
  });
});

it('knows actions at all', () => {
  expect(names).toContain('convert-ova');
});
