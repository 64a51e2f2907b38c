/** The program that unpacks is played: what it is asked for, what is made of what it leaves, and what happens when it fails. */

import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPackage } from '../../../src/updates/open-package.ts';
import { writeCabinet } from '../../media/updates/cabinet.ts';
import { type RecordedTools, recordedTools } from '../windows/fake-tools.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-open-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

type Members = Readonly<Record<string, string | Buffer>>;

const identity = (name: string, version: string): string =>
  `<unattend><servicing><package><assemblyIdentity name="${name}" version="${version}"/></package></servicing></unattend>`;
const XML = identity('Package_for_RollupFix', '17763.9619.1.5');
const PROPERTIES = 'Applies to="Windows 10.0"\nKB Article Number="5098818"\n';
const COMBINED: Members = {
  'WSUSSCAN.cab': 'scan',
  'Windows10.0-KB5098818-x64.cab': 'update',
  'SSU-17763.9603-x64.cab': 'stack',
  'Windows10.0-KB5098818-x64.xml': XML,
  'Windows10.0-KB5098818-x64-pkgProperties.txt': PROPERTIES,
};

function cabinet(members: Members): Promise<string> {
  const data = Object.entries(members).map(([name, text]) => ({ name, data: Buffer.from(text) }));
  return onDisk(writeCabinet(data, { compression: 'none' }));
}

async function onDisk(bytes: Uint8Array): Promise<string> {
  const path = join(folder, 'x.msu');
  await writeFile(path, bytes);
  return path;
}

/** Lists what the container holds and unpacks the members that are named. */
function unpacker(members: Members, more: { readonly missing?: string[]; readonly lost?: string } = {}): RecordedTools {
  return recordedTools(({ args }) => {
    if (args[0] === 'l') {
      const names = Object.keys(members).map((name) => `Path = ${name}\r\nSize = 1\r\n`);
      return { stdout: names.join('\n') };
    }
    const target = args.find((arg) => arg.startsWith('-o'))?.slice(2) ?? '';
    for (const arg of args) {
      const name = arg.startsWith('-i!') ? arg.slice(3) : undefined;
      if (name !== undefined && name !== more.lost) writeFileSync(join(target, name), members[name] ?? '');
    }
    return {};
  }, more.missing);
}

const includes = (tools: RecordedTools): string[][] =>
  tools.calls
    .filter(({ args }) => args[0] === 'e')
    .map(({ args }) => args.filter((arg) => arg.startsWith('-i!')).map((arg) => arg.slice(3)));

