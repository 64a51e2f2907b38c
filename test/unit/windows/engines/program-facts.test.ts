import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ToolRunner } from '../../../../src/tools/tool-runner.ts';
import { programFacts } from '../../../../src/windows/engines/program-facts.ts';

const folder = mkdtempSync(join(tmpdir(), 'stillframe-programs-'));
afterAll(() => rmSync(folder, { recursive: true }));
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const SAYS: Readonly<Record<string, { stdout?: string; stderr?: string }>> = {
  'wimlib-imagex': { stdout: 'wimlib-imagex 1.13.5 (using wimlib 1.13.5)\n' },
  mkntfs: { stderr: 'mkntfs v2022.10.3 (libntfs-3g)\n' },
  odd: { stdout: 'version 7 of odd' },
};
const asked: string[] = [];
const tools: ToolRunner = {
  find: (name) => {
    writeFileSync(join(folder, name), `program ${name}`);
    return Promise.resolve(join(folder, name));
  },
  has: () => Promise.resolve(true),
  run: (name, args) => {
    asked.push([name, ...args].join(' '));
    const said = SAYS[name];
    if (!said) return Promise.reject(new Error('unknown option --version'));
    return Promise.resolve({ exitCode: 0, stdout: '', stderr: '', ...said });
  },
};
const facts = (names: readonly string[], ask: boolean) =>
  programFacts(names, ask, { tools, signal: new AbortController().signal });

describe('programFacts', () => {
  it('tells programs by their bytes, and by the version that they say, wherever they say it', async () => {
    expect(await facts(['wimlib-imagex', 'mkntfs', 'hivexsh', 'odd'], true)).toEqual([
      { name: 'wimlib-imagex', version: '1.13.5', sha256: sha256('program wimlib-imagex') },
      { name: 'mkntfs', version: '2022.10.3', sha256: sha256('program mkntfs') },
      { name: 'hivexsh', sha256: sha256('program hivexsh') },
      { name: 'odd', sha256: sha256('program odd') },
    ]);
  });

  it('starts nothing where it is not to ask', async () => {
    asked.length = 0;
    expect(await facts(['dism.exe'], false)).toEqual([{ name: 'dism.exe', sha256: sha256('program dism.exe') }]);
    expect(asked).toEqual([]);
  });
});
