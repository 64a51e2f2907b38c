/** Packs a disk image as an OVA: streamOptimized VMDK, OVF, manifest and, if wanted, a signature. */

import { runOnGithub } from '../../src/runner/run-on-github.ts';
import { convertOva } from './action.ts';

await runOnGithub(convertOva);
