/** Builds a disk image from installation media: media, edition, plan, engine, checks, and only then the image's name. */

import { dirname } from 'node:path';
import { openIso } from '../archives/iso/open-iso.ts';
import type { Context } from '../context.ts';
import type { DiskLayout } from '../disk/layout.ts';
import { openDisk } from '../disk/open-disk.ts';
import { finishVmdkParts } from '../disk/vmdk/vmdk-parts.ts';
import { windowsServer } from '../drivers/windows-target.ts';
import { explainPathError } from '../files/explain-path-error.ts';
import { hashFile } from '../files/hash-file.ts';
import { HELD_PATH } from '../files/held-path.ts';
import { makeFolder } from '../files/make-folder.ts';
import { moveIntoPlace } from '../files/move-into-place.ts';
import type { AfterFirstBoot, BakeHost } from '../products/guest-words.ts';
import type { Finding } from '../report/report.ts';
import type { ReuseFacts, StageCache } from '../reuse/stage-cache.ts';
import type { Template } from '../template/template.ts';
import type { AnswerOptions } from './answer-file/answer-options.ts';
import type { AnswerPassword } from './answer-file/fill-in-password.ts';
import { obtainAnswers } from './answer-file/obtain-answers.ts';
import { readAnswerFile } from './answer-file/read-answer-file.ts';
import { readBootScripts } from './customize/boot-scripts.ts';
import { type FileCopy, readFileCopies } from './customize/copied-files.ts';
import { readRegistrySettings, refuseContradiction, type WrittenSetting } from './customize/registry-setting.ts';
import { type EarlierDisk, earlierDisk } from './earlier-disk.ts';
import { ENGINES } from './engines/choose-engine.ts';
import type { EngineName, ImageWork, OpenMedia } from './engines/engine.ts';
import { type ProgramFacts, programFacts } from './engines/program-facts.ts';
import { checkEnd } from './first-boot/check-end.ts';
import { removeLeftovers, uncheckedFiles, uncheckedPath } from './leftovers.ts';
import { checkWindowsImage } from './media/check-windows-image.ts';
import { chooseEdition, type WindowsImage } from './media/editions.ts';
import { checkFeatures } from './media/feature-names.ts';
import { mediaFindings } from './media/media-findings.ts';
import { type Downloads, obtainIso } from './media/obtain-iso.ts';
import { inspectMedia, type WindowsMedia } from './media/windows-media.ts';
import { describePlan, drawPlan, type PlanDescription } from './plan/describe-plan.ts';
import { layoutFindings } from './plan/disk-layouts.ts';
import { readDriverPackages } from './plan/driver-packages.ts';
import { type DiskRequest, type ImagePlan, planImage } from './plan/image-plan.ts';
import { splitPlan } from './plan/split-plan.ts';
import { checkUpdateKinds, expectedWindows } from './plan/template-wishes.ts';
import { readUpdatePackages } from './plan/update-packages.ts';
import { type ImageFacts, readImageFacts } from './verify/image-facts.ts';
import { verifyAnswerFile } from './verify/verify-answer-file.ts';
import { verifyFirstBoot } from './verify/verify-first-boot.ts';
import { verifyFormat } from './verify/verify-format.ts';
import { verifyImage } from './verify/verify-image.ts';
import { openWindowsFiles } from './verify/windows-files.ts';

export interface BuildRequest {
  /** The template file that the image is for: the image has to be what it says. */
  readonly template: Template | undefined;
  /** Absolute path, or a URL. */
  readonly iso: string;
  /** Required with a URL. */
  readonly sha256: string | undefined;
  readonly downloads: Downloads;
  readonly edition: string;
  /** Absolute path of the image to make. */
  readonly vhd: string;
  readonly disk: DiskRequest;
  readonly engine: EngineName;
  /** As for readUpdatePackages. */
  readonly packages: string | undefined;
  /** As for readDriverPackages. */
  readonly drivers: string | undefined;
  readonly features: readonly string[];
  readonly remoteDesktop: boolean;
  /** As for planImage. */
  readonly cleanup: boolean | 'reset-base';
  /** As of ImageWork. */
  readonly skipNotApplicable: boolean;
  /** As of ImageWork. */
  readonly moduleServicing: boolean;
  /** Path of an answer file. */
  readonly unattend: string | undefined;
  /** For its place in that. */
  readonly unattendPassword: AnswerPassword | undefined;
  /** Of what one is made where none is given. */
  readonly answers: AnswerOptions | undefined;
  readonly files: readonly FileCopy[];
  readonly registry: readonly WrittenSetting[];
  /** As for readBootScripts. */
  readonly scripts: readonly string[];
  /** Path of the installer of VMware Tools. */
  readonly toolsSetup: string | undefined;
  readonly afterFirstBoot: AfterFirstBoot;
  /** Whose machine the first start will be on. */
  readonly bakeHost: BakeHost;
  /** The date that everything gets (default: when the image on the ISO was last changed). */
  readonly date: Date | undefined;
  /** Plan, and make nothing. */
  readonly dryRun: boolean;
  /** What earlier runs have kept; undefined where none of it is to be used. */
  readonly kept?: StageCache | undefined;
}

