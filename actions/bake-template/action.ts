/** bake-template as a value. */

import { HELD_BAKE } from '../../src/bake/held-bake.ts';
import { HELD_MACHINE } from '../../src/bake/hyper-v/machine.ts';
import { HELD_PATH } from '../../src/files/held-path.ts';
import { defineAction } from '../../src/job/action.ts';
import { HELD_SESSION } from '../../src/vsphere/wire/held-session.ts';
import { INPUTS, prepare } from './inputs.ts';
import { main } from './main.ts';
import { renderSummary } from './summary.ts';

export const bakeTemplate = defineAction({
  name: 'bake-template',
  description: 'Starts a candidate once, so that updates, VMware Tools and first-boot steps are in the template itself',
  branding: { icon: 'thermometer', color: 'orange' },
  inputs: INPUTS,
  outputs: {
    vm: {
      description: 'Managed object id of the candidate, such as vm-42; empty with image.',
      value: (result) => (result.host === 'vsphere' ? result.vm : undefined),
    },
    image: {
      description: 'Path of the baked image; empty with vm.',
      value: (result) => (result.host === 'hyper-v' ? result.image : undefined),
    },
    'tools-version': {
      description: 'Version of VMware Tools, as they told vCenter, such as 12.4.5; empty with image.',
      value: (result) => (result.host === 'vsphere' ? result.toolsVersion : undefined),
    },
    build: {
      description: 'Build and revision that the guest, or with image its disk, says it has, such as 17763.8027.',
      value: ({ build }) => build,
    },
    'first-boot': {
      description: 'JSON array of its steps in the order in which they ran: `id`, `result`, `attempts`, `ended`.',
      value: ({ firstBoot }) => firstBoot,
    },
    waits: {
      description:
        'JSON array: names of the steps that wait for the start on vSphere, for input first-boot of convert-ova; empty with vm.',
      value: (result) => (result.host === 'hyper-v' ? result.waits : undefined),
    },
    'after-first-boot': {
      description: 'What Windows does after that start, for convert-ova; empty with vm.',
      value: (result) => (result.host === 'hyper-v' ? result.after : undefined),
    },
  },
  holds: [HELD_SESSION, HELD_BAKE, HELD_PATH, HELD_MACHINE],
  prepare,
  main,
  findings: (result) => (result.host === 'hyper-v' ? result.findings : []),
  summary: renderSummary,
});
