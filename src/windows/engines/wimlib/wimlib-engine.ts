/**
 * Builds the disk on Linux without Windows, root or loop devices: each volume is a regular file that mkntfs, wimlib and mtools
 * fill, put together and written as a VHD. With the clock of those programs stopped, the same plan gives the same bytes.
 */

import { createHash } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type BcdTarget, buildBcdStore, buildRecoveryBcdStore } from '../../../bcd/bcd-store.ts';
import { type LoaderSettings, readLoaderTemplate } from '../../../bcd/bcd-template.ts';
import type { Context } from '../../../context.ts';
import { toFileTime } from '../../../files/file-time.ts';
import { flushWhile } from '../../../files/flush-while.ts';
import { showProgress } from '../../../progress.ts';
import { Hive } from '../../../registry/hive.ts';
import { writeHive } from '../../../registry/hive-writer.ts';
import { editHive, openSystemHive, refuseLinks } from '../../../registry/system-hive.ts';
import { readWimImages } from '../../media/wim-images.ts';
import type { WindowsMedia } from '../../media/windows-media.ts';
import type { ImagePlan } from '../../plan/image-plan.ts';
import { hiveEdits } from '../../stage/hive-edits.ts';
import { noHive } from '../../stage/no-hive.ts';
import { FILLED, type Filled, type PartitionFile, partitionFile } from '../../stage/partition-file.ts';
import { writePlannedDisk } from '../../stage/planned-disk.ts';
import { SETUP_COMPLETE_PATH, stagedFiles } from '../../stage/staged-files.ts';
import type { BuiltDisk, ImageEngine, ImageWork, OpenMedia } from '../engine.ts';
import { type AddedFiles, accessListTools, setAccessLists } from './access-lists.ts';
import { createEsp } from './esp-volume.ts';
import { fixedClock } from './fixed-clock.ts';
import { extractImageFiles, extractInstallImage, extractSxs, type ImageFiles } from './install-image.ts';
import { checkNtfs3g } from './ntfs-3g.ts';
import { readFeatureNames } from './package-manifests.ts';
import { placeInImage } from './place-in-image.ts';
import { addStage, createStage, type Stage } from './stage.ts';
import { applyImage, formatNtfs, overwriteInVolume, type VolumeFile } from './volume-file.ts';

type Clock = Readonly<Record<string, string>>;

export const wimlibEngine: ImageEngine = {
  name: 'wimlib',
  onWindows: false,
  tools: [
    ...['7zz', 'wimlib-imagex', 'mkntfs', 'ntfscp', 'mkfs.fat', 'mmd', 'mcopy', 'hivexregedit', 'faketime'],
    ...accessListTools(),
  ],
  offline: {
    packages: { offline: false, because: 'The engine wimlib cannot install updates offline' },
    drivers: {
      offline: false,
      because:
        'The engine wimlib stages driver packages for first boot; those that Windows starts with are registered already',
    },
    features: { offline: false, because: 'The engine wimlib leaves features to the first boot' },
    cleanup: { offline: false, because: 'The engine wimlib does not remove superseded components' },
    registry: { offline: true },
  },
  check: (_vhd, { tools }) => checkNtfs3g(tools),
  open: async (media, context): Promise<OpenMedia> => {
    const wim = await context.log.group(`Copy ${media.imageMember} out of the ISO`, () =>
      extractInstallImage(media, context),
    );
    const images = await readWimImages(wim);
    return {
      images,
      features: (image) => readFeatureNames(wim, image.index, join(context.temp, 'packages'), context),
      build: (work, path) => build(work, media, wim, path, context),
    };
  },
};

async function build(
  work: ImageWork,
  media: WindowsMedia,
  wim: string,
  path: string,
  context: Context,
): Promise<BuiltDisk> {
  const { log, tools, temp } = context;
  const { plan } = work;
  const clock = await fixedClock(plan.date, tools);
  const fileOf = (name: Filled): string => partitionFile(plan, name, path, temp);
  const windows: VolumeFile = { file: fileOf('windows'), size: plan.windows.size, clock };

  const files = await log.group('Read boot files and registry of the image', () =>
    extractImageFiles(wim, plan.image.index, join(temp, 'image'), context),
  );
  const hives = await changeHives(work, files, context);
  const { stage, added } = await log.group('Stage drivers, updates and first-boot steps', () =>
    stageFiles(work, media, files, wim, context),
  );
  await log.group(`Apply image ${plan.image.index} "${plan.image.name}"`, async () => {
    await formatNtfs(windows, plan.windows.offset, 'Windows', tools);
    const apply = (): Promise<void> => applyImage(wim, plan.image.index, windows, tools, showProgress(log, ''));
    // A part of the disk has to be on stable storage in the end; a volume that is copied into a VHD has not.
    await (plan.disk.format === 'vmdk' ? flushWhile(windows.file, apply) : apply());
    await rm(wim);
    for (const hive of hives) await overwriteInVolume(windows, hive.file, hive.path, tools);
    for (const large of stage.large) await overwriteInVolume(windows, large.file, large.path, tools);
    await setAccessLists(windows.file, added, clock, tools);
  });
  await log.group('Make the EFI system partition', () => makeEsp(plan, files, fileOf('esp'), clock, context));
  await makeRecovery(plan, fileOf('recovery'), clock, tools);
  await log.group('Write the disk', () => writePlannedDisk(plan, filledPartitions(plan, fileOf), path, context.signal));
  return { plan, findings: [], leftOut: [] };
}

