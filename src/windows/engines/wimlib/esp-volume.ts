/** The EFI system partition as a FAT32 volume in a regular file, with the image's own boot files. */

import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../../context.ts';
import { ToolError, UserError } from '../../../errors.ts';
import { findPath } from '../../../files/case-blind.ts';
import { openNamed } from '../../../files/open-named.ts';
import { formatSize } from '../../../units.ts';

const SECTOR = 512;
/** Firmware starts this file when its own variables name no other, as in every imported OVA. */
const FALLBACK_LOADER = 'bootx64.efi';

export interface EspRequest {
  readonly file: string;
  readonly size: number;
  /** Where the partition begins on the disk, bytes. */
  readonly start: number;
  /** FAT volume serial number: eight hexadecimal digits. */
  readonly serial: string;
  /** The image's Windows/Boot folder on this machine. */
  readonly bootFolder: string;
  /** A folder to arrange the files in. */
  readonly work: string;
  readonly bcd: Uint8Array;
  readonly recoveryBcd: Uint8Array;
}

/**
 * Makes the volume: the whole Boot/EFI tree with fonts and resources under \EFI\Microsoft\Boot, as bcdboot copies it, both boot
 * stores, and the boot manager once more as the fallback loader.
 * @param clock environment of fixed-clock.ts
 * @throws UserError not-windows-media when the image has no boot manager, image-too-small when the files do not fit
 */
export async function createEsp(
  request: EspRequest,
  clock: Readonly<Record<string, string>>,
  tools: Context['tools'],
): Promise<void> {
  await arrangeFiles(request);
  const file = await openNamed(request.file, 'wx');
  await file.truncate(request.size);
  await file.close();
  const hiddenSectors = String(request.start / SECTOR);
  const options = ['-F', '32', '-i', request.serial, '-n', 'SYSTEM', '-h', hiddenSectors, '-S', String(SECTOR)];
  await tools.run('mkfs.fat', [...options, '--invariant', request.file], { env: clock });
  try {
    await copyTree(request.work, '', request.file, clock, tools);
  } catch (cause) {
    if (!(cause instanceof ToolError) || !/disk full/i.test(cause.tail)) throw cause;
    throw new UserError(
      'image-too-small',
      `The EFI system partition of ${formatSize(request.size)} is too small for the boot files of the image`,
      'Give a larger size with the input esp; 260 MiB suffice for every release so far.',
      { cause },
    );
  }
}

async function arrangeFiles({ bootFolder, work, bcd, recoveryBcd }: EspRequest): Promise<void> {
  const microsoft = join(work, 'EFI', 'Microsoft');
  const boot = join(microsoft, 'Boot');
  await mkdir(join(microsoft, 'Recovery'), { recursive: true });
  await mkdir(join(work, 'EFI', 'Boot'));
  const efi = await findPath(bootFolder, 'EFI');
  const bootManager = efi && (await findPath(join(bootFolder, efi), 'bootmgfw.efi'));
  if (efi === undefined || bootManager === undefined) {
    throw new UserError(
      'not-windows-media',
      'The image has no Windows/Boot/EFI/bootmgfw.efi, so nothing could start it on an EFI machine',
      'Use the ISO of Windows Server for x64 as Microsoft ships it.',
    );
  }
  await copyFolder(join(bootFolder, efi), boot);
  for (const name of ['Fonts', 'Resources']) {
    const found = await findPath(bootFolder, name);
    if (found !== undefined) await copyFolder(join(bootFolder, found), join(boot, name));
  }
  await copyFile(join(bootFolder, efi, bootManager), join(work, 'EFI', 'Boot', FALLBACK_LOADER));
  await writeFile(join(boot, 'BCD'), bcd);
  await writeFile(join(microsoft, 'Recovery', 'BCD'), recoveryBcd);
}

/** mtools copy in the order they are told: sorted, so that the volume does not depend on this machine's file system. */
async function copyTree(
  source: string,
  path: string,
  volume: string,
  clock: Readonly<Record<string, string>>,
  tools: Context['tools'],
): Promise<void> {
  const entries = (await readdir(source, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(source, entry.name));
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  if (folders.length > 0) {
    await tools.run('mmd', ['-i', volume, ...folders.map((name) => `::${path}/${name}`)], { env: clock });
  }
  if (files.length > 0) await tools.run('mcopy', ['-Q', '-i', volume, ...files, `::${path}/`], { env: clock });
  for (const name of folders) await copyTree(join(source, name), `${path}/${name}`, volume, clock, tools);
}

async function copyFolder(source: string, target: string): Promise<void> {
  await mkdir(target, { recursive: true });
  for (const entry of await readdir(source, { withFileTypes: true })) {
    const from = join(source, entry.name);
    if (entry.isDirectory()) await copyFolder(from, join(target, entry.name));
    else await copyFile(from, join(target, entry.name));
  }
}
