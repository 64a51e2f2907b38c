/** Everything that is done to an applied image on its attached disk: servicing, staged files, registry, boot files, and a look at it all. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../../../context.ts';
import { findPath } from '../../../files/case-blind.ts';
import { editLoadedHive } from '../../../registry/loaded-hive.ts';
import { openSystemHive, refuseLinks } from '../../../registry/system-hive.ts';
import type { Finding } from '../../../report/report.ts';
import type { AttachedDisk } from '../../attach/attached-disk.ts';
import { writeBootFiles } from '../../attach/boot-files.ts';
import type { DriveLetter } from '../../attach/drive-letter.ts';
import { writeStaged } from '../../attach/write-staged.ts';
import { buildOnMedia } from '../../media/editions.ts';
import { checkFeatures } from '../../media/feature-names.ts';
import type { OfflineStep } from '../../plan/offline-step.ts';
import { stepTitle } from '../../plan/offline-step.ts';
import { hiveEdits } from '../../stage/hive-edits.ts';
import { noHive } from '../../stage/no-hive.ts';
import { SETUP_COMPLETE_PATH, stagedFiles } from '../../stage/staged-files.ts';
import { type PresentPackage, updatesOfSteps } from '../../verify/judge-packages.ts';
import type { BuiltDisk, ImageWork } from '../engine.ts';
import { listPackages, readBack, readFeatures } from './read-back.ts';
import { isServicing, serviceStep } from './service-step.ts';

/** What differs where Windows is only played. */
export interface WindowsHost {
  /** Root of the volume with that letter. */
  readonly rootOf: (letter: string) => string;
  readonly pause: (milliseconds: number) => Promise<unknown>;
}

export const THIS_WINDOWS: WindowsHost = { rootOf: (letter) => `${letter}:\\`, pause: sleep };

export interface AppliedImage {
  readonly disk: AttachedDisk;
  /** Number of the ESP on it. */
  readonly esp: number;
  readonly windows: DriveLetter;
  /** Root of the image, `W:\`. */
  readonly root: string;
}

/**
 * @param sxs the ISO's folder of features
 * @returns as of BuiltDisk
 * @throws UserError servicing-unproven, not-windows-media; ToolError
 */
export async function finishImage(
  work: ImageWork,
  sxs: string | undefined,
  { disk, esp, windows, root }: AppliedImage,
  context: Context,
  host: WindowsHost,
): Promise<Omit<BuiltDisk, 'plan'>> {
  const { log } = context;
  const { plan, offline } = work;
  await checkFeatureNames(work, root, context);
  const before = { build: buildOnMedia(plan.image), packages: await packagesBefore(work, root, context) };
  const { findings, leftOut } = await service(work, sxs, root, context);
  await log.group('Stage the answer file and first-boot steps', () => stage(work, sxs, root, context));
  await changeHives(work, root, context, host);
  await log.group('Write the boot files', () =>
    writeBootFiles({ disk, esp, image: root, locale: plan.image.language || 'en-US', rootOf: host.rootOf }, context),
  );
  const done = offline.filter((step) => !leftOut.includes(step));
  const seen = await log.group('Look at what was serviced', () => readBack(done, root, before, context));
  await windows.remove();
  return { findings: [...findings, ...seen], leftOut };
}

/** Only a package that does not say its name needs the list of before; with the module's own servicing it is too late for it. */
async function packagesBefore(
  { offline, done = [] }: ImageWork,
  root: string,
  context: Context,
): Promise<readonly PresentPackage[] | undefined> {
  if (done.some(({ kind }) => kind === 'package')) return undefined;
  const isNamed = updatesOfSteps(offline).every(({ identities }) => identities.length > 0);
  return isNamed ? undefined : listPackages(root, context);
}

/** A name that the image does not know would fail after an hour of updates. */
async function checkFeatureNames({ plan, done = [] }: ImageWork, root: string, context: Context): Promise<void> {
  if (plan.features.length === 0 || done.some(({ kind }) => kind === 'feature')) return;
  checkFeatures(plan.features, [...(await readFeatures(root, context)).keys()], `"${plan.image.name}"`);
}

async function service(
  { offline, done = [], skipNotApplicable }: ImageWork,
  sxs: string | undefined,
  root: string,
  context: Context,
): Promise<Omit<BuiltDisk, 'plan'>> {
  const findings: Finding[] = [];
  const refused: OfflineStep[] = [];
  const taken = new Set<unknown>();
  for (const step of offline) {
    if (!isServicing(step) || done.includes(step)) continue;
    context.signal.throwIfAborted();
    const image = { root, sxs, skipNotApplicable };
    const outcome = await context.log.group(stepTitle(step), () => serviceStep(step, image, context));
    if (outcome.isApplicable) {
      findings.push(...outcome.findings);
      if (step.kind === 'package') taken.add(step.update);
      continue;
    }
    // The second turn of an update finds nothing to do where no feature needed it.
    if (step.kind === 'package' && taken.has(step.update)) continue;
    findings.push(...outcome.findings);
    refused.push(step);
  }
  return { findings, leftOut: refused.filter((step) => step.kind !== 'package' || !taken.has(step.update)) };
}

async function stage(work: ImageWork, sxs: string | undefined, root: string, context: Context): Promise<void> {
  const own = await findPath(root, SETUP_COMPLETE_PATH);
  const setupComplete = own === undefined ? undefined : await readFile(join(root, own));
  await writeStaged(
    root,
    await stagedFiles(work, setupComplete, work.firstBoot.some((step) => step.sxs) ? sxs : undefined),
    context,
  );
}

async function changeHives(
  { plan, offline }: ImageWork,
  root: string,
  context: Context,
  { pause }: WindowsHost,
): Promise<void> {
  const find = async (hive: string): Promise<string> => {
    const path = await findPath(root, `Windows/System32/config/${hive}`);
    if (path === undefined) throw noHive(plan.image, hive);
    return join(root, path);
  };
  const { controlSet } = await openSystemHive(await find('SYSTEM'));
  for (const { hive, edits } of hiveEdits(offline, controlSet)) {
    const file = await find(hive);
    await refuseLinks(file, hive, edits);
    await editLoadedHive(file, edits, join(context.temp, `${hive}.reg`), context, pause);
  }
}
