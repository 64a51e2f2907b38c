/** One step of servicing, as a command of DISM. Microsoft, "DISM operating system package servicing command-line options" and its kin. */

import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Context } from '../../../context.ts';
import { ToolError } from '../../../errors.ts';
import { linkOrCopy } from '../../../files/link-or-copy.ts';
import type { Finding } from '../../../report/report.ts';
import { stagedName } from '../../first-boot/first-boot-step.ts';
import type { DriverPackage } from '../../plan/driver-package.ts';
import { type OfflineStep, stepTitle } from '../../plan/offline-step.ts';
import type { UpdateGroup } from '../../plan/update-group.ts';
import { dism } from './dism.ts';

/** CBS_E_NOT_APPLICABLE */
const NOT_APPLICABLE = 0x800f081e;
/** CBS_E_PENDING: something waits for the first start. */
const PENDING = 0x800f0806;

export interface ServicedImage {
  /** Its root, `W:\`. */
  readonly root: string;
  /** The ISO's folder of features; undefined when it has none. */
  readonly sxs: string | undefined;
  /** A package that is not for this image is left out with a finding. */
  readonly skipNotApplicable: boolean;
}

let steps = 0;

/** Whether a step is one of servicing; the others are done by other means. */
export function isServicing({ kind }: OfflineStep): boolean {
  return kind === 'driver' || kind === 'package' || kind === 'feature' || kind === 'cleanup';
}

/** How a step ended that did not fail. */
export interface ServicedStep {
  /** False when the image wants none of it, and nothing was done. */
  readonly isApplicable: boolean;
  readonly findings: readonly Finding[];
}

const DONE: ServicedStep = { isApplicable: true, findings: [] };

/** @throws ToolError with what DISM and its logs say; RangeError for a step that is none of DISM's */
export async function serviceStep(step: OfflineStep, image: ServicedImage, context: Context): Promise<ServicedStep> {
  const folder = join(context.temp, `step-${++steps}`);
  const run = (args: readonly string[], ok?: readonly number[]) => dism(args, image.root, context, ok);
  switch (step.kind) {
    case 'driver':
      await run(['/Add-Driver', `/Driver:${await stageDriver(step.driver, folder)}`]);
      return DONE;
    case 'package':
      return addPackage(step.update, folder, image, context);
    case 'feature': {
      const source = step.source === 'sxs' && image.sxs !== undefined ? [`/Source:${image.sxs}`] : [];
      await run(['/Enable-Feature', `/FeatureName:${step.feature}`, '/All', ...source, '/LimitAccess']);
      return DONE;
    }
    case 'cleanup': {
      const base = step.resetBase ? ['/ResetBase'] : [];
      const { exitCode } = await run(['/Cleanup-Image', '/StartComponentCleanup', ...base], [PENDING]);
      return exitCode === PENDING ? { isApplicable: true, findings: [cleanupPending()] } : DONE;
    }
    default:
      throw new RangeError(`This is no step of servicing: ${stepTitle(step)}`);
  }
}

/**
 * DISM takes an INF file with all that lies beside it: its own files alone, from wherever they come.
 * @returns path of the INF file in `folder`
 */
export async function stageDriver({ infName, files }: DriverPackage, folder: string): Promise<string> {
  for (const { path, source } of files) {
    const target = join(folder, ...path.split('/'));
    await mkdir(dirname(target), { recursive: true });
    await copyFile(source, target);
  }
  return join(folder, infName);
}

/**
 * Puts an update into a folder of its own with its checkpoints and nothing else: DISM takes from there whatever the update builds on.
 * @returns its path there
 */
export async function stagePackage({ target, checkpoints }: UpdateGroup, folder: string): Promise<string> {
  await mkdir(folder);
  for (const { path } of [...checkpoints, target]) await linkOrCopy(path, join(folder, stagedName(path)));
  return join(folder, stagedName(target.path));
}

async function addPackage(
  { target, checkpoints }: UpdateGroup,
  folder: string,
  { root, skipNotApplicable }: ServicedImage,
  context: Context,
): Promise<ServicedStep> {
  const staged = await stagePackage({ target, checkpoints }, folder);
  const ok = skipNotApplicable ? [NOT_APPLICABLE] : [];
  try {
    const { exitCode } = await dism(['/Add-Package', `/PackagePath:${staged}`], root, context, ok);
    return exitCode === NOT_APPLICABLE ? { isApplicable: false, findings: [notApplicable(target.path)] } : DONE;
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    // DISM names the place where the package was put for it; people look for the one they gave.
    const tail = `${target.path}\n${error.tail.replaceAll(staged, target.path)}`;
    throw new ToolError(error.tool, error.exitCode, tail, error.explanation, { cause: error });
  }
}

function notApplicable(path: string): Finding {
  return {
    code: 'package-not-applicable',
    severity: 'warning',
    seen: `${path} is not for this image, or the image has what it brings already; it was left out.`,
    remedy: 'See that product and architecture are right; write not-applicable: fail where this must not happen.',
  };
}

function cleanupPending(): Finding {
  return {
    code: 'cleanup-pending',
    severity: 'warning',
    seen: 'Superseded components were not removed: something in the image waits for the first start (0x800F0806).',
    remedy: 'Nothing has to be done: the image is larger, and Windows removes them by a task of its own later.',
  };
}
