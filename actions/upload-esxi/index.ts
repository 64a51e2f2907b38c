/** Uploads an OVA to vCenter or an ESXi host as a VM or template; nothing half-made is left, whatever happens. */

import { runOnGithub } from '../../src/runner/run-on-github.ts';
import { uploadEsxi } from './action.ts';

await runOnGithub(uploadEsxi);
