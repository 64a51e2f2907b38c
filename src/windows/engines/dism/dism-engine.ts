/**
 * Builds the disk on Windows with what Windows itself has: our own writer makes the disk with its partition table, Windows attaches
 * and formats it, DISM applies and services the image, bcdboot makes it start. What lies on it besides the image is the same as with
 * every other engine, by the same code.
 */

import { join } from 'node:path';
import type { Context } from '../../../context.ts';
import { assertFreeSpace } from '../../../files/assert-free-space.ts';
import { assertPlanned, type PartitionsOfPlan } from '../../attach/assert-planned.ts';
import { type AttachedDisk, attachDisk } from '../../attach/attached-disk.ts';
import { formatPartition } from '../../attach/diskpart.ts';
import { takeLetter, waitForFiles } from '../../attach/drive-letter.ts';
import { readWimImages } from '../../media/wim-images.ts';
import { writePlannedDisk } from '../../stage/planned-disk.ts';
import type { BuiltDisk, ImageEngine, ImageWork } from '../engine.ts';
import { dism } from './dism.ts';
import { finishImage, THIS_WINDOWS, type WindowsHost } from './finish-image.ts';
import { type LocalMedia, localMedia } from './local-media.ts';
import { checkRunner } from './preflight.ts';

const OFFLINE = { offline: true } as const;

export function createDismEngine(host: WindowsHost = THIS_WINDOWS): ImageEngine {
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
  host: WindowsHost,
): Promise<BuiltDisk> {
  const { log, signal } = context;
  const { plan } = work;
  const needed = plan.disk.type === 'fixed' ? plan.disk.size : plan.image.size;
  await assertFreeSpace(join(path, '..'), needed, 'the disk image');
  await log.group('Write the disk with its partition table', () => writePlannedDisk(plan, [], path, signal));
  const disk = await attachDisk(path, context);
  const partitions = await assertPlanned(disk, plan, signal, host.pause);
  const filled = await fill(work, media, { disk, partitions }, context, host);
  await log.group('Detach the disk', () => disk.detach());
  return { plan, ...filled };
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
  host: WindowsHost,
): Promise<Omit<BuiltDisk, 'plan'>> {
  const { log, signal } = context;
  const { plan } = work;
  const place = { disk: disk.number, partition: partitions.windows };
  const windows = await log.group('Format the partitions', async () => {
    await formatPartition({ ...place, partition: partitions.esp }, 'fat32', 'SYSTEM', context);
    const letter = await takeLetter(disk, partitions.windows, context, host.pause);
    await formatPartition(place, 'ntfs', 'Windows', context);
    if (partitions.recovery !== undefined) {
      await formatPartition({ ...place, partition: partitions.recovery }, 'ntfs', 'Recovery', context);
    }
    return letter;
  });
  const root = host.rootOf(windows.letter);
  await waitForFiles(root, signal, host.pause);
  await log.group(`Apply image ${plan.image.index} "${plan.image.name}"`, () => apply(work, media, root, context));
  return finishImage(work, media.sxs, { disk, esp: partitions.esp, windows, root }, context, host);
}

async function apply({ plan }: ImageWork, media: LocalMedia, root: string, context: Context): Promise<void> {
  const split = media.parts === undefined ? [] : [`/SWMFile:${media.parts}`];
  const args = [`/ImageFile:${media.image}`, `/Index:${plan.image.index}`, ...split, `/ApplyDir:${root}`];
  await dism(['/Apply-Image', ...args], undefined, context);
}
