import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { windowsServer } from '../../../../src/drivers/windows-target.ts';
import { readDriverPackages } from '../../../../src/windows/plan/driver-packages.ts';
import { PVSCSI_DEVICE, sampleInf } from '../../drivers/sample-inf.ts';
import { signedDriver } from '../../pe/sample-program.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'stillframe-packages-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

interface Sample {
  readonly name?: string;
  readonly version?: string;
  readonly storage?: boolean;
  readonly startType?: number;
  readonly service?: string;
  readonly sys?: Buffer;
  readonly change?: (inf: string) => string;
}

/** Writes a package into a folder below the root. @returns the path of its INF file */
async function driver(folder: string, sample: Sample = {}): Promise<string> {
  const { name = 'a', version = '1.0', storage = true, startType = 0, sys = signedDriver(), change } = sample;
  const storageClass = { class: 'SCSIAdapter', classGuid: '{4D36E97B-E325-11CE-BFC1-08002BE10318}' };
  const inf = sampleInf({
    name,
    device: PVSCSI_DEVICE,
    driverVer: `03/03/2022,${version}`,
    models: { NTamd64: true },
    startType,
    service: sample.service ?? name,
    ...(storage && storageClass),
  });
  await put(`${folder}/${name}.inf`, change?.(inf) ?? inf);
  await put(`${folder}/${name}.sys`, sys);
  await put(`${folder}/${name}.cat`, 'catalog');
  return join(root, folder, `${name}.inf`);
}

async function put(path: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), content);
}

const read = (text: string, build = 17763) => readDriverPackages(text, windowsServer(build));
const codes = (found: readonly { code: string; severity: string }[]) =>
  found.map(({ code, severity }) => `${severity} ${code}`);

