/** bake-template as a value. */

import { HELD_BAKE } from '../../src/bake/held-bake.ts';
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
    vm: { description: 'Managed object id of the candidate, such as vm-42.', value: ({ vm }) => vm },
    'tools-version': {
      description: 'Version of VMware Tools, as they told vCenter, such as 12.4.5.',
      value: ({ toolsVersion }) => toolsVersion,
    },
    build: {
      description: 'Build and revision that the guest says it has, such as 17763.8027.',
      value: ({ build }) => build,
    },
    'first-boot': {
      description: 'JSON array of its steps in the order in which they ran: `id`, `result`, `attempts`, `ended`.',
      value: ({ firstBoot }) => firstBoot,
    },
  },
  holds: [HELD_SESSION, HELD_BAKE],
  prepare,
  main,
  findings: () => [],
  summary: renderSummary,
});
