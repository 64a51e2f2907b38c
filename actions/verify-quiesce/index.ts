/** Proves a VM by a quiesced snapshot, or finds in an image what makes one fail; says what to do about it. */

import { runOnGithub } from '../../src/runner/run-on-github.ts';
import { verifyQuiesce } from './action.ts';

await runOnGithub(verifyQuiesce);
