import { createHash } from 'node:crypto';
import { checkImage, type ImageCheck } from '../../src/check/check-image.ts';
import { combineFindings } from '../../src/check/combine-findings.ts';
import { type Level, reaches, type Verdict } from '../../src/check/verdict.ts';
import type { Context } from '../../src/context.ts';
import type { DiskLayout } from '../../src/disk/layout.ts';
import { UserError } from '../../src/errors.ts';
import type { FirstBoot } from '../../src/quiesce/first-boot.ts';
import type { FreezeMarkers } from '../../src/quiesce/marker-script.ts';
import type { CustomizationProof } from '../../src/quiesce/prove-customization.ts';
import type { RestoreProof } from '../../src/quiesce/restore-snapshot.ts';
import type { TargetEvent, VmFault } from '../../src/quiesce/verify-target.ts';
import type { QuiesceFinding } from '../../src/report/finding-codes.ts';
import { judgeFurther } from './further-copies.ts';
import type { Inputs } from './inputs.ts';
import type { ProvedState, ProvenVm } from './prove-vm.ts';

export interface Result {
  readonly verdict: Verdict;
  readonly findings: readonly QuiesceFinding[];
  readonly image?: { readonly path: string; readonly format: string; readonly layout: DiskLayout };
  readonly snapshot?: SnapshotResult;
  /** What was asked for. */
  readonly level: Level;
  /** Path of the manifest that was kept; empty when there was none. */
  readonly manifest: string;
  /** Folder of the evidence that was kept; empty when there was none. */
  readonly evidence: string;
  /** SHA-256 of the manifest. */
  readonly manifestSha256?: string;
}

export interface SnapshotResult {
  readonly server: string;
  /** Inventory path. */
  readonly vm: string;
  /** Managed object id. */
  readonly moref: string;
  /** Host, and port where it is not 443, of the server. */
  readonly host: string;
  /** SHA-256 of the OVA that a candidate or template was made from, where its mark says so. */
  readonly ova?: string;
  /** What the VM was like then, so that what changes it afterwards is not taken for proven. */
  readonly proved: ProvedState;
  /** Name of the disposable copy it was taken of; undefined when it was the VM itself. */
  readonly copy?: string;
  /** From asking for the snapshot to the answer; left out when none was asked for. */
  readonly durationMs?: number;
  /** How the image's first boot ended, where one was expected. */
  readonly firstBoot?: FirstBoot;
  /** VSS writers that took part. */
  readonly writers: readonly string[];
  /** Files in the manifest. */
  readonly manifestMembers: readonly string[];
  readonly fault?: VmFault;
  readonly events: readonly TargetEvent[];
  /** When the marker script was run in the copy, by the clock of its guest; where it was asked for. */
  readonly markers?: FreezeMarkers;
  /** What a customized copy came to, where one was asked for and the snapshot was good enough. */
  readonly customization?: Omit<CustomizationProof, 'findings'>;
  /** What a linked clone of the snapshot came to, likewise. */
  readonly restore?: Omit<RestoreProof, 'findings'>;
}

export async function main(inputs: Inputs, context: Context): Promise<Result> {
  const offline = inputs.image === undefined ? undefined : await checkImage(inputs.image, inputs.level);
  const proof = { level: inputs.level, image: offline?.findings };
  // All that speaks to a server is loaded when there is one.
  const live = inputs.live && (await (await import('./prove-vm.ts')).proveVm(inputs.live, proof, context));
  const snapshotVerdict = live?.check.verdict ?? offline?.verdict ?? 'unproven';
  const { verdict, findings: further } = judgeFurther(snapshotVerdict, [live?.check.restore, live?.customization]);
  const manifest = live?.check.manifest;
  const findings = live
    ? combineFindings(snapshotVerdict, [...further, ...live.check.findings], offline?.findings ?? [])
    : (offline?.findings ?? []);
  return {
    verdict,
    level: inputs.level,
    findings: inputs.asksForRecovery ? findings.map(askedFor) : findings,
    ...(offline && inputs.image !== undefined && { image: describeImage(inputs.image, offline) }),
    ...(live && { snapshot: describeSnapshot(live) }),
    manifest: live?.manifestFile ?? '',
    evidence: live?.evidence ?? '',
    ...(manifest && { manifestSha256: createHash('sha256').update(manifest.content).digest('hex') }),
  };
}

/** What the template file itself asks for is mended there first: repaired, the next build would have it again. */
function askedFor(finding: QuiesceFinding): QuiesceFinding {
  if (finding.code !== 'recovery-partition-protected') return finding;
  const remedy = `The template file asks for this partition: write disk: { recovery: none } and build again, or leave the proof out (verify: false of release-template). ${finding.remedy}`;
  return { ...finding, remedy };
}

/** @throws UserError quiesce-failed with the likeliest cause, when less was proven than was asked for */
export function assertProven({ verdict, findings, image, snapshot }: Result, level: Level): void {
  if (reaches(verdict, level)) return;
  const cause = findings[0];
  const what = snapshot ? `The proof of ${snapshot.vm}` : `The check of ${image?.path}`;
  throw new UserError(
    'quiesce-failed',
    `${what} ended with the verdict ${verdict}, asked for was ${level}: ${cause?.seen ?? 'no cause was found'}`,
    cause?.remedy ?? 'See the job summary and docs/troubleshooting.md.',
  );
}

function describeImage(path: string, { format, layout }: ImageCheck): NonNullable<Result['image']> {
  return { path, format, layout };
}

function describeSnapshot(proven: ProvenVm): SnapshotResult {
  const { server, host, vm, copy, check, release, proved, customization } = proven;
  return {
    server,
    vm: vm.path,
    moref: vm.moref.value,
    host,
    ...(release && { ova: release.ova }),
    proved,
    ...(copy !== undefined && { copy }),
    ...(check.duration !== undefined && { durationMs: check.duration }),
    ...(check.firstBoot && { firstBoot: check.firstBoot }),
    writers: check.manifest?.writers ?? [],
    manifestMembers: check.manifest?.members ?? [],
    ...(check.fault && { fault: check.fault }),
    events: check.events,
    ...(check.markers && { markers: check.markers }),
    ...(check.restore && { restore: withoutFindings(check.restore) }),
    ...(customization && { customization: withoutFindings(customization) }),
  };
}

/** They stand with the others. */
function withoutFindings<T extends { readonly findings: unknown }>({ findings: _, ...rest }: T): Omit<T, 'findings'> {
  return rest;
}
