/** Bakes a candidate: its first boot is carried out in the template itself, and followed to its end. */

import { runOnGithub } from '../../src/runner/run-on-github.ts';
import { bakeTemplate } from './action.ts';

await runOnGithub(bakeTemplate);
