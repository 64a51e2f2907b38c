/** Folders of the runner that outlive a step: for outputs that nobody gave a place, and for downloads kept between jobs. */

import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of that name for this job's files: below RUNNER_TEMP, which the runner empties between jobs. */
export function jobFolder(name: string): string {
  return join(process.env.RUNNER_TEMP ?? tmpdir(), 'stillframe', name);
}

/** The cache of verified downloads, kept between the jobs of a self-hosted runner. */
export function downloadCacheFolder(): string {
  return join(process.env.RUNNER_TOOL_CACHE ?? tmpdir(), 'stillframe', 'downloads');
}
