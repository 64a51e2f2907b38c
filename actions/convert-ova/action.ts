/** convert-ova as a value. */

import { HELD_PATH } from '../../src/files/held-path.ts';
import { defineAction } from '../../src/job/action.ts';
import { INPUTS, prepare } from './inputs.ts';
import { main } from './main.ts';
import { renderSummary } from './summary.ts';

export const convertOva = defineAction({
  name: 'convert-ova',
  description: 'Packs any disk image as a reproducible OVA that vSphere imports, several times faster than qemu-img',
  branding: { icon: 'package', color: 'blue' },
  inputs: INPUTS,
  outputs: {
    ova: { description: 'Absolute path of the OVA.', value: ({ ova }) => ova },
    sha256: { description: 'SHA-256 of the OVA.', value: ({ sha256 }) => sha256 },
    size: { description: 'Size of the OVA in bytes.', value: ({ size }) => size },
    reused: {
      description: 'true when the OVA was taken from an earlier run, else false; the report says why.',
      value: ({ reuse }) => reuse?.reused ?? false,
    },
    capacity: { description: 'Virtual size of the disk in bytes.', value: ({ capacity }) => capacity },
  },
  holds: [HELD_PATH],
  prepare,
  main,
  findings: ({ findings }) => findings,
  summary: renderSummary,
});
