/** Changes files of Windows on a disk with tools that had no part in writing it. */

import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { putPart, takePart } from '../../judges/disk-part.ts';

const run = promisify(execFile);

/** Where the Windows partition of a raw disk lies, in bytes: the third, as build-vhd lays disks out. */
async function windowsPlace(disk: string): Promise<{ offset: number; size: number }> {
  const { stdout } = await run('sgdisk', ['-i', '3', disk]);
  const number = (pattern: RegExp): number => Number(pattern.exec(stdout)?.[1]) * 512;
  return { offset: number(/First sector: (\d+)/), size: number(/Partition size: (\d+)/) };
}

/** Copies the Windows partition into a file of its own. @returns where it lies, in bytes */
export async function takeWindows(disk: string, volume: string): Promise<{ offset: number; size: number }> {
  const place = await windowsPlace(disk);
  await takePart(disk, place, volume);
  return place;
}

/** Puts a file over the one that is there. */
export async function putFile(volume: string, path: string, content: string | Buffer): Promise<void> {
  const scratch = `${volume}.scratch`;
  await writeFile(scratch, content);
  await run('ntfscp', ['-q', '-f', volume, scratch, path]);
  await rm(scratch);
}

type Put = (path: string, content: string | Buffer) => Promise<void>;

/** @param to raw disk to write: a copy with changed files in Windows @returns its path */
export async function spoilWindows(from: string, to: string, spoil: (put: Put) => Promise<void>): Promise<string> {
  await run('qemu-img', ['convert', '-O', 'raw', from, to]);
  const volume = `${to}.ntfs`;
  const place = await takeWindows(to, volume);
  await spoil((path, content) => putFile(volume, path, content));
  await putPart(volume, to, place);
  await rm(volume);
  return to;
}
