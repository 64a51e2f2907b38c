/** An update together with the checkpoints that it builds on: what is installed by one call. */

import type { UpdatePackage } from './update-package.ts';

export interface UpdateGroup {
  readonly target: UpdatePackage;
  /** DISM looks for them in the folder of the target and takes those that the image lacks; never installed by themselves. */
  readonly checkpoints: readonly UpdatePackage[];
}

/**
 * Checkpoints go to every cumulative update of the list, wherever they stand in it ("Checkpoint cumulative updates and Microsoft
 * Update Catalog usage": one folder with the target and all earlier checkpoints). Without one, the newest checkpoint is what
 * is wanted, and those before it are its own.
 * @param packages in the order of installation, which the groups keep
 */
export function groupUpdates(packages: readonly UpdatePackage[]): readonly UpdateGroup[] {
  const checkpoints = packages.filter(({ kind }) => kind === 'checkpoint');
  if (!packages.some(({ kind }) => kind === 'cumulative')) {
    const newest = checkpoints.at(-1);
    const earlier = checkpoints.slice(0, -1);
    return packages
      .filter((update) => !earlier.includes(update))
      .map((target) => ({ target, checkpoints: target === newest ? earlier : [] }));
  }
  return packages
    .filter((update) => !checkpoints.includes(update))
    .map((target) => ({ target, checkpoints: target.kind === 'cumulative' ? checkpoints : [] }));
}
