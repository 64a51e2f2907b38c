/**
 * Whether the reports are of one release: each names by digest what it worked on, and what one gave the next has to have taken. An image is known
 * by the GUIDs of its partitions, which build-vhd makes of the digests of all that goes into it.
 */

import type { DiskLayout } from '../disk/layout.ts';
import { UserError } from '../errors.ts';
import { infName, lastPart } from './names.ts';
import type { ReadReport, WholeReports } from './read-reports.ts';
import type { Recorded } from './written-results.ts';

/** @throws UserError reports-disagree with the first two that do not fit */
export function assertOneRelease(reports: WholeReports): void {
  assertInputs(reports);
  const { 'build-vhd': image, 'convert-ova': ova } = reports;
  if (image.result.vhd === undefined || image.result.layout === undefined) {
    throw disagree(image, 'is of a dry run, which made no image');
  }
  const { 'bake-image': baked } = reports;
  if (baked && !sameDisk(image.result.layout, baked.result.layout)) {
    throw disagree(baked, `is of another disk than ${image.path}: their partitions have other GUIDs`);
  }
  // By name alone: the OVA may be made on another machine than the one that baked.
  if (baked && lastPart(ova.result.source) !== lastPart(baked.result.image)) {
    throw disagree(baked, `is of ${baked.result.image}, and ${ova.path} is of ${ova.result.source}`);
  }
  if (!sameDisk(image.result.layout, ova.result.layout)) {
    throw disagree(ova, `is of another disk than ${image.path}: their partitions have other GUIDs`);
  }
  assertVm(reports);
  assertProof(reports);
}

/** What went into the image is what was fetched for it. */
function assertInputs({
  'fetch-updates': updates,
  'extract-drivers': drivers,
  'build-vhd': image,
}: WholeReports): void {
  const { packages, inputs } = image.result;
  if (updates) {
    const digests = (list: readonly { readonly sha256: string }[]): string => list.map(({ sha256 }) => sha256).join();
    if (digests(updates.result.packages) !== digests(packages)) {
      throw disagree(image, `is of an image with other packages than ${updates.path} has`);
    }
  }
  for (const { inf, version } of drivers?.result.drivers ?? []) {
    const name = infName(inf);
    if (inputs.drivers.some((driver) => driver.name === name && driver.version === version)) continue;
    throw disagree(image, `is of an image without the driver ${name} ${version} of ${drivers?.path}`);
  }
}

/** The candidate, and what became of it, are of this OVA and of one VM. */
function assertVm(reports: WholeReports): void {
  const { 'convert-ova': ova, 'upload-esxi': upload, 'bake-template': bake, 'publish-template': publication } = reports;
  if (upload && upload.result.ova === undefined) {
    throw disagree(upload, `is of what had the name before: ${upload.result.inventoryPath} was kept`);
  }
  if (upload && upload.result.as !== 'candidate') {
    // Only a candidate is baked and published; what is found under its name at once is neither.
    const other = bake ?? publication;
    if (other) throw disagree(other, `is of a candidate, and ${upload.path} uploaded a ${upload.result.as}`);
  }
  const made: readonly [ReadReport | undefined, string | undefined, string | undefined][] = [
    [upload, upload?.result.ova, vmOf(upload)],
    [bake, bake?.result.ova, vmOf(bake)],
    [publication, publication?.result.ova, vmOf(publication)],
  ];
  const [first, ...others] = made.filter(([report]) => report !== undefined);
  for (const [report, digest] of made) {
    if (report && digest !== ova.result.sha256) throw disagree(report, ofAnotherOva(digest, ova));
  }
  for (const [report, , vm] of others) {
    if (report && vm !== first?.[2]) throw disagree(report, `is of ${vm}, and ${first?.[0]?.path} is of ${first?.[2]}`);
  }
  if (publication?.result.dryRun) throw disagree(publication, 'is of a dry run: nothing was published');
}

function assertProof(reports: WholeReports): void {
  const { 'convert-ova': ova, 'verify-quiesce': proof, 'upload-esxi': upload } = reports;
  if (!proof) return;
  const { snapshot, image } = proof.result;
  if (snapshot) {
    const vm = `${snapshot.moref} on ${snapshot.host}`;
    const known = vmOf(upload);
    // What was uploaded as a VM or template has no mark that says of which OVA it is: its id on that server says it.
    const marked = upload === undefined || upload.result.as === 'candidate' || known === undefined;
    if (snapshot.ova !== ova.result.sha256 && (marked || snapshot.ova !== undefined)) {
      throw disagree(proof, ofAnotherOva(snapshot.ova, ova));
    }
    if (upload && known !== undefined && vm !== known) {
      throw disagree(proof, `is of ${vm}, and ${upload.path} is of ${known}`);
    }
    return;
  }
  // It reads two megabytes of an OVA: too little for a digest, enough for its table.
  if (image?.path !== ova.result.ova || !sameDisk(image.layout, ova.result.layout)) {
    throw disagree(proof, `is of ${image?.path ?? 'no image'}, not of ${ova.result.ova} as ${ova.path} made it`);
  }
}

function vmOf(
  report: ReadReport<'upload-esxi' | 'bake-template' | 'publish-template'> | undefined,
): string | undefined {
  return report?.result.vm === undefined ? undefined : `${report.result.vm} on ${report.result.server}`;
}

function ofAnotherOva(digest: string | undefined, ova: ReadReport<'convert-ova'>): string {
  return `is of ${digest === undefined ? 'no OVA' : `the OVA ${digest}`}, and ${ova.path} is of ${ova.result.sha256}`;
}

function sameDisk(one: DiskLayout, other: DiskLayout | undefined): boolean {
  const key = ({ diskSize, partitions }: DiskLayout): string =>
    JSON.stringify([diskSize, partitions.map(({ guid, offset, size }) => [guid, offset, size])]);
  return other !== undefined && key(one) === key(other);
}

function disagree({ path, action }: ReadReport<Recorded>, why: string): UserError {
  return new UserError(
    'reports-disagree',
    `The report ${path} of ${action} ${why}`,
    'Give the outputs report of the steps of one run of the chain, and no older ones.',
  );
}
