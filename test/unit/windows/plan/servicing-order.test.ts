import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Ability, OfflineAbilities } from '../../../../src/windows/plan/offline-abilities.ts';
import type { OfflineStep } from '../../../../src/windows/plan/offline-step.ts';
import { servicingOrder } from '../../../../src/windows/plan/servicing-order.ts';
import { samplePlan, sampleUpdate } from '../sample-plan.ts';

const YES: Ability = { offline: true };
const EVERYTHING: OfflineAbilities = { packages: YES, drivers: YES, features: YES, cleanup: YES, registry: YES };
const BUILDS = { 2016: 14393, 2019: 17763, 2022: 20348, 2025: 26100 } as const;

type Kinds = readonly ('ssu' | 'lcu' | 'net' | 'checkpoint' | 'baseline')[];
const KINDS = {
  ssu: 'servicing-stack',
  lcu: 'cumulative',
  net: 'dotnet',
  checkpoint: 'checkpoint',
  baseline: 'cumulative',
} as const;

function inWords(step: OfflineStep): string {
  if (step.kind === 'package') {
    const { target, checkpoints } = step.update;
    return [target, ...checkpoints].map(({ path }) => basename(path)).join('+');
  }
  if (step.kind === 'feature') return step.source === 'sxs' ? step.feature : `${step.feature} of the image`;
  if (step.kind === 'cleanup') return step.resetBase ? 'reset' : 'clean';
  return step.kind;
}

function order(
  year: keyof typeof BUILDS,
  kinds: Kinds,
  features: readonly string[] = [],
  changes: { hasSxs?: boolean; cleanup?: boolean | 'reset-base' } = {},
  can = EVERYTHING,
): string {
  const packages = kinds.map((kind) => sampleUpdate(kind, KINDS[kind]));
  const plan = samplePlan({ packages, features, ...changes }, { build: BUILDS[year] });
  return servicingOrder(plan, can).map(inWords).join(' > ');
}

describe('servicingOrder', () => {
  it.each([
    [2016, ['ssu', 'lcu'], [], 'ssu > lcu > clean'],
    [2016, ['ssu', 'lcu'], ['TelnetClient'], 'ssu > lcu > TelnetClient > lcu > clean'],
    [2016, ['ssu', 'lcu'], ['NetFx3'], 'ssu > lcu > clean > NetFx3 > lcu'],
    [2016, ['ssu', 'lcu', 'net'], ['NetFx3', 'Web'], 'ssu > lcu > Web > clean > NetFx3 > lcu > net'],
    [2019, ['lcu'], [], 'lcu > clean'],
    [2019, ['ssu', 'lcu', 'net'], [], 'ssu > lcu > clean > net'],
    [2019, ['lcu', 'net'], ['NetFx3'], 'lcu > clean > NetFx3 > net'],
    [2019, ['net', 'ssu', 'lcu'], ['NetFx3', 'Web'], 'ssu > lcu > Web > lcu > clean > NetFx3 > net'],
    [2022, ['baseline', 'lcu', 'net'], ['Web'], 'baseline > lcu > Web > lcu > clean > net'],
    [2025, ['checkpoint', 'lcu', 'net'], [], 'lcu+checkpoint > clean > net'],
    [2025, ['checkpoint', 'lcu'], ['Web', 'NetFx3'], 'lcu+checkpoint > Web > lcu+checkpoint > clean > NetFx3'],
    [2016, ['baseline', 'lcu'], ['NetFx3'], 'baseline > lcu > clean > NetFx3 > lcu'],
    [2025, [], ['Web', 'NetFx3'], 'Web > NetFx3'],
    [2025, ['net'], ['NetFx3'], 'NetFx3 > net'],
    [2016, [], ['NetFx3'], 'NetFx3'],
    [2019, [], [], ''],
  ] as const)('%i with %j and %j', (year, kinds, features, expected) => {
    expect(order(year, kinds, features)).toBe(expected);
  });

  it('takes every feature from the image where the ISO has no folder of features', () => {
    expect(order(2019, ['lcu'], ['NetFx3', 'Web'], { hasSxs: false })).toBe(
      'lcu > NetFx3 of the image > Web of the image > lcu > clean',
    );
  });

  it('cleans up as far as that is wanted and possible', () => {
    expect(order(2019, ['lcu'], [], { cleanup: 'reset-base' })).toBe('lcu > reset');
    expect(order(2019, ['lcu'], [], { cleanup: false })).toBe('lcu');
    const no: Ability = { offline: false, because: 'No' };
    expect(order(2019, ['lcu'], [], {}, { ...EVERYTHING, cleanup: no })).toBe('lcu');
    expect(order(2019, ['lcu'], ['Web'], {}, { ...EVERYTHING, features: no })).toBe('lcu > clean');
    expect(order(2016, ['lcu'], ['NetFx3'], {}, { ...EVERYTHING, packages: no })).toBe('NetFx3');
  });
});
