import { describe, expect, it } from 'vitest';
import {
  assertNotRunning,
  PUBLISHED_KEY,
  pruneReleases,
  putNameBack,
  releasesIn,
} from '../../../src/publish/releases.ts';
import { formatReleaseMark, RELEASE_KEY } from '../../../src/vsphere/vm/release-mark.ts';
import { reference, value } from '../../../src/vsphere/wire/soap.ts';
import { type FakeVm, vmSession } from '../vsphere/vm-session.ts';

const FOLDER = { type: 'Folder', value: 'group-v1' };

function release(name: string, published: string, of = 'ws'): FakeVm {
  const mark = formatReleaseMark({ name: of, run: '1', ova: '0'.repeat(64), expires: new Date(0) });
  return { name, template: true, extraConfig: { [RELEASE_KEY]: mark, [PUBLISHED_KEY]: published } };
}

const OCTOBER = release('ws.previous-10', '2026-10-14T00:00:00Z');
const NOVEMBER = release('ws.previous-11', '2026-11-11T00:00:00Z');
const SEPTEMBER = release('ws.previous-9', '2026-09-09T00:00:00Z');

function world(vms: Record<string, FakeVm>, folder = FOLDER) {
  const inventory = Object.entries(vms).map(([id, { name, poweredOn, suspended }]) => ({
    moref: { type: 'VirtualMachine', value: id },
    name,
    path: `/DC/vm/${name}`,
    codedPath: `/DC/vm/${name}`,
    properties: new Map([
      ['parent', reference('val', folder)],
      ['runtime.powerState', value('val', poweredOn ? 'poweredOn' : suspended ? 'suspended' : 'poweredOff')],
    ]),
  }));
  return { session: vmSession(structuredClone(vms)), releases: releasesIn(inventory, FOLDER, 'ws') };
}

describe('releasesIn', () => {
  it('tells who has the name from what was set aside, in this folder', () => {
    const { releases } = world({
      now: release('WS', ''),
      old: OCTOBER,
      other: { name: 'ws2' },
      candidate: { name: 'ws.candidate-1' },
    });
    expect(releases.current?.moref.value).toBe('now');
    expect(releases.previous.map(({ moref }) => moref.value)).toEqual(['old']);
    const elsewhere = world({ now: release('ws', '') }, { ...FOLDER, value: 'group-v2' });
    expect(elsewhere.releases).toEqual({ current: undefined, previous: [] });
  });
});

describe('putNameBack', () => {
  it('gives the name to the newest that was set aside, where nobody has it', async () => {
    const { session, releases } = world({ a: OCTOBER, b: NOVEMBER, c: SEPTEMBER });
    expect(await putNameBack(session, releases, 'ws')).toBe(true);
    expect(session.asked).toEqual(['Rename_Task b ws']);
  });

  it('does nothing where somebody has it, or nothing was set aside', async () => {
    for (const vms of [{ now: release('ws', ''), a: OCTOBER }, { other: { name: 'other' } }]) {
      const { session, releases } = world(vms);
      expect(await putNameBack(session, releases, 'ws')).toBe(false);
      expect(session.asked).toEqual([]);
    }
  });
});

describe('pruneReleases', () => {
  const ALL = { a: OCTOBER, b: NOVEMBER, c: SEPTEMBER };
  it.each([
    [0, ['c', 'a', 'b']],
    [1, ['c', 'a']],
    [2, ['c']],
    [3, []],
    [9, []],
  ])('keeps %i: the newest', async (keep, gone) => {
    const { session, releases } = world(ALL);
    const removed = await pruneReleases(session, releases, { name: 'ws', keep });
    expect(session.asked).toEqual(gone.map((id) => `Destroy_Task ${id}`));
    expect(removed.map(({ vm }) => vm)).toEqual(gone);
  });

  it('takes what says no time for the oldest', async () => {
    const { session, releases } = world({ ...ALL, d: release('ws.previous-1', '') });
    await pruneReleases(session, releases, { name: 'ws', keep: 3 });
    expect(session.asked).toEqual(['Destroy_Task d']);
  });

  it('leaves alone what is suspended', async () => {
    const { session, releases } = world({ asleep: { ...SEPTEMBER, template: false, suspended: true }, a: OCTOBER });
    expect((await pruneReleases(session, releases, { name: 'ws', keep: 0 })).map(({ vm }) => vm)).toEqual(['a']);
    expect(session.asked).toEqual(['Destroy_Task a']);
    expect(session.warnings).toEqual([expect.stringContaining('ws.previous-9 could not be removed') as string]);
    expect(session.warnings[0]).toContain('is suspended');
  });

  it('leaves alone what bears no mark, or that of another name, and what runs', async () => {
    const { session, releases } = world({
      hand: { name: 'ws.previous-1' },
      other: release('ws.previous-2', '2020-01-01T00:00:00Z', 'ws2'),
      runs: { ...SEPTEMBER, template: false, poweredOn: true },
    });
    const removed = await pruneReleases(session, releases, { name: 'ws', keep: 0 });
    expect(session.asked.filter((call) => call.startsWith('PowerOff'))).toEqual([]);
    expect(session.warnings.slice(0, 2)).toEqual([
      '/DC/vm/ws.previous-1 was not made by a release: it is left alone. Remove it by hand when nobody needs it.',
      '/DC/vm/ws.previous-2 was not made by a release: it is left alone. Remove it by hand when nobody needs it.',
    ]);
    expect(removed.map(({ vm }) => vm)).not.toContain('hand');
  });

  it('tells what could not be removed, and goes on', async () => {
    const { releases } = world(ALL);
    const session = vmSession(structuredClone(ALL), {
      meets: (call) => (call === 'Destroy_Task c' ? 'NoPermission' : undefined),
    });
    const removed = await pruneReleases(session, releases, { name: 'ws', keep: 1 });
    expect(removed).toEqual([{ vm: 'a', name: 'ws.previous-10' }]);
    expect(session.warnings).toEqual([expect.stringContaining('/DC/vm/ws.previous-9 could not be removed')]);
  });
});

it('a cancel ends the removing, and is not told as one that could not be removed', async () => {
  const ended = new AbortController();
  const { releases } = world({ a: OCTOBER, b: NOVEMBER });
  const session = vmSession(structuredClone({ a: OCTOBER, b: NOVEMBER }), {
    signal: ended.signal,
    meets: () => {
      ended.abort(new Error('cancelled'));
      return 'RequestCanceled';
    },
  });
  await expect(pruneReleases(session, releases, { name: 'ws', keep: 0 })).rejects.toThrow('cancelled');
  expect([session.asked, session.warnings]).toEqual([['Destroy_Task a'], []]);
});

it('never sets a running machine aside', () => {
  expect(() => assertNotRunning(world({ now: release('ws', '') }).releases)).not.toThrow();
  expect(() => assertNotRunning(world({ now: { name: 'ws', poweredOn: true } }).releases)).toThrow(
    '/DC/vm/ws is running',
  );
});
