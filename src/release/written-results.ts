/** What a record takes from the reports of the actions: a part of what each writes, checked before it is believed. */

import type { Level, Verdict } from '../check/verdict.ts';
import type { DiskLayout } from '../disk/layout.ts';
import type { Finding } from '../report/report.ts';
import type { PublishedAs } from './release-record.ts';

export interface WrittenUpdates {
  readonly build?: string;
  readonly packages: readonly { readonly kb: string; readonly kind: string; readonly sha256: string }[];
  readonly files: readonly {
    readonly name: string;
    readonly kb: string;
    readonly kind: string;
    readonly title: string;
    readonly date?: string;
    readonly url: string;
    readonly sha256: string;
  }[];
  readonly lockFile?: string;
  readonly lockSha256?: string;
}

export interface WrittenDrivers {
  readonly product: string;
  readonly toolsIso: string;
  readonly toolsVersion?: string | undefined;
  readonly drivers: readonly {
    readonly name: string;
    readonly inf: string;
    readonly version: string;
    readonly date: string;
    readonly provider?: string | undefined;
    readonly signer?: { readonly name: string } | undefined;
  }[];
}

interface NamedDigest {
  readonly file: string;
  readonly sha256: string;
}

/** Of a stage that may have been skipped. */
interface WrittenReuse {
  readonly reused: boolean;
  /** The run that did it. */
  readonly from?: { readonly run: string; readonly at: string };
}

export interface WrittenImage {
  readonly vhd?: string | undefined;
  readonly edition: string;
  readonly displayName: string;
  readonly build: string;
  readonly language: string;
  readonly plan: { readonly engine: string };
  readonly layout?: DiskLayout | undefined;
  readonly bootDrivers: readonly { readonly name: string }[];
  readonly packages: readonly {
    readonly kb: string;
    readonly kind?: string | undefined;
    readonly build?: string | undefined;
    readonly file: string;
    readonly sha256: string;
  }[];
  readonly inputs: {
    readonly iso: NamedDigest;
    readonly toolsSetup?: NamedDigest | undefined;
    readonly drivers: readonly { readonly name: string; readonly version: string; readonly sha256: string }[];
    readonly files: readonly { readonly path: string; readonly sha256: string }[];
    readonly scripts: readonly NamedDigest[];
    readonly features: readonly string[];
  };
  readonly programs: readonly { readonly name: string; readonly version?: string; readonly sha256: string }[];
  readonly reuse?: WrittenReuse | undefined;
}

export interface WrittenOva {
  /** Path of the disk that it was made of. */
  readonly source: string;
  readonly ova: string;
  readonly sha256: string;
  readonly size: number;
  readonly capacity: number;
  readonly engine: string;
  readonly guestId: string;
  readonly disk: { readonly digest: string };
  readonly layout?: DiskLayout;
  readonly reuse?: WrittenReuse | undefined;
}

export interface WrittenUpload {
  /** Missing where it is an item of a library, which is no VM. */
  readonly vm?: string;
  readonly libraryItem?: string;
  readonly server: string;
  readonly inventoryPath: string;
  /** All but a candidate are what people find at once. */
  readonly as: 'candidate' | PublishedAs;
  /** Missing where what had the name was kept, and nothing was uploaded. */
  readonly ova?: string;
}

export interface WrittenBake {
  readonly vm: string;
  readonly server: string;
  readonly ova: string;
  readonly seal: string;
  readonly toolsVersion: string;
  readonly build: string;
  readonly imageState: string;
  readonly firstBoot: readonly { readonly id: string; readonly result: string }[];
}

/** Of an image on Hyper-V; what is left is done at the start on vSphere. */
export interface WrittenImageBake {
  /** Path of the image. */
  readonly image: string;
  readonly seal: string;
  readonly build: string;
  readonly imageState: string;
  readonly firstBoot: readonly { readonly id: string; readonly result: string }[];
  readonly waits: readonly string[];
  readonly layout: DiskLayout;
}

export interface WrittenProof {
  readonly verdict: Verdict;
  readonly level: Level;
  readonly findings: readonly Finding[];
  readonly image?: { readonly path: string; readonly layout: DiskLayout };
  readonly snapshot?: {
    readonly moref: string;
    readonly host: string;
    readonly ova?: string;
    readonly durationMs?: number;
    readonly proved: { readonly at: string };
    readonly writers: readonly string[];
  };
  readonly manifest: string;
  readonly manifestSha256?: string;
}

export interface WrittenPublication {
  /** The candidate; with `as: library-item` it is removed by then. */
  readonly vm: string;
  readonly libraryItem?: string;
  readonly inventoryPath: string;
  readonly as: PublishedAs;
  readonly server: string;
  readonly ova: string;
  readonly dryRun: boolean;
}

/** The results by the action that writes them, in the order of the flow; `bake-image` is what bake-template writes on Hyper-V. */
export interface WrittenResults {
  'fetch-updates': WrittenUpdates;
  'extract-drivers': WrittenDrivers;
  'build-vhd': WrittenImage;
  'bake-image': WrittenImageBake;
  'convert-ova': WrittenOva;
  'upload-esxi': WrittenUpload;
  'bake-template': WrittenBake;
  'verify-quiesce': WrittenProof;
  'publish-template': WrittenPublication;
}

/** A part that a record has one report of. */
export type Recorded = keyof WrittenResults;
