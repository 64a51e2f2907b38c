/** check-release as a value. */

import { defineAction } from '../../src/job/action.ts';
import { passwordSecrets } from '../build-vhd/read-answers.ts';
import { INPUTS, prepare } from './inputs.ts';
import { main } from './main.ts';
import { renderSummary } from './summary.ts';

export const checkRelease = defineAction({
  name: 'check-release',
  description: 'Says which stages of a release are asked for, and refuses at once what a later stage would refuse',
  branding: { icon: 'check-square', color: 'blue' },
  inputs: INPUTS,
  outputs: {
    upload: { description: '`true` or `false`: is the OVA uploaded.', value: ({ upload }) => upload },
    bake: { description: '`true` or `false`: is the candidate started once.', value: ({ bake }) => bake },
    verify: { description: '`true` or `false`: is there a proof.', value: ({ verify }) => verify },
    publish: { description: '`true` or `false`: is what was proven published.', value: ({ publish }) => publish },
    record: { description: '`true` or `false`: is the release recorded.', value: ({ record }) => record },
  },
  secrets: passwordSecrets,
  prepare,
  main,
  findings: () => [],
  summary: renderSummary,
});
