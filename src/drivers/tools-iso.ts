/** The VMware Tools disc: told from other discs by what lies on it, its version read from its own manifest. */

import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { IsoReader } from '../archives/iso/iso-reader.ts';
import { UserError } from '../errors.ts';
import { findName } from '../files/case-blind.ts';

interface ToolsIso {
  /** `12.5.3`; undefined when the disc has no manifest. */
  readonly version: string | undefined;
  /** Path of the installer on the disc. */
  readonly setup: string;
  /** All files of the disc, with `/`. */
  readonly files: readonly string[];
}

/**
 * Windows media have a setup.exe too: only the upgrader, or the manifest, says that a disc is VMware Tools for Windows.
 * The installer is setup64.exe up to 12.4, where setup.exe is for 32 bits, and setup.exe alone from 12.5 on.
 * @param work a folder for what is read from the disc
 * @throws UserError not-tools-media that says what the disc looks like
 */
export async function recogniseToolsIso(iso: IsoReader, work: string): Promise<ToolsIso> {
  const files = (await iso.list()).map(({ path }) => path);
  const find = (path: string): string | undefined => findName(files, path);
  const manifest = find('manifest.txt');
  const version = manifest === undefined ? undefined : await readVersion(iso, manifest, work);
  if (find('VMwareToolsUpgrader.exe') === undefined && version === undefined) {
    throw notTools(iso.path, looksLike(files));
  }
  const setup = find('setup64.exe') ?? find('setup.exe');
  if (setup === undefined) throw notTools(iso.path, 'VMware Tools without setup64.exe or setup.exe');
  return { version, setup, files };
}

async function readVersion(iso: IsoReader, manifest: string, work: string): Promise<string | undefined> {
  await iso.extract([manifest], work);
  return manifestVersion(await readFile(join(work, manifest), 'utf8'));
}

/** `monolithic.version = "12.5.3"` among the lines of manifest.txt. */
export function manifestVersion(text: string): string | undefined {
  return /^\uFEFF?\s*monolithic\.version\s*=\s*"?([0-9][0-9.]*)"?\s*$/im.exec(text)?.[1];
}

/** The folders of the disc that hold an INF file, but for the autorun.inf of the disc itself. */
export function infFolders(files: readonly string[]): readonly string[] {
  const infs = files.filter((file) => /\.inf$/i.test(file) && !/(?:^|\/)autorun\.inf$/i.test(file));
  return [...new Set(infs.map((file) => posix.dirname(file)))];
}

function looksLike(files: readonly string[]): string {
  const has = (pattern: RegExp): boolean => files.some((file) => pattern.test(file));
  if (has(/^sources\/(?:install|boot)\.(?:wim|esd|swm)$/i)) return 'a Windows installation disc';
  if (has(/^VMwareTools-.*\.tar\.gz$/i)) return 'VMware Tools for Linux';
  if (has(/\.(?:msu|cab)$/i)) return 'a disc of Windows updates';
  if (has(/(?:^|\/)(?:vioscsi|viostor|netkvm)\.inf$/i)) return 'the virtio drivers for KVM';
  if (has(/^vmxnet3\//i)) return 'VMware Tools for Windows on ARM';
  const top = [...new Set(files.map((file) => file.split('/')[0]))].slice(0, 5);
  return `a disc with ${top.length === 0 ? 'no files' : top.join(', ')}`;
}

function notTools(path: string, looks: string): UserError {
  return new UserError(
    'not-tools-media',
    `${path} is not a VMware Tools disc for Windows on x64: it looks like ${looks}`,
    'Give "tools-iso" the ISO named VMware-tools-windows-<version>-<build>.iso, or windows.iso from an ESXi host.',
  );
}
