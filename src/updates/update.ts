/** The words of the update rooms: what an update is, its files, and what the catalog says about both. */

import type { UpdateKind } from '../template/template.ts';

export const ARCHITECTURES = ['x64'] as const;
export type Architecture = (typeof ARCHITECTURES)[number];

/** A checkpoint is a cumulative update that later ones build on; it is applied together with its target. */
export type PackageKind = UpdateKind | 'checkpoint';

/**
 * `add-package`: give the file itself to DISM. `folder-target`: give the file to DISM while its folder holds it and its
 * checkpoints and nothing else. `with-target`: do nothing, DISM finds it beside its target.
 */
export type ApplyMode = 'add-package' | 'folder-target' | 'with-target';

/** Windows build and update build revision, written `17763.8027`. */
export interface Build {
  readonly number: number;
  readonly ubr: number;
}

/** One row of the catalog's search result. */
export interface CatalogRow {
  /** GUID, lower case. */
  readonly updateId: string;
  readonly title: string;
  readonly products: readonly string[];
  readonly classification: string;
  /** ISO date. */
  readonly date: string;
  /** Bytes of all files of the entry together. */
  readonly size: number;
}

/** One file of an update as the download dialog gives it. */
export interface CatalogFile {
  readonly name: string;
  readonly url: string;
  /** Hexadecimal, lower case. */
  readonly sha1?: string;
  readonly sha256?: string;
}

/** A file that was chosen for download. */
export interface UpdateFile extends CatalogFile {
  /** KB as the file name says it, `KB5005112`. */
  readonly kb: string;
  readonly kind: PackageKind;
  /** Bytes, once known. */
  readonly size?: number;
}

/** An update that was chosen, with the files to fetch. */
export interface ResolvedUpdate {
  /** `KB5005112`. */
  readonly kb: string;
  readonly kind: UpdateKind;
  readonly title: string;
  readonly updateId: string;
  /** Servicing month `2026-11`, where known. */
  readonly month?: string;
  /** ISO date of release. */
  readonly date?: string;
  /** Build of Windows after it, `17763.8027`, where known. */
  readonly build?: string;
  /** Letter of the release information: B regular, OOB out-of-band, C and D previews. */
  readonly letter?: string;
  /** Why it was chosen, one sentence. */
  readonly reason: string;
  /** True when it may turn out not to apply because the image's own build is unknown. */
  readonly optional?: boolean;
  readonly files: readonly UpdateFile[];
}

/** One row that was looked at and what became of it. */
export interface Considered {
  readonly kb: string;
  readonly title: string;
  readonly updateId: string;
  readonly date: string;
  readonly chosen: boolean;
  /** Why it was chosen or left out, one sentence. */
  readonly reason: string;
}
