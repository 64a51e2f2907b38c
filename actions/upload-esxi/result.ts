/** What upload-esxi has done, as its report has it. */

import type { UploadEsxiInputs } from './inputs.ts';

export interface UploadEsxiResult {
  /** Managed object id, such as vm-42; missing where it is an item of a library. */
  readonly vm?: string;
  /** Id of the item, where it is one. */
  readonly libraryItem?: string;
  /** Of an item: library and name. */
  readonly inventoryPath: string;
  readonly as: UploadEsxiInputs['as'];
  readonly server: string;
  readonly product: string;
  /** Missing where it is an item of a library. */
  readonly datastore?: string;
  /** The content library that it came through. */
  readonly via?: string;
  /** What happened to a VM of that name. */
  readonly existing: 'none' | 'kept' | 'replaced';
  /** 0 when the existing one was kept. */
  readonly uploadedBytes: number;
  readonly milliseconds: number;
  /** Settings that the importer had dropped. */
  readonly repaired: readonly string[];
  /** SHA-256 of the OVA; missing where an existing one was kept. */
  readonly ova?: string;
  /** Of a candidate. */
  readonly release?: { readonly name: string; readonly ova: string; readonly expires: string };
}
