/** Opens what earlier runs have kept, for stages that ask for it. */

import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import type { ReusableStage } from '../reuse/stage.ts';
import { openStageCache, type StageCache } from '../reuse/stage-cache.ts';
import { ownBundle } from './own-bundle.ts';
import type { ReusePlace } from './place.ts';

/**
 * The code that runs is a part of every stage: another Stillframe may make another result of the same inputs.
 * @param place undefined where reuse was not asked for
 * @param bundle asked for the digest of that code, which takes the reading of all of it: undefined where it runs from its source
 * @returns undefined where nothing is reused, which is told where it was asked for
 * @throws UserError path-invalid
 */
export async function openReuse(
  place: ReusePlace | undefined,
  context: Context,
  bundle: () => Promise<string | undefined> = ownBundle,
): Promise<StageCache | undefined> {
  if (place === undefined) return undefined;
  const code = await bundle();
  if (code === undefined) {
    context.log.warning('Nothing is reused or kept: Stillframe runs from its source, which is not known by a digest.');
    return undefined;
  }
  try {
    return withCode(await openStageCache(place, context), code);
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'file-denied') throw error;
    context.log.warning(`${error.message}. Nothing is reused or kept. ${error.hint}`);
    return undefined;
  }
}

function withCode(cache: StageCache, code: string): StageCache {
  const whole = (stage: ReusableStage): ReusableStage => ({
    ...stage,
    parts: [{ kind: 'Stillframe', name: 'Stillframe itself', value: code }, ...stage.parts],
  });
  return {
    look: (stage) => cache.look(whole(stage)),
    take: (stage, path) => cache.take(whole(stage), path),
    keep: (stage, path, result) => cache.keep(whole(stage), path, result),
  };
}
