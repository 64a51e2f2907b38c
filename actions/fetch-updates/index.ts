/** Finds the updates that a template needs, downloads them verified and says in which order to install them. */

import { runOnGithub } from '../../src/runner/run-on-github.ts';
import { fetchUpdates } from './action.ts';

await runOnGithub(fetchUpdates);
