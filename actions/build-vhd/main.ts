/** Builds the image and describes it for outputs, report and summary. */

import { basename } from 'node:path';
import type { Context } from '../../src/context.ts';
import { drawLayout } from '../../src/disk/draw-layout.ts';
import type { DiskLayout } from '../../src/disk/layout.ts';
import { isUrl } from '../../src/download/pinned-file.ts';
import { openReuse } from '../../src/job/open-reuse.ts';
import type { Finding } from '../../src/report/report.ts';
import type { ReuseFacts } from '../../src/reuse/stage-cache.ts';
import { formatSize } from '../../src/units.ts';
import type { BootManager } from '../../src/windows/boot/boot-manager.ts';
import { buildImage } from '../../src/windows/build-image.ts';
import type { ProgramFacts } from '../../src/windows/engines/program-facts.ts';
import type { PlanDescription } from '../../src/windows/plan/describe-plan.ts';
import type { ImagePlan } from '../../src/windows/plan/image-plan.ts';
import type { InBoxFact } from '../../src/windows/verify/image-facts.ts';
import type { BuildVhdInputs } from './inputs.ts';

export interface BuildVhdResult {
  /** Undefined after a dry run, as are `layout`, `bootManager` and `inBoxDrivers`: nothing was made that could be read back. */
  readonly vhd: string | undefined;
  readonly edition: string;
  readonly displayName: string;
  /** `17763.107`. */
  readonly build: string;
  readonly language: string;
  readonly plan: PlanDescription;
  readonly layout: DiskLayout | undefined;
  /** Drivers that Windows is started with, registered in the image. */
  readonly bootDrivers: readonly { readonly name: string; readonly version: string; readonly date: string }[];
  /** Signer, authority, its year and the security version. */
  readonly bootManager: BootManager | undefined;
  /** Windows' own drivers for VMware's devices. */
  readonly inBoxDrivers: readonly InBoxFact[] | undefined;
  readonly packages: readonly {
    readonly kb: string;
    readonly kind: string | undefined;
    readonly build: string | undefined;
    readonly file: string;
    readonly sha256: string;
  }[];
  /** SHA-256 of what else the image was made of; the answer file is not among them, for it may hold a password. */
  readonly inputs: ImageInputs;
  /** What the engine ran. */
  readonly programs: readonly ProgramFacts[];
  readonly remoteDesktop: boolean;
  /** ISO 8601; the date of everything written. */
  readonly date: string;
  /** Whether the image is that of an earlier run, or after a dry run would be; undefined where that was not asked for. */
  readonly reuse: ReuseFacts | undefined;
  readonly findings: readonly Finding[];
}

export interface ImageInputs {
  readonly iso: { readonly file: string; readonly sha256: string };
  /** The installer of VMware Tools. */
  readonly toolsSetup: { readonly file: string; readonly sha256: string } | undefined;
  readonly drivers: readonly { readonly name: string; readonly version: string; readonly sha256: string }[];
  /** By their paths in the image. */
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
  readonly scripts: readonly { readonly file: string; readonly sha256: string }[];
  readonly features: readonly string[];
}

export async function main(inputs: BuildVhdInputs, context: Context): Promise<BuildVhdResult> {
  const kept = await openReuse(inputs.reuse, context);
  const { plan, shown, built, findings, iso, programs, reuse } = await buildImage({ ...inputs, kept }, context);
  const { log } = context;
  if (built !== undefined) log.info(drawLayout(built.layout));
  const { displayName, version } = plan.image;
  log.info(`${built ? inputs.vhd : 'Nothing was made'}: ${displayName} ${version}, ${formatSize(plan.disk.size)}`);
  return {
    vhd: built && inputs.vhd,
    edition: plan.image.name,
    displayName,
    build: built?.facts.build.registry ?? shown.build,
    language: plan.image.language,
    plan: shown,
    layout: built?.layout,
    bootDrivers: plan.drivers.flatMap(({ boot }) =>
      boot === undefined ? [] : [{ name: boot.service.name, version: boot.version, date: boot.date }],
    ),
    bootManager: built?.facts.bootManager,
    inBoxDrivers: built?.facts.inBoxDrivers,
    packages: plan.packages.map(({ path, kb, kind, build, sha256 }) => ({
      kb: kb ?? '',
      kind,
      build,
      file: basename(path),
      sha256,
    })),
    inputs: imageInputs(plan, { file: fileName(inputs.iso), sha256: iso }),
    programs,
    remoteDesktop: plan.remoteDesktop,
    date: plan.date.toISOString(),
    reuse,
    findings,
  };
}

function imageInputs(
  { toolsSetup, drivers, files, scripts, features }: ImagePlan,
  iso: ImageInputs['iso'],
): ImageInputs {
  return {
    iso,
    toolsSetup: toolsSetup && { file: basename(toolsSetup.path), sha256: toolsSetup.sha256 },
    drivers: drivers.map(({ name, version, sha256 }) => ({ name, version, sha256 })),
    files: files.map(({ path, sha256 }) => ({ path, sha256 })),
    scripts: scripts.map(({ path, sha256 }) => ({ file: basename(path), sha256 })),
    features,
  };
}

/** Of a path or an address, whose query may hold a token. */
function fileName(location: string): string {
  return basename(isUrl(location) ? new URL(location).pathname : location);
}
