/** Folders of the runner that outlive a step: for outputs that nobody gave a place, and for downloads kept between jobs. */

import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A folder of that name for this job's files: below RUNNER_TEMP, which the runner empties between jobs. */
export function jobFolder(name: string): string {
  return join(process.env.RUNNER_TEMP ?? tmpdir(), 'stillframe', name);
}

/** The cache of verified downloads, kept between the jobs of a self-hosted runner; STILLFRAME_CACHE puts it elsewhere. */
export function downloadCacheFolder(): string {
  const { STILLFRAME_CACHE, RUNNER_TOOL_CACHE, RUNNER_TEMP } = process.env;
  return resolve(STILLFRAME_CACHE ?? join(RUNNER_TOOL_CACHE ?? RUNNER_TEMP ?? tmpdir(), 'stillframe-downloads'));
}
