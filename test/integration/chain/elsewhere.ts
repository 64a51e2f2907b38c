/** Another place to run in than the usual one: a processor alone, another time zone, another language, another temporary folder. */

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BundleOptions } from '../../fakes/runner/run-bundle.ts';

/** @param folder gets the temporary folder of that place */
export async function elsewhere(folder: string): Promise<Required<Pick<BundleOptions, 'under' | 'env'>>> {
  const temp = join(folder, 'tmp');
  await mkdir(temp, { recursive: true });
  const env = { TZ: 'Pacific/Chatham', LANG: 'C', LC_ALL: 'C', TMPDIR: temp, UV_THREADPOOL_SIZE: '1' };
  // Node starts as many threads as it sees processors.
  return { under: ['taskset', '-c', '0'], env };
}
