import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listPackages, readBack } from '../../../../../src/windows/engines/dism/read-back.ts';
import type { OfflineStep } from '../../../../../src/windows/plan/offline-step.ts';
import type { PresentPackage } from '../../../../../src/windows/verify/judge-packages.ts';
import { fakeContext } from '../../fake-context.ts';
import { recordedTools } from '../../fake-tools.ts';
import { sampleDriver, sampleUpdate } from '../../sample-plan.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-read-back-'));
});
afterEach(() => rm(folder, { recursive: true }));

const table = (...rows: readonly string[]): string => ['Head | Head', '---- | ----', ...rows, '', 'Done.'].join('\r\n');
const SOUND = {
  drivers: table(
    'oem0.inf | other.inf | No | Net | X | 1/1/2020 | 1.0.0.0',
    'oem1.inf | PVSCSI.inf | No | SCSIAdapter | VMware | 1/1/2020 | 1.0.0.0',
    'oem2.inf | vmxnet3.inf | No | Net | VMware | 1/1/2020 | 1.0.0.0',
  ),
  info: 'Published Name : oem1.inf\r\nBoot Critical : Yes\r\n',
  features: table('TelnetClient | Enabled', 'NetFx3 | Enabled'),
  packages: table(
    'Package_for_KB1~31bf~amd64~~10.0.1.7 | Installed | Update | 1/1/2020',
    'Package_for_RollupFix~31bf~amd64~~17763.8027.1.9 | Installed | Security Update | 1/1/2020',
  ),
};
const UPDATE = {
  ...sampleUpdate('a.msu', 'cumulative'),
  identities: [{ name: 'Package_for_RollupFix', version: '17763.8027.1.9' }],
};
const STEPS: readonly OfflineStep[] = [
  { kind: 'driver', driver: sampleDriver('pvscsi', true) },
  { kind: 'driver', driver: sampleDriver('vmxnet3') },
  { kind: 'package', update: { target: UPDATE, checkpoints: [] } },
  { kind: 'feature', feature: 'telnetclient', source: 'sxs' },
];

async function check(changes: Partial<typeof SOUND> = {}, steps = STEPS, before?: readonly PresentPackage[]) {
  const said = { ...SOUND, ...changes };
  const tools = recordedTools(({ args }) => {
    const command = args.find((arg) => arg.startsWith('/Get-'));
    if (command === '/Get-Drivers') return { stdout: said.drivers };
    if (command === '/Get-DriverInfo') return { stdout: said.info };
    return { stdout: command === '/Get-Features' ? said.features : said.packages };
  });
  const findings = await readBack(steps, 'W:\\', { build: '17763.107', packages: before }, fakeContext(folder, tools));
  return { findings, asked: tools.calls.map(({ args }) => args.slice(2, 4).join(' ')) };
}

describe('readBack', () => {
  it('asks for what was done, each once, and of boot drivers whether they count as such', async () => {
    const { findings, asked } = await check();
    expect(findings).toEqual([]);
    expect(asked).toEqual([
      '/Get-Drivers /Format:Table',
      '/Get-DriverInfo /Driver:oem1.inf',
      '/Get-Features /Format:Table',
      '/Get-Packages /Format:Table',
    ]);
    expect((await check({}, [])).asked).toEqual([]);
    expect((await check({}, [{ kind: 'cleanup', resetBase: true }])).asked).toEqual([]);
  });

  it.each([
    [
      'a driver that is not there',
      { drivers: table('oem0.inf | other.inf | No | N | X | 1 | 1.0.0.0') },
      'no driver pvscsi.inf 1.0.0.0',
    ],
    [
      'a driver of another version',
      { drivers: SOUND.drivers.replace(/(PVSCSI.*)1\.0\.0\.0/, '$11.0.0.1') },
      'no driver pvscsi.inf 1.0.0.0',
    ],
    [
      'a boot driver that counts as none',
      { info: 'Boot Critical : No\r\n' },
      'does not count pvscsi.inf as boot critical',
    ],
    [
      'an update that is not there',
      { packages: SOUND.packages.replace('8027', '8026') },
      'a.msu (Package_for_RollupFix 17763.8027.1.9) is not among the packages of the image',
    ],
    [
      'an update that is only staged',
      { packages: SOUND.packages.replace('1.9 | Installed', '1.9 | Staged') },
      '17763.8027.1.9) is only "Staged" there',
    ],
    ['a listing without the field', { info: '' }, 'does not count pvscsi.inf as boot critical'],
    ['a feature that is off', { features: table('TelnetClient | Disabled') }, 'the feature telnetclient is "Disabled"'],
    [
      'a feature that is not there',
      { features: table('NetFx3 | Enabled') },
      'the feature telnetclient is not in the image',
    ],
  ])('refuses %s', async (_, changes, message) => {
    await expect(check(changes)).rejects.toMatchObject({
      code: 'servicing-unproven',
      message: expect.stringContaining(message) as string,
    });
  });

  it('names what the first start has to end', async () => {
    const { findings } = await check({
      features: table('TelnetClient | Enable Pending'),
      packages: table(
        'Package_for_RollupFix~31bf~amd64~~17763.8027.1.9 | Install Pending | Security Update | 1/1/2026',
        'Package_for_KB1~31bf~amd64~~10.0.1.7 | Superseded | Update | 1/1/2020',
      ),
    });
    expect(findings).toMatchObject([
      {
        code: 'pending-first-boot',
        severity: 'info',
        seen: expect.stringContaining(
          'offline: feature telnetclient, package Package_for_RollupFix 17763.8027.1.9.',
        ) as string,
      },
    ]);
  });

  it('compares the lists of before and after for an update that does not say its name', async () => {
    const steps: readonly OfflineStep[] = [
      { kind: 'package', update: { target: sampleUpdate('b.cab', undefined), checkpoints: [] } },
    ];
    expect((await check({}, steps)).findings).toMatchObject([
      { code: 'package-unproven', severity: 'warning', seen: expect.stringContaining('/p/b.cab was') as string },
    ]);
    const rollup = {
      identity: { name: 'Package_for_RollupFix', version: '17763.8027.1.9' },
      state: 'installed',
    } as const;
    expect((await check({}, steps, [rollup])).findings).toEqual([]);
    const kb1 = { identity: { name: 'Package_for_KB1', version: '10.0.1.7' }, state: 'installed' } as const;
    await expect(check({}, steps, [rollup, kb1])).rejects.toMatchObject({
      code: 'servicing-unproven',
      message: expect.stringContaining("b.cab changed nothing in the image's list of packages") as string,
    });
  });
});

describe('listPackages', () => {
  it('reads names and states of the table, and nothing else of it', async () => {
    const stdout = table(
      'a~t~amd64~de-DE~1.2 | Install Pending | x',
      'b~t~amd64~~1.3 | Superseded | x',
      'c | Installed',
      'd~t~~~1 | Removed',
    );
    const tools = recordedTools(() => ({ stdout }));
    expect(await listPackages('W:\\', fakeContext(folder, tools))).toEqual([
      { identity: { name: 'a', version: '1.2', language: 'de-DE' }, state: 'pending' },
      { identity: { name: 'b', version: '1.3' }, state: 'superseded' },
      { identity: { name: 'd', version: '1' }, state: { unknown: 'Removed' } },
    ]);
  });
});
