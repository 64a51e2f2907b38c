/** What the bundle of build-vhd makes of the drivers it is given, looked at with ntfs-3g and hivex. */

import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PVSCSI_DEVICE, sampleInf } from '../../unit/drivers/sample-inf.ts';
import { signedDriver } from '../../unit/pe/sample-program.ts';
import { type Chain, openChain } from '../chain/chain-fixture.ts';
import { createWorkspace, type TakenApart, takeApart, type Workspace } from './build-run.ts';
import { changedIso } from './changed-iso.ts';

let chain: Chain;
let workspace: Workspace;

beforeAll(async () => {
  chain = await openChain();
  workspace = await createWorkspace();
});
afterAll(async () => {
  await workspace.remove();
  await chain.close();
});

interface Sample {
  readonly version?: string;
  readonly startType?: number;
  readonly sys?: Buffer;
  readonly change?: (inf: string) => string;
}

const fromDriverStore = (inf: string): string => inf.replace('%12%', '%13%');

/** A storage driver in a folder below the chain's. */
async function driver(folder: string, name: string, sample: Sample = {}): Promise<void> {
  const { version = '1.3.25.0', startType = 0, sys = signedDriver(`${folder} ${name}`), change } = sample;
  const inf = sampleInf({
    name,
    device: `${PVSCSI_DEVICE}&SUBSYS_${Buffer.from(name).toString('hex').padStart(8, '0')}`,
    driverVer: `03/03/2022,${version}`,
    models: { NTamd64: true },
    startType,
    class: 'SCSIAdapter',
    classGuid: '{4D36E97B-E325-11CE-BFC1-08002BE10318}',
  });
  await put(join(folder, `${name}.inf`), change?.(inf) ?? inf);
  await put(join(folder, `${name}.sys`), sys);
  await put(join(folder, `${name}.cat`), 'catalog');
}

async function put(path: string, content: string | Buffer): Promise<void> {
  const target = join(chain.folder, path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, content);
}

interface Built {
  readonly exitCode: number | null;
  readonly vhd: string;
  readonly findings: readonly { readonly code: string; readonly severity: string; readonly seen: string }[];
  /** Code and message; `none` for an image. */
  readonly error: string;
}

async function build(
  drivers: string,
  inputs: Readonly<Record<string, string>> = {},
  env: Readonly<Record<string, string>> = {},
): Promise<Built> {
  const vhd = join(chain.folder, `${drivers}.vhd`);
  const report = join(chain.folder, `${drivers}.json`);
  const folder = join(chain.folder, drivers);
  const given = { iso: chain.media.windowsIso, edition: '1', size: '2 GiB', esp: '100 MiB', vhd, drivers: folder };
  const { exitCode } = await chain.run('build-vhd', { ...given, report, ...inputs }, { env });
  const { error, findings } = JSON.parse(await readFile(report, 'utf8')) as {
    error?: { code: string; message: string };
    findings: Built['findings'];
  };
  return { exitCode, vhd, findings, error: error === undefined ? 'none' : `[${error.code}] ${error.message}` };
}

async function run(tool: string, args: readonly string[]): Promise<string> {
  return (await workspace.context.tools.run(tool, args)).stdout;
}

/** @returns a copy of a file of the finished volume, as ntfs-3g reads it */
async function fromWindows({ windows }: TakenApart, path: string): Promise<string> {
  const target = join(workspace.folder, path.replaceAll('/', '_'));
  await run('sh', ['-c', 'ntfscat "$0" "$1" > "$2"', windows, path, target]);
  return target;
}

