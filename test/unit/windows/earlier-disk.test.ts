import { release } from 'node:os';
import { expect, it } from 'vitest';
import type { ReusableStage } from '../../../src/reuse/stage.ts';
import type { Found, StageCache } from '../../../src/reuse/stage-cache.ts';
import { type EarlierRequest, earlierDisk } from '../../../src/windows/earlier-disk.ts';
import type { ImageWork } from '../../../src/windows/engines/engine.ts';
import { sampleDriver, samplePlan } from './sample-plan.ts';

const WORK: Pick<ImageWork, 'plan' | 'offline'> = {
  plan: samplePlan(),
  offline: [{ kind: 'remote-desktop' }, { kind: 'driver', driver: sampleDriver('a') }],
};
const SOURCES = { iso: 'i', programs: [] };
const FINDING = { code: 'no-effect', severity: 'info', seen: 's', remedy: 'r' } as const;
const TAKEN: Found = {
  facts: { reused: true, why: 'same' },
  sha256: 'a',
  result: { findings: [FINDING], leftOut: [1] },
};
const MISSED: Found = { facts: { reused: false, why: 'other' } };

function played(found: Found): { cache: StageCache; calls: (readonly [string, ReusableStage, ...unknown[]])[] } {
  const calls: (readonly [string, ReusableStage, ...unknown[]])[] = [];
  return {
    calls,
    cache: {
      look: async (stage) => {
        calls.push(['look', stage]);
        return found;
      },
      take: async (stage, path) => {
        calls.push(['take', stage, path]);
        return found;
      },
      keep: async (stage, path, result) => void calls.push(['keep', stage, path, result]),
    },
  };
}

const request = (kept: StageCache | undefined, more: Partial<EarlierRequest> = {}): EarlierRequest => ({
  kept,
  template: { name: 'ws' },
  vhd: '/out/other.vhd',
  engine: 'wimlib',
  skipNotApplicable: false,
  ...more,
});

it('is none where it was not asked for', () => {
  expect(earlierDisk(WORK, request(undefined), SOURCES)).toBeUndefined();
});

it('looks, takes and keeps by the parts of the plan, under the name of the template', async () => {
  const { cache, calls } = played(TAKEN);
  const disk = earlierDisk(WORK, request(cache), SOURCES);
  expect(await disk?.look()).toEqual(TAKEN.facts);
  expect(await disk?.take('/x')).toEqual({
    reuse: TAKEN.facts,
    disk: { plan: WORK.plan, findings: [FINDING], leftOut: [WORK.offline[1]] },
  });
  await disk?.keep('/y', { plan: WORK.plan, findings: [FINDING], leftOut: WORK.offline.slice(1) });
  const [[, stage]] = calls as [readonly [string, ReusableStage]];
  expect(stage).toMatchObject({ action: 'build-vhd', name: 'ws' });
  expect(stage.parts).toContainEqual({ kind: 'ISO', name: 'the ISO', value: 'i' });
  expect(stage.parts).toContainEqual({ kind: 'programs', name: 'the engine', value: 'wimlib', shown: true });
  expect(stage.parts.map(({ name }) => name)).not.toContain('the system of the runner');
  expect(calls).toEqual([
    ['look', stage],
    ['take', stage, '/x'],
    ['keep', stage, '/y', { findings: [FINDING], leftOut: [1] }],
  ]);
});

it('has no disk where none was kept', async () => {
  const disk = earlierDisk(WORK, request(played(MISSED).cache), SOURCES);
  expect(await disk?.take('/x')).toEqual({ reuse: MISSED.facts });
});

it('is known by the name of the disk where there is no template', async () => {
  const { cache, calls } = played(MISSED);
  await earlierDisk(WORK, request(cache, { template: undefined }), SOURCES)?.look();
  expect(calls[0]?.[1].name).toBe('other.vhd');
});

it('follows from the runner’s Windows with the engine of Windows, and from what is done with an update that is not applicable', async () => {
  const { cache, calls } = played(MISSED);
  await earlierDisk(WORK, request(cache, { engine: 'dism', skipNotApplicable: true }), SOURCES)?.look();
  const parts = calls[0]?.[1].parts.map(({ name, value }) => `${name} = ${value}`);
  expect(parts).toContain(`the system of the runner = Windows ${release()}`);
  expect(parts).toContain('not-applicable = skip');
});

it('never is one that the PowerShell module has made', async () => {
  const { cache, calls } = played(TAKEN);
  const disk = earlierDisk(WORK, request(cache, { engine: 'convert-windowsimage' }), SOURCES);
  const reuse = { reused: false, why: 'the code of the module Convert-WindowsImage is not known by a digest' };
  expect(await disk?.look()).toEqual(reuse);
  expect(await disk?.take('/x')).toEqual({ reuse });
  await disk?.keep('/x', { plan: WORK.plan, findings: [], leftOut: [] });
  expect(calls).toEqual([]);
});

it('never keeps or takes a disk in parts, of which the cache would see the descriptor alone', async () => {
  const { cache, calls } = played(TAKEN);
  const { disk } = WORK.plan;
  const work = { ...WORK, plan: { ...WORK.plan, disk: { ...disk, format: 'vmdk' as const } } };
  const earlier = earlierDisk(work, request(cache), SOURCES);
  expect((await earlier?.take('/x'))?.reuse).toEqual({
    reused: false,
    why: 'a disk in parts is several files, and none of them is kept',
  });
  await earlier?.keep('/x', { plan: work.plan, findings: [], leftOut: [] });
  expect(calls).toEqual([]);
});
