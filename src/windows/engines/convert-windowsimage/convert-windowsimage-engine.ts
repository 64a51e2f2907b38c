/**
 * Builds the disk with the PowerShell module Convert-WindowsImage, as its users know it, and does again what it does wrong: boot files
 * from before servicing, a boot store that searches for Windows, errors that it swallows. What comes out is judged like every disk.
 * The answer file is staged by us as with every engine, so that its parameter UnattendPath is not needed.
 */

import { join } from 'node:path';
import type { Context } from '../../../context.ts';
import { openDisk } from '../../../disk/open-disk.ts';
import { UserError } from '../../../errors.ts';
import { runPowerShell } from '../../../tools/powershell.ts';
import { fieldsOf, listOf } from '../../../tools/powershell-answer.ts';
import type { ToolRunner } from '../../../tools/tool-runner.ts';
import { assertPlanned } from '../../attach/assert-planned.ts';
import { ATTACHED_DISK, attachDisk } from '../../attach/attached-disk.ts';
import { takeLetter, waitForFiles } from '../../attach/drive-letter.ts';
import { readWimImages } from '../../media/wim-images.ts';
import type { WindowsMedia } from '../../media/windows-media.ts';
import type { ImagePlan } from '../../plan/image-plan.ts';
import type { OfflineStep } from '../../plan/offline-step.ts';
import { finishImage, THIS_WINDOWS, type WindowsHost } from '../dism/finish-image.ts';
import { type LocalMedia, localMedia } from '../dism/local-media.ts';
import { checkRunner } from '../dism/preflight.ts';
import { stageDriver, stagePackage } from '../dism/service-step.ts';
import type { BuiltDisk, ImageEngine, ImageWork } from '../engine.ts';
import { adoptLayout } from './adopt-layout.ts';
import { type ModuleWish, moduleCall } from './module-arguments.ts';
import { CONVERT_IMAGE } from './scripts/convert-image.ts';
import { INSPECT_MODULE } from './scripts/inspect-module.ts';

const OFFLINE = { offline: true } as const;
/** What the module can do itself. */
const OF_MODULE: readonly OfflineStep['kind'][] = ['driver', 'feature', 'package'];

export function createConvertEngine(host: WindowsHost = THIS_WINDOWS): ImageEngine {
  return {
    name: 'convert-windowsimage',
    onWindows: true,
    tools: ['powershell.exe', 'diskpart.exe', 'dism.exe', 'bcdboot.exe', 'reg.exe', 'icacls.exe'],
    offline: { packages: OFFLINE, drivers: OFFLINE, features: OFFLINE, cleanup: OFFLINE, registry: OFFLINE },
    check: async (vhd, { tools }) => {
      await checkRunner(vhd, tools);
      await readParameters(tools);
    },
    open: async (media, context) => {
      if (media.imageParts.length > 1) throw splitImage(media);
      const local = await localMedia(media, context);
      return {
        images: await readWimImages(local.image),
        features: async () => 'later',
        build: (work, path) => build(work, { iso: media.iso, local }, path, context, host),
      };
    },
  };
}

/** @returns names of the parameters of this machine's variant @throws UserError tool-missing */
async function readParameters(tools: Pick<ToolRunner, 'run'>): Promise<readonly string[]> {
  const { found, parameters } = fieldsOf(await runPowerShell(INSPECT_MODULE, {}, tools));
  if (found === true) return listOf(parameters).map(String);
  throw new UserError(
    'tool-missing',
    'The PowerShell module Convert-WindowsImage is not on this runner, for the account that its service runs as',
    'Install it in an elevated PowerShell: Install-Module -Name Convert-WindowsImage -Scope AllUsers; or use the engine dism, which needs none.',
  );
}

interface Source {
  readonly iso: string;
  readonly local: LocalMedia;
}

async function build(
  work: ImageWork,
  source: Source,
  path: string,
  context: Context,
  host: WindowsHost,
): Promise<BuiltDisk> {
  const { log, signal, tools, temp } = context;
  const done = work.moduleServicing ? work.offline.filter(({ kind }) => OF_MODULE.includes(kind)) : [];
  const call = moduleCall(await wishOf(work.plan, done, source, path, temp), await readParameters(tools));
  // The module attaches the disk too, and a run that is killed meanwhile leaves it so.
  const release = context.hold(ATTACHED_DISK, { path });
  await log.group('Run Convert-WindowsImage', async () => {
    const answer = await runPowerShell(CONVERT_IMAGE, { path, ...call }, tools, (line) => log.info(line));
    if (fieldsOf(answer).made !== true) throw nothingMade(path);
  });
  release();
  const plan = await readPlan(work.plan, path);
  const disk = await attachDisk(path, context);
  const { esp, windows } = await assertPlanned(disk, plan, signal, host.pause);
  const letter = await takeLetter(disk, windows, context, host.pause);
  const root = host.rootOf(letter.letter);
  await waitForFiles(root, signal, host.pause);
  const image = { disk, esp, windows: letter, root };
  const findings = await finishImage({ ...work, plan, done }, source.local.sxs, image, context, host);
  await disk.detach();
  return { plan, findings };
}

async function wishOf(
  plan: ImagePlan,
  steps: readonly OfflineStep[],
  { iso, local }: Source,
  vhd: string,
  temp: string,
): Promise<ModuleWish> {
  const features = steps.flatMap((step) => (step.kind === 'feature' ? [step.feature] : []));
  // It installs features before updates, so that none has to come twice.
  const groups = new Set(steps.flatMap((step) => (step.kind === 'package' ? [step.update] : [])));
  const packages: string[] = [];
  for (const group of groups) packages.push(await stagePackage(group, join(temp, `package-${packages.length + 1}`)));
  const drivers: string[] = [];
  for (const step of steps) {
    if (step.kind !== 'driver') continue;
    const folder = join(temp, `driver-${drivers.length + 1}`);
    await stageDriver(step.driver, folder);
    drivers.push(folder);
  }
  return {
    // Only from an ISO does it know where the files of features are.
    source: features.length > 0 && local.sxs !== undefined ? iso : local.image,
    ...{ index: plan.image.index, vhd, size: plan.disk.size, temp },
    ...{ format: plan.disk.format, type: plan.disk.type },
    ...{ remoteDesktop: plan.remoteDesktop, features, packages, drivers },
  };
}

async function readPlan(plan: ImagePlan, path: string): Promise<ImagePlan> {
  const disk = await openDisk(path);
  try {
    return await adoptLayout(plan, disk);
  } finally {
    await disk.close();
  }
}

function splitImage({ iso }: WindowsMedia): UserError {
  return new UserError(
    'not-windows-media',
    `${iso} holds a split image (install.swm), which Convert-WindowsImage does not read`,
    'Use the engine dism, or the ISO as Microsoft ships it.',
  );
}

function nothingMade(path: string): UserError {
  return new UserError(
    'servicing-unproven',
    `Convert-WindowsImage ended without an error, but made no ${path}`,
    'Its own words stand above in the log; the engine dism does the same without the module.',
  );
}
