/** The OVA that an earlier run has packed of the very same parts, if one was kept. */

import { contentDigest } from '../disk/content-digest.ts';
import type { Disk } from '../disk/disk.ts';
import { identifyContent } from '../disk/vmdk/vmdk-stream-writer.ts';
import { partialOf } from '../files/held-path.ts';
import { moveIntoPlace } from '../files/move-into-place.ts';
import type { ReusableStage } from '../reuse/stage.ts';
import type { ReuseFacts, StageCache } from '../reuse/stage-cache.ts';
import { type OvaSources, ovaParts } from './ova-parts.ts';
import type { OvaResult } from './write-ova.ts';

export interface TakenOva {
  readonly reuse: ReuseFacts;
  /** What packing it came to; undefined where it is to be packed. */
  readonly ova?: OvaResult;
}

export interface EarlierOva {
  /** Brings the OVA to `path`, where it appears whole. */
  take(path: string): Promise<TakenOva>;
  /** Keeps one that was packed, for later runs. */
  keep(path: string, ova: OvaResult): Promise<void>;
}

/**
 * Reads all of the disk that is packed.
 * @param source what is packed
 * @throws what reading throws; the signal's reason
 */
export async function earlierOva(
  kept: StageCache,
  source: Disk,
  options: Omit<OvaSources, 'content' | 'contentId'>,
  signal: AbortSignal,
): Promise<EarlierOva> {
  const content = await contentDigest(source, signal);
  const sources = { ...options, content, contentId: await identifyContent(source) };
  const stage: ReusableStage = { action: 'convert-ova', name: options.vm.name, parts: await ovaParts(sources) };
  return {
    take: async (path) => {
      const [partial = ''] = (await partialOf(path)).paths;
      const found = await kept.take(stage, partial);
      if (!('result' in found)) return { reuse: found.facts };
      await moveIntoPlace(partial, path);
      return { reuse: found.facts, ova: found.result as OvaResult };
    },
    keep: (path, ova) => kept.keep(stage, path, ova),
  };
}

/** An OVA that no earlier one stands for. */
export function neverReused(why: string): EarlierOva {
  return { take: async () => ({ reuse: { reused: false, why } }), keep: async () => {} };
}
