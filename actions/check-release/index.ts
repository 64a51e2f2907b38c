/** Refuses, before anything is made, what a later step of a release would refuse. */

import { runOnGithub } from '../../src/runner/run-on-github.ts';
import { checkRelease } from './action.ts';

await runOnGithub(checkRelease);
