import { describe, expect, it } from 'vitest';
import { Hive } from '../../../../src/registry/hive.ts';
import type { OfflineStep } from '../../../../src/windows/plan/offline-step.ts';
import { CBS_PACKAGES, readPackages, verifyPackages } from '../../../../src/windows/verify/verify-packages.ts';
import { encodeHive } from '../../../media/registry/regf-writer.ts';
import { type KeyNotation, registryKey } from '../../../media/registry/registry-key.ts';
import { sampleUpdate } from '../sample-plan.ts';

const full = (name: string, version = '1.1'): string => `${name}~31bf3856ad364e35~amd64~~${version}`;

function software(packages: KeyNotation): Hive {
  const keys = Object.entries(packages).map(([name, key]) => [`${CBS_PACKAGES}\\${name}`, key]);
  const notation = { Select: { Current: 1 }, ...(Object.fromEntries(keys) as KeyNotation) };
  return new Hive(encodeHive(registryKey('ROOT', notation), 'X', 0n, Buffer.alloc(48)), 'SOFTWARE');
}

const disk = (...names: readonly string[]) => ({
  names: async (path: string) => (path === 'Windows/servicing/Packages' ? names : []),
});

describe('the packages of a finished disk', () => {
  it('are those with a state in the registry and a manifest in the store', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'h'].map((name) => `${full(name)}.mum`);
    const hive = software({
      [full('A')]: { CurrentState: 112 },
      [full('b')]: { CurrentState: 128 },
      [full('c')]: { CurrentState: 96 },
      [full('d')]: { CurrentState: 80 },
      [full('e')]: { CurrentState: 64 },
      [full('f')]: { CurrentState: 101 },
      [full('g')]: { CurrentState: 112 },
      [full('h')]: { Other: 112 },
      nothing: { CurrentState: 112 },
    });
    const found = await readPackages(disk(...names, 'nothing.mum', `${full('i')}.mum`), hive);
    expect(found.map(({ identity, state }) => [identity.name, state])).toEqual([
      ['A', 'installed'],
      ['b', 'installed'],
      ['c', 'pending'],
      ['d', 'superseded'],
      ['e', { unknown: 'Staged' }],
      ['f', { unknown: 'state 101' }],
    ]);
    expect(await readPackages(disk('a.mum'), software({}))).toEqual([]);
  });

  it('have to be those that were installed', async () => {
    const target = { ...sampleUpdate('kb1.msu', 'servicing-stack'), identities: [{ name: 'a', version: '1.1' }] };
    const steps: readonly OfflineStep[] = [{ kind: 'package', update: { target, checkpoints: [] } }];
    const hive = software({ [full('a')]: { CurrentState: 112 } });
    await verifyPackages(disk(`${full('a')}.mum`), hive, '17763.107', steps);
    await expect(verifyPackages(disk(), hive, '17763.107', steps)).rejects.toMatchObject({
      code: 'servicing-unproven',
      message:
        'The updates were installed without an error, but on the finished disk kb1.msu (a 1.1) is not among the packages of the image',
    });
    await verifyPackages(disk(), hive, '17763.107', []);
    const unnamed = { ...target, identities: [] };
    await verifyPackages(disk(), hive, '17763.107', [
      { kind: 'package', update: { target: unnamed, checkpoints: [] } },
    ]);
  });

  it('measure what does not say its name by the build of the media', async () => {
    const steps: readonly OfflineStep[] = [
      { kind: 'package', update: { target: sampleUpdate('kb1.msu', 'cumulative'), checkpoints: [] } },
    ];
    const rollup = full('Package_for_RollupFix', '17763.107.1.1');
    const there = disk(`${rollup}.mum`);
    const hive = software({ [rollup]: { CurrentState: 112 } });
    await verifyPackages(there, hive, '17763.106', steps);
    await expect(verifyPackages(there, hive, '17763.107', steps)).rejects.toMatchObject({ code: 'servicing-unproven' });
  });
});
