/** The cached VMware Tools discs. */

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { cachedFolder } from '../media-cache.ts';
import { writeToolsIso } from './tools-iso.ts';
import { TOOLS_VARIANTS, type ToolsVariantName } from './tools-variants.ts';

export type { ToolsVariantName } from './tools-variants.ts';

/**
 * Builds (or finds in the cache) a Tools disc of one generation.
 * @returns absolute path of `vmware-tools.iso`
 */
export async function buildToolsIso(variant: ToolsVariantName = '12.5', cache?: string): Promise<string> {
  const name = 'vmware-tools.iso';
  const { folder } = await cachedFolder(
    `tools-${variant}`,
    ['tools', 'iso', 'updates/cabinet.ts'],
    async (target) => {
      const work = join(target, 'work');
      await mkdir(work);
      await writeToolsIso(TOOLS_VARIANTS[variant], join(target, name), work);
    },
    cache,
  );
  return join(folder, name);
}
