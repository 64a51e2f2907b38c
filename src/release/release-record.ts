/** What a release is made of and what proves it: release.json. Schema: schema/release.schema.json, explained in docs/releases.md. */

import type { Level, Verdict } from '../check/verdict.ts';
import type { DiskLayout } from '../disk/layout.ts';
import type { Finding, Severity } from '../report/report.ts';

/** What people find: as publish-template and upload-esxi name it. */
export const PUBLISHED_AS = ['vm', 'template', 'library-item'] as const;
export type PublishedAs = (typeof PUBLISHED_AS)[number];

/** Two runs from one lock and one template differ in `run` alone. Lists are in the order of the installation, or by name. */
export interface ReleaseRecord {
  readonly schema: 1;
  /** Of the template. */
  readonly name: string;
  readonly windows: ReleasedWindows;
  /** What the image was made of, beside packages and drivers. An answer file is not among them: it may hold a password. */
  readonly inputs: readonly ReleaseInput[];
  readonly packages: readonly ReleasedPackage[];
  readonly drivers: readonly ReleasedDriver[];
  readonly vmwareTools?: { readonly version: string };
  readonly features: readonly string[];
  readonly tools: ReleaseTools;
  readonly layout: DiskLayout;
  readonly ova: ReleasedOva;
  /** On Hyper-V, of the image, before it became the OVA. */
  readonly imageBake?: ReleaseImageBake;
  /** On vSphere, of the candidate. */
  readonly bake?: ReleaseBake;
  readonly proof?: ReleaseProof;
  /** By publish-template, or by upload-esxi at once. */
  readonly publication?: { readonly as: PublishedAs; readonly name: string };
  /** Codes; the whole texts, which name paths and machines, are those of `run`. */
  readonly findings: readonly { readonly action: string; readonly code: string; readonly severity: Severity }[];
  readonly run: ReleaseRun;
}

export interface ReleasedWindows {
  readonly product?: string;
  readonly edition: string;
  readonly displayName: string;
  readonly language: string;
  /** Of the image on the ISO with what was done to it offline: `17763.107`. */
  readonly applied: string;
  /** What people get: as the guest says, else as its updates promise, else as applied. */
  readonly build: string;
}

export interface ReleaseInput {
  readonly role: 'template' | 'base' | 'lock' | 'iso' | 'tools-iso' | 'tools-setup' | 'file' | 'script';
  /** Of the file; of a copied one its path in the image. */
  readonly name: string;
  readonly sha256: string;
}

export interface ReleasedPackage {
  readonly kb: string;
  readonly kind?: string;
  /** As the catalog has it. */
  readonly title?: string;
  /** Day of release. */
  readonly date?: string;
  /** Of Windows after it. */
  readonly build?: string;
  readonly file: string;
  readonly sha256: string;
  /** What was downloaded, where that is another file: the update that the cabinet was taken out of. */
  readonly source?: { readonly file: string; readonly url: string; readonly sha256: string };
}

export interface ReleasedDriver {
  readonly name: string;
  readonly version: string;
  readonly date?: string;
  readonly provider?: string;
  readonly signer?: string;
  /** Over names and contents of all its files. */
  readonly sha256: string;
  /** Windows is started with it. */
  readonly boot: boolean;
}

export interface ReleaseTools {
  /** SHA-256 over Stillframe's own bundle; undefined where it ran from its source. */
  readonly stillframe?: string;
  readonly engine: string;
  readonly programs: readonly { readonly name: string; readonly version?: string; readonly sha256: string }[];
  /** What packed the OVA. */
  readonly converter: string;
}

export interface ReleasedOva {
  readonly file: string;
  readonly sha256: string;
  /** Bytes of the file, and of the disk as Windows sees it. */
  readonly size: number;
  readonly capacity: number;
  readonly guestId: string;
  readonly diskSha256: string;
}

interface BakedWindows {
  readonly build: string;
  readonly seal: string;
  readonly imageState: string;
  readonly steps: readonly { readonly id: string; readonly result: string }[];
}

export interface ReleaseBake extends BakedWindows {
  readonly toolsVersion: string;
}

export interface ReleaseImageBake extends BakedWindows {
  /** Steps that were left for the start on vSphere. */
  readonly waits: readonly string[];
}

export interface ReleaseProof {
  /** `offline`: the OVA was looked at, and no snapshot taken. */
  readonly by: 'snapshot' | 'offline';
  readonly verdict: Verdict;
  readonly level: Level;
  /** VSS writers that took part. */
  readonly writers: readonly string[];
}

/** All that two runs may differ in: times, machines, names that vSphere gives, and the evidence, in which VSS counts its snapshots. */
export interface ReleaseRun {
  /** When the record was made, ISO 8601. */
  readonly at: string;
  readonly id: string;
  readonly attempt?: string;
  readonly repository?: string;
  readonly commit?: string;
  readonly runner: ReleaseRunner;
  readonly steps: readonly ReleaseStep[];
  readonly findings: readonly (Finding & { readonly action: string })[];
  readonly evidence: readonly { readonly name: string; readonly sha256: string }[];
  readonly server?: string;
  /** Managed object id; missing where it is an item of a library. */
  readonly vm?: string;
  readonly libraryItem?: string;
  readonly inventoryPath?: string;
  readonly snapshotMs?: number;
  /** When the proof began, ISO 8601. */
  readonly provedAt?: string;
  /** The release before, newest first; at most HISTORY_LENGTH. */
  readonly history: readonly PastRelease[];
}

export interface ReleaseRunner {
  readonly name: string;
  /** Such as `Linux 6.1.0` and `X64`. */
  readonly system: string;
  readonly arch: string;
  readonly node: string;
}

export interface ReleaseStep {
  readonly action: string;
  /** Of bake-template with an image. */
  readonly on?: 'hyper-v';
  readonly ok: boolean;
  readonly durationMs: number;
  /** SHA-256 of its report. */
  readonly report: string;
  /** It was skipped: an earlier run had done it with the very same inputs, and when (ISO 8601). */
  readonly doneBy?: { readonly run: string; readonly at: string };
}

export interface PastRelease {
  readonly at: string;
  readonly ova: string;
  /** Bytes. */
  readonly size: number;
  readonly build: string;
  readonly verdict?: Verdict;
  readonly steps: readonly { readonly action: string; readonly on?: 'hyper-v'; readonly durationMs: number }[];
}

export const HISTORY_LENGTH = 24;
