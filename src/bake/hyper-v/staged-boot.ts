/** What the disk of an image says of its first boot, before it and after it: the files and hives that guest and build have left there. */

import type { Disk } from '../../disk/disk.ts';
import { type DiskLayout, readLayout } from '../../disk/layout.ts';
import { UserError } from '../../errors.ts';
import { currentControlSet } from '../../registry/system-hive.ts';
import { STAGE_FOLDER } from '../../windows/first-boot/first-boot-step.ts';
import { BOOT_SERVICES } from '../../windows/first-boot/first-boot-steps.ts';
import { numberValue, openHive } from '../../windows/verify/hive-facts.ts';
import { openWindowsFiles, type WindowsVolume } from '../../windows/verify/windows-files.ts';

export interface StagedBoot {
  readonly layout: DiskLayout;
  /** What the guest does when its first boot is over: `stay`, `shut-down`, `generalize`; undefined where nothing is staged. */
  readonly after: string | undefined;
  /** It was built for a start on Hyper-V, and was not started yet. */
  readonly tellsHyperV: boolean;
  /** Its last status; undefined when it was never started. */
  readonly status: string | undefined;
  /** Names of the steps that are not done, in their order. */
  readonly waits: readonly string[];
  /** Names of those that are left for a later start, in their order. */
  readonly later: readonly string[];
  /** Services of drivers for the controllers of VMware that Windows starts at boot. */
  readonly bootServices: readonly string[];
  /** Those that it would start at boot if a key StartOverride did not put them off. */
  readonly putOff: readonly string[];
}

/** Scripts, marks and the status have some bytes, the log some megabytes at most. */
const MAX_FILE = 16 * 2 ** 20;

/** @throws UserError input-invalid when the disk has no Windows; FormatError for a damaged disk */
export async function readStagedBoot(disk: Disk): Promise<StagedBoot> {
  const layout = await readLayout(disk);
  return { layout, ...(await readStage(await openWindowsOf(disk, layout))) };
}

/** @throws UserError layout-wrong without a hive; FormatError for a damaged volume or hive */
export async function readStage(files: WindowsVolume): Promise<Omit<StagedBoot, 'layout'>> {
  const steps = idsOf(await files.files(`${STAGE_FOLDER}/steps`));
  const done = (await files.files(`${STAGE_FOLDER}/done`)).map(nameOf);
  return {
    after: await firstLine(files, `${STAGE_FOLDER}/after-first-boot.txt`),
    tellsHyperV: (await files.read(`${STAGE_FOLDER}/tell-hyper-v.cmd`, MAX_FILE)) !== undefined,
    status: await firstLine(files, `${STAGE_FOLDER}/status.txt`),
    waits: steps.filter((id) => !done.includes(id)),
    later: idsOf(await files.files(`${STAGE_FOLDER}/later`)),
    ...(await bootDrivers(files)),
  };
}

/** The largest NTFS volume: Windows. @throws UserError input-invalid when there is none */
export async function openWindowsOf(disk: Disk, { partitions }: DiskLayout): Promise<WindowsVolume> {
  const volumes = partitions.filter(({ fileSystem, type }) => fileSystem === 'ntfs' && type !== 'recovery');
  const [windows] = [...volumes].sort((a, b) => b.size - a.size);
  if (windows !== undefined) return openWindowsFiles(disk, windows);
  throw new UserError(
    'input-invalid',
    `Input image: ${disk.path} has no Windows volume`,
    'Give the output vhd of build-vhd.',
  );
}

/** The first line of a file, without its end; undefined when there is no such file. */
export async function firstLine(files: Pick<WindowsVolume, 'read'>, path: string): Promise<string | undefined> {
  const text = (await files.read(path, MAX_FILE))?.toString('latin1');
  return text?.split(/\r?\n/)[0]?.trim();
}

/** The last part of a path with `/`. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function idsOf(paths: readonly string[]): readonly string[] {
  return paths
    .map(nameOf)
    .filter((name) => name.endsWith('.cmd'))
    .map((name) => name.slice(0, -'.cmd'.length))
    .sort();
}

async function bootDrivers(files: WindowsVolume): Promise<Pick<StagedBoot, 'bootServices' | 'putOff'>> {
  const system = await openHive(files, 'SYSTEM');
  const services = `${currentControlSet(system)}\\Services`;
  const keys = BOOT_SERVICES.map((name) => ({ name, key: system.key(`${services}\\${name}`) }));
  const atBoot = keys.filter(({ key }) => numberValue(key, 'Start') === 0);
  const isPutOff = ({ key }: (typeof keys)[number]): boolean => key?.subkey('StartOverride') !== undefined;
  return {
    bootServices: atBoot.filter((each) => !isPutOff(each)).map(({ name }) => name),
    putOff: atBoot.filter(isPutOff).map(({ name }) => name),
  };
}
