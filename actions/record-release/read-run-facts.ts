/** What the place that a release is recorded in says of itself: the variables of GitHub, where there are some, and the system. */

import { arch, hostname, release, type } from 'node:os';
import type { Place } from '../../src/job/place.ts';
import type { ReleaseRun } from '../../src/release/release-record.ts';

type RunFacts = Pick<ReleaseRun, 'at' | 'id' | 'attempt' | 'repository' | 'commit' | 'runner'>;

export function readRunFacts({ run, env }: Pick<Place, 'run' | 'env'>, now: Date): RunFacts {
  const { GITHUB_RUN_ATTEMPT: attempt, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit } = env;
  return {
    at: now.toISOString(),
    id: run,
    ...(attempt && { attempt }),
    ...(repository && { repository }),
    ...(commit && { commit }),
    runner: {
      name: env.RUNNER_NAME || hostname(),
      system: `${type()} ${release()}`,
      arch: env.RUNNER_ARCH || arch(),
      node: process.versions.node,
    },
  };
}
