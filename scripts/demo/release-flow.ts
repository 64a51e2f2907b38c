/** The main job: ISO + updates + drivers -> VHD -> OVA -> candidate -> baked -> quiesced snapshot -> published. */

import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAnswerFile } from '../../test/media/answer-file.ts';
import { ROOT } from '../root.ts';
import type { Doubles } from './doubles.ts';
import type { DemoJob } from './job.ts';

/**
 * What a start may take in place of 15 minutes: the guest of the double is up within a second, and verify-quiesce watches for a fiftieth of
 * this time, more than another start of that guest takes, whether VMware Tools stay up.
 */
export const START_TIMEOUT = '1 min';

export const TEMPLATE = join(ROOT, 'examples', 'ws2019-std', 'template.yml');

export interface FlowResult {
  readonly vhd: string;
  readonly ova: string;
  readonly verdict: string;
  /** What was recorded of it, where something was. */
  readonly record?: readonly string[];
}

export async function runReleaseFlow(job: DemoJob, doubles: Doubles, output: string): Promise<FlowResult> {
  const { vhd, build, firstBoot, reports } = await buildImage(job, doubles, output);
  const ova = join(output, 'ws2019-std.ova');
  const packed = await job.step('the image becomes an OVA', 'convert-ova', {
    template: TEMPLATE,
    disk: vhd,
    ova,
    ...firstBoot,
  });
  const upload = await job.step('the OVA becomes a candidate, which nobody clones yet', 'upload-esxi', {
    ...vcenter(doubles),
    template: TEMPLATE,
    ova,
  });
  const bake = await job.step('its first boot is carried out once, for all clones', 'bake-template', {
    ...vcenter(doubles),
    template: TEMPLATE,
    vm: upload('vm'),
    build,
  });
  const verify = await job.step('a disposable copy is started and snapshotted', 'verify-quiesce', {
    ...vcenter(doubles),
    template: TEMPLATE,
    vm: upload('vm'),
    timeout: START_TIMEOUT,
  });
  const published = await job.step('the proven candidate becomes the template', 'publish-template', {
    ...vcenter(doubles),
    template: TEMPLATE,
    vm: upload('vm'),
    verification: verify('report'),
  });
  const recorded = await job.step('what it is made of, and what proves it', 'record-release', {
    template: TEMPLATE,
    reports: [...reports, ...[packed, upload, bake, verify, published].map((step) => step('report'))].join('\n'),
  });
  const record = ['page', 'record', 'sbom', 'notes'].map(recorded);
  return { vhd, ova, verdict: verify('verdict'), record };
}

export interface BuiltImage {
  readonly vhd: string;
  /** That its updates promise. */
  readonly build: string;
  /** What waits for its first boot and what comes then, as inputs of convert-ova. */
  readonly firstBoot: Readonly<Record<string, string>>;
  /** Of the steps so far. */
  readonly reports: readonly string[];
}

/** Updates, drivers and the image itself. */
export async function buildImage(job: DemoJob, { media, catalog }: Doubles, output: string): Promise<BuiltImage> {
  const updates = await job.step('updates for the template, verified and in order', 'fetch-updates', {
    template: TEMPLATE,
    'media-build': '17763.107',
    'catalog-url': catalog.url,
    'release-info-url': catalog.releaseInfoUrl,
    directory: join(output, 'updates'),
    extract: 'true',
  });
  const drivers = await job.step('drivers out of the VMware Tools ISO', 'extract-drivers', {
    template: TEMPLATE,
    'tools-iso': media.toolsIso,
    sha256: media.sha256.toolsIso,
    directory: join(output, 'drivers'),
  });
  const unattend = await writeAnswerFile(join(output, 'unattend.xml'), administratorPassword());
  const image = await job.step('the edition is applied to a disk without a Recovery partition', 'build-vhd', {
    template: TEMPLATE,
    iso: media.windowsIso,
    sha256: media.sha256.windowsIso,
    vhd: join(output, 'ws2019-std.vhd'),
    packages: updates('packages'),
    drivers: drivers('drivers'),
    'tools-setup': drivers('tools-setup'),
    unattend,
  });
  await rm(unattend);
  const firstBoot = Object.fromEntries(['first-boot', 'after-first-boot'].map((name) => [name, image(name)]));
  return {
    vhd: image('vhd'),
    build: updates('build'),
    firstBoot,
    reports: [updates, drivers, image].map((step) => step('report')),
  };
}

/** From the environment, as a workflow would have it from its secrets; otherwise one that nobody needs to know. */
function administratorPassword(): string {
  return process.env.ADMINISTRATOR_PASSWORD ?? `${randomBytes(12).toString('base64url')}-Aa1`;
}

export function vcenter({ vsphere }: Doubles): Record<string, string> {
  return {
    server: vsphere.server,
    username: vsphere.username,
    password: vsphere.password,
    thumbprint: vsphere.thumbprint,
  };
}
