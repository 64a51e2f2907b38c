import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../../src/errors.ts';
import { VSS_CODES } from '../../../src/quiesce/vss-codes.ts';
import { FINDING_CODES } from '../../../src/report/finding-codes.ts';

const ROOT = join(import.meta.dirname, '../../..');
const page = readFileSync(join(ROOT, 'docs/troubleshooting.md'), 'utf8');
const sections = [...page.matchAll(/^### ([a-z0-9-]+)\n\n(.+)\n\n\*\*What to do\.\*\* (.+)\n/gm)].map(
  (match) => match[1] ?? '',
);

const LISTS = ['src/errors.ts', 'src/report/finding-codes.ts'].map((file) => join(ROOT, file));

/** Every text in quotes of the source, but for the lists of codes. */
function literalsInSource(): ReadonlySet<string> {
  const files = globSync(['src/**/*.ts', 'actions/**/*.ts'], { cwd: ROOT }).map((file) => join(ROOT, file));
  const texts = files.filter((file) => !LISTS.includes(file)).map((file) => readFileSync(file, 'utf8'));
  return new Set(texts.flatMap((text) => [...text.matchAll(/'([a-z0-9-]+)'/g)].map((match) => match[1] ?? '')));
}

/** Codes written as literals anywhere in the source: findings of other rooms too. */
function codesInSource(): string[] {
  return ['src', 'actions'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => {
        const text = readFileSync(join(ROOT, folder, file), 'utf8');
        return [...text.matchAll(/\bcode: '([a-z0-9-]+)'/g)].map((match) => match[1] ?? '');
      }),
  );
}

describe('docs/troubleshooting.md', () => {
  it('has a section with meaning and remedy for every code', () => {
    const codes = new Set([...ERROR_CODES, ...FINDING_CODES, ...codesInSource()]);
    expect([...codes].filter((code) => !sections.includes(code))).toEqual([]);
  });

  it('has no section for what nothing says, nor the code a list of what nothing says', () => {
    const given = literalsInSource();
    expect(sections.filter((section) => !given.has(section))).toEqual([]);
    expect([...ERROR_CODES, ...FINDING_CODES].filter((code) => !given.has(code))).toEqual([]);
  });

  it('has no section twice', () => {
    expect(sections.filter((code, index) => sections.indexOf(code) !== index)).toEqual([]);
  });

  it('lists every VSS code with its name and finding', () => {
    for (const [number, { name, finding }] of VSS_CODES) {
      expect(page).toContain(`| \`0x${number.toString(16)}\` | ${name} | [${finding}](#${finding}) |`);
    }
  });

  it('tells what to do where Node.js dies of its compiler, as the messages about programs do', () => {
    const section = /^## A step that ends without a word\n([\s\S]+?)\n## /m.exec(page)?.[1];
    for (const told of ['exit code 139', '-1073740791', '0xC0000409', '`ACTIONS_RUNNER_DISABLE_NODE_MAGLEV=1`']) {
      expect(section).toContain(told);
    }
  });
});
