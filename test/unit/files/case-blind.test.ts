import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findName, findPath, isSameName } from '../../../src/files/case-blind.ts';

let work: string;
beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'stillframe-names-'));
});
afterEach(() => rm(work, { recursive: true, force: true }));

it('compares names as Windows does', () => {
  expect(isSameName('Straße.INF', 'straße.inf')).toBe(true);
  expect(isSameName('a', 'b')).toBe(false);
});

it('finds a name as it is spelt, the exact one before others', () => {
  expect(findName(['X.SYS', 'x.sys'], 'x.sys')).toBe('x.sys');
  expect(findName(['X.SYS'], 'x.sys')).toBe('X.SYS');
  expect(findName(['X.SYS'], 'y.sys')).toBeUndefined();
});

it('finds a path part by part', async () => {
  await mkdir(join(work, 'Windows', 'INF'), { recursive: true });
  await writeFile(join(work, 'Windows', 'INF', 'Disk.inf'), '');
  expect(await findPath(work, 'WINDOWS/inf/disk.INF')).toBe('Windows/INF/Disk.inf');
  expect(await findPath(work, 'windows/none/disk.inf')).toBeUndefined();
  expect(await findPath(work, 'windows/inf/disk.inf/x')).toBeUndefined();
  expect(await findPath(join(work, 'none'), 'x')).toBeUndefined();
});

it.skipIf(process.getuid?.() === 0)('does not take a folder that may not be read for an empty one', async () => {
  await chmod(work, 0);
  await expect(findPath(work, 'x')).rejects.toMatchObject({ code: 'EACCES' });
  await chmod(work, 0o700);
});

it('tells of a folder that cannot be read, and takes a file on the way for none', async () => {
  const root = await mkdtemp(join(tmpdir(), 'stillframe-case-blind-'));
  try {
    await writeFile(join(root, 'file'), '');
    expect(await findPath(root, 'file/below')).toBeUndefined();
    await expect(findPath(join(root, 'x'.repeat(300)), 'a')).rejects.toMatchObject({ code: 'ENAMETOOLONG' });
  } finally {
    await rm(root, { recursive: true });
  }
});
