import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSampleMedia } from '../../media/build.ts';
import { tools } from '../../media/media-tools.ts';

const EDITIONS = [
  { name: 'Windows Server 2019 Standard', flags: 'ServerStandardCore', type: 'Server Core', id: 'ServerStandard' },
  {
    name: 'Windows Server 2019 Standard (Desktop Experience)',
    flags: 'ServerStandard',
    type: 'Server',
    id: 'ServerStandard',
  },
  {
    name: 'Windows Server 2019 Datacenter',
    flags: 'ServerDatacenterCore',
    type: 'Server Core',
    id: 'ServerDatacenter',
  },
  {
    name: 'Windows Server 2019 Datacenter (Desktop Experience)',
    flags: 'ServerDatacenter',
    type: 'Server',
    id: 'ServerDatacenter',
  },
] as const;

let work = '';
let iso = '';
let wim = '';
let volume = '';

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'stillframe-iso-test-'));
  iso = (await buildSampleMedia()).windowsIso;
  await tools.run('7zz', ['x', '-y', `-o${work}`, iso]);
  wim = join(work, 'sources', 'install.wim');
  volume = join(work, 'windows.ntfs');
  await tools.run('truncate', ['-s', '400M', volume]);
  await tools.run('mkntfs', ['-Q', '-F', volume]);
  await tools.run('wimlib-imagex', ['apply', wim, '2', volume]);
});

afterAll(async () => {
  await rm(work, { recursive: true, force: true });
});

async function extract(index: number, path: string): Promise<string> {
  const target = join(work, `image-${index}`);
  await tools.run('wimlib-imagex', ['extract', wim, String(index), path, `--dest-dir=${target}`, '--no-acls']);
  return join(target, path.slice(path.lastIndexOf('/') + 1));
}

async function imageXml(): Promise<string> {
  const path = join(work, 'images.xml');
  await tools.run('wimlib-imagex', ['info', wim, '--extract-xml', path]);
  return (await readFile(path)).toString('utf16le');
}

async function registryValue(hive: string, key: string, value: string): Promise<string> {
  return (await tools.run('hivexget', [hive, key, value])).stdout.trim();
}

async function ntfsInfo(path: string): Promise<string> {
  return (await tools.run('ntfsinfo', ['-v', '-F', path, volume])).stdout;
}

describe('the disc', () => {
  it('is UDF with the label and the files of Windows media, and stays small', async () => {
    const { stdout } = await tools.run('7zz', ['l', iso]);
    expect(stdout).toContain('Type = Udf');
    expect(stdout).toContain('SSS_X64FRE_EN-US_DV9');
    for (const name of ['setup.exe', 'sources/boot.wim', 'sources/install.wim', 'efi/boot/bootx64.efi']) {
      expect(stdout).toContain(` ${name}\n`);
    }
    expect((await readFile(iso)).length).toBeLessThan(120 * 2 ** 20);
  });

  it('is read through its ISO 9660 side too, with the same install.wim', async () => {
    const other = join(work, 'by-xorriso.wim');
    await tools.run('xorriso', ['-osirrox', 'on', '-indev', iso, '-extract', '/sources/install.wim', other]);
    expect((await readFile(other)).equals(await readFile(wim))).toBe(true);
  });
});

