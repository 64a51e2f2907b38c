import { expect, it } from 'vitest';
import type { LockedFile, LockFile } from '../../../src/updates/lock.ts';
import { diffLocks } from '../../../src/updates/lock-diff.ts';

const file = (kb: string, name: string, sha256 = 'a'): LockedFile => ({
  name,
  kb,
  kind: 'cumulative',
  url: 'https://x/',
  size: 10,
  sha1: 'x',
  sha256,
});
const lock = (...files: LockedFile[]): LockFile => ({
  schema: 1,
  date: '2026-11-10',
  request: {
    product: 'windows-server-2019',
    architecture: 'x64',
    include: ['cumulative'],
    release: ['latest'],
    channel: 'regular',
  },
  updates: files.map((one) => ({
    kb: one.kb,
    kind: 'cumulative',
    title: `t-${one.kb}`,
    'update-id': '',
    reason: '',
    files: [one],
  })),
});

it('says of each file what became of it, in the order of numbers, then names', () => {
  const before = lock(file('KB2', 'gone.msu'), file('KB1', 'z.msu'), file('KB3', 'same.msu'));
  const after = lock(file('KB3', 'same.msu'), file('KB1', 'z.msu', 'b'), file('KB1', 'a.msu'), file('KB2', 'come.msu'));
  const expected = [
    { change: 'added', kb: 'KB1', name: 'a.msu', detail: '10 bytes, SHA-256 a' },
    { change: 'changed', kb: 'KB1', name: 'z.msu', detail: 'SHA-256 was a, is b' },
    { change: 'added', kb: 'KB2', name: 'come.msu', detail: '10 bytes, SHA-256 a' },
    { change: 'removed', kb: 'KB2', name: 'gone.msu', detail: '10 bytes' },
  ];
  expect(diffLocks(before, after)).toEqual(expected);
  expect(diffLocks(after, before).map(({ change, name }) => `${change} ${name}`)).toEqual([
    'removed a.msu',
    'changed z.msu',
    'removed come.msu',
    'added gone.msu',
  ]);
  expect(diffLocks(undefined, lock(file('KB1', 'b.msu'), file('KB1', 'a.msu'))).map(({ name }) => name)).toEqual([
    'a.msu',
    'b.msu',
  ]);
});
