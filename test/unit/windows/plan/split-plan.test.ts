import { describe, expect, it } from 'vitest';
import type { Ability, OfflineAbilities } from '../../../../src/windows/plan/offline-abilities.ts';
import type { OfflineStep } from '../../../../src/windows/plan/offline-step.ts';
import { splitPlan } from '../../../../src/windows/plan/split-plan.ts';
import { sampleDriver, samplePlan, sampleUpdate } from '../sample-plan.ts';

const YES: Ability = { offline: true };
const EVERYTHING: OfflineAbilities = { packages: YES, drivers: YES, features: YES, cleanup: YES, registry: YES };

function without(...names: readonly (keyof OfflineAbilities)[]): OfflineAbilities {
  const no = names.map((name) => [name, { offline: false, because: `No ${name}` }] as const);
  return { ...EVERYTHING, ...Object.fromEntries(no) };
}

const NOTHING = without('packages', 'drivers', 'features', 'cleanup', 'registry');

const PLAN = samplePlan({
  drivers: [sampleDriver('pvscsi', true), sampleDriver('vmxnet3')],
  packages: [
    sampleUpdate('ssu.cab', 'servicing-stack'),
    sampleUpdate('net.msu', 'dotnet'),
    sampleUpdate('lcu.msu', 'cumulative'),
  ],
  features: ['NetFx3', 'TelnetClient'],
  remoteDesktop: true,
  toolsSetup: { path: '/t/setup64.exe', sha256: '' },
});

function inWords(step: OfflineStep): string {
  if (step.kind === 'package') return `package ${step.update.target.path}`;
  if (step.kind === 'feature') return `feature ${step.feature} from ${step.source}`;
  return 'driver' in step ? `${step.kind} ${step.driver.name}` : step.kind;
}

describe('splitPlan', () => {
  it('leaves to an engine that can do everything all but Tools and the firewall, in the order of Microsoft', () => {
    const { offline, firstBoot, findings } = splitPlan(PLAN, EVERYTHING);
    expect(offline.map(inWords)).toEqual([
      'driver pvscsi',
      'driver vmxnet3',
      'package /p/ssu.cab',
      'package /p/lcu.msu',
      'feature TelnetClient from sxs',
      'package /p/lcu.msu',
      'cleanup',
      'feature NetFx3 from sxs',
      'package /p/net.msu',
      'remote-desktop',
    ]);
    expect(firstBoot.map(({ id }) => id)).toEqual(['50-vmware-tools', '55-check-vmware-tools', '60-remote-desktop']);
    expect(findings).toEqual([]);
  });

  it('leaves to an engine that can do nothing only the drivers that Windows starts with', () => {
    const { offline, firstBoot } = splitPlan(PLAN, NOTHING);
    expect(offline.map(inWords)).toEqual(['boot-driver pvscsi']);
    expect(firstBoot.map(({ id }) => id)).toEqual([
      '10-driver-pvscsi',
      '10-driver-vmxnet3',
      '20-feature-01',
      '20-feature-02',
      '30-update-01',
      '30-update-02',
      '30-update-03',
      '50-vmware-tools',
      '55-check-vmware-tools',
      '60-remote-desktop',
    ]);
    expect(firstBoot.at(-1)?.commands.join()).toContain('fDenyTSConnections');
  });

  it.each(['packages', 'drivers', 'features'] as const)('moves %s alone to the first boot', (ability) => {
    const { offline, firstBoot } = splitPlan(PLAN, without(ability));
    const kind = { packages: 'package', drivers: 'driver', features: 'feature' }[ability];
    const id = { packages: /^30-/, drivers: /^10-/, features: /^20-/ }[ability];
    expect(offline.map((step) => step.kind)).not.toContain(kind);
    const moved = firstBoot.filter((step) => id.test(step.id));
    expect(moved).toHaveLength({ packages: 3, drivers: 2, features: 2 }[ability]);
    expect(firstBoot).toHaveLength(3 + moved.length);
  });

  it('switches Remote Desktop on at first boot only where the registry cannot be changed before', () => {
    const commands = (can: OfflineAbilities): string => splitPlan(PLAN, can).firstBoot.at(-1)?.commands.join() ?? '';
    expect(commands(EVERYTHING)).not.toContain('fDenyTSConnections');
    expect(commands(without('registry'))).toContain('fDenyTSConnections');
    expect(splitPlan(PLAN, without('registry')).offline.map((step) => step.kind)).not.toContain('remote-desktop');
  });

  it('does not touch Remote Desktop, Tools or anything else that is not asked for', () => {
    expect(splitPlan(samplePlan(), NOTHING)).toEqual({ offline: [], firstBoot: [], findings: [] });
  });
});

describe('what people read', () => {
  it('is said in the words of the engine', () => {
    const [updates, others] = splitPlan(PLAN, NOTHING).findings;
    expect(updates).toMatchObject({
      code: 'updates-staged',
      severity: 'info',
      seen: 'No packages: 3 packages are staged for first boot. No cleanup.',
    });
    expect(others).toMatchObject({
      code: 'left-for-first-boot',
      severity: 'info',
      seen: 'No features: NetFx3, TelnetClient. No drivers: pvscsi.inf, vmxnet3.inf.',
    });
  });

  it('counts, and speaks of no clean-up that nobody wants', () => {
    const packages = [sampleUpdate('lcu.msu', 'cumulative')];
    expect(splitPlan(samplePlan({ packages, cleanup: false }), NOTHING).findings.map(({ seen }) => seen)).toEqual([
      'No packages: 1 package is staged for first boot.',
    ]);
    expect(splitPlan(samplePlan({ packages }), without('packages')).findings[0]?.seen).not.toContain('cleanup');
  });

  it('is nothing where the engine does it', () => {
    expect(splitPlan(samplePlan({ features: ['TelnetClient'] }), without('packages', 'drivers')).findings).toEqual([]);
  });
});

it('features that wait for the first boot know whether the disc has their folder', () => {
  const step = (hasSxs: boolean) => splitPlan(samplePlan({ features: ['NetFx3'], hasSxs }), NOTHING).firstBoot[0];
  expect([step(true)?.sxs, step(false)?.sxs]).toEqual([true, false]);
});