/** The SYSTEM hive of an image as text. */
async function readSystem(parts: TakenApart): Promise<{ text: string; key(path: string): string }> {
  const hive = await fromWindows(parts, 'Windows/System32/config/SYSTEM');
  const text = await run('hivexregedit', ['--export', '--prefix', 'X', hive, '\\']);
  return { text, key: (path) => text.split(/^\[/m).find((one) => one.startsWith(`X\\${path}]`)) ?? '' };
}

const hexText = (hex: string): string => Buffer.from(hex.replaceAll(',', ''), 'hex').toString('utf16le');

function imagePath(serviceKey: string): string {
  return hexText(/"ImagePath"=hex\(2\):([0-9a-f,]+)/.exec(serviceKey)?.[1] ?? '').replace(/\0$/, '');
}

describe('a boot driver that runs from the driver store, and one in two versions', () => {
  let result: Built;
  let parts: TakenApart;
  let system: Awaited<ReturnType<typeof readSystem>>;

  beforeAll(async () => {
    await driver('all/two/win10', 'two');
    await driver('all/two/win8', 'two', { version: '1.3.15.0' });
    await driver('all/store', 'store', { change: fromDriverStore });
    result = await build('all');
    parts = await takeApart(result.vhd, workspace.folder, workspace.context);
    system = await readSystem(parts);
  });

  it.each([
    ['D.20 starts from System32\\drivers with a package of the driver store, staged as it was', 'store', 'all/store'],
    ['starts from System32\\drivers with any other, staged as it was', 'two', 'all/two/win10'],
  ])('%s: %s', async (_, name, folder) => {
    expect(imagePath(system.key(`ControlSet001\\Services\\${name}`))).toBe(`System32\\drivers\\${name}.sys`);
    expect(system.key(`ControlSet001\\Services\\${name}`)).toContain('"Start"=dword:00000000');
    const sys = await readFile(join(chain.folder, folder, `${name}.sys`));
    expect(await readFile(await fromWindows(parts, `Windows/System32/drivers/${name}.sys`))).toEqual(sys);
    for (const extension of ['inf', 'sys', 'cat']) {
      const staged = await fromWindows(parts, `Windows/Setup/Stillframe/drivers/${name}/${name}.${extension}`);
      expect(await readFile(staged)).toEqual(await readFile(join(chain.folder, folder, `${name}.${extension}`)));
    }
  });

  it('D.20 writes no directory identifier anywhere', () => {
    const texts = [...system.text.matchAll(/=(?:hex\([127]\):([0-9a-f,]+)|"(.*)")$/gm)].map(([, hex, text]) =>
      hex === undefined ? text : hexText(hex),
    );
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.filter((text) => /%\d+%/.test(text ?? ''))).toEqual([]);
  });

  it('D.21 registers the newer of two versions, and names the older as left out', () => {
    const packages = [...system.text.matchAll(/^\[X\\DriverDatabase\\DriverPackages\\(two\.inf_[^\\\]]+)\]/gm)];
    // 1.3.25.0 as Windows packs it, behind the date.
    expect(
      packages.map(([, label]) => /"Version"=(.*)/.exec(system.key(`DriverDatabase\\DriverPackages\\${label}`))?.[1]),
    ).toEqual([expect.stringContaining('00,00,19,00,03,00,01,00')]);
    const left = result.findings.filter(({ code }) => code === 'driver-left-out');
    expect(left).toHaveLength(1);
    expect(left[0]?.seen).toMatch(/two\/win8\/two\.inf: version 1\.3\.15\.0 of 2022-03-03 ranks behind/);
  });

  it('has nothing worse to say than that', () => {
    expect(result.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(result.findings.map(({ code }) => code)).not.toContain('boot-driver-unsigned');
  });
});

describe('a driver that ends no build', () => {
  it('D.21 is a storage driver that starts on demand: staged, and no more', async () => {
    await driver('later', 'later', { startType: 3 });
    const { error, vhd, findings } = await build('later');
    expect(error).toBe('none');
    expect(findings.filter(({ code }) => code === 'driver-starts-later')).toHaveLength(1);
    const parts = await takeApart(vhd, workspace.folder, workspace.context);
    expect((await readSystem(parts)).key('ControlSet001\\Services\\later')).toBe('');
    const listing = await run('ntfsls', ['-p', '/Windows/System32/drivers', parts.windows]);
    expect(listing.split('\n')).not.toContain('later.sys');
    const staged = await fromWindows(parts, 'Windows/Setup/Stillframe/drivers/later/later.inf');
    expect(await readFile(staged, 'utf8')).toContain('later');
  });

  it.each([
    ['text before its first section', 'text', (inf: string) => `/*++\r\n;\r\n; Abstract: a = b\r\n--*/\r\n${inf}`],
    [
      'flags that are a token which no Strings section defines',
      'token',
      (inf: string) =>
        inf
          .replace('[Strings]', '[Values]\r\nHKR, Parameters, BusType, %REG_DWORD%, 10\r\n[Strings]')
          .replace('ServiceBinary', 'AddReg = Values\r\nServiceBinary'),
    ],
  ])('D.21 has %s', async (_, name, change) => {
    await driver(name, name, { change });
    const { error, vhd } = await build(name);
    expect(error).toBe('none');
    const parts = await takeApart(vhd, workspace.folder, workspace.context);
    expect(imagePath((await readSystem(parts)).key(`ControlSet001\\Services\\${name}`))).toBe(
      `System32\\drivers\\${name}.sys`,
    );
  });
});

