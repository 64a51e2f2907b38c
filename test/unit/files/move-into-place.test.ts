import {
  chmod,
  chown,
  link,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  moveIntoPlace,
  PARTIAL_SUFFIX,
  type PlaceHost,
  RETRY_WAITS,
  renameHeld,
} from '../../../src/files/move-into-place.ts';

let work: string;
let target: string;
let partial: string;
beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'stillframe-place-'));
  target = join(work, 'x.ova');
  partial = target + PARTIAL_SUFFIX;
  await writeFile(partial, 'new');
});
afterEach(() => rm(work, { recursive: true, force: true }));

/** A machine whose first renames end with these codes. */
function machine(platform: NodeJS.Platform, codes: string[]): PlaceHost & { slept: number[] } {
  const slept: number[] = [];
  return {
    platform,
    slept,
    sleep: async (milliseconds) => slept.push(milliseconds),
    rename: async (from, to) => {
      const code = codes.shift();
      if (code !== undefined) throw Object.assign(new Error(code), { code, path: from, syscall: 'rename' });
      await rename(from, to);
    },
  };
}

describe('moveIntoPlace', () => {
  it('puts the file where nothing was', async () => {
    await moveIntoPlace(partial, target);
    expect(await readdir(work)).toEqual(['x.ova']);
    expect(await readFile(target, 'utf8')).toBe('new');
  });

  it('leaves one name, where the file had both already', async () => {
    // POSIX: of two names of one file a rename does nothing.
    await link(partial, target);
    await moveIntoPlace(partial, target);
    expect(await readdir(work)).toEqual(['x.ova']);
  });

  it('keeps the mode of what it replaces', async () => {
    await writeFile(target, 'old');
    await chmod(target, 0o2640);
    await moveIntoPlace(partial, target);
    expect((await stat(target)).mode & 0o7777).toBe(0o2640);
    expect(await readFile(target, 'utf8')).toBe('new');
  });

  it.runIf(process.getuid?.() === 0)('keeps the owner and the group of what it replaces', async () => {
    await writeFile(target, 'old');
    await chown(target, 12, 34);
    await chmod(target, 0o4755);
    await moveIntoPlace(partial, target);
    const { uid, gid, mode } = await stat(target);
    expect([uid, gid, mode & 0o7777]).toEqual([12, 34, 0o4755]);
  });

  it('leaves a symbolic link in place and replaces what it leads to', async () => {
    await mkdir(join(work, 'real'));
    await writeFile(join(work, 'real/x.ova'), 'old');
    await symlink('real/x.ova', target);
    await moveIntoPlace(partial, target);
    expect((await lstat(target)).isSymbolicLink()).toBe(true);
    expect(await readFile(join(work, 'real/x.ova'), 'utf8')).toBe('new');
    expect(await readdir(work)).toEqual(['real', 'x.ova']);
  });

  it.each([
    ['a folder', () => mkdir(target), 'path-invalid', 'is a folder'],
    ['a device', () => symlink('/dev/null', target), 'path-invalid', 'is a device or pipe'],
  ])('refuses %s, and removes the partial file', async (_, make, code, message) => {
    await make();
    await expect(moveIntoPlace(partial, target)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
    expect(await readdir(work)).toEqual(['x.ova']);
  });

  it('names the output in what the system refuses', async () => {
    const path = join(work, 'none', 'x.ova');
    await expect(moveIntoPlace(partial, path)).rejects.toMatchObject({
      code: 'file-missing',
      message: `The output ${path} cannot be written: its folder does not exist`,
    });
    expect(await readdir(work)).toEqual([]);
  });

  it.each(['EPERM', 'EACCES', 'EBUSY'])('waits on Windows while the target is held open (%s)', async (code) => {
    const host = machine('win32', [code, code, code]);
    await moveIntoPlace(partial, target, host);
    expect(host.slept).toEqual(RETRY_WAITS.slice(0, 3));
    expect(await readdir(work)).toEqual(['x.ova']);
  });

  it('gives up on Windows after ten seconds, names the file and removes the partial one', async () => {
    await writeFile(target, 'old');
    const host = machine('win32', new Array(RETRY_WAITS.length + 1).fill('EPERM'));
    await expect(moveIntoPlace(partial, target, host)).rejects.toMatchObject({
      code: 'file-in-use',
      message: `${target} could not be replaced for 10 seconds: another program holds it open`,
      hint: expect.stringContaining('virus scanner'),
      cause: { code: 'EPERM' },
    });
    expect(host.slept).toEqual(RETRY_WAITS);
    expect(await readdir(work)).toEqual(['x.ova']);
    expect(await readFile(target, 'utf8')).toBe('old');
  });

  it('succeeds with the last try', async () => {
    const host = machine('win32', new Array(RETRY_WAITS.length).fill('EBUSY'));
    await moveIntoPlace(partial, target, host);
    expect(await readFile(target, 'utf8')).toBe('new');
  });

  it('waits for nobody on Linux, where an open file can be replaced', async () => {
    const host = machine('linux', ['EACCES']);
    await expect(moveIntoPlace(partial, target, host)).rejects.toMatchObject({ code: 'file-denied' });
    expect(host.slept).toEqual([]);
    expect(await readdir(work)).toEqual([]);
  });

  it('waits for no other error', async () => {
    const host = machine('win32', ['ENOSPC']);
    await expect(moveIntoPlace(partial, target, host)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(host.slept).toEqual([]);
  });

  it('says at once that a file is marked read-only on Windows', async () => {
    await writeFile(target, 'old');
    await chmod(target, 0o444);
    const host = machine('win32', []);
    await expect(moveIntoPlace(partial, target, host)).rejects.toMatchObject({
      code: 'file-denied',
      message: `The output ${target} is marked read-only`,
    });
    expect(await readFile(target, 'utf8')).toBe('old');
    await moveIntoPlace(await again(), target, machine('linux', []));
    expect(await readFile(target, 'utf8')).toBe('new');
  });

  it('brings the file to another volume first, where a link leads there', async () => {
    await mkdir(join(work, 'far'));
    await symlink('far/x.ova', target);
    await chmod(partial, 0o600);
    await moveIntoPlace(partial, target, machine('linux', ['EXDEV']));
    expect(await readdir(join(work, 'far'))).toEqual(['x.ova']);
    expect(await readFile(target, 'utf8')).toBe('new');
    expect((await stat(target)).mode & 0o777).toBe(0o600);
    expect(await readdir(work)).toEqual(['far', 'x.ova']);
  });

  it('cannot be where its own folder is another volume', async () => {
    await expect(moveIntoPlace(partial, target, machine('linux', ['EXDEV']))).rejects.toThrow(
      `${partial} lies on another volume than its own folder`,
    );
    expect(await readdir(work)).toEqual([]);
  });

  it('leaves nothing on the other volume when that fails', async () => {
    await mkdir(join(work, 'far'));
    await symlink('far/x.ova', target);
    await expect(moveIntoPlace(partial, target, machine('linux', ['EXDEV', 'EACCES']))).rejects.toMatchObject({
      code: 'file-denied',
    });
    expect(await readdir(join(work, 'far'))).toEqual([]);
    expect(await readdir(work)).toEqual(['far', 'x.ova']);
  });

  async function again(): Promise<string> {
    await writeFile(partial, 'new');
    return partial;
  }
});

describe('renameHeld', () => {
  it('renames folders too, with the same patience', async () => {
    await mkdir(join(work, 'from'));
    const host = machine('win32', ['EPERM']);
    await renameHeld(join(work, 'from'), join(work, 'to'), host);
    expect(host.slept).toEqual([50]);
    expect((await stat(join(work, 'to'))).isDirectory()).toBe(true);
  });
});
