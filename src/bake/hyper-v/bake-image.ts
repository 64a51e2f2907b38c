/** Starts the disk of an image once on this machine's Hyper-V, all but what needs vSphere, and gives it back as an image. */

import { randomUUID } from 'node:crypto';
import { mkdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { checkImage } from '../../check/check-image.ts';
import type { Context } from '../../context.ts';
import { assertNotInUse } from '../../disk/disk-in-use.ts';
import type { DiskLayout } from '../../disk/layout.ts';
import { openDisk } from '../../disk/open-disk.ts';
import { UserError } from '../../errors.ts';
import { assertFreeSpace } from '../../files/assert-free-space.ts';
import { HELD_PATH } from '../../files/held-path.ts';
import { moveIntoPlace } from '../../files/move-into-place.ts';
import type { AfterFirstBoot, FirstBootResult } from '../../products/guest-words.ts';
import type { Finding } from '../../report/report.ts';
import { formatDuration } from '../../units.ts';
import type { GuestAccount } from '../../vsphere/guest/guest-program.ts';
import type { Seal } from '../assert-bakeable.ts';
import type { GuestScript } from '../guest-script.ts';
import { assertHyperV } from './assert-hyper-v.ts';
import { runInGuest } from './guest-session.ts';
import { assertStaged, judgeBakedDisk, type LeftForVsphere } from './judge-baked-disk.ts';
import { createMachine, type HyperVMachine, type HyperVSettings } from './machine.ts';
import { readBakedDisk, readLogTail } from './read-baked-disk.ts';
import { openWindowsOf, readStagedBoot, type StagedBoot } from './staged-boot.ts';
import { watchMachine } from './watch-machine.ts';
import { assertDiskFormats, imageFormatOf, workFolder, writeBakedDisk, writeWorkingDisk } from './working-disk.ts';

export interface ImageBakeRequest {
  /** Absolute path of a VHD or VHDX. */
  readonly image: string;
  /** Absolute path of what is made; the image itself when it is the same. */
  readonly output: string;
  readonly machine: HyperVSettings;
  readonly seal: Seal;
  /** Milliseconds. */
  readonly timeout: number;
  /** Build that was planned, where somebody said so. */
  readonly planned: string | undefined;
  /** Run in the guest once its first boot is done, before it ends. */
  readonly scripts: readonly GuestScript[];
  /** Whom they are run as; undefined where there are none. */
  readonly account: GuestAccount | undefined;
}

export interface BakedImage {
  readonly image: string;
  readonly result: FirstBootResult;
  /** Names of the steps that wait for the start on vSphere. */
  readonly waits: readonly string[];
  /** What the guest does after that start. */
  readonly after: AfterFirstBoot;
  readonly layout: DiskLayout;
  readonly findings: readonly Finding[];
}

type BakeContext = Pick<Context, 'hold' | 'log' | 'signal' | 'tools'>;

/** @throws UserError, ToolError, FormatError; the image that was given is as it was then, and no machine is left */
export async function bakeImage(request: ImageBakeRequest, context: BakeContext): Promise<BakedImage> {
  const { image, output, machine: settings } = request;
  imageFormatOf(output, 'output');
  imageFormatOf(image, 'image');
  await assertHyperV(settings.switch, context.tools);
  const prepared = await prepare(request);
  const run = randomUUID().slice(0, 8);
  const folder = workFolder(output, run);
  const removed = context.hold(HELD_PATH, { paths: [folder] });
  await mkdir(folder);
  const name = `stillframe-${basename(image, extname(image)).slice(0, 60)}-${run}`;
  const machine = await createMachine({ name, folder }, settings, context);
  const work = join(folder, 'disk.vhdx');
  context.log.info(`Copying ${image} for the machine ${name}`);
  await writeWorkingDisk(image, work, context.signal);
  await startAndWatch(machine, work, request, context);
  await machine.remove();
  const baked = await finish({ ...prepared, work, folder }, request, context);
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  removed();
  return baked;
}

/** Reads what is staged on the image, and refuses what cannot be baked. */
async function prepare({ image, output, seal }: ImageBakeRequest): Promise<Pick<Work, 'before' | 'type'>> {
  await assertNotInUse(image, 'write');
  const disk = await openDisk(image);
  try {
    assertDiskFormats(disk, imageFormatOf(output, 'output'));
    const before = await readStagedBoot(disk);
    assertStaged(image, before, seal);
    // The copy, and what is made of it.
    await assertFreeSpace(dirname(output), 2 * (await stat(image)).size, 'baking the image');
    return { before, type: disk.format === 'vhd-fixed' ? 'fixed' : 'dynamic' };
  } finally {
    await disk.close();
  }
}

async function startAndWatch(
  machine: HyperVMachine,
  work: string,
  { image, timeout, scripts, account }: ImageBakeRequest,
  { log, signal, tools }: BakeContext,
): Promise<void> {
  log.info(`Starting ${image} on Hyper-V for its first boot, which may take ${formatDuration(timeout)}`);
  await machine.start(work);
  try {
    await watchMachine(machine, {
      ...{ image, timeout, log, signal },
      whileDone: async () => {
        for (const script of scripts) {
          if (account === undefined) continue;
          log.info(`Running ${script.name} in the guest`);
          await runInGuest(machine.id, account, script, timeout, tools);
        }
      },
    });
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'timeout') throw error;
    // Off, so that its log can be read.
    await machine.remove();
    const tail = await logTail(work);
    throw tail === ''
      ? error
      : new UserError(error.code, `${error.message}. The end of its log:\n${tail}`, error.hint, { cause: error });
  }
}