describe('what a package says of itself', () => {
  it('is read from its texts, of which alone are unpacked', async () => {
    const path = await cabinet({ ...COMBINED, 'sub\\update.mum': 'x', '.update.mum': 'x', 'readme.txt': 'x' });
    const tools = unpacker(COMBINED);
    const temp = join(folder, 'temp', 'deep');
    expect(await openPackage(path, tools, { temp })).toEqual({
      container: 'cab',
      kb: 'KB5098818',
      identity: { name: 'Package_for_RollupFix', version: '17763.9619.1.5' },
      identities: [{ name: 'Package_for_RollupFix', version: '17763.9619.1.5' }],
      build: '17763.9619',
      stack: '17763.9603',
      hotpatch: false,
      cabs: [],
    });
    const [call] = tools.calls;
    expect(call).toMatchObject({ tool: '7zz' });
    expect(call?.args.map((arg) => (arg.startsWith('-o') ? arg.replace(/\w{6}$/, '') : arg))).toEqual([
      ...['e', '-tcab', '-y', '-bd', '-bso0', `-o${join(temp, '.opening-stillframe-tmp-')}`],
      ...['-i!Windows10.0-KB5098818-x64.xml', '-i!Windows10.0-KB5098818-x64-pkgProperties.txt', '--', path],
    ]);
    expect(tools.calls).toHaveLength(1);
    expect(await readdir(temp)).toEqual([]);
  });

  it('takes the number from the properties before that of a name, and from a name before that of the identity', async () => {
    const named = { 'Windows10.0-KB5000001-x64.cab': '', 'update.mum': identity('Package_for_KB5000002', '1.2.3.4') };
    const told = async (members: Members): Promise<string | undefined> =>
      (await openPackage(await cabinet(members), unpacker(members), { temp: folder })).kb;
    expect(await told({ ...named, 'x-pkgProperties.txt': PROPERTIES })).toBe('KB5098818');
    expect(await told({ ...named, 'x-pkgProperties.txt': 'nothing' })).toBe('KB5000001');
    expect(await told({ 'Windows11.0-KB5000003-x64.wim': '', 'update.mum': named['update.mum'] })).toBe('KB5000003');
    expect(await told({ 'update.mum': identity('Package_for_KB5000002_x', '1.2.3.4') })).toBe('KB5000002');
    expect(await told({ 'x.txt': '' })).toBeUndefined();
  });

  it('takes the identity from the text that bears the number, not from one of the uup', async () => {
    const members = {
      'Windows10.0-KB5098818-x64_uup.xml': identity('Package_for_Uup', '17763.1.1.1'),
      'Windows10.0-KB5098818-x64.xml': XML,
      'update.mum': identity('Package_for_Mum', '17763.2.1.1'),
    };
    const opened = await openPackage(await cabinet(members), unpacker(members), { temp: folder });
    expect(opened.identity?.name).toBe('Package_for_RollupFix');
    const { 'Windows10.0-KB5098818-x64.xml': _, ...others } = members;
    const other = await openPackage(await cabinet(others), unpacker(others), { temp: folder });
    expect(other.identity?.name).toBe('Package_for_Mum');
  });

  it('leaves out what nothing says', async () => {
    const tools = unpacker({});
    expect(await openPackage(await cabinet({ 'x.dat': '' }), tools, { temp: folder })).toEqual({
      container: 'cab',
      hotpatch: false,
      cabs: [],
    });
    expect(tools.calls).toEqual([]);
  });

  it.each([
    ['hotpatchcompdb.xml', true],
    ['CompDB.xml', false],
  ])('metadata that hold %s: a hotpatch is %s', async (name, hotpatch) => {
    const metadata = writeCabinet([
      { name: 'other.xml', data: Buffer.from('') },
      { name: `LCUCompDB_${name}`, data: Buffer.from('') },
    ]);
    const members = { 'LCU.AggregatedMetadata.cab': metadata };
    const opened = await openPackage(await cabinet(members), unpacker(members), { temp: folder });
    expect(opened.hotpatch).toBe(hotpatch);
  });
});

