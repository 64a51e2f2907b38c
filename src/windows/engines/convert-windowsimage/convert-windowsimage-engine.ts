/**
 * Builds the disk with the PowerShell module Convert-WindowsImage, as its users know it, and does again what it does wrong: a layout of
 * its own, boot files from before servicing, a boot store that searches for Windows, errors that it swallows. What comes out is judged
 * like every disk.
 * The answer file is staged by us as with every engine, so that its parameter UnattendPath is not needed.
 */

import { basename, join } from 'node:path';
import { MOUNTED_ISO } from '../../../archives/iso/mounted-iso.ts';
import type { Context } from '../../../context.ts';
import { openDiskForWriting } from '../../../disk/open-disk-for-writing.ts';
import { ToolError, UserError } from '../../../errors.ts';
import { assertFreeSpace } from '../../../files/assert-free-space.ts';
import { renameHeld } from '../../../files/move-into-place.ts';
import type { Finding } from '../../../report/report.ts';
import { runPowerShell } from '../../../tools/powershell.ts';
import { fieldsOf, listOf } from '../../../tools/powershell-answer.ts';
import type { ToolRunner } from '../../../tools/tool-runner.ts';
import { formatSize } from '../../../units.ts';
import { assertPlanned } from '../../attach/assert-planned.ts';
import { attachDisk } from '../../attach/attached-disk.ts';
import { formatPartition } from '../../attach/diskpart.ts';
import { takeLetter, waitForFiles } from '../../attach/drive-letter.ts';
import { readWimImages } from '../../media/wim-images.ts';
import type { WindowsMedia } from '../../media/windows-media.ts';
import type { ImagePlan } from '../../plan/image-plan.ts';
import type { OfflineStep } from '../../plan/offline-step.ts';
import { finishImage, THIS_WINDOWS, type WindowsHost } from '../dism/finish-image.ts';
import { type LocalMedia, localMedia } from '../dism/local-media.ts';
import { checkRunner } from '../dism/preflight.ts';
import { stageDriver, stagePackage } from '../dism/service-step.ts';
import { OWN_DISM_LOG, servicingBegins, servicingErrors, withServicingLogs } from '../dism/servicing-logs.ts';
import type { BuiltDisk, ImageEngine, ImageWork } from '../engine.ts';
import { layOutAnew } from './lay-out-anew.ts';
import { type ModuleWish, moduleCall, readsEsd } from './module-arguments.ts';
import { makeModuleFolder } from './module-folder.ts';
import { assertPlainPath } from './plain-path.ts';
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
    unknownParts: 'the code of the module Convert-WindowsImage is not known by a digest',
    check: async (vhd, { tools }) => {
      assertPlainPath(vhd);
      await checkRunner(vhd, tools);
      await readParameters(tools);
    },
    open: async (media, context) => {
      if (media.imageParts.length > 1) throw splitImage(media);
      const parameters = await readParameters(context.tools);
      if (/\.esd$/i.test(media.imageMember) && !readsEsd(parameters)) throw noEsd(media);
      const local = await localMedia(media, context);
      for (const path of [media.iso, local.image, context.temp]) assertPlainPath(path);
      const source = { media, local, parameters };
      return {
        images: await readWimImages(local.image),
        features: async () => 'later',
        build: (work, path) => build(work, source, path, context, host),
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
  readonly media: WindowsMedia;
  readonly local: LocalMedia;
  /** Of this machine's variant. */
  readonly parameters: readonly string[];
}

async function build(
  work: ImageWork,
  source: Source,
  path: string,
  context: Context,
  host: WindowsHost,
): Promise<BuiltDisk> {
  const { log, signal } = context;
  const { disk, image } = work.plan;
  await assertFreeSpace(join(path, '..'), disk.type === 'fixed' ? disk.size : image.size, 'the disk image');
  const done = stepsOfModule(work, source);
  await runModule(work.plan, done, source, path, context);
  const plan = await log.group('Lay out the disk anew', () => renewTable(work.plan, path));
  const attached = await attachDisk(path, context);
  const { esp, windows } = await assertPlanned(attached, plan, signal, host.pause);
  await log.group('Format the EFI system partition', () =>
    formatPartition({ disk: attached.number, partition: esp }, 'fat32', 'SYSTEM', context),
  );
  const letter = await takeLetter(attached, windows, context, host.pause);
  const root = host.rootOf(letter.letter);
  await waitForFiles(root, signal, host.pause);
  const applied = { disk: attached, esp, windows: letter, root };
  const finished = await finishImage({ ...work, plan, done }, source.local.sxs, applied, context, host);
  await log.group('Detach the disk', () => attached.detach());
  return { plan, ...finished, findings: [...espFindings(work.plan, plan), ...finished.findings] };
}

/** Who asked for an ESP of a size gets what the module leaves before Windows, and has to be told. */
function espFindings({ disk: asked }: ImagePlan, { disk: made }: ImagePlan): readonly Finding[] {
  if (made.esp === asked.esp) return [];
  const seen = `The EFI system partition has ${formatSize(made.esp)}, planned were ${formatSize(asked.esp)}: Convert-WindowsImage decides where Windows begins, and the ESP is what that leaves.`;
  const remedy = 'Nothing has to be done; the engine dism makes it as large as esp says.';
  return [{ code: 'esp-of-module', severity: 'info', seen, remedy }];
}

/**
 * It knows where the files of features are only from an ISO with install.wim. Where that cannot be, features are enabled by DISM, and
 * with them what comes after.
 */
function stepsOfModule({ offline, moduleServicing }: ImageWork, source: Source): readonly OfflineStep[] {
  if (!moduleServicing) return [];
  const feature = offline.findIndex(({ kind }) => kind === 'feature');
  const end = feature < 0 || knowsFeatures(source) ? offline.length : feature;
  return offline.slice(0, end).filter(({ kind }) => OF_MODULE.includes(kind));
}

function knowsFeatures({ media, local }: Source): boolean {
  return local.sxs !== undefined && /\.wim$/i.test(media.imageMember);
}

/** Brings the module's disk to `path`. */
async function runModule(
  plan: ImagePlan,
  done: readonly OfflineStep[],
  source: Source,
  path: string,
  context: Context,
): Promise<void> {
  const { log, tools, temp, hold } = context;
  const { folder, remove } = await makeModuleFolder(path, context);
  const vhd = join(folder, basename(path));
  const call = moduleCall(await wishOf(plan, done, source, vhd, temp), source.parameters);
  // It mounts the ISO itself, and a run that is killed leaves it so.
  const release =
    call.arguments.SourcePath === source.media.iso ? hold(MOUNTED_ISO, { path: source.media.iso }) : undefined;
  await log.group('Run Convert-WindowsImage', async () => {
    const begun = servicingBegins();
    try {
      const onLine = (line: string): void => log.info(line);
      const answer = await runPowerShell(CONVERT_IMAGE, { path: vhd, ...call }, tools, { onLine });
      if (fieldsOf(answer).made !== true) throw nothingMade(vhd, await servicingErrors(OWN_DISM_LOG, begun));
    } catch (error) {
      throw error instanceof ToolError ? await withServicingLogs(error, OWN_DISM_LOG, begun) : error;
    }
  });
  release?.();
  await renameHeld(vhd, path);
  await remove();
}

async function wishOf(
  plan: ImagePlan,
  steps: readonly OfflineStep[],
  { media, local }: Source,
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
    source: features.length > 0 ? media.iso : local.image,
    ...{ index: plan.image.index, vhd, size: plan.disk.size, temp },
    // No step asks it for a VMDK.
    ...{ format: plan.disk.format === 'vhdx' ? 'vhdx' : 'vhd', type: plan.disk.type, features, packages, drivers },
  };
}

async function renewTable(plan: ImagePlan, path: string): Promise<ImagePlan> {
  const disk = await openDiskForWriting(path);
  try {
    return await layOutAnew(plan, disk);
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

function noEsd({ iso }: WindowsMedia): UserError {
  return new UserError(
    'tool-too-old',
    `${iso} holds install.esd, which the Convert-WindowsImage of the PowerShell Gallery does not read`,
    'Use the engine dism, which reads it.',
  );
}

/** @param logged what the logs of servicing say meanwhile */
function nothingMade(path: string, logged: readonly string[]): UserError {
  return new UserError(
    'servicing-unproven',
    [`Convert-WindowsImage ended without an error, but made no ${path}`, ...logged].join('\n'),
    'Its own words stand above in the log; the engine dism does the same without the module.',
  );
}
