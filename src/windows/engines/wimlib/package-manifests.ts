/** The manifests of an image's packages, taken out of the WIM to see which features it has. */

import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../../context.ts';
import { featureNames } from '../../media/feature-names.ts';

/**
 * @param folder a folder to make for them; removed again
 * @returns undefined when no manifest names a feature, as where they are stored in a form that cannot be read
 */
export async function readFeatureNames(
  wim: string,
  index: number,
  folder: string,
  { tools }: Pick<Context, 'tools'>,
): Promise<readonly string[] | undefined> {
  await mkdir(folder);
  const options = ['--nullglob', '--no-acls', '--no-attributes', `--dest-dir=${folder}`];
  await tools.run('wimlib-imagex', ['extract', wim, String(index), '/Windows/servicing/Packages/*.mum', ...options], {
    env: { WIMLIB_IMAGEX_IGNORE_CASE: '1' },
  });
  const names = new Set<string>();
  for (const file of (await readdir(folder)).sort()) {
    for (const name of featureNames(await readFile(join(folder, file), 'utf8'), file)) names.add(name);
  }
  await rm(folder, { recursive: true });
  return names.size === 0 ? undefined : [...names];
}