describe('install.wim', () => {
  it('verifies, every blob against its SHA-1', async () => {
    await tools.run('wimlib-imagex', ['verify', wim]);
    await tools.run('wimlib-imagex', ['verify', join(work, 'sources', 'boot.wim')]);
  });

  it('says of its four images what real media say', async () => {
    const images = (await imageXml()).split('<IMAGE ').slice(1);
    expect(images).toHaveLength(4);
    images.forEach((xml, index) => {
      const edition = EDITIONS[index];
      expect(xml).toContain(`INDEX="${index + 1}"`);
      expect(xml).toContain(`<NAME>${edition?.name}</NAME>`);
      expect(xml).toContain(`<FLAGS>${edition?.flags}</FLAGS>`);
      expect(xml).toContain(`<EDITIONID>${edition?.id}</EDITIONID>`);
      expect(xml).toContain(`<INSTALLATIONTYPE>${edition?.type}</INSTALLATIONTYPE>`);
      expect(xml).toContain('<ARCH>9</ARCH>');
      expect(xml).toContain('<BUILD>17763</BUILD><SPBUILD>107</SPBUILD>');
    });
  });

  it.each([1, 2, 3, 4])('holds hives of image %i that hivex opens and that agree with it', async (index) => {
    const software = await extract(index, '/Windows/System32/config/SOFTWARE');
    const version = '\\Microsoft\\Windows NT\\CurrentVersion';
    expect(await registryValue(software, version, 'CurrentBuild')).toBe('17763');
    expect(Number(await registryValue(software, version, 'UBR'))).toBe(107);
    expect(await registryValue(software, version, 'EditionID')).toBe(EDITIONS[index - 1]?.id);
    expect(await registryValue(software, version, 'InstallationType')).toBe(EDITIONS[index - 1]?.type);
  });

  it('has a SYSTEM hive with control set, services and driver database, which can be changed', async () => {
    const system = await extract(1, '/Windows/System32/config/SYSTEM');
    expect(Number(await registryValue(system, '\\Select', 'Current'))).toBe(1);
    const { stdout } = await tools.run('hivexsh', [system], {
      input: 'ls\ncd \\DriverDatabase\nls\ncd \\ControlSet001\\Services\\LSI_SAS\\StartOverride\nlsval\n',
    });
    for (const key of ['ControlSet001', 'Setup', 'DriverInfFiles', 'DriverPackages', 'DeviceIds']) {
      expect(stdout).toContain(key);
    }
    expect(stdout).toContain('"0"=dword:00000003');
    await tools.run('hivexregedit', ['--merge', '--prefix', '\\', system], {
      input: '[\\ControlSet001\\Services\\pvscsi]\n"Start"=dword:00000000\n"Group"="SCSI Miniport"\n',
    });
    expect(await registryValue(system, '\\ControlSet001\\Services\\pvscsi', 'Group')).toBe('SCSI Miniport');
    expect(Number(await registryValue(system, '\\Select', 'Current'))).toBe(1);
  });

  it.each(['SAM', 'SECURITY', 'DEFAULT', 'BCD-Template'])('has a hive %s that exports whole', async (name) => {
    const hive = await extract(1, `/Windows/System32/config/${name}`);
    expect((await tools.run('hivexregedit', ['--export', hive, '\\'])).stdout).toMatch(/^\[.+\]$/m);
  });

  it('carries a recovery environment that is a WIM itself', async () => {
    await tools.run('wimlib-imagex', ['verify', await extract(2, '/Windows/System32/Recovery/Winre.wim')]);
  });
});

describe('the applied tree', () => {
  it('is a clean NTFS volume with attributes, short names and hard links', async () => {
    await tools.run('ntfsfix', ['-n', volume]);
    const winre = await ntfsInfo('/Windows/System32/Recovery/Winre.wim');
    expect(winre).toMatch(/File attributes:\s+HIDDEN SYSTEM ARCHIVE/);
    expect(await ntfsInfo('/Program Files')).toContain("'PROGRA~1'");
    expect(await ntfsInfo('/Windows/System32/ntdll.dll')).toMatch(/Number of Hard Links:\s+2 /);
  });

  it('has a junction, a named stream, an empty file and names beyond ASCII', async () => {
    const junction = await ntfsInfo('/Documents and Settings');
    expect(junction).toMatch(/File attributes:\s+HIDDEN SYSTEM REPARSE_POINT/);
    expect(junction).toMatch(/Reparse tag:\s+0xa0000003/);
    const notes = '/Users/Public/Documents/Grüße – 日本語 🗻.txt';
    expect((await tools.run('ntfscat', [volume, notes])).stdout).toContain('名前');
    expect((await tools.run('ntfscat', ['-n', 'Zone.Identifier', volume, notes])).stdout).toContain('ZoneId=3');
    expect((await tools.run('ntfscat', [volume, '/Windows/System32/empty.dat'])).stdout).toBe('');
  });

  it('equals the WIM when captured again, attributes, descriptors and links included', async () => {
    const captured = join(work, 'captured.wim');
    await tools.run('wimlib-imagex', ['capture', volume, captured, '--compress=none']);
    const listing = async (file: string, index: number): Promise<string[]> => {
      const { stdout } = await tools.run('wimlib-imagex', ['dir', file, String(index), '--detailed']);
      return stdout
        .split('\n')
        .filter((line) =>
          /^(?:Full Path|Short Name|Attributes|Security|Creation|Last Write|Reparse|Link Count|Named|Hash|Uncomp)/.test(
            line.trim(),
          ),
        )
        .map((line) => line.trim());
    };
    const original = await listing(wim, 2);
    expect(original.length).toBeGreaterThan(1500);
    expect(await listing(captured, 1)).toEqual(original);
  });
});