describe('a boot driver of the driver store is refused', () => {
  it.each<[string, string, RegExp, Sample]>([
    [
      'whose .sys has no signature of its own',
      'plain',
      /no embedded signature/,
      { sys: Buffer.from('MZ test driver') },
    ],
    [
      'with a second binary',
      'second',
      /more than one binary: second\.sys, b\.dll/,
      { change: (inf) => fromDriverStore(inf).replace('second.sys = 1', 'second.sys = 1\r\nb.dll = 1') },
    ],
    [
      'with another value that names its place there',
      'value',
      /registry value Parameters\\Helper names a folder that only a running Windows knows \(%13%\)/,
      {
        change: (inf) =>
          fromDriverStore(inf)
            .replace('[Strings]', '[Helper]\r\nHKR, Parameters, Helper, 0x00020000, "%13%\\helper.dat"\r\n[Strings]')
            .replace('ServiceBinary', 'AddReg = Helper\r\nServiceBinary'),
      },
    ],
  ])('D.20 %s', async (_, name, message, sample) => {
    await driver(name, name, { change: fromDriverStore, ...sample });
    const { error, vhd } = await build(name);
    expect(error).toMatch(message);
    expect(error).toContain('[driver-cannot-start]');
    expect(existsSync(vhd)).toBe(false);
  });

  it('D.20 for a Windows before build 16299', async () => {
    await driver('old', 'old', { change: fromDriverStore });
    const change = { properties: { 'WINDOWS/VERSION/BUILD': '14393' } };
    const iso = await changedIso(join(workspace.folder, 'old'), change, workspace.context.tools);
    const { error } = await build('old', { iso });
    expect(error).toMatch(/^\[driver-cannot-start\].*from build 16299 on, and this is 14393/);
  });
});

describe('the finished image', () => {
  it.each([
    [
      'the file of a boot driver',
      'binary',
      'System32/drivers/binary.sys',
      /drivers\/binary\.sys is not the file of binary\.inf/,
    ],
    ['the registry that starts it', 'hive', 'System32/config/SYSTEM', /its registry has no .*Services\\hive/],
  ])('D.20 gets no name when the volume has not %s', async (_, name, path, message) => {
    await driver(name, name);
    // Something between the engine and the end puts another file there: here it is what makes the file system of the ESP.
    const other = join(workspace.folder, 'SYSTEM');
    const wim = ['sources/install.wim', `-o${workspace.folder}`];
    await run('7zz', ['e', '-y', '-bd', chain.media.windowsIso, ...wim]);
    const hive = '/Windows/System32/config/SYSTEM';
    const extract = ['extract', join(workspace.folder, 'install.wim'), '1', hive, '--no-acls', '--no-attributes'];
    await run('wimlib-imagex', [...extract, `--dest-dir=${workspace.folder}`]);
    const bin = join(workspace.folder, `bin-${name}`);
    await mkdir(bin);
    const real = await workspace.context.tools.find('mkfs.fat');
    const put = `ntfscp -q "$(dirname "$last")/windows.ntfs" "${other}" "Windows/${path}"`;
    await writeFile(join(bin, 'mkfs.fat'), `#!/bin/sh\nfor last; do :; done\n${put} && exec ${real} "$@"\n`);
    await chmod(join(bin, 'mkfs.fat'), 0o755);
    const { error, vhd } = await build(name, {}, { PATH: `${bin}:${process.env.PATH}` });
    expect(error).toContain('[layout-wrong]');
    expect(error).toMatch(message);
    expect(existsSync(vhd)).toBe(false);
  });
});
