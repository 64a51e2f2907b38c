/** Records what a release is made of and what proves it. */

import { runOnGithub } from '../../src/runner/run-on-github.ts';
import { recordRelease } from './action.ts';

await runOnGithub(recordRelease);
