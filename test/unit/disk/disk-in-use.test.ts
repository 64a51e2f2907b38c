import { mkdir, mkdtemp, open, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { assertNotInUse, type FileLock, holderAmong, parseLocks } from '../../../src/disk/disk-in-use.ts';

const root = await mkdtemp(join(tmpdir(), 'stillframe-lock-'));
afterAll(() => rm(root, { recursive: true, force: true }));
let folder = '';
let disk = '';
beforeEach(async () => {
  folder = await mkdtemp(join(root, 'case-'));
  disk = join(folder, 'disk.vmdk');
  await writeFile(disk, 'disk');
});

const held = (reason: string): object => ({ code: 'disk-in-use', message: expect.stringContaining(reason) });

describe('lock files', () => {
  it('say nothing where there are none, and of a disk that is not there', async () => {
    await expect(assertNotInUse(disk, 'write')).resolves.toBeUndefined();
    await expect(assertNotInUse(join(folder, 'none.vmdk'), 'write')).resolves.toBeUndefined();
  });

  it('of Workstation are a folder with something in it', async () => {
    await mkdir(`${disk}.lck`);
    await expect(assertNotInUse(disk, 'write')).resolves.toBeUndefined();
    await writeFile(join(`${disk}.lck`, 'M12345.lck'), '');
    for (const intent of ['read', 'write'] as const) {
      await expect(assertNotInUse(disk, intent)).rejects.toMatchObject(held(`there is the lock ${disk}.lck`));
    }
  });

  it('may be a file', async () => {
    await writeFile(`${disk}.lck`, '');
    await expect(assertNotInUse(disk, 'write')).rejects.toMatchObject(held('disk.vmdk.lck'));
  });

  it.each(['big', 'little'])('of ESXi on NFS carry the number of the file, %s-endian', async (order) => {
    const bytes = Buffer.alloc(8);
    bytes[order === 'big' ? 'writeBigUInt64BE' : 'writeBigUInt64LE']((await stat(disk, { bigint: true })).ino);
    await writeFile(join(folder, '.lck-0000000000000000'), '');
    await expect(assertNotInUse(disk, 'write')).resolves.toBeUndefined();
    await writeFile(join(folder, `.lck-${bytes.toString('hex')}`), '');
    await expect(assertNotInUse(disk, 'write')).rejects.toMatchObject(held(`.lck-${bytes.toString('hex')}`));
  });
});

describe('advisory locks', () => {
  it('are read as the kernel lists them', () => {
    const text = `1: POSIX  ADVISORY  WRITE 2031 08:01:131089 0 EOF
1: -> POSIX  ADVISORY  WRITE 2032 08:01:131089 0 EOF
2: OFDLCK ADVISORY  READ -1 fd:1a:42 101 103
3: FLOCK  ADVISORY  READ 7 00:2f:9007199254740993 0 EOF
4: LEASE  ACTIVE    READ 8 08:01:1 0 EOF
nonsense
`;
    expect(parseLocks(text)).toEqual([
      {
        kind: 'POSIX',
        access: 'WRITE',
        pid: 2031,
        device: '08:01',
        inode: 131089n,
        start: 0,
        end: Number.POSITIVE_INFINITY,
      },
      { kind: 'OFDLCK', access: 'READ', pid: -1, device: 'fd:1a', inode: 42n, start: 101, end: 103 },
      {
        kind: 'FLOCK',
        access: 'READ',
        pid: 7,
        device: '00:2f',
        inode: 9007199254740993n,
        start: 0,
        end: Number.POSITIVE_INFINITY,
      },
      { kind: 'LEASE', access: 'READ', pid: 8, device: '08:01', inode: 1n, start: 0, end: Number.POSITIVE_INFINITY },
    ]);
  });

  const lock = (more: Partial<FileLock>): FileLock => ({
    kind: 'FLOCK',
    access: 'READ',
    pid: 4711,
    device: '08:01',
    inode: 99n,
    start: 0,
    end: Number.POSITIVE_INFINITY,
    ...more,
  });
  const file = { dev: 0x801n, ino: 99n };

  it.each<[string, Partial<FileLock>, boolean, boolean]>([
    ['a shared lock of a reader', {}, false, true],
    ['an exclusive lock', { access: 'WRITE' }, true, true],
    ['an exclusive lock on another file', { access: 'WRITE', inode: 98n }, false, false],
    ['an exclusive lock on another device', { access: 'WRITE', device: '08:02' }, false, false],
    ['a lock of our own', { access: 'WRITE', pid: process.pid }, false, false],
    ['a running qemu', { kind: 'OFDLCK', pid: -1, start: 100, end: 101 }, true, true],
    ['the writing byte of a qemu alone', { kind: 'OFDLCK', pid: -1, start: 101, end: 101 }, true, true],
    ['a qemu that reads', { kind: 'OFDLCK', pid: -1, start: 100, end: 100 }, false, true],
    ['a qemu that lets nobody write', { kind: 'OFDLCK', pid: -1, start: 201, end: 201 }, false, true],
    ['a shared lock on all of it by an open file', { kind: 'OFDLCK', pid: -1 }, false, true],
  ])('%s', (_, more, forReading, forWriting) => {
    expect(holderAmong([lock(more)], file, 'read') !== undefined).toBe(forReading);
    expect(holderAmong([lock(more)], file, 'write') !== undefined).toBe(forWriting);
  });

  it('name their kind and process', () => {
    expect(holderAmong([lock({ access: 'WRITE' })], file, 'read')).toBe(
      'it has a lock of kind FLOCK on it (process 4711)',
    );
    expect(holderAmong([lock({ kind: 'OFDLCK', pid: -1 })], file, 'write')).toBe('it has a lock of kind OFDLCK on it');
  });

  it('know a device by major and minor number', () => {
    expect(holderAmong([lock({ device: 'fd:100' })], { dev: 0x1000fd00n, ino: 99n }, 'write')).toBeUndefined();
    expect(holderAmong([lock({ device: '103:05' })], { dev: 0x10305n, ino: 99n }, 'write')).toBeDefined();
    expect(holderAmong([lock({ device: '08:100' })], { dev: 0x100800n, ino: 99n }, 'write')).toBeDefined();
  });

  it('of nobody leave a file that is only open alone', async () => {
    const handle = await open(disk, 'r+');
    await expect(assertNotInUse(disk, 'write')).resolves.toBeUndefined();
    await handle.close();
  });
});
