/** The sample action as a step of a job, started as a process of its own, and as its own post step. */

import { runOnGithub } from '../../../src/runner/run-on-github.ts';
import { sampleAction } from './sample-action.ts';

await runOnGithub(sampleAction(process.env.WORK ?? ''));
