/** Where a repaired image is written anew, and what a run that is killed may leave of it. */

import { followLinks } from '../files/follow-links.ts';
import { type HeldPath, partialOf } from '../files/held-path.ts';
import { PARTIAL_SUFFIX } from '../files/move-into-place.ts';
import { isSameFile } from '../files/same-file.ts';

export interface RepairTarget {
  /** The new file, which appears there when it is whole. */
  readonly path: string;
  /** It takes the place of the image once that is closed: Windows refuses to replace a file that is open. */
  readonly inPlace: boolean;
  readonly held: HeldPath;
}

/** @param output may be the image itself, also by another way that leads to it */
export async function repairTarget(image: string, output: string): Promise<RepairTarget> {
  if (!(await isSameFile(image, output))) return { path: output, inPlace: false, held: await partialOf(output) };
  const path = `${await followLinks(image)}.repaired${PARTIAL_SUFFIX}`;
  // It too is written under a temporary name first.
  return { path, inPlace: true, held: { paths: [path, path + PARTIAL_SUFFIX] } };
}
