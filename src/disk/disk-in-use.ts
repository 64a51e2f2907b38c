/**
 * Whether somebody else has a disk image open: a running VM writes to it while we read or change it. Programs say so in two ways: by lock
 * files beside the image (VMware), and by advisory locks on it (qemu, flock users), which Linux lists in /proc/locks.
 */

import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { hasErrnoCode, UserError } from '../errors.ts';

/** The byte that qemu locks while it may write (block/file-posix.c: RAW_LOCK_PERM_BASE 100, and bit 1 of the permissions). */
const QEMU_WRITE_BYTE = 101;

/** `read`: a consistent copy is wanted, so nobody may write. `write`: nobody else may have it open at all. */
export type Intent = 'read' | 'write';

/** @throws UserError disk-in-use */
export async function assertNotInUse(path: string, intent: Intent): Promise<void> {
  const file = await stat(path, { bigint: true }).catch((error: unknown) => {
    if (hasErrnoCode(error, 'ENOENT')) return undefined;
    throw error;
  });
  // Whoever opens it says better that there is none.
  if (file === undefined) return;
  const holder = (await lockFile(path, file.ino)) ?? (await advisoryLock(file, intent));
  if (holder === undefined) return;
  throw new UserError(
    'disk-in-use',
    `${path} is held open by another program: ${holder}`,
    'Shut the VM down, detach the disk, and repeat. A lock that a crash left behind may be deleted once nothing runs.',
  );
}

/** VMware Workstation: a folder `<image>.lck` with a file in it. ESXi on NFS: a file `.lck-<file id>`, the inode in hexadecimal. */
async function lockFile(path: string, inode: bigint): Promise<string | undefined> {
  const lock = `${path}.lck`;
  const inside = await readdir(lock).catch((error: unknown) => {
    if (hasErrnoCode(error, 'ENOTDIR')) return [basename(lock)];
    if (hasErrnoCode(error, 'ENOENT')) return [];
    throw error;
  });
  if (inside.length > 0) return `there is the lock ${lock}`;
  const number = inode.toString(16).padStart(16, '0');
  const reversed = Buffer.from(number, 'hex').reverse().toString('hex');
  const names = await readdir(dirname(path));
  const found = names.find((name) => name === `.lck-${number}` || name === `.lck-${reversed}`);
  return found === undefined ? undefined : `there is the lock ${join(dirname(path), found)}`;
}

/** Nothing is known where there is no /proc/locks. */
async function advisoryLock(file: FileId, intent: Intent): Promise<string | undefined> {
  return holderAmong(parseLocks(await readFile('/proc/locks', 'utf8').catch(() => '')), file, intent);
}

/** What stat says of a file. */
export interface FileId {
  readonly dev: bigint;
  readonly ino: bigint;
}

/** Who among these stands in the way, in words; our own locks do not. */
export function holderAmong(locks: readonly FileLock[], { dev, ino }: FileId, intent: Intent): string | undefined {
  const lock = locks.find(
    (one) =>
      one.pid !== process.pid &&
      one.device === deviceName(dev) &&
      one.inode === ino &&
      (intent === 'write' || mayWrite(one)),
  );
  if (lock === undefined) return undefined;
  return `it has a lock of kind ${lock.kind} on it${lock.pid > 0 ? ` (process ${lock.pid})` : ''}`;
}

export interface FileLock {
  /** POSIX, FLOCK, OFDLCK, LEASE. */
  readonly kind: string;
  readonly access: string;
  /** -1 for a lock that belongs to an open file, not to a process. */
  readonly pid: number;
  /** Major and minor number, hexadecimal, as in `08:01`. */
  readonly device: string;
  readonly inode: bigint;
  readonly start: number;
  /** Inclusive; infinite up to the end of the file. */
  readonly end: number;
}

/** Lines such as `3: OFDLCK ADVISORY  READ -1 08:01:1234 101 101` (proc(5), "/proc/locks"); waiting ones begin with `->`. */
export function parseLocks(text: string): FileLock[] {
  const line = /^\d+: (\w+)\s+\w+\s+(\w+)\s+(-?\d+) ([0-9a-f]+:[0-9a-f]+):(\d+) (\d+) (\d+|EOF)$/;
  return text.split('\n').flatMap((row) => {
    const [, kind, access, pid, device, inode, start, end] = line.exec(row.trim()) ?? [];
    if (kind === undefined || access === undefined || device === undefined || inode === undefined) return [];
    return [
      {
        kind,
        access,
        pid: Number(pid),
        device,
        inode: BigInt(inode),
        start: Number(start),
        end: end === 'EOF' ? Number.POSITIVE_INFINITY : Number(end),
      },
    ];
  });
}

/** An exclusive lock, or qemu's way to say that it writes. */
function mayWrite({ kind, access, start, end }: FileLock): boolean {
  if (access === 'WRITE') return true;
  return kind === 'OFDLCK' && start <= QEMU_WRITE_BYTE && QEMU_WRITE_BYTE <= end && end < Number.POSITIVE_INFINITY;
}

/** As glibc splits a device number: gnu_dev_major and gnu_dev_minor. */
function deviceName(dev: bigint): string {
  const major = ((dev >> 8n) & 0xfffn) | ((dev >> 32n) & ~0xfffn);
  const minor = (dev & 0xffn) | ((dev >> 12n) & ~0xffn);
  const hex = (value: bigint): string => value.toString(16).padStart(2, '0');
  return `${hex(major)}:${hex(minor)}`;
}
