import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LockFile } from '../../../src/updates/lock.ts';
import { diffLocks } from '../../../src/updates/lock-diff.ts';
import {
  formatLock,
  parseLock,
  readLock,
  requireLockPlace,
  requireSameRequest,
  writeLock,
} from '../../../src/updates/lock-file.ts';

const FILE = {
  name: 'windows10.0-kb5098818-x64.msu',
  kb: 'KB5098818',
  kind: 'cumulative',
  url: 'https://catalog.s.download.windowsupdate.com/x.msu',
  size: 10,
  sha1: 'a'.repeat(40),
  sha256: 'b'.repeat(64),
} as const;
const LOCK: LockFile = {
  schema: 1,
  date: '2026-11-10',
  build: '17763.9619',
  request: {
    product: 'windows-server-2019',
    architecture: 'x64',
    include: ['cumulative'],
    release: ['latest'],
    channel: 'regular',
  },
  updates: [
    { kb: 'KB5098818', kind: 'cumulative', title: 'November', 'update-id': 'x', reason: 'newest', files: [FILE] },
  ],
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a lock is read as it was written, and leaves nothing beside it', async () => {
  const path = join(folder, 'x.lock.json');
  expect(await readLock(path)).toBeUndefined();
  await writeLock(path, LOCK);
  expect(await readLock(path)).toEqual(LOCK);
  expect(await readdir(folder)).toEqual(['x.lock.json']);
});

test.each([
  ['no JSON', '{', 'no JSON'],
  ['a hash cut short', formatLock(LOCK).replace('b'.repeat(64), 'b'.repeat(63)), 'updates[0].files[0].sha256'],
  ['an unknown key', formatLock(LOCK).replace('"channel"', '"chanel": "x", "channel"'), 'chanel'],
  ['a name that leaves the folder', formatLock(LOCK).replace(FILE.name, '../x.msu'), 'updates[0].files[0].name'],
  [
    'a key of both sides of a merge',
    formatLock(LOCK).replace('"schema"', '"date" :"x", "schema"'),
    'the key "date" twice',
  ],
  [
    'a key of both sides further in, written differently',
    formatLock(LOCK).replace('"sha1"', '"sh\\u0061256": "x", "sha1"'),
    'the key "sha256" twice',
  ],
  // Nothing would hold an ISO to such a pin: that of the template does.
  [
    'pins of other inputs',
    formatLock(LOCK).replace('"request"', `"inputs": { "iso": { "sha256": "${'c'.repeat(64)}" } }, "request"`),
    'unknown key "inputs"',
  ],
  ['another version', formatLock(LOCK).replace('"schema": 1', '"schema": 2'), 'schema: 2 is not allowed'],
])('%s is refused with the place', (_, text, place) => {
  expect(() => parseLock(text, 'x.lock.json')).toThrow(
    expect.objectContaining({ code: 'lock-invalid', message: expect.stringContaining(place) }),
  );
});

test('a lock made for another request is refused with every difference', () => {
  requireSameRequest(LOCK, { ...LOCK.request, include: ['cumulative'] }, 'x');
  expect(() =>
    requireSameRequest(LOCK, { ...LOCK.request, release: ['2026-10'], 'media-build': '17763.107' }, 'x'),
  ).toThrow(
    expect.objectContaining({
      code: 'lock-invalid',
      message: expect.stringMatching(
        /media-build: not set in the lock, 17763\.107 now; release: latest in the lock, 2026-10 now/,
      ),
    }),
  );
});

test('the difference names added, removed and changed files, and nothing else', () => {
  const [update] = LOCK.updates;
  if (!update) throw new Error('missing');
  const other = { ...FILE, name: 'other.msu', kb: 'KB5000001' };
  const after = {
    ...LOCK,
    updates: [{ ...update, reason: 'another', files: [{ ...FILE, sha256: 'd'.repeat(64), url: 'https://b' }, other] }],
  };
  expect(diffLocks(LOCK, { ...LOCK, updates: [{ ...update, reason: 'another', title: 'x' }] })).toEqual([]);
  expect(diffLocks(LOCK, after).map(({ change, kb }) => `${change} ${kb}`)).toEqual([
    'added KB5000001',
    'changed KB5098818',
  ]);
  expect(diffLocks(after, LOCK).map(({ change, kb }) => `${change} ${kb}`)).toEqual([
    'removed KB5000001',
    'changed KB5098818',
  ]);
  expect(diffLocks(undefined, LOCK)).toHaveLength(1);
});

test('a lock that cannot be written leaves the old one', async () => {
  const path = join(folder, 'missing', 'x.lock.json');
  await expect(writeLock(path, LOCK)).rejects.toMatchObject({ code: 'file-missing' });
  await writeFile(join(folder, 'y'), '');
  expect(await readdir(folder)).toEqual(['y']);
});

