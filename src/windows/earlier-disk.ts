/** The disk that an earlier run has built of the very same parts, if one was kept. */

import { release } from 'node:os';
import { basename } from 'node:path';
import type { Finding } from '../report/report.ts';
import type { ReusableStage } from '../reuse/stage.ts';
import type { Found, ReuseFacts, StageCache } from '../reuse/stage-cache.ts';
import { ENGINES } from './engines/choose-engine.ts';
import type { BuiltDisk, EngineName, ImageWork } from './engines/engine.ts';
import { type BuildSources, stageParts } from './plan/stage-parts.ts';

export interface TakenDisk {
  readonly reuse: ReuseFacts;
  /** As it came from the engine; undefined where there is none. */
  readonly disk?: BuiltDisk;
}

export interface EarlierDisk {
  /** For a dry run. */
  look(): Promise<ReuseFacts>;
  /** Brings the disk to `path`, to be judged like one that was just built. */
  take(path: string): Promise<TakenDisk>;
  /** Keeps a disk that was built and found good, for later runs. */
  keep(path: string, built: BuiltDisk): Promise<void>;
}

export interface EarlierRequest {
  readonly kept?: StageCache | undefined;
  readonly template: { readonly name: string } | undefined;
  readonly vhd: string;
  readonly engine: EngineName;
  readonly skipNotApplicable: boolean;
}

/** @returns undefined where it was not asked for */
export function earlierDisk(
  work: Pick<ImageWork, 'plan' | 'offline'>,
  { kept, template, vhd, engine, skipNotApplicable }: EarlierRequest,
  sources: Pick<BuildSources, 'iso' | 'programs'>,
): EarlierDisk | undefined {
  if (kept === undefined) return undefined;
  if (work.plan.disk.format === 'vmdk')
    return neverReused('a disk in parts is several files, and none of them is kept');
  const { onWindows, unknownParts } = ENGINES[engine];
  if (unknownParts !== undefined) return neverReused(unknownParts);
  const system = onWindows ? `Windows ${release()}` : undefined;
  const stage: ReusableStage = {
    action: 'build-vhd',
    name: template?.name ?? basename(vhd),
    parts: stageParts(work.plan, { ...sources, engine, system, skipNotApplicable }),
  };
  return {
    look: async () => (await kept.look(stage)).facts,
    take: async (path) => takenDisk(await kept.take(stage, path), work),
    keep: (path, { findings, leftOut }) => {
      const result: KeptDisk = { findings, leftOut: leftOut.map((step) => work.offline.indexOf(step)) };
      return kept.keep(stage, path, result);
    },
  };
}

/** What of a build is kept beside the disk. */
interface KeptDisk {
  readonly findings: readonly Finding[];
  /** Places among the offline steps, which are the same when all else is. */
  readonly leftOut: readonly number[];
}

function takenDisk(found: Found, { plan, offline }: Pick<ImageWork, 'plan' | 'offline'>): TakenDisk {
  if (!('result' in found)) return { reuse: found.facts };
  // Written by this very code, and sealed.
  const { findings, leftOut } = found.result as KeptDisk;
  return {
    reuse: found.facts,
    disk: { plan, findings, leftOut: offline.filter((_, index) => leftOut.includes(index)) },
  };
}

function neverReused(why: string): EarlierDisk {
  const reuse: ReuseFacts = { reused: false, why };
  return { look: async () => reuse, take: async () => ({ reuse }), keep: async () => {} };
}
