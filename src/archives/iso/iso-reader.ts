/** Reads files out of an ISO image: with 7-Zip where it is installed, on Windows else by mounting the image. */

import { stat } from 'node:fs/promises';
import type { Context } from '../../context.ts';
import { type ErrorCode, UserError } from '../../errors.ts';
import { explainPathError } from '../../files/explain-path-error.ts';
import { mountIso } from './mounted-iso.ts';
import { openWithSevenZip } from './seven-zip-iso.ts';

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

/**
 * Whoever opens an image declares that it can hold a `MOUNTED_ISO`.
 * @param platform for tests
 * @throws UserError tool-missing, file-missing, the code of `use` for a file that is no disc image
 */
export async function openIso(
  path: string,
  use: IsoUse,
  context: IsoContext,
  platform: NodeJS.Platform = process.platform,
): Promise<IsoReader> {
  await stat(path).catch((error: unknown) => {
    throw explainPathError(error, { what: 'the ISO', path, input: use.input });
  });
  if (platform !== 'win32') return openWithSevenZip(path, use, context);
  const hasSevenZip = await context.tools.has('7zz');
  if (hasSevenZip && use.inPlace !== true) return openWithSevenZip(path, use, context);
  try {
    return await mountIso(path, use, context);
  } catch (error) {
    if (!hasSevenZip || !(error instanceof UserError) || error.code === 'cancelled') throw error;
    return openWithSevenZip(path, use, context);
  }
}
