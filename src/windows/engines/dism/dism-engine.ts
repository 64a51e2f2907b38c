/**
 * Builds the disk on Windows with what Windows itself has: our own writer makes the disk with its partition table, Windows attaches
 * and formats it, DISM applies and services the image, bcdboot makes it start. What lies on it besides the image is the same as with
 * every other engine, by the same code.
 */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../../../context.ts';
import { UserError } from '../../../errors.ts';
import { assertFreeSpace } from '../../../files/assert-free-space.ts';
import { findPath } from '../../../files/case-blind.ts';
import { editLoadedHive } from '../../../registry/loaded-hive.ts';
import { openSystemHive } from '../../../registry/system-hive.ts';
import type { Finding } from '../../../report/report.ts';
import { assertPlanned, type PartitionsOfPlan } from '../../attach/assert-planned.ts';
import { type AttachedDisk, attachDisk } from '../../attach/attached-disk.ts';
import { writeBootFiles } from '../../attach/boot-files.ts';
import { formatPartition } from '../../attach/diskpart.ts';
import { takeLetter, waitForFiles } from '../../attach/drive-letter.ts';
import { writeStaged } from '../../attach/write-staged.ts';
import { checkFeatures } from '../../media/feature-names.ts';
import { readWimImages } from '../../media/wim-images.ts';
import { stepTitle } from '../../plan/offline-step.ts';
import { writePlannedDisk } from '../../stage/planned-disk.ts';
import { SETUP_COMPLETE_PATH, stagedFiles } from '../../stage/staged-files.ts';
import { systemEdits } from '../../stage/system-edits.ts';
import type { ImageEngine, ImageWork } from '../engine.ts';
import { dism } from './dism.ts';
import { type LocalMedia, localMedia } from './local-media.ts';
import { checkRunner } from './preflight.ts';
import { readBack, readFeatures } from './read-back.ts';
import { serviceStep } from './service-step.ts';

/** What differs where Windows is only played. */
export interface DismHost {
  /** Root of the volume with that letter. */
  readonly rootOf: (letter: string) => string;
  readonly pause: (milliseconds: number) => Promise<unknown>;
}

const WINDOWS: DismHost = { rootOf: (letter) => `${letter}:\\`, pause: sleep };
const OFFLINE = { offline: true } as const;

export function createDismEngine(host: DismHost = WINDOWS): ImageEngine {
  return {
    name: 'dism',
    onWindows: true,
    tools: ['powershell.exe', 'diskpart.exe', 'dism.exe', 'bcdboot.exe', 'reg.exe', 'icacls.exe'],
    offline: { packages: OFFLINE, drivers: OFFLINE, features: OFFLINE, cleanup: OFFLINE, registry: OFFLINE },
    check: (vhd, { tools }) => checkRunner(vhd, tools),
    open: async (media, context) => {
      const local = await localMedia(media, context);
      return {
        images: await readWimImages(local.image),
        // They are asked of DISM as soon as the image is applied.
        features: async () => 'later',
        build: (work, path) => build(work, local, path, context, host),
      };
    },
  };
}

async function build(
  work: ImageWork,
  media: LocalMedia,
  path: string,
  context: Context,
  host: DismHost,
): Promise<readonly Finding[]> {
  const { log, signal } = context;
  const { plan } = work;
  const needed = plan.disk.type === 'fixed' ? plan.disk.size : plan.image.size;
  await assertFreeSpace(join(path, '..'), needed, 'the disk image');
  await log.group('Write the disk with its partition table', () => writePlannedDisk(plan, [], path, signal));
  const disk = await attachDisk(path, context);
  const partitions = await assertPlanned(disk, plan, signal, host.pause);
  const findings = await fill(work, media, { disk, partitions }, context, host);
  await log.group('Detach the disk', () => disk.detach());
  return findings;
}

interface Attached {
  readonly disk: AttachedDisk;
  readonly partitions: PartitionsOfPlan;
}

async function fill(
  work: ImageWork,
  media: LocalMedia,
  { disk, partitions }: Attached,
  context: Context,
  host: DismHost,
): Promise<readonly Finding[]> {
  const { log, signal } = context;
  const { plan, offline } = work;
  const place = { disk: disk.number, partition: partitions.windows };
  const windows = await log.group('Format the partitions', async () => {
    await formatPartition({ ...place, partition: partitions.esp }, 'fat32', 'SYSTEM', context);
    const letter = await takeLetter(disk, partitions.windows, context, host.pause);
    await formatPartition(place, 'ntfs', 'Windows', context);
    return letter;
  });
  const root = host.rootOf(windows.letter);
  await waitForFiles(root, signal, host.pause);
  await log.group(`Apply image ${plan.image.index} "${plan.image.name}"`, () => apply(work, media, root, context));
  const findings = await service(work, media, root, context);
  await log.group('Stage the answer file and first-boot steps', () => stage(work, media, root, context));
  await changeSystemHive(work, root, context, host);
  await log.group('Write the boot files', () =>
    writeBootFiles(
      { disk, esp: partitions.esp, image: root, locale: plan.image.language || 'en-US', rootOf: host.rootOf },
      context,
    ),
  );
  findings.push(...(await log.group('Look at what was serviced', () => readBack(offline, root, context))));
  await windows.remove();
  return findings;
}

async function apply({ plan }: ImageWork, media: LocalMedia, root: string, context: Context): Promise<void> {
  const split = media.parts === undefined ? [] : [`/SWMFile:${media.parts}`];
  const args = [`/ImageFile:${media.image}`, `/Index:${plan.image.index}`, ...split, `/ApplyDir:${root}`];
  await dism(['/Apply-Image', ...args], undefined, context);
  // A name that the image does not know would fail after an hour of updates.
  if (plan.features.length === 0) return;
  checkFeatures(plan.features, [...(await readFeatures(root, context)).keys()], `"${plan.image.name}"`);
}

async function service(
  { offline, skipNotApplicable }: ImageWork,
  { sxs }: LocalMedia,
  root: string,
  context: Context,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const step of offline) {
    if (step.kind === 'remote-desktop' || step.kind === 'boot-driver') continue;
    context.signal.throwIfAborted();
    const image = { root, sxs, skipNotApplicable };
    findings.push(...(await context.log.group(stepTitle(step), () => serviceStep(step, image, context))));
  }
  return findings;
}

async function stage(work: ImageWork, media: LocalMedia, root: string, context: Context): Promise<void> {
  const own = await findPath(root, SETUP_COMPLETE_PATH);
  const setupComplete = own === undefined ? undefined : await readFile(join(root, own));
  const sxs = work.firstBoot.some((step) => step.sxs) ? media.sxs : undefined;
  await writeStaged(root, await stagedFiles(work, setupComplete, sxs), context);
}

async function changeSystemHive(
  { plan, offline }: ImageWork,
  root: string,
  context: Context,
  { pause }: DismHost,
): Promise<void> {
  const path = await findPath(root, 'Windows/System32/config/SYSTEM');
  if (path === undefined) {
    throw new UserError(
      'not-windows-media',
      `Image ${plan.image.index} "${plan.image.name}" has no Windows/System32/config/SYSTEM: it is no installed Windows`,
      'Choose an edition of Windows Server, not the set-up or recovery environment.',
    );
  }
  const file = join(root, path);
  const edits = systemEdits(offline, (await openSystemHive(file)).controlSet);
  if (edits.length > 0) await editLoadedHive(file, edits, join(context.temp, 'system.reg'), context, pause);
}
