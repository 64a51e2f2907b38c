/** The installation ISO, wherever the template or the step names it: on this machine, or at an address from which it is fetched once. */

import type { Context } from '../../context.ts';
import { isUrl, type ObtainedFile, obtainPinnedFile } from '../../download/pinned-file.ts';
import { checkIsoHash } from './windows-media.ts';

/** What downloads need. */
export interface Downloads {
  /** Folder of the download cache shared by runs. */
  readonly cache: string;
  /** Where the proxies are read. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * @param iso path, or http(s) URL, which needs the hash
 * @throws UserError input-missing for a URL without hash, file-missing, hash-mismatch, download-failed
 */
export async function obtainIso(
  iso: string,
  sha256: string | undefined,
  downloads: Downloads,
  context: Pick<Context, 'log' | 'signal' | 'temp'>,
): Promise<ObtainedFile> {
  if (isUrl(iso)) return obtainPinnedFile({ location: iso, sha256 }, { input: 'iso', ...downloads }, context);
  return { path: iso, sha256: await checkIsoHash(iso, sha256, context.signal) };
}
