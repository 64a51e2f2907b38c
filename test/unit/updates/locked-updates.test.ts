import { expect, it } from 'vitest';
import type { LockFile, LockRequest } from '../../../src/updates/lock.ts';
import { lockOf, updatesOfLock } from '../../../src/updates/locked-updates.ts';
import type { PreparedFile } from '../../../src/updates/prepare-packages.ts';
import type { PackageKind, ResolvedUpdate, UpdateFile } from '../../../src/updates/update.ts';

const REQUEST: LockRequest = {
  product: 'windows-server-2025',
  architecture: 'x64',
  include: ['cumulative'],
  release: ['latest'],
  channel: 'regular',
};

const file = (kb: string, kind: PackageKind): UpdateFile => ({ name: `${kb}.msu`, kb, kind, url: `https://x/${kb}` });
const update = (kb: string, more: Partial<ResolvedUpdate> = {}): ResolvedUpdate => ({
  kb,
  kind: 'cumulative',
  title: `title of ${kb}`,
  updateId: `id of ${kb}`,
  reason: `reason of ${kb}`,
  files: [],
  ...more,
});
const prepared = (of: ResolvedUpdate, kb: string, kind: PackageKind, build?: string): PreparedFile => ({
  update: of,
  file: file(kb, kind),
  fetched: {
    path: `/x/${kb}`,
    sha1: `1-${kb}`,
    sha256: `256-${kb}`,
    size: Number(kb.slice(2)),
    from: 'cache',
    received: 0,
  },
  opened: { container: 'cab', hotpatch: false, cabs: [] },
  signature: { state: 'valid', by: 'x' },
  build,
});
const locked = (kb: string, kind: PackageKind): LockFile['updates'][number]['files'][number] => ({
  name: `${kb}.msu`,
  kb,
  kind,
  url: `https://x/${kb}`,
  size: Number(kb.slice(2)),
  sha1: `1-${kb}`,
  sha256: `256-${kb}`,
});

const TARGET = update('KB5122871', { month: '2026-09', date: '2026-09-08', letter: 'B', optional: true });
const DOTNET = update('KB5088862', { kind: 'dotnet', date: '2026-08-11' });

it('makes of files in any order one lock, in the order of names', () => {
  const files = [
    prepared(TARGET, 'KB5122871', 'cumulative', '26100.33438'),
    prepared(DOTNET, 'KB5087068', 'dotnet'),
    prepared(TARGET, 'KB5043080', 'checkpoint', '26100.1742'),
  ];
  const expected: LockFile = {
    schema: 1,
    date: '2026-09-08',
    build: '26100.33438',
    request: REQUEST,
    updates: [
      {
        kb: 'KB5088862',
        kind: 'dotnet',
        title: 'title of KB5088862',
        'update-id': 'id of KB5088862',
        date: '2026-08-11',
        reason: 'reason of KB5088862',
        files: [locked('KB5087068', 'dotnet')],
      },
      {
        kb: 'KB5122871',
        kind: 'cumulative',
        title: 'title of KB5122871',
        'update-id': 'id of KB5122871',
        month: '2026-09',
        date: '2026-09-08',
        build: '26100.33438',
        letter: 'B',
        reason: 'reason of KB5122871',
        optional: true,
        files: [locked('KB5043080', 'checkpoint'), locked('KB5122871', 'cumulative')],
      },
    ],
  };
  expect(lockOf(files, REQUEST)).toStrictEqual(expected);
  expect(lockOf(files.toReversed(), REQUEST)).toStrictEqual(expected);
});

it('tells the highest build of the cumulative updates and the newest date', () => {
  const older = update('KB5030216', { date: '2026-10-01' });
  const lock = lockOf(
    [
      prepared(TARGET, 'KB5122871', 'cumulative', '26100.33438'),
      prepared(older, 'KB5030216', 'cumulative', '26100.9999'),
      prepared(DOTNET, 'KB5087068', 'servicing-stack', '26100.99999'),
    ],
    REQUEST,
  );
  expect(lock.build).toBe('26100.33438');
  expect(lock.date).toBe('2026-10-01');
});

it('does without date and build where nobody knows them', () => {
  const undated = update('KB5122871');
  const lock = lockOf(
    [prepared(undated, 'KB5122871', 'cumulative'), prepared(undated, 'x', 'cumulative', 'odd')],
    REQUEST,
  );
  expect(lock.date).toBe('1970-01-01');
  expect(lock).not.toHaveProperty('build');
  expect(Object.keys(lock.updates[0] ?? {})).toEqual(['kb', 'kind', 'title', 'update-id', 'reason', 'files']);
});

it('gives of a lock the updates that were locked', () => {
  const lock = lockOf([prepared(TARGET, 'KB5122871', 'cumulative', '26100.33438')], REQUEST);
  expect(updatesOfLock(lock)).toStrictEqual([
    { ...TARGET, build: '26100.33438', files: [locked('KB5122871', 'cumulative')] },
  ]);
});