export interface BuildResult {
  readonly plan: ImagePlan;
  /** The plan as it is shown. */
  readonly shown: PlanDescription;
  /** What was made; undefined after a dry run. */
  readonly built: BuiltImage | undefined;
  readonly findings: readonly Finding[];
  /** SHA-256 of the ISO. */
  readonly iso: string;
  /** What the engine ran, as far as it names its programs. */
  readonly programs: readonly ProgramFacts[];
  /** Whether an earlier run's disk was taken, or after a dry run would be; undefined where that was not asked for. */
  readonly reuse: ReuseFacts | undefined;
}

/** Read from the finished disk. */
interface BuiltImage {
  readonly layout: DiskLayout;
  readonly facts: ImageFacts;
}

/** @throws UserError, ToolError, FormatError; nothing is left behind then */
export async function buildImage(request: BuildRequest, context: Context): Promise<BuildResult> {
  const { log, tools } = context;
  for (const removed of request.dryRun ? [] : await removeLeftovers(request.vhd)) {
    log.info(`Removed ${removed}, left by a run that was killed`);
  }
  const engine = ENGINES[request.engine];
  for (const tool of engine.tools) await tools.find(tool);
  if (!request.dryRun) await engine.check(request.vhd, context);
  const iso = await obtainIso(request.iso, request.sha256, request.downloads, context);
  const programs = await programFacts(engine.tools, !engine.onWindows, context);
  const use = { input: 'iso', code: 'not-windows-media', inPlace: engine.onWindows } as const;
  const disc = await openIso(iso.path, use, context);
  try {
    const sources = { iso: iso.sha256, programs };
    return { ...(await buildFrom(await inspectMedia(disc), request, sources, context)), ...sources };
  } finally {
    await disc.close();
  }
}

async function buildFrom(
  media: WindowsMedia,
  request: BuildRequest,
  sources: Pick<BuildResult, 'iso' | 'programs'>,
  context: Context,
): Promise<Omit<BuildResult, 'iso' | 'programs'>> {
  const { log, signal } = context;
  const engine = ENGINES[request.engine];
  const { unattend, unattendPassword } = request;
  const read = unattend === undefined ? undefined : await readAnswerFile(unattend, unattendPassword, log.warning);
  const packages = await readUpdatePackages(request.packages ?? '', context);
  const toolsSetup = request.toolsSetup === undefined ? undefined : await hashSetup(request.toolsSetup, signal);
  const { custom, findings: ofScripts } = await readCustom(request, signal);

  const opened = await engine.open(media, context);
  const image = chooseEdition(opened.images, request.edition, `${media.iso} (${media.imageMember})`);
  checkWindowsImage(image, request.template && expectedWindows(request.template), media.iso);
  checkUpdateKinds(request.template, packages);
  const { afterFirstBoot, bakeHost, remoteDesktop } = request;
  const answers = obtainAnswers(image, { read, options: request.answers, remoteDesktop, afterFirstBoot });
  const features = await checkFeatureNames(request.features, opened, image, context);
  const drivers = await readDriverPackages(request.drivers ?? '', windowsServer(image.build));
  const plan = planImage(image, {
    disk: request.disk,
    drivers: drivers.packages,
    packages,
    features: request.features,
    remoteDesktop,
    cleanup: request.cleanup,
    unattend: answers.bytes,
    toolsSetup,
    ...custom,
    afterFirstBoot,
    bakeHost,
    cloneUnattend: answers.cloneUnattend,
    hasSxs: media.sxsMember !== undefined,
    date: request.date,
  });
  const { offline, firstBoot, findings: left } = splitPlan(plan, engine.offline);
  checkEnd({
    ...{ afterFirstBoot, bakeHost },
    ...{ toolsSetup: toolsSetup?.path, answers: answers.file, steps: firstBoot.length },
  });
  const shown = describePlan(plan, offline, firstBoot, engine.name);
  await log.group('Plan', async () => log.info(drawPlan(shown)));
  const ofMedia = mediaFindings(media, image, request.features);
  const of = [layoutFindings(plan.disk), ofMedia, drivers.findings, answers.findings, features, ofScripts, left];
  const findings = of.flat();
  const earlier = earlierDisk({ plan, offline }, request, sources);
  if (request.dryRun) return { plan, shown, built: undefined, findings, reuse: await earlier?.look() };
  const { skipNotApplicable, moduleServicing } = request;
  const work = { plan, offline, firstBoot, skipNotApplicable, moduleServicing };
  await makeFolder(dirname(request.vhd));
  const source: DiskSource = { opened, earlier };
  const { reuse, ...built } = await buildChecked(work, source, request.vhd, context);
  return { plan, shown, built, findings: [...findings, ...built.facts.findings, ...built.findings], reuse };
}