test('a place for a lock is tried before the work, and left as it is', async () => {
  const path = join(folder, 'x.lock.json');
  await requireLockPlace(path);
  expect(await readdir(folder)).toEqual([]);
  await writeLock(path, LOCK);
  await requireLockPlace(path);
  expect(await readLock(path)).toEqual(LOCK);
  await expect(requireLockPlace(join(folder, 'none', 'x.json'))).rejects.toMatchObject({
    code: 'file-missing',
    message: expect.stringMatching(/^Input lock-file: .*folder does not exist/),
  });
  await expect(requireLockPlace(folder)).rejects.toMatchObject({ code: 'path-invalid' });
});

test('a lock that is a folder is no lock, and it is said of which input', async () => {
  await expect(readLock(folder)).rejects.toMatchObject({
    code: 'file-missing',
    message: expect.stringContaining('input lock-file'),
  });
});

test.each([
  ['{', /^The lock file x\.json is not valid: it is no JSON: .+/],
  [
    '3',
    /^The lock file x\.json is not valid: the lock is a number; a mapping of keys is wanted\. Wanted: The exact packages/,
  ],
  [
    '{}',
    /: the lock lacks the key "schema"\. Add "schema: …" to the lock\. the lock lacks the key "date"\. .*"updates: …" to the lock\.$/,
  ],
  [
    formatLock(LOCK).replace('"channel"', '"chanel": "x", "channel"'),
    /: unknown key "chanel" in request\. Did you mean "channel"\? Known keys here: product, .*media-build\.$/,
  ],
  [formatLock({ ...LOCK, updates: [] }), /: updates is an empty list\. Wanted: At least one update\.$/],
  [
    formatLock(LOCK).replace('"schema": 1', '"schema": 2'),
    /: schema: 2 is not allowed here\. Wanted: 1, the version of this format\.$/,
  ],
  [
    formatLock({ ...LOCK, date: '2026-13-01' }),
    /: date: "2026-13-01" is not allowed here\. Wanted: A day such as 2026-11-10\.$/,
  ],
  [
    formatLock({ ...LOCK, updates: LOCK.updates.map((update) => ({ ...update, month: '2026-00' })) }),
    /: updates\[0\]\.month: "2026-00" is not allowed here\. Wanted: A month such as 2026-11\.$/,
  ],
])('%j is refused in words', (text, words) => {
  expect(() => parseLock(text, 'x.json')).toThrow(words);
  expect(() => parseLock(text, 'x.json')).toThrow(
    expect.objectContaining({ hint: 'Restore it from version control, or set update-lock: true to make it anew.' }),
  );
});

test('five faults are told, and how many more there are', () => {
  const faulty = (count: number) =>
    formatLock({ ...LOCK, updates: Array.from({ length: count }, () => ({ ...LOCK.updates[0], kb: 'x' })) as never });
  const told = (count: number): string => {
    try {
      parseLock(faulty(count), 'x');
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };
  expect(told(5).match(/is not allowed here/g)).toHaveLength(5);
  expect(told(5)).not.toContain('more');
  expect(told(7).match(/is not allowed here/g)).toHaveLength(5);
  expect(told(7)).toMatch(/ And 2 more\.$/);
});

test('a lock of the same lists in another order answers the same request', () => {
  const request = { ...LOCK.request, include: ['servicing-stack', 'cumulative'] as const };
  const lock = { ...LOCK, request: { ...request, include: ['cumulative', 'servicing-stack'] as const } };
  expect(() => requireSameRequest(lock, request, 'x')).not.toThrow();
  expect(() => requireSameRequest(LOCK, { ...LOCK.request, exclude: ['KB2', 'KB1'] }, 'x.json')).toThrow(
    'x.json was made for another request (exclude: not set in the lock, KB1, KB2 now)',
  );
  expect(() =>
    requireSameRequest({ ...LOCK, request: { ...LOCK.request, exclude: ['KB1'] } }, LOCK.request, 'x.json'),
  ).toThrow('x.json was made for another request (exclude: KB1 in the lock, not set now)');
});

test('a lock is written as text that ends with its line', () => {
  expect(formatLock(LOCK)).toMatch(/^\{\n {2}"schema": 1,\n[\s\S]*\}\n$/);
  expect(formatLock(LOCK)).not.toMatch(/\n\n/);
});

test.each([
  ['https://me:secret@mirror.example.com/x.msu', false],
  ['https://me@mirror.example.com', false],
  ['ftp://mirror.example.com/x.msu', false],
  ['https:///x.msu', false],
  ['http://[::1]:8530/a@b.msu', true],
  ['https://mirror.example.com', true],
])('a file comes from an http address that names no user: %s', (url, taken) => {
  const lock = { ...LOCK, updates: LOCK.updates.map((update) => ({ ...update, files: [{ ...FILE, url }] })) };
  const read = (): unknown => parseLock(JSON.stringify(lock), 'a.json');
  if (taken) expect(read).not.toThrow();
  else
    expect(read).toThrow(
      expect.objectContaining({ code: 'lock-invalid', message: expect.not.stringContaining('secret') }),
    );
});
