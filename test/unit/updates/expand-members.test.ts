import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expandMembers } from '../../../src/updates/expand-members.ts';
import { recordedTools } from '../windows/fake-tools.ts';

let folder: string;
let temp: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-expand-'));
  temp = join(folder, 't');
});
afterEach(() => rm(folder, { recursive: true }));

/** As expand.exe: no path of more than 259 characters. */
function expand(exitCode = 0) {
  return recordedTools(({ args: [cabinet = '', named = '', target = ''] }) => {
    const name = named.slice('-F:'.length);
    if (exitCode !== 0 || Math.max(cabinet.length, join(target, name).length) > 259) return { exitCode: 1 };
    mkdirSync(target, { recursive: true });
    writeFileSync(join(target, name), `${name} of ${readFileSync(cabinet, 'utf8')}`);
    return {};
  });
}

/** A folder in which `a.cab` has a path of so many characters. */
async function folderOf(characters: number): Promise<string> {
  const rest = characters - folder.length - 2 - 'a.cab'.length;
  const first = 'x'.repeat(Math.floor(rest / 2));
  const path = join(folder, first, 'x'.repeat(rest - first.length - 1));
  await mkdir(path, { recursive: true });
  return path;
}

describe('expandMembers', () => {
  it('names the cabinet and the folder as they are while expand.exe knows their paths', async () => {
    const place = await folderOf(259);
    const [cabinet, target] = [join(place, 'a.cab'), place];
    expect(cabinet).toHaveLength(259);
    await writeFile(cabinet, 'one');
    const tools = expand();
    await expandMembers(cabinet, ['b.txt', 'c.mum'], target, temp, tools);
    expect(tools.calls.map(({ tool, args }) => [tool, ...args])).toEqual([
      ['expand.exe', cabinet, '-F:b.txt', target],
      ['expand.exe', cabinet, '-F:c.mum', target],
    ]);
    expect(await readFile(join(target, 'c.mum'), 'utf8')).toBe('c.mum of one');
    expect(await readdir(folder)).not.toContain('t');
  });

  it.each([
    ['cabinet', 260, 100],
    ['target', 100, 260],
  ])('goes by a short path where that of the %s is too long', async (_, ofCabinet, ofTarget) => {
    const [cabinet, target] = [join(await folderOf(ofCabinet), 'a.cab'), await folderOf(ofTarget)];
    await writeFile(cabinet, 'one');
    const tools = expand();
    await expandMembers(cabinet, ['b.txt', 'c.mum'], target, temp, tools);
    expect(await readFile(join(target, 'b.txt'), 'utf8')).toBe('b.txt of one');
    expect(await readFile(join(target, 'c.mum'), 'utf8')).toBe('c.mum of one');
    for (const { args } of tools.calls) expect(args[0]?.startsWith(temp)).toBe(true);
    expect(await readdir(temp)).toEqual([]);
  });

  it('leaves nothing behind when expand.exe fails', async () => {
    const cabinet = join(await folderOf(270), 'a.cab');
    await writeFile(cabinet, 'one');
    await expect(expandMembers(cabinet, ['b.txt'], folder, temp, expand(1))).rejects.toMatchObject({ exitCode: 1 });
    expect(await readdir(temp)).toEqual([]);
  });
});