/** @returns the changed hives with their paths in the image; none when nothing in them had to change */
async function changeHives(
  { plan, offline }: ImageWork,
  files: ImageFiles,
  context: Context,
): Promise<readonly { file: string; path: string }[]> {
  const find = async (hive: string): Promise<{ file: string; path: string }> => {
    const path = await files.find(`Windows/System32/config/${hive}`);
    if (path === undefined) throw noHive(plan.image, hive);
    return { path, file: join(files.folder, path) };
  };
  const { controlSet } = await openSystemHive((await find('SYSTEM')).file);
  const changed: { file: string; path: string }[] = [];
  for (const { hive, edits } of hiveEdits(offline, controlSet)) {
    const found = await find(hive);
    await refuseLinks(found.file, hive, edits);
    await editHive(found.file, edits, join(context.temp, `${hive}.reg`), context.tools);
    changed.push(found);
  }
  return changed;
}

async function stageFiles(
  work: ImageWork,
  media: WindowsMedia,
  files: ImageFiles,
  wim: string,
  context: Context,
): Promise<{ stage: Stage; added: AddedFiles }> {
  const { plan, firstBoot } = work;
  const own = await files.find(SETUP_COMPLETE_PATH);
  const setupComplete = own === undefined ? undefined : await readFile(join(files.folder, own));
  const needsSxs = firstBoot.some((step) => step.sxs);
  const sxs = needsSxs ? await extractSxs(media, join(context.temp, 'iso')) : undefined;
  const wanted = await stagedFiles(work, setupComplete, sxs);
  const { paths, folders } = await placeInImage(
    wim,
    plan.image.index,
    wanted.map(({ path }) => path),
    context,
  );
  const staged = wanted.map((file, index) => ({ ...file, path: paths[index] ?? file.path }));
  const added = { files: paths, folders };
  const stage = await createStage(join(context.temp, 'stage'), staged, plan.date);
  await addStage(stage, wim, plan.image.index, context);
  return { stage, added };
}

async function makeEsp(
  plan: ImagePlan,
  files: ImageFiles,
  file: string,
  clock: Clock,
  context: Context,
): Promise<void> {
  const boot = (await files.find('Windows/Boot')) ?? 'Windows/Boot';
  const work = join(context.temp, 'esp');
  await mkdir(work);
  await mkdir(join(files.folder, boot), { recursive: true });
  const target: BcdTarget = {
    diskGuid: plan.diskGuid,
    espGuid: plan.esp.guid,
    windowsGuid: plan.windows.guid,
    loaderGuid: plan.loaderGuid,
    resumeGuid: plan.resumeGuid,
    description: plan.image.displayName.replace(/\s*\(.*\)$/, ''),
    loader: await readLoaderSettings(files),
    locale: plan.image.language || 'en-US',
  };
  const fileTime = toFileTime(plan.date.getTime());
  await createEsp(
    {
      file,
      size: plan.esp.size,
      start: plan.esp.offset,
      serial: createHash('sha256').update(plan.esp.guid).digest('hex').slice(0, 8),
      bootFolder: join(files.folder, boot),
      work,
      bcd: writeHive(buildBcdStore(target), fileTime),
      recoveryBcd: writeHive(buildRecoveryBcdStore(target), fileTime),
    },
    clock,
    context.tools,
  );
}

/** @returns undefined for an image without a usable BCD-Template */
async function readLoaderSettings(files: ImageFiles): Promise<LoaderSettings | undefined> {
  const path = await files.find('Windows/System32/config/BCD-Template');
  if (path === undefined) return undefined;
  const file = join(files.folder, path);
  return readLoaderTemplate(new Hive(await readFile(file), file));
}

/** The volume, formatted and empty, where one is planned. */
async function makeRecovery(
  { recovery }: ImagePlan,
  file: string,
  clock: Clock,
  tools: Context['tools'],
): Promise<void> {
  if (recovery === undefined) return;
  await formatNtfs({ file, size: recovery.size, clock }, recovery.offset, 'Recovery', tools);
}

function filledPartitions(plan: ImagePlan, fileOf: (name: Filled) => string): readonly PartitionFile[] {
  return FILLED.flatMap((name) => {
    const { [name]: partition } = plan;
    return partition === undefined
      ? []
      : [{ name, offset: partition.offset, size: partition.size, file: fileOf(name) }];
  });
}
