import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative as relativePath } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readUpdatePackages } from '../../../../src/windows/plan/update-packages.ts';
import { writeCabinet } from '../../../media/updates/cabinet.ts';
import { recordedTools } from '../fake-tools.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-packages-'));
  await mkdir(join(folder, 'empty'));
  await mkdir(join(folder, 'many'));
  for (const name of ['b-kb5005112-x64.CAB', 'a.msu', 'readme.txt'])
    await writeFile(join(folder, 'many', name), content(name));
  await writeFile(join(folder, 'one.msu'), content('one'));
});

afterAll(() => rm(folder, { recursive: true }));

/** A cabinet that says nothing of itself. */
function content(name: string): Buffer {
  return writeCabinet([{ name: `${name}.txt`, data: Buffer.from(name) }], { compression: 'none' });
}

function read(text: string) {
  const log = { info: () => {}, warning: () => {}, debug: () => {}, group: <T>(_: string, body: () => T) => body() };
  const { signal } = new AbortController();
  return readUpdatePackages(text, { signal, tools: recordedTools(), temp: join(folder, 'temp'), log });
}

function sha256(name: string): string {
  return createHash('sha256').update(content(name)).digest('hex');
}

describe('readUpdatePackages', () => {
  it('keeps the order of the JSON and what it says', async () => {
    const path = join(folder, 'one.msu');
    const other = join(folder, 'many', 'a.msu');
    const text = JSON.stringify([
      { path, sha256: sha256('one').toUpperCase(), kb: 'KB1', kind: 'cumulative', build: '17763.1', size: 3 },
      { path: other, kind: '' },
    ]);
    expect(await read(` ${text}`)).toEqual([
      {
        path,
        size: content('one').length,
        sha256: sha256('one'),
        kb: 'KB1',
        kind: 'cumulative',
        build: '17763.1',
        identities: [],
        stack: undefined,
      },
      {
        path: other,
        size: content('a.msu').length,
        sha256: sha256('a.msu'),
        kb: undefined,
        kind: undefined,
        build: undefined,
        identities: [],
        stack: undefined,
      },
    ]);
  });

  it('takes files and folders, and the number of an update from its name', async () => {
    const packages = await read(`${join(folder, 'one.msu')}, \n ${join(folder, 'many')}\n`);
    expect(packages.map(({ path, kb }) => [path, kb])).toEqual([
      [join(folder, 'one.msu'), undefined],
      [join(folder, 'many', 'a.msu'), undefined],
      [join(folder, 'many', 'b-kb5005112-x64.CAB'), 'KB5005112'],
    ]);
    expect(await read('')).toEqual([]);
    expect(await read(' \n,')).toEqual([]);
  });

  it.each([
    ['[', 'is not valid JSON'],
    ['[1]', 'has an entry 1 that is no object'],
    ['[null]', 'has an entry 1 that is no object'],
    ['[{"path":"a.msu"},{"kb":"KB1"}]', 'has an entry 2 without "path"'],
    ['[{"path":""}]', 'has an entry 1 without "path"'],
  ])('refuses %s', async (text, words) => {
    await expect(read(text)).rejects.toMatchObject({
      code: 'input-invalid',
      message: expect.stringContaining(`Input packages ${words}`) as string,
    });
  });

  it('refuses a folder without packages: it would install nothing without a word', async () => {
    await expect(read(join(folder, 'empty'))).rejects.toMatchObject({
      code: 'input-invalid',
      message: `Input packages names the folder ${join(folder, 'empty')}, which holds no .msu or .cab`,
    });
  });

  it('refuses what is neither .msu nor .cab, and what is not there', async () => {
    await expect(read(join(folder, 'many', 'readme.txt'))).rejects.toMatchObject({
      code: 'input-invalid',
      message: expect.stringContaining('neither .msu nor .cab') as string,
    });
    await expect(read(join(folder, 'none.msu'))).rejects.toMatchObject({ code: 'file-missing' });
    await expect(read('[{"path":"/none/x.cab"}]')).rejects.toMatchObject({ code: 'file-missing' });
  });

  it('refuses a file whose content is another', async () => {
    const text = JSON.stringify([{ path: join(folder, 'one.msu'), sha256: '0'.repeat(64) }]);
    await expect(read(text)).rejects.toMatchObject({
      code: 'hash-mismatch',
      message: expect.stringContaining(`${sha256('one')}, expected was ${'0'.repeat(64)}`) as string,
    });
  });
});

describe('what a list says', () => {
  it('is read in any case, and paths are seen from here', async () => {
    const before = process.cwd();
    const relative = relativePath(before, join(folder, 'one.msu'));
    const [found] = await read(JSON.stringify([{ path: relative }]));
    expect(found?.path).toBe(join(folder, 'one.msu'));
    expect((await read(join(folder, 'many', 'b-kb5005112-x64.CAB')))[0]).toMatchObject({ kb: 'KB5005112' });
  });

  it.each([
    [' {"path":"a.msu"}', 'input-invalid'],
    ['["a.msu"]', 'input-invalid'],
    ['[{"path":3}]', 'input-invalid'],
  ])('%s is refused', async (text, code) => {
    await expect(read(text)).rejects.toMatchObject({
      code: expect.stringMatching(new RegExp(`${code}|file-missing`)) as string,
    });
  });

  it('says which file is not the one that was pinned', async () => {
    const path = join(folder, 'one.msu');
    await expect(read(JSON.stringify([{ path, sha256: 'ab' }]))).rejects.toMatchObject({
      code: 'hash-mismatch',
      message: `The update package ${path} has the SHA-256 ${sha256('one')}, expected was ab`,
      hint: 'Fetch it again with fetch-updates.',
    });
  });

  it('of a folder has its packages by name, and none but those', async () => {
    expect((await read(join(folder, 'many'))).map(({ path }) => basename(path))).toEqual([
      'a.msu',
      'b-kb5005112-x64.CAB',
    ]);
  });
});
