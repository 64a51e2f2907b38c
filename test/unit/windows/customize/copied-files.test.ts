import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FileCopy, parseFileCopies, readFileCopies } from '../../../../src/windows/customize/copied-files.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-copies-'));
  await mkdir(join(folder, 'corp', 'sub'), { recursive: true });
  for (const name of ['corp/b.txt', 'corp/sub/a.txt', 'tool.exe']) await writeFile(join(folder, name), name);
});
afterEach(() => rm(folder, { recursive: true }));

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function read(...copies: readonly FileCopy[]) {
  const { signal } = new AbortController();
  return readFileCopies(
    copies.map(({ from, to }) => ({ from: join(folder, from), to })),
    signal,
  );
}

describe('parseFileCopies', () => {
  it('reads one copy a line', () => {
    expect(parseFileCopies('a b/ => C:\\Corp\n\n  c=>C:\\x y\n')).toEqual([
      { from: 'a b/', to: 'C:\\Corp' },
      { from: 'c', to: 'C:\\x y' },
    ]);
  });

  it.each(['a', 'a =>', '=> b', 'a => b => c'])('refuses "%s"', (text) => {
    expect(() => parseFileCopies(text)).toThrow(
      expect.objectContaining({ code: 'input-invalid', message: `Input files: "${text}" is no copy` }),
    );
  });
});

describe('readFileCopies', () => {
  it('gives the content of a folder, a file under its new name, and a file into a folder', async () => {
    const files = await read(
      { from: 'corp', to: 'C:\\Corp' },
      { from: 'tool.exe', to: 'C:\\t.exe' },
      { from: 'tool.exe', to: 'C:\\Bin\\' },
    );
    expect(files.map(({ path, size, sha256: hash }) => [path, size, hash])).toEqual([
      ['Corp/b.txt', 10, sha256('corp/b.txt')],
      ['Corp/sub/a.txt', 14, sha256('corp/sub/a.txt')],
      ['t.exe', 8, sha256('tool.exe')],
      ['Bin/tool.exe', 8, sha256('tool.exe')],
    ]);
    expect((await read({ from: 'corp', to: 'C:\\' })).map(({ path }) => path)).toEqual(['b.txt', 'sub/a.txt']);
  });

  it.each<[string, readonly FileCopy[], string]>([
    ['a place on another drive', [{ from: 'corp', to: 'D:\\x' }], 'is no path on C:'],
    ['a file as the root', [{ from: 'tool.exe', to: 'C:' }], 'is no path on C:'],
    [
      'two files in one place, whatever the case',
      [
        { from: 'corp', to: 'C:\\Corp' },
        { from: 'tool.exe', to: 'C:\\CORP\\B.TXT' },
      ],
      'go both to C:\\CORP\\B.TXT',
    ],
    [
      'files where this action puts its own',
      [{ from: 'corp', to: 'C:\\Windows\\Setup\\Stillframe' }],
      'files of its own',
    ],
  ])('refuses %s', async (_, copies, message) => {
    await expect(read(...copies)).rejects.toMatchObject({
      code: 'input-invalid',
      message: expect.stringContaining(message) as string,
    });
  });

  it('refuses an empty folder, wherever it is: of it nothing would be there', async () => {
    await mkdir(join(folder, 'none'));
    await expect(read({ from: 'none', to: 'C:\\x' })).rejects.toThrow(/none is an empty folder/);
    await mkdir(join(folder, 'corp', 'sub', 'logs'));
    await expect(read({ from: 'corp', to: 'C:\\x' })).rejects.toMatchObject({
      code: 'input-invalid',
      message: expect.stringMatching(/^Input files: .*logs is an empty folder/) as string,
    });
  });

  it('refuses what is not there, a name that Windows does not take, a link, and a folder of ours inside a folder', async () => {
    await expect(read({ from: 'none', to: 'C:\\x' })).rejects.toMatchObject({ code: 'file-missing' });
    await writeFile(join(folder, 'corp', 'a:b'), '');
    await expect(read({ from: 'corp', to: 'C:\\x' })).rejects.toThrow('"a:b" is no name for a file of Windows');
    await rm(join(folder, 'corp', 'a:b'));
    await symlink(join(folder, 'tool.exe'), join(folder, 'corp', 'link'));
    await expect(read({ from: 'corp', to: 'C:\\x' })).rejects.toThrow(/link is neither a file nor a folder/);
    await mkdir(join(folder, 'root', 'Windows', 'Panther'), { recursive: true });
    await writeFile(join(folder, 'root', 'Windows', 'Panther', 'unattend.xml'), '');
    await expect(read({ from: 'root', to: 'C:\\' })).rejects.toThrow('files of its own');
  });
});
