/** Heals a template whose quiesced snapshots fail: removes the Recovery partition, offline. */

import { runOnGithub } from '../../src/runner/run-on-github.ts';
import { repairTemplate } from './action.ts';

await runOnGithub(repairTemplate);
