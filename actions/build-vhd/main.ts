/** Builds the image and describes it for outputs, report and summary. */

import { basename } from 'node:path';
import type { Context } from '../../src/context.ts';
import { drawLayout } from '../../src/disk/draw-layout.ts';
import type { DiskLayout } from '../../src/disk/layout.ts';
import type { Finding } from '../../src/report/report.ts';
import { formatSize } from '../../src/units.ts';
import type { BootManager } from '../../src/windows/boot/boot-manager.ts';
import { buildImage } from '../../src/windows/build-image.ts';
import type { InBoxFact } from '../../src/windows/verify/image-facts.ts';
import type { BuildVhdInputs } from './inputs.ts';

export interface BuildVhdResult {
  readonly vhd: string;
  readonly edition: string;
  readonly displayName: string;
  /** `17763.107`. */
  readonly build: string;
  readonly language: string;
  readonly engine: string;
  readonly layout: DiskLayout;
  /** Drivers that Windows is started with, registered in the image. */
  readonly bootDrivers: readonly { readonly name: string; readonly version: string; readonly date: string }[];
  /** Signer, authority, its year and the security version. */
  readonly bootManager: BootManager;
  /** Windows' own drivers for VMware's devices. */
  readonly inBoxDrivers: readonly InBoxFact[];
  /** What is in the image but waits for a running Windows, in order. */
  readonly firstBoot: readonly { readonly step: string; readonly title: string }[];
  readonly packages: readonly { readonly kb: string; readonly file: string; readonly sha256: string }[];
  readonly remoteDesktop: boolean;
  /** ISO 8601; the date of everything written. */
  readonly date: string;
  readonly findings: readonly Finding[];
}

export async function main(inputs: BuildVhdInputs, context: Context): Promise<BuildVhdResult> {
  const { plan, engine, firstBoot, layout, facts, findings } = await buildImage(inputs, context);
  context.log.info(drawLayout(layout));
  context.log.info(`${inputs.vhd}: ${plan.image.displayName} ${plan.image.version}, ${formatSize(layout.diskSize)}`);
  return {
    vhd: inputs.vhd,
    edition: plan.image.name,
    displayName: plan.image.displayName,
    build: plan.image.version.split('.').slice(2).join('.'),
    language: plan.image.language,
    engine,
    layout,
    bootDrivers: plan.drivers.flatMap(({ boot }) =>
      boot === undefined ? [] : [{ name: boot.service.name, version: boot.version, date: boot.date }],
    ),
    bootManager: facts.bootManager,
    inBoxDrivers: facts.inBoxDrivers,
    firstBoot: firstBoot.map(({ id, title }) => ({ step: id, title })),
    packages: plan.packages.map(({ path, kb, sha256 }) => ({ kb: kb ?? '', file: basename(path), sha256 })),
    remoteDesktop: plan.remoteDesktop,
    date: plan.date.toISOString(),
    findings,
  };
}
