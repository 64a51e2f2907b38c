import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBack } from '../../../../../src/windows/engines/dism/read-back.ts';
import type { OfflineStep } from '../../../../../src/windows/plan/offline-step.ts';
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
  packages: table('Package_for_KB1~31bf~amd64~~10.0.1.7 | Installed | Update | 1/1/2020'),
};
const STEPS: readonly OfflineStep[] = [
  { kind: 'driver', driver: sampleDriver('pvscsi', true) },
  { kind: 'driver', driver: sampleDriver('vmxnet3') },
  { kind: 'package', update: { target: sampleUpdate('a.msu', 'cumulative'), checkpoints: [] } },
  { kind: 'feature', feature: 'telnetclient', source: 'sxs' },
];

async function check(changes: Partial<typeof SOUND> = {}, steps = STEPS) {
  const said = { ...SOUND, ...changes };
  const tools = recordedTools(({ args }) => {
    const command = args.find((arg) => arg.startsWith('/Get-'));
    if (command === '/Get-Drivers') return { stdout: said.drivers };
    if (command === '/Get-DriverInfo') return { stdout: said.info };
    return { stdout: command === '/Get-Features' ? said.features : said.packages };
  });
  const findings = await readBack(steps, 'W:\\', fakeContext(folder, tools));
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
});
