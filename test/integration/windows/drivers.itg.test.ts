/** What the bundle of build-vhd makes of the drivers it is given, looked at with ntfs-3g and hivex. */

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PVSCSI_DEVICE, sampleInf } from '../../unit/drivers/sample-inf.ts';
import { signedDriver } from '../../unit/pe/sample-program.ts';
import { type Chain, imageInputs, openChain } from '../chain/chain-fixture.ts';
import { createWorkspace, type TakenApart, takeApart, type Workspace } from './build-run.ts';

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

async function build(drivers: string) {
  const vhd = join(chain.folder, `${drivers}.vhd`);
  const report = join(chain.folder, `${drivers}.json`);
  const inputs = { ...imageInputs(chain, vhd), drivers: join(chain.folder, drivers), report };
  return { vhd, report, ...(await chain.run('build-vhd', inputs)) };
}

describe('a folder with drivers of every kind', () => {
  let parts: TakenApart;
  let system: string;
  let findings: readonly { readonly code: string; readonly severity: string; readonly seen: string }[];

  beforeAll(async () => {
    await driver('all/two/win10', 'two');
    await driver('all/two/win8', 'two', { version: '1.3.15.0' });
    await driver('all/store', 'store', { change: (inf) => inf.replace('%12%', '%13%') });
    await driver('all/later', 'later', { startType: 3 });
    await driver('all/text', 'text', { change: (inf) => `/*++\r\n;\r\n; Abstract: a = b\r\n--*/\r\n${inf}` });
    const result = await build('all');
    expect(result.exitCode, result.lines.join('\n')).toBe(0);
    findings = (JSON.parse(await readFile(result.report, 'utf8')) as { findings: typeof findings }).findings;
    parts = await takeApart(result.vhd, workspace.folder, workspace.context);
    const hive = await fromWindows('Windows/System32/config/SYSTEM');
    system = await run('hivexregedit', ['--export', '--prefix', 'X', hive, '\\']);
  }, 900_000);

  async function run(tool: string, args: readonly string[]): Promise<string> {
    return (await workspace.context.tools.run(tool, args)).stdout;
  }

  /** @returns a copy of a file of the finished volume, as ntfs-3g reads it */
  async function fromWindows(path: string): Promise<string> {
    const target = join(workspace.folder, path.replaceAll('/', '_'));
    await run('sh', ['-c', 'ntfscat "$0" "$1" > "$2"', parts.windows, path, target]);
    return target;
  }

  const key = (path: string): string => system.split(/^\[/m).find((text) => text.startsWith(`X\\${path}]`)) ?? '';
  const imagePath = (service: string): string => {
    const hex = /"ImagePath"=hex\(2\):([0-9a-f,]+)/.exec(key(`ControlSet001\\Services\\${service}`))?.[1] ?? '';
    return Buffer.from(hex.replaceAll(',', ''), 'hex').toString('utf16le').replace(/\0$/, '');
  };

  it.each([
    ['two', 'all/two/win10'],
    ['store', 'all/store'],
    ['text', 'all/text'],
  ])('starts Windows with %s from System32\\drivers, and stages the package as it was', async (name, folder) => {
    expect(imagePath(name)).toBe(`System32\\drivers\\${name}.sys`);
    expect(key(`ControlSet001\\Services\\${name}`)).toContain('"Start"=dword:00000000');
    const sys = await readFile(join(chain.folder, folder, `${name}.sys`));
    expect(await readFile(await fromWindows(`Windows/System32/drivers/${name}.sys`))).toEqual(sys);
    for (const extension of ['inf', 'sys', 'cat']) {
      const staged = await fromWindows(`Windows/Setup/Stillframe/drivers/${name}/${name}.${extension}`);
      expect(await readFile(staged)).toEqual(await readFile(join(chain.folder, folder, `${name}.${extension}`)));
    }
  });

  it('writes no directory identifier anywhere', () => {
    const texts = [...system.matchAll(/=(?:hex\([127]\):([0-9a-f,]+)|"(.*)")$/gm)].map(([, hex, text]) =>
      hex === undefined ? text : Buffer.from(hex.replaceAll(',', ''), 'hex').toString('utf16le'),
    );
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.filter((text) => /%\d+%/.test(text ?? ''))).toEqual([]);
  });

  it('registers the newer of two versions, and names the older as left out', () => {
    const packages = [...system.matchAll(/^\[X\\DriverDatabase\\DriverPackages\\(two\.inf_[^\\\]]+)\]/gm)];
    expect(packages).toHaveLength(1);
    // 1.3.25.0 as Windows packs it, behind the date.
    expect(key(`DriverDatabase\\DriverPackages\\${packages[0]?.[1]}`)).toContain('00,00,19,00,03,00,01,00');
    const left = findings.filter(({ code }) => code === 'driver-left-out');
    expect(left).toHaveLength(1);
    expect(left[0]?.seen).toMatch(/two\/win8\/two\.inf: version 1\.3\.15\.0 of 2022-03-03 ranks behind/);
  });

  it('stages a storage driver that starts on demand, and no more', async () => {
    expect(key('ControlSet001\\Services\\later')).toBe('');
    expect(findings.filter(({ code }) => code === 'driver-starts-later')).toHaveLength(1);
    const listing = await run('ntfsls', ['-p', '/Windows/System32/drivers', parts.windows]);
    expect(listing.split('\n')).not.toContain('later.sys');
    expect(await readFile(await fromWindows('Windows/Setup/Stillframe/drivers/later/later.inf'), 'utf8')).toContain(
      'later',
    );
  });

  it('has nothing worse to say than that', () => {
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(findings.map(({ code }) => code)).not.toContain('boot-driver-unsigned');
  });
});

describe('a boot driver of the driver store', () => {
  it.each([
    ['unsigned', { sys: Buffer.from('MZ test driver') }, 'no embedded signature'],
    [
      'second',
      { change: (inf: string) => inf.replace('%12%', '%13%').replace('second.sys = 1', 'second.sys = 1\r\nb.dll = 1') },
      'more than one binary',
    ],
  ])('is refused: %s', async (name, sample: Sample, message) => {
    await driver(name, name, { change: (inf) => inf.replace('%12%', '%13%'), ...sample });
    const { exitCode, lines } = await build(name);
    const errors = lines.filter((line) => line.startsWith('::error'));
    expect(exitCode).toBe(1);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain('[driver-cannot-start]');
    expect(errors[0]).toContain(message);
  });
});