/** What is the user's own. */
async function readCustom(
  request: BuildRequest,
  signal: AbortSignal,
): Promise<{ custom: Pick<ImagePlan, 'files' | 'registry' | 'scripts'>; findings: readonly Finding[] }> {
  const registry = readRegistrySettings(request.registry);
  refuseContradiction(request.remoteDesktop, registry);
  const files = await readFileCopies(request.files, signal);
  const { scripts, findings } = await readBootScripts(request.scripts, signal);
  return { custom: { files, registry, scripts }, findings };
}

/** Where a disk comes from. */
interface DiskSource {
  readonly opened: OpenMedia;
  readonly earlier: EarlierDisk | undefined;
}

/** Builds under a temporary name; the image gets its own only when it passed the checks, wherever it comes from. */
async function buildChecked(
  work: ImageWork,
  { opened, earlier }: DiskSource,
  path: string,
  context: Context,
): Promise<BuiltImage & { findings: readonly Finding[]; reuse: ReuseFacts | undefined }> {
  const unchecked = uncheckedPath(path, work.plan.disk.format);
  const kept = context.hold(HELD_PATH, { paths: uncheckedFiles(path, work.plan.disk.format) });
  const taken = await earlier?.take(unchecked);
  const reuse = taken?.reuse;
  if (reuse) context.log.info(`${reuse.reused ? 'Reused, not built' : 'Built, not reused'}: ${reuse.why}`);
  const { plan, findings, leftOut } = taken?.disk ?? (await opened.build(work, unchecked));
  const offline = work.offline.filter((step) => !leftOut.includes(step));
  const disk = await openDisk(unchecked);
  let checked: BuiltImage;
  try {
    await verifyFormat(disk, plan.disk);
    const files = await openWindowsFiles(disk, plan.windows);
    await verifyAnswerFile(files);
    await verifyFirstBoot(files, plan, work.firstBoot);
    checked = {
      layout: await verifyImage(disk, plan, offline),
      facts: await readImageFacts(disk, plan, offline),
    };
  } finally {
    await disk.close();
  }
  context.signal.throwIfAborted();
  await (work.plan.disk.format === 'vmdk' ? finishVmdkParts : moveIntoPlace)(unchecked, path);
  kept();
  if (reuse?.reused === false) await earlier?.keep(path, { plan, findings, leftOut });
  return { ...checked, findings, reuse };
}

/** @returns the finding that says so where the image does not tell its features */
async function checkFeatureNames(
  wanted: readonly string[],
  opened: OpenMedia,
  image: WindowsImage,
  { log }: Context,
): Promise<readonly Finding[]> {
  if (wanted.length === 0) return [];
  const known = await log.group('Read the names of features', () => opened.features(image));
  if (known === 'later') return [];
  if (known !== undefined) {
    checkFeatures(wanted, known, `"${image.name}"`);
    return [];
  }
  return [
    {
      code: 'features-unchecked',
      severity: 'warning',
      seen: `The image does not tell which features it has: ${wanted.join(', ')} could not be checked.`,
      remedy: 'Check the names yourself; a wrong one fails at first boot.',
    },
  ];
}

async function hashSetup(path: string, signal: AbortSignal): Promise<{ path: string; sha256: string }> {
  const sha256 = await hashFile(path, signal).catch((error: unknown) => {
    throw explainPathError(error, { what: 'the installer', path, input: 'tools-setup' });
  });
  return { path, sha256 };
}
