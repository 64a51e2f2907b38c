/** Looks at every template of a vCenter or host from outside, and says which of them fail quiesced snapshots. */

import { runOnGithub } from '../../src/runner/run-on-github.ts';
import { auditTemplates } from './action.ts';

await runOnGithub(auditTemplates);
