import { expect, it } from 'vitest';
import { ENGINES } from '../../../../src/windows/engines/choose-engine.ts';
import { describePlan, drawPlan } from '../../../../src/windows/plan/describe-plan.ts';
import { splitPlan } from '../../../../src/windows/plan/split-plan.ts';
import { sampleDriver, samplePlan, sampleRequest, sampleUpdate } from '../sample-plan.ts';

const YES = { offline: true } as const;
const PLAN = samplePlan({
  drivers: [sampleDriver('pvscsi', true)],
  packages: [
    sampleUpdate('one.msu', 'checkpoint'),
    sampleUpdate('windows11-kb5000001.msu', 'cumulative'),
    sampleUpdate('plain.cab', undefined),
  ],
  features: ['TelnetClient'],
  remoteDesktop: true,
  cleanup: 'reset-base',
});
const { offline, firstBoot } = splitPlan(PLAN, {
  packages: YES,
  drivers: YES,
  features: YES,
  cleanup: YES,
  registry: YES,
});
const MIB = 2 ** 20;

it('says everything that will be done, in its order', () => {
  const shown = describePlan(PLAN, offline, firstBoot, 'dism');
  expect(shown).toMatchObject({
    engine: 'dism',
    edition: 'Windows Server 2019 SERVERSTANDARD',
    build: '17763.107',
    disk: { size: 2048 * MIB, format: 'vhd', type: 'dynamic' },
    firstBoot: [{ step: '60-remote-desktop', title: 'Open the firewall for Remote Desktop' }],
  });
  expect(shown.partitions).toEqual([
    { type: 'EFI system partition', guid: PLAN.esp.guid, offset: MIB, size: 100 * MIB },
    { type: 'Microsoft reserved', guid: PLAN.partitions[1]?.guid, offset: 101 * MIB, size: 16 * MIB },
    { type: 'basic data', guid: PLAN.windows.guid, offset: 117 * MIB, size: PLAN.windows.size },
  ]);
  expect(shown.offline).toEqual([
    'Install driver pvscsi.inf 1.0.0.0',
    'Install update windows11-kb5000001.msu (cumulative), with one.msu',
    'Install update plain.cab',
    'Enable feature TelnetClient',
    'Install update windows11-kb5000001.msu (cumulative), with one.msu',
    'Remove superseded components for good',
    'Allow Remote Desktop',
  ]);
  expect(drawPlan(shown)).toBe(
    [
      'Windows Server 2019 SERVERSTANDARD, build 17763.107, with the engine dism',
      'Disk of 2 GiB, dynamic VHD: EFI system partition 100 MiB, Microsoft reserved 16 MiB, basic data 1.9 GiB',
      'In the image:',
      ...shown.offline.map((title, index) => `  ${index + 1}. ${title}`),
      'At first boot:',
      '  1. Open the firewall for Remote Desktop',
      'Afterwards: Windows goes on running',
    ].join('\n'),
  );
});

it.each([
  ['shut-down', 'Windows shuts down once its host has seen how the first boot ended'],
  ['generalize', 'sysprep generalizes Windows, which shuts down once its host has seen how that ended'],
] as const)('says that it will %s', (afterFirstBoot, words) => {
  const shown = describePlan(samplePlan({ afterFirstBoot }), [], [], 'dism');
  expect(shown.afterFirstBoot).toBe(afterFirstBoot);
  expect(drawPlan(shown)).toMatch(new RegExp(`\nAfterwards: ${words}$`));
});

it('says what Hyper-V leaves for vSphere', () => {
  const toolsSetup = { path: '/t/setup64.exe', sha256: '' };
  const plan = samplePlan({ afterFirstBoot: 'shut-down', bakeHost: 'hyper-v', toolsSetup });
  const { offline, firstBoot } = splitPlan(plan, ENGINES.dism.offline);
  const shown = describePlan(plan, offline, firstBoot, 'dism');
  expect(shown.bakeHost).toBe('hyper-v');
  expect(shown.firstBoot).toEqual([
    { step: '50-vmware-tools', title: expect.any(String), onVsphere: true },
    { step: '55-check-vmware-tools', title: expect.any(String), onVsphere: true },
    { step: '80-keep-boot-drivers', title: expect.any(String) },
  ]);
  expect(drawPlan(shown)).toContain(
    [
      'At first boot on Hyper-V:',
      '  1. Install VMware Tools with its snapshot provider (left for the start on vSphere)',
    ].join('\n'),
  );
  expect(drawPlan(shown)).toMatch(/\n {2}3\. Keep the drivers of [^(]+\nAfterwards/);
});

it('says where nothing is done, and what an engine registers that cannot install', () => {
  expect(drawPlan(describePlan(samplePlan(), [], [], 'dism'))).toMatch(
    /In the image: nothing but the image itself\nAt first boot: nothing\nAfterwards: Windows goes on running$/,
  );
  const driver = sampleDriver('pvscsi', true);
  expect(
    describePlan(
      PLAN,
      [
        { kind: 'boot-driver', driver },
        { kind: 'cleanup', resetBase: false },
      ],
      [],
      'x',
    ).offline,
  ).toEqual(['Register pvscsi.inf 1.0.0.0 to start Windows with', 'Remove superseded components']);
});

it('calls a disk in parts by its name', () => {
  const plan = samplePlan({ disk: { ...sampleRequest().disk, format: 'vmdk' } });
  expect(drawPlan(describePlan(plan, [], [], 'wimlib'))).toContain(
    'Disk of 2 GiB, VMDK in parts: EFI system partition',
  );
});
