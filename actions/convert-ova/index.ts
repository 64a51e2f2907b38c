/** Packs a disk image as an OVA. Its threads start on other cores while the rest of the program is loaded. */

import { startSpareThreads } from '../../src/disk/vmdk/spare-threads.ts';
import { isPostStep } from '../../src/runner/post-step.ts';

if (!isPostStep()) startSpareThreads();
const { runOnGithub } = await import('../../src/runner/run-on-github.ts');
const { convertOva } = await import('./action.ts');
await runOnGithub(convertOva);
