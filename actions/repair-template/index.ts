/** Heals a template whose quiesced snapshots fail: removes the Recovery partition, offline or in its own Windows. */

import { runOnGithub } from '../../src/runner/run-on-github.ts';
import { repairTemplate } from './action.ts';

await runOnGithub(repairTemplate);