/** Of a Windows that was turned off; empty where that cannot be read. */
async function logTail(work: string): Promise<string> {
  try {
    const disk = await openDisk(work);
    try {
      const { layout } = await readStagedBoot(disk);
      return await readLogTail(await openWindowsOf(disk, layout));
    } finally {
      await disk.close();
    }
  } catch {
    // It says more about the error that is told anyway.
    return '';
  }
}

interface Work {
  /** Path of the VHDX that was started. */
  readonly work: string;
  readonly folder: string;
  readonly before: StagedBoot;
  readonly type: 'dynamic' | 'fixed';
}

/** Judges the disk, writes it as it was asked for, and checks what was written before it gets its name. */
async function finish(
  { work, folder, before, type }: Work,
  request: ImageBakeRequest,
  { log, signal }: BakeContext,
): Promise<BakedImage> {
  const { image, output } = request;
  const { left, result } = await judgeDisk(work, before, request);
  log.info(`Writing ${output}`);
  const made = join(folder, `baked.${imageFormatOf(output, 'output')}`);
  await writeBakedDisk(work, made, type, signal);
  await rm(work);
  const { findings, layout } = await checkImage(made, 'application');
  const wrong = findings.filter(({ severity }) => severity === 'error');
  if (wrong.length > 0) {
    throw new UserError(
      'bake-failed',
      `${image} ran its first boot on Hyper-V to the end, but its disk is not fit for snapshots: ${wrong.map(({ seen }) => seen).join(' ')}`,
      wrong.map(({ remedy }) => remedy).join(' '),
    );
  }
  signal.throwIfAborted();
  await moveIntoPlace(made, output);
  return { image: output, result, ...left, layout, findings: [...findings, ...leftFindings(left)] };
}

async function judgeDisk(
  work: string,
  before: StagedBoot,
  { image, seal, planned }: ImageBakeRequest,
): Promise<{ readonly left: LeftForVsphere; readonly result: FirstBootResult }> {
  const disk = await openDisk(work);
  try {
    const baked = await readBakedDisk(disk);
    return { left: judgeBakedDisk(image, before, baked, { seal, planned }), result: baked.result };
  } finally {
    await disk.close();
  }
}

function leftFindings({ waits, after }: LeftForVsphere): readonly Finding[] {
  if (waits.length === 0) return [];
  return [
    {
      code: 'left-for-vsphere',
      severity: 'info',
      seen: `VMware Tools install on VMware alone: ${waits.join(', ')} ${waits.length === 1 ? 'waits' : 'wait'} for the start on vSphere.`,
      remedy:
        after === 'stay'
          ? 'Each clone does it at its own first start; give the outputs waits and after-first-boot to convert-ova, so that verify-quiesce waits for it.'
          : 'Give the outputs waits and after-first-boot to convert-ova, and bake the candidate on vSphere too, which takes minutes.',
    },
  ];
}
