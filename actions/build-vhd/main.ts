/** Builds the image and describes it for outputs, report and summary. */

import { basename } from 'node:path';
import type { Context } from '../../src/context.ts';
import { drawLayout } from '../../src/disk/draw-layout.ts';
import type { DiskLayout } from '../../src/disk/layout.ts';
import type { Finding } from '../../src/report/report.ts';
import { formatSize } from '../../src/units.ts';
import type { BootManager } from '../../src/windows/boot/boot-manager.ts';
import { buildImage } from '../../src/windows/build-image.ts';
import type { PlanDescription } from '../../src/windows/plan/describe-plan.ts';
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
  readonly packages: readonly { readonly kb: string; readonly file: string; readonly sha256: string }[];
  readonly remoteDesktop: boolean;
  /** ISO 8601; the date of everything written. */
  readonly date: string;
  readonly findings: readonly Finding[];
}

export async function main(inputs: BuildVhdInputs, context: Context): Promise<BuildVhdResult> {
  const { plan, shown, built, findings } = await buildImage(inputs, context);
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
    packages: plan.packages.map(({ path, kb, sha256 }) => ({ kb: kb ?? '', file: basename(path), sha256 })),
    remoteDesktop: plan.remoteDesktop,
    date: plan.date.toISOString(),
    findings,
  };
}
