/** Packs a disk image as an OVA: streamOptimized VMDK, OVF, manifest and, if wanted, a signature. */

import { startSpareThreads } from '../../src/disk/vmdk/spare-threads.ts';
import { isPostStep } from '../../src/runner/post-step.ts';

// They start on other cores while the rest of the program is loaded here.
if (!isPostStep()) startSpareThreads();

const [{ runOnGithub }, { convertOva }] = await Promise.all([
  import('../../src/runner/run-on-github.ts'),
  import('./action.ts'),
]);
await runOnGithub(convertOva);
