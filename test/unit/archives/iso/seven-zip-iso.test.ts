import { mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWithSevenZip, parseListing } from '../../../../src/archives/iso/seven-zip-iso.ts';
import { FormatError, ToolError } from '../../../../src/errors.ts';
import { fakeTools } from '../../drivers/fake-tools.ts';

let work: string;
beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'stillframe-7z-'));
});
afterEach(() => rm(work, { recursive: true, force: true }));

const USE = { input: 'tools-iso', code: 'not-tools-media' } as const;

describe('parseListing', () => {
  it('reads the files of a listing and their sizes, not the folders, whatever ends the lines', () => {
    const text =
      'Path = a b\nFolder = +\nSize = 0\n\nPath = old\nAttributes = D\n\nPath = a b/c.inf\r\nFolder = -\r\nSize = 3\r\n\r\n\r\nPath = d\\e = f.txt \nSize = 66606322\n\nPath = no size\nSize = \n\nType = Udf\n';
    expect(parseListing(text, 'x.iso')).toEqual([
      { path: 'a b/c.inf', size: 3 },
      { path: 'd/e = f.txt ', size: 66606322 },
      { path: 'no size', size: 0 },
    ]);
  });

  it.each(['../x', 'a/../../x', '/etc/passwd', 'C:\\x', '..\\x'])('refuses a member called %s', (path) => {
    expect(() => parseListing(`Path = ${path}\nSize = 1\n\n`, 'x.iso')).toThrow(FormatError);
  });

  it.each(['a..b', '..a', 'x/C:y'])('takes a member called %s', (path) => {
    expect(parseListing(`Path = ${path}\nSize = 1\n\n`, 'x.iso')).toEqual([{ path, size: 1 }]);
  });
});

describe('openWithSevenZip', () => {
  it('lists once, and takes out any number of files by a list', async () => {
    const { tools, calls } = fakeTools(() => 'Path = a\nSize = 1\n\n');
    const iso = await openWithSevenZip('/x.iso', USE, { tools, temp: work });
    expect(iso).toMatchObject({ path: '/x.iso', root: undefined });
    expect(await iso.list()).toEqual([{ path: 'a', size: 1 }]);
    await iso.extract(['a', '*[b]'], join(work, 'out'));
    await iso.extract(['c'], join(work, 'out'));
    await iso.close();
    expect(calls.map(({ args }) => args)).toEqual([
      ['l', '-slt', '-ba', '-sccUTF-8', '--', '/x.iso'],
      ['x', '-y', '-bd', '-spd', '-scsUTF-8', `-o${join(work, 'out')}`, '/x.iso', expect.stringMatching(/^-i@/)],
      expect.arrayContaining(['x']),
    ]);
    const lists = calls.slice(1).map(({ args }) => args.at(-1)?.slice(3) ?? '');
    expect(await Promise.all(lists.map((list) => readFile(list, 'utf8')))).toEqual(['a\n*[b]\n', 'c\n']);
  });

  it('takes no link out of foreign media', async () => {
    const { tools } = fakeTools(async ({ args }) => {
      if (args[0] !== 'x') return '';
      await mkdir(join(work, 'out'), { recursive: true });
      await symlink('/etc', join(work, 'out', 'link'));
      return '';
    });
    const iso = await openWithSevenZip('/x.iso', USE, { tools, temp: work });
    await expect(iso.extract(['link'], join(work, 'out'))).rejects.toThrow('a symbolic link');
  });

  it('says what 7-Zip says of a file that is no disc image', async () => {
    const failing = (error: Error) => fakeTools(() => Promise.reject(error)).tools;
    const open = (error: Error) => openWithSevenZip('/x.iso', USE, { tools: failing(error), temp: work });
    await expect(open(new ToolError('7zz', 2, 'x\n  ERROR: Cannot open the file as archive\ny'))).rejects.toMatchObject(
      {
        code: 'not-tools-media',
        message: '/x.iso is not a disc image that 7-Zip can read: ERROR: Cannot open the file as archive',
        hint: expect.stringContaining('"tools-iso"'),
      },
    );
    await expect(open(new ToolError('7zz', 2, 'x'))).rejects.toMatchObject({
      message: '/x.iso is not a disc image that 7-Zip can read: 7zz ended with exit code 2',
    });
    await expect(open(new Error('cancelled'))).rejects.toThrow(/^cancelled$/);
  });

  it('asks nothing about a folder', async () => {
    const { tools, calls } = fakeTools(() => '');
    await expect(openWithSevenZip(work, USE, { tools, temp: work })).rejects.toMatchObject({
      code: 'not-tools-media',
      message: `${work} is a folder where an ISO file is needed`,
      hint: 'Give "tools-iso" the path of the ISO.',
    });
    expect(calls).toEqual([]);
  });
});
