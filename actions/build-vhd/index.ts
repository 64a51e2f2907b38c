/** Builds a Windows disk image from the installation ISO, without a Recovery partition. */

import { runOnGithub } from '../../src/runner/run-on-github.ts';
import { buildVhd } from './action.ts';

await runOnGithub(buildVhd);