describe('readDriverPackages', () => {
  it('takes of two copies the newer one alone, and names the other', async () => {
    await driver('two/win10', { version: '1.3.25.0' });
    await driver('two/win8', { version: '1.3.15.0' });
    const { packages, findings } = await read(join(root, 'two'));
    expect(packages.map(({ place, boot }) => [place, boot?.version])).toEqual([
      [join(root, 'two/win10/a.inf'), '1.3.25.0'],
    ]);
    expect(codes(findings)).toEqual(['info driver-left-out']);
    expect(findings[0]?.seen).toContain(
      `${join(root, 'two/win8/a.inf')}: version 1.3.15.0 of 2022-03-03 ranks behind.`,
    );
    expect(findings[0]?.seen).toContain('Of 2 copies of a.inf');
  });

  it('takes both of two drivers that share nothing but the name of their INF file', async () => {
    await driver('one', { version: '1.0.0.0', storage: false, startType: 3 });
    const change = (inf: string) => inf.replaceAll(PVSCSI_DEVICE, 'PCI\\VEN_1234&DEV_0001');
    await driver('two', { version: '2.0.0.0', storage: false, startType: 3, change });
    const { packages, findings } = await read(`${join(root, 'one')}\n${join(root, 'two')}`);
    expect(packages.map(({ name, infName, version }) => [name, infName, version])).toEqual([
      ['a', 'a.inf', '1.0.0.0'],
      ['a-2', 'a.inf', '2.0.0.0'],
    ]);
    expect(findings).toEqual([]);
  });

  it('refuses two boot drivers for different devices under one name', async () => {
    await driver('one');
    await driver('two', { change: (inf) => inf.replaceAll(PVSCSI_DEVICE, 'PCI\\VEN_1234&DEV_0001') });
    await expect(read(root)).rejects.toMatchObject({
      code: 'input-invalid',
      message: expect.stringMatching(/one\/a\.inf and .*two\/a\.inf are boot drivers for different devices/) as string,
    });
  });

  it('stages the files that the INF file names and no others, and hashes just these', async () => {
    const sys = signedDriver('one');
    const inf = await driver('d', { sys });
    await put('d/readme.txt', 'not part of it');
    const { packages } = await read(join(root, 'd'));
    const [found] = packages;
    expect(found?.files).toEqual([
      { path: 'a.inf', source: inf },
      { path: 'a.cat', source: join(root, 'd/a.cat') },
      { path: 'a.sys', source: join(root, 'd/a.sys') },
    ]);
    expect(found).toMatchObject({ name: 'a', infName: 'a.inf', bootBinary: join(root, 'd/a.sys') });
    await driver('e', { sys });
    expect((await read(join(root, 'e'))).packages[0]?.sha256).toBe(found?.sha256);
    await put('e/a.cat', 'another');
    expect((await read(join(root, 'e'))).packages[0]?.sha256).not.toBe(found?.sha256);
    expect(found?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(found?.sha256).not.toBe(createHash('sha256').digest('hex'));
  });

  it('stages a storage driver that starts on demand, and says that it is no boot driver', async () => {
    await driver('d', { startType: 3 });
    const { packages, findings } = await read(join(root, 'd'));
    expect(packages).toMatchObject([{ name: 'a', boot: undefined, bootBinary: undefined }]);
    expect(codes(findings)).toEqual(['info driver-starts-later']);
    expect(findings[0]?.seen).toContain('StartType 3');
  });

  it('starts Windows with storage drivers only', async () => {
    await driver('d', { storage: false });
    const { packages, findings } = await read(join(root, 'd'));
    expect(packages).toMatchObject([{ boot: undefined }]);
    expect(findings).toEqual([]);
  });

  it('warns of an INF file that is for no device, and fails on files that are missing', async () => {
    await driver('d', { change: (inf) => inf.replaceAll('NTamd64', 'NTarm64') });
    const { packages, findings } = await read(join(root, 'd'));
    expect(packages).toEqual([]);
    expect(codes(findings)).toEqual(['warning driver-does-not-bind']);
    expect(findings[0]?.seen).toContain('a.inf is for no device of this Windows');
    await driver('e');
    await rm(join(root, 'e/a.cat'));
    await expect(read(join(root, 'e'))).rejects.toMatchObject({ code: 'driver-incomplete' });
  });

  it('warns of a boot driver without an embedded signature', async () => {
    await driver('d', { sys: Buffer.from('MZ test driver') });
    const { packages, findings } = await read(join(root, 'd'));
    expect(packages[0]?.boot?.imagePath).toBe('System32\\drivers\\a.sys');
    expect(codes(findings)).toEqual(['warning boot-driver-unsigned']);
    expect(findings[0]?.seen).toContain('a.sys');
  });
});

describe('a boot driver of the driver store', () => {
  const change = (inf: string) => inf.replace('%12%', '%13%');

  it('is started from System32\\drivers', async () => {
    await driver('d', { change });
    const { packages, findings } = await read(join(root, 'd'));
    expect(packages[0]?.boot).toMatchObject({ imagePath: 'System32\\drivers\\a.sys', fromDriverStore: true });
    expect(findings).toEqual([]);
  });

  it.each([
    ['has no signature', { sys: Buffer.from('MZ test driver') }, 17763, 'no embedded signature'],
    ['is for newer builds', {}, 14393, 'from build 16299 on'],
    [
      'has a second binary',
      { change: (inf: string) => change(inf).replace('a.sys = 1', 'a.sys = 1\r\nb.dll = 1') },
      17763,
      'b.dll',
    ],
  ])('is refused when it %s', async (_what, sample, build, message) => {
    await driver('d', { change, ...sample });
    await expect(read(join(root, 'd'), build)).rejects.toMatchObject({
      code: 'driver-cannot-start',
      message: expect.stringContaining(message),
    });
  });

  it('that starts on demand is only left out by a Windows that is too old for it', async () => {
    await driver('d', { change, startType: 3 });
    expect(codes((await read(join(root, 'd'), 14393)).findings)).toEqual(['warning driver-does-not-bind']);
    await driver('n', { change, storage: false });
    expect(codes((await read(join(root, 'n'), 14393)).findings)).toEqual(['warning driver-does-not-bind']);
  });
});

describe('boot drivers of two INF files that want the same', () => {
  it.each([
    ['service', { service: 'svc' }],
    ['file', { change: (inf: string) => inf.replaceAll(/\bb\.sys/g, 'a.sys') }],
  ])('%s: the newer one has it, the older is staged', async (_what, sample) => {
    await driver('a', { version: '2.0', service: 'SVC' });
    await driver('b', { name: 'b', version: '1.0', ...sample });
    await put('b/a.sys', signedDriver('older'));
    const { packages, findings } = await read(`${join(root, 'b')}\n${join(root, 'a')}`);
    expect(packages.map(({ name, boot, bootBinary }) => [name, boot !== undefined, bootBinary !== undefined])).toEqual([
      ['b', false, false],
      ['a', true, true],
    ]);
    expect(codes(findings)).toEqual(['info driver-left-out']);
    expect(findings[0]?.seen).toContain('b.inf 1.0.0.0');
  });

  it('the same version of both is no conflict, nor are two services', async () => {
    await driver('a', { service: 'svc' });
    await driver('b', { name: 'b', service: 'svc' });
    const change = (inf: string): string => inf.replaceAll(PVSCSI_DEVICE, 'PCI\\VEN_1000&DEV_0054');
    await driver('c', { name: 'c', version: '3.0', change });
    const { packages, findings } = await read(root);
    expect(packages.every(({ boot }) => boot !== undefined)).toBe(true);
    expect(findings).toEqual([]);
  });

  it('a device: the better ranked one has it, the other is staged', async () => {
    await driver('a', { version: '1.0' });
    await driver('b', { name: 'b', version: '2.0' });
    const { packages, findings } = await read(root);
    expect(packages.map(({ name, boot }) => [name, boot !== undefined])).toEqual([
      ['a', false],
      ['b', true],
    ]);
    expect(codes(findings)).toEqual(['info driver-left-out']);
    expect(findings[0]?.seen).toContain(`are both for ${PVSCSI_DEVICE}`);
  });
});

describe('strings that nobody defines', () => {
  it('are no device: a driver for nothing else is left out, with a warning', async () => {
    await driver('d', { change: (inf) => inf.replaceAll(PVSCSI_DEVICE, '%Device.Id%') });
    const { packages, findings } = await read(join(root, 'd'));
    expect(packages).toEqual([]);
    expect(codes(findings)).toEqual(['warning driver-does-not-bind']);
    expect(findings[0]?.seen).toContain('by strings that it does not define (%DEVICE.ID%)');
  });

  it('bind nothing beside the ids that are ones', async () => {
    await driver('d', { change: (inf) => inf.replaceAll(PVSCSI_DEVICE, `${PVSCSI_DEVICE}, %Device.Id%`) });
    const { packages } = await read(join(root, 'd'));
    expect(packages.map(({ hardwareIds }) => hardwareIds)).toEqual([[PVSCSI_DEVICE]]);
  });

  it('start nothing: such a driver is left out, but for one that a disk may hang on', async () => {
    const change = (inf: string): string => inf.replace(/StartType = \d/, 'StartType = %Start%');
    const other = await driver('other', { name: 'other', storage: false, change });
    const { packages, findings } = await read(other);
    expect(packages).toEqual([]);
    expect(codes(findings)).toEqual(['warning driver-does-not-bind']);
    expect(findings[0]?.seen).toMatch(
      /it cannot be installed: expected a number for StartType, found "%Start%" \(line \d+\)/,
    );
    await expect(read(await driver('disk', { change }))).rejects.toMatchObject({
      code: 'driver-cannot-start',
      message: expect.stringMatching(/a\.inf: it cannot be installed: expected a number for StartType/) as string,
    });
  });
});

describe('what is given', () => {
  it('may be the JSON of extract-drivers, each file once', async () => {
    const inf = await driver('d');
    const text = JSON.stringify([{ inf }, { inf: 'a.inf', path: join(root, 'd') }]);
    expect((await read(text)).packages.map(({ place }) => place)).toEqual([inf]);
    expect((await read('')).packages).toEqual([]);
    expect((await read(' \n, ')).packages).toEqual([]);
    expect((await read(inf)).packages).toHaveLength(1);
  });

  it('leaves out an INF file of a folder that cannot be read, and fails on one that is named', async () => {
    await driver('d');
    await put('d/bad.inf', 'no section');
    const { packages, findings } = await read(join(root, 'd'));
    expect(packages).toHaveLength(1);
    expect(codes(findings)).toEqual(['warning inf-unreadable']);
    expect(findings[0]?.seen).toContain('bad.inf');
    await expect(read(join(root, 'd/bad.inf'))).rejects.toThrow('[Version]');
    await put('only/bad.inf', 'no section');
    await expect(read(join(root, 'only'))).rejects.toThrow('[Version]');
  });

  it.each([
    ['[{', 'input-invalid', 'is not valid JSON'],
    ['[1]', 'input-invalid', 'an entry 1 without "inf"'],
    ['[{"inf":"/x"},{"path":"/x"}]', 'input-invalid', 'an entry 2 without "inf"'],
    ['/nowhere/at-all', 'file-missing', 'The driver /nowhere/at-all (input drivers) does not exist'],
  ])('%s is refused with %s', async (text, code, message) => {
    await expect(read(text)).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
  });

  it('a folder without INF files is refused', async () => {
    await put('empty/readme.txt', 'x');
    await expect(read(join(root, 'empty'))).rejects.toMatchObject({
      code: 'input-invalid',
      message: expect.stringContaining('which holds no INF file'),
    });
  });
});
