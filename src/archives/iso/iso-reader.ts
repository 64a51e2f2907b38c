/** An ISO image whose files can be listed and brought out, whatever reads it. */

import type { Context } from '../../context.ts';
import type { ErrorCode } from '../../errors.ts';

export interface IsoMember {
  /** With `/` between folders, as the disc spells it. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

export interface IsoReader {
  /** Path of the image. */
  readonly path: string;
  /** Where its files can be read as they are; undefined unless the image is mounted. */
  readonly root: string | undefined;
  /** All files in it, in order; folders are left out. */
  list(): Promise<readonly IsoMember[]>;
  /** Brings files, or whole folders, into `target` under the same paths. */
  extract(paths: readonly string[], target: string): Promise<void>;
  close(): Promise<void>;
}

/** What the image is for, so that errors can say so. */
export interface IsoUse {
  readonly input: string;
  /** Of the error for a file that is no disc image. */
  readonly code: Extract<ErrorCode, 'not-tools-media' | 'not-windows-media'>;
  /** Its files are used where they are: on Windows the image is mounted even where 7-Zip could copy them out. */
  readonly inPlace?: boolean;
}

export type IsoContext = Pick<Context, 'tools' | 'temp' | 'hold' | 'signal'>;
