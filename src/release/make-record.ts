/** Makes the record of a release of the reports of its steps. */

import { assertOneRelease } from './assert-one-release.ts';
import { infName, lastPart } from './names.ts';
import type { WholeReports } from './read-reports.ts';
import { type RunFacts, recordRun } from './record-run.ts';
import type {
  ReleaseBake,
  ReleasedDriver,
  ReleasedPackage,
  ReleaseImageBake,
  ReleaseInput,
  ReleaseProof,
  ReleaseRecord,
  ReleaseRun,
} from './release-record.ts';
import type { WrittenBake, WrittenImageBake, WrittenProof } from './written-results.ts';

/** What no report says. */
export interface ReleaseFacts {
  readonly name: string;
  /** Of the template file, where there is one. */
  readonly product?: string;
  /** The template file, what it extends, and its lock. */
  readonly files: readonly ReleaseInput[];
  /** SHA-256 over Stillframe's bundle. */
  readonly bundle?: string;
  readonly run: RunFacts;
}

/** @throws UserError reports-disagree */
export function makeRecord(reports: WholeReports, facts: ReleaseFacts): ReleaseRecord {
  assertOneRelease(reports);
  const { 'build-vhd': image, 'bake-image': imageBake, 'convert-ova': ova, 'bake-template': bake } = reports;
  const { edition, displayName, language, build: applied, inputs, plan, programs } = image.result;
  const { 'verify-quiesce': proof, 'fetch-updates': updates, 'extract-drivers': disc } = reports;
  const product = facts.product ?? disc?.result.product;
  const run: ReleaseRun = recordRun(reports, facts.run);
  return {
    schema: 1,
    name: facts.name,
    windows: {
      ...(product !== undefined && { product }),
      edition,
      displayName,
      language,
      applied,
      build: bake?.result.build ?? imageBake?.result.build ?? (updates?.result.build || applied),
    },
    inputs: [...facts.files, ...imageInputs(reports)],
    packages: releasedPackages(reports),
    drivers: releasedDrivers(reports),
    ...(disc?.result.toolsVersion !== undefined && { vmwareTools: { version: disc.result.toolsVersion } }),
    features: inputs.features,
    tools: {
      ...(facts.bundle !== undefined && { stillframe: facts.bundle }),
      engine: plan.engine,
      programs,
      converter: ova.result.engine,
    },
    // Of the OVA: it is what people get. That it is there was seen above.
    layout: ova.result.layout ?? { table: 'none', diskSize: 0, sectorSize: 512, partitions: [] },
    ova: {
      file: lastPart(ova.result.ova),
      sha256: ova.result.sha256,
      size: ova.result.size,
      capacity: ova.result.capacity,
      guestId: ova.result.guestId,
      diskSha256: ova.result.disk.digest,
    },
    ...(imageBake && { imageBake: releaseImageBake(imageBake.result) }),
    ...(bake && { bake: releaseBake(bake.result) }),
    ...(proof && { proof: releaseProof(proof.result) }),
    ...releasePublication(reports),
    findings: run.findings.map(({ action, code, severity }) => ({ action, code, severity })),
    run,
  };
}

function imageInputs({ 'extract-drivers': disc, 'build-vhd': image }: WholeReports): readonly ReleaseInput[] {
  const { iso, toolsSetup, files, scripts } = image.result.inputs;
  return [
    { role: 'iso', name: iso.file, sha256: iso.sha256 },
    ...(disc ? [{ role: 'tools-iso', name: 'VMware Tools', sha256: disc.result.toolsIso } as const] : []),
    ...(toolsSetup ? [{ role: 'tools-setup', name: toolsSetup.file, sha256: toolsSetup.sha256 } as const] : []),
    ...files.map(({ path, sha256 }) => ({ role: 'file', name: path, sha256 }) as const),
    ...scripts.map(({ file, sha256 }) => ({ role: 'script', name: file, sha256 }) as const),
  ];
}

function releasedPackages({ 'fetch-updates': updates, 'build-vhd': image }: WholeReports): readonly ReleasedPackage[] {
  const fetched = updates?.result.files ?? [];
  return image.result.packages.map(({ kb, kind, build, file, sha256 }) => {
    // A cabinet that was taken out of an update has a digest of its own, and its number.
    const source =
      fetched.find((one) => one.sha256 === sha256) ??
      fetched.find((one) => one.kb === kb && one.kind === kind) ??
      fetched.find((one) => one.kb === kb);
    return {
      kb,
      ...(kind !== undefined && { kind }),
      ...(source && { title: source.title }),
      ...(source?.date !== undefined && { date: source.date }),
      ...(build !== undefined && { build }),
      file,
      sha256,
      ...(source &&
        source.sha256 !== sha256 && { source: { file: source.name, url: source.url, sha256: source.sha256 } }),
    };
  });
}

function releasedDrivers({ 'extract-drivers': disc, 'build-vhd': image }: WholeReports): readonly ReleasedDriver[] {
  const boot = new Set(image.result.bootDrivers.map(({ name }) => name.toLowerCase()));
  return image.result.inputs.drivers.map(({ name, version, sha256 }) => {
    const known = disc?.result.drivers.find(({ inf }) => infName(inf) === name);
    return {
      name,
      version,
      ...(known && { date: known.date }),
      ...(known?.provider !== undefined && { provider: known.provider }),
      ...(known?.signer && { signer: known.signer.name }),
      sha256,
      boot: boot.has(name),
    };
  });
}

function releasePublication({
  'upload-esxi': upload,
  'publish-template': publication,
}: WholeReports): Pick<ReleaseRecord, 'publication'> {
  const { as, inventoryPath } = publication?.result ?? upload?.result ?? { as: 'candidate', inventoryPath: '' };
  return as === 'candidate' ? {} : { publication: { as, name: lastPart(inventoryPath) } };
}

function releaseBake({ build, toolsVersion, seal, imageState, firstBoot }: WrittenBake): ReleaseBake {
  return { build, toolsVersion, seal, imageState, steps: firstBoot.map(({ id, result }) => ({ id, result })) };
}

function releaseImageBake({ build, seal, imageState, firstBoot, waits }: WrittenImageBake): ReleaseImageBake {
  return { build, seal, imageState, steps: firstBoot.map(({ id, result }) => ({ id, result })), waits };
}

function releaseProof({ verdict, level, snapshot }: WrittenProof): ReleaseProof {
  return { by: snapshot ? 'snapshot' : 'offline', verdict, level, writers: snapshot?.writers ?? [] };
}
