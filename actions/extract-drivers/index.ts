/** Takes the drivers that bind on the product out of the VMware Tools disc, each into a folder of its own. */

import { runOnGithub } from '../../src/runner/run-on-github.ts';
import { extractDrivers } from './action.ts';

await runOnGithub(extractDrivers);