describe('the cabinets that are asked for', () => {
  it('stand in the folder, the servicing stack before the update, with one run of the program', async () => {
    const members = { ...COMBINED, 'Windows10.0-KB5098818-x64_PSFX.cab': 'second', 'SSU-17763.9000-x64.cab': 'older' };
    const tools = unpacker(members);
    const extractTo = join(folder, 'cabs');
    const { cabs } = await openPackage(await cabinet(members), tools, { temp: folder, extractTo });
    const at = (name: string): string => join(extractTo, name);
    expect(cabs).toEqual([
      {
        path: at('SSU-17763.9000-x64.cab'),
        name: 'SSU-17763.9000-x64.cab',
        kind: 'servicing-stack',
        version: '17763.9000',
      },
      {
        path: at('SSU-17763.9603-x64.cab'),
        name: 'SSU-17763.9603-x64.cab',
        kind: 'servicing-stack',
        version: '17763.9603',
      },
      { path: at('Windows10.0-KB5098818-x64.cab'), name: 'Windows10.0-KB5098818-x64.cab', kind: 'update' },
      { path: at('Windows10.0-KB5098818-x64_PSFX.cab'), name: 'Windows10.0-KB5098818-x64_PSFX.cab', kind: 'update' },
    ]);
    expect(await readFile(at('Windows10.0-KB5098818-x64.cab'), 'utf8')).toBe('update');
    expect((await readdir(extractTo)).sort()).toEqual(cabs.map(({ name }) => name).sort());
    expect(includes(tools)).toHaveLength(1);
    const wanted = Object.keys(members).filter((name) => name !== 'WSUSSCAN.cab');
    expect(new Set(includes(tools)[0])).toEqual(new Set(wanted));
  });

  it('of a package that is a cabinet already are the package itself', async () => {
    const members = { 'UPDATE.MUM': identity('Package_for_KB5005112', '17763.2090.1.0'), 'big.psf': '' };
    const path = await cabinet(members);
    const { cabs } = await openPackage(path, unpacker(members), { temp: folder, extractTo: join(folder, 'cabs') });
    expect(cabs).toEqual([{ path, name: 'x.msu', kind: 'update' }]);
  });

  it('come after what a killed run left was removed, and nothing else', async () => {
    const extractTo = join(folder, 'cabs');
    await mkdir(join(extractTo, '.opening-stillframe-tmp-abc'), { recursive: true });
    await writeFile(join(extractTo, '.opening-stillframe-tmp-abc', 'x'), '');
    await writeFile(join(extractTo, 'mine.cab'), '');
    const seen: string[][] = [];
    const tools = recordedTools(({ args }) => {
      seen.push(readdirSync(extractTo).filter((name) => name.endsWith('-abc')));
      const target = args.find((arg) => arg.startsWith('-o'))?.slice(2) ?? '';
      for (const [name, text] of Object.entries(COMBINED)) writeFileSync(join(target, name), text);
      return {};
    });
    await openPackage(await cabinet(COMBINED), tools, { temp: folder, extractTo });
    expect(seen).toEqual([[]]);
    expect(await readdir(extractTo)).toContain('mine.cab');
  });

  it.each([
    ['content in a .psf', { ...COMBINED, 'x.PSF': '' }, 'its content is in a .psf of differences'],
    ['no update', { 'SSU-17763.9603-x64.cab': '' }, 'it holds no cabinet named Windows…-KB….cab'],
    ['a name of another form', { 'xWindows10.0-KB5098818-x64.cab': '' }, 'it holds no cabinet named'],
    ['a name that goes on', { 'Windows10.0-KB5098818-x64.cab.txt': '' }, 'it holds no cabinet named'],
  ])('are refused for %s, before anything is unpacked', async (_, members, words) => {
    const tools = unpacker(members);
    const extractTo = join(folder, 'cabs');
    await expect(openPackage(await cabinet(members), tools, { temp: folder, extractTo })).rejects.toMatchObject({
      code: 'package-invalid',
      message: expect.stringContaining(`x.msu cannot be taken apart: ${words}`),
      hint: 'Set extract: false and give the package itself to DISM.',
    });
    expect(tools.calls).toEqual([]);
    expect(existsSync(extractTo)).toBe(false);
  });

  it('are missed when the program did not write one', async () => {
    const tools = unpacker(COMBINED, { lost: 'Windows10.0-KB5098818-x64.cab' });
    const extractTo = join(folder, 'cabs');
    await expect(openPackage(await cabinet(COMBINED), tools, { temp: folder, extractTo })).rejects.toThrow(
      'cannot be taken apart: Windows10.0-KB5098818-x64.cab was not unpacked',
    );
    expect((await readdir(extractTo)).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

describe('a WIM container', () => {
  const WIM = Buffer.concat([Buffer.from('MSWIM\0\0\0', 'latin1'), Buffer.alloc(100)]);
  const members = {
    'Windows11.0-KB5122871-x64.wim': '',
    'SSU-26100.33432-x64.cab': '',
    'Windows11.0-KB5122871-x64.xml': identity('Package_for_RollupFix', '26100.33438.1.1'),
  };

  it('is listed and unpacked as one, whatever its name', async () => {
    const path = await onDisk(WIM);
    const tools = unpacker(members);
    expect(await openPackage(path, tools, { temp: folder })).toMatchObject({
      container: 'wim',
      kb: 'KB5122871',
      build: '26100.33438',
      stack: '26100.33432',
      cabs: [],
    });
    expect(tools.calls[0]?.args).toEqual(['l', '-twim', '-slt', '-ba', '--', path]);
    expect(tools.calls[1]?.args[1]).toBe('-twim');
  });

  it('is not looked into where nothing can', async () => {
    const tools = unpacker(members, { missing: ['7zz'] });
    expect(await openPackage(await onDisk(WIM), tools, { temp: folder })).toEqual({
      container: 'wim',
      hotpatch: false,
      cabs: [],
      unread: '7-Zip, which reads WIM containers, is not installed',
    });
    expect(tools.calls).toEqual([]);
  });

  describe('on a Windows without 7-Zip', () => {
    beforeEach(() => void vi.stubGlobal('process', { ...process, platform: 'win32' }));
    afterEach(() => vi.unstubAllGlobals());
    const LISTING = [
      '',
      'Deployment Image Servicing and Management tool',
      'Version: 10.0.26100.1',
      '',
      '\\',
      '\\Windows11.0-KB5122871-x64.wim',
      '\\sub\\',
      '\\sub\\SSU-26100.1-x64.cab',
      '\\SSU-26100.33432-x64.cab',
      'The operation completed successfully.',
    ].join('\r\n');

    it('is known by the names that DISM lists', async () => {
      const tools = recordedTools(() => ({ stdout: LISTING }), ['7zz']);
      const path = await onDisk(WIM);
      expect(await openPackage(path, tools, { temp: folder })).toEqual({
        container: 'wim',
        kb: 'KB5122871',
        stack: '26100.33432',
        hotpatch: false,
        cabs: [],
        unread: 'only the names of its files are known: 7-Zip, which reads WIM containers, is not installed',
      });
      expect(tools.calls.map(({ tool, args }) => [tool, ...args])).toEqual([
        ['dism.exe', '/English', '/List-Image', `/ImageFile:${path}`, '/Index:1'],
      ]);
      await expect(openPackage(path, tools, { temp: folder, extractTo: join(folder, 'cabs') })).rejects.toThrow(
        'it is a WIM container',
      );
    });

    it('is not known where DISM refuses, and any other fault is one', async () => {
      const tools = recordedTools(() => ({ exitCode: 740 }), ['7zz']);
      expect((await openPackage(await onDisk(WIM), tools, { temp: folder })).unread).toBe(
        '7-Zip, which reads WIM containers, is not installed, and dism.exe ended with exit code 740',
      );
      const broken = recordedTools(() => {
        throw new Error('something else');
      }, ['7zz']);
      await expect(openPackage(await onDisk(WIM), broken, { temp: folder })).rejects.toThrow(/^something else$/);
    });

    it('is asked of 7-Zip where that is there', async () => {
      const tools = unpacker(members);
      await openPackage(await onDisk(WIM), tools, { temp: folder });
      expect(tools.calls.map(({ tool }) => tool)).toEqual(['7zz', '7zz']);
    });
  });

  it('is never taken apart', async () => {
    const options = { temp: folder, extractTo: join(folder, 'cabs') };
    await expect(openPackage(await onDisk(WIM), unpacker(members), options)).rejects.toThrow(
      'it is a WIM container, whose parts DISM cannot add one by one',
    );
  });
});

describe('a package that cannot be unpacked', () => {
  it('is damaged, by the last words of the program, and leaves nothing', async () => {
    const tools = recordedTools(() => ({ exitCode: 2, stderr: 'first\nData Error' }));
    const path = await cabinet(COMBINED);
    await expect(openPackage(path, tools, { temp: folder })).rejects.toMatchObject({
      code: 'package-invalid',
      message: `${path} could not be unpacked: 7zz ended with exit code 2: Data Error`,
      cause: expect.objectContaining({ name: 'ToolError' }),
    });
    expect(await readdir(folder)).toEqual(['x.msu']);
  });

  it('is not blamed for another fault', async () => {
    const tools = recordedTools(() => {
      throw new Error('something else');
    });
    await expect(openPackage(await cabinet(COMBINED), tools, { temp: folder })).rejects.toThrow(/^something else$/);
  });

  it('is not even opened when it is none', async () => {
    mkdirSync(join(folder, 'temp'));
    await expect(
      openPackage(await onDisk(Buffer.from('PK\x03\x04....')), recordedTools(), { temp: join(folder, 'temp') }),
    ).rejects.toMatchObject({ name: 'FormatError', message: expect.stringContaining('"PK......"') });
  });
});
