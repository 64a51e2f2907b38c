/** Plans which templates are built, and checks them all. */

import { runOnGithub } from '../../src/runner/run-on-github.ts';
import { planReleaseAction } from './action.ts';

await runOnGithub(planReleaseAction);
