import { expect, it } from 'vitest';
import { defineAction } from '../../../src/job/action.ts';
import { allOutputs, renderMetadata } from '../../../src/job/action-metadata.ts';
import { input } from '../../../src/job/input.ts';
import { boolean, size, text } from '../../../src/job/input-types.ts';

const action = defineAction({
  name: 'greet',
  description: 'Greets somebody.',
  branding: { icon: 'x', color: 'blue' },
  inputs: {
    who: input(text, { description: 'Whom.', required: true }),
    loud: input(boolean, { description: 'Loudly.', default: 'false' }),
    size: input(size, {
      description: 'Its size.',
      template: { key: 'disk.size', read: () => 1 },
      default: '40 GiB',
      required: true,
    }),
  },
  outputs: { greeting: { description: 'What was said.', value: () => '' } },
  prepare: () => ({}),
  main: async () => ({}),
  findings: () => [],
  summary: () => '',
});

it('is an action.yml of what was declared', () => {
  expect(renderMetadata(action)).toBe(`# Generated from the declarations in inputs.ts and action.ts by "npm run docs".
name: Stillframe greet
description: Greets somebody.
author: Stillframe
branding:
  icon: x
  color: blue
inputs:
  who:
    description: "Text. Whom. Default: required."
    required: true
  loud:
    description: "Boolean. Loudly. Default: \`false\`."
    default: "false"
  size:
    description: "Size. Its size. Default: required, or \`disk.size\` of the template file."
  template:
    description: "Path. A template file that supplies defaults for the other inputs; inputs that are set win. Default: none."
  report:
    description: "Path. Where the JSON report is written. Default: \`<runner temp>/stillframe/<action>.json\`; \`<action>-2.json\` and so on for later steps of a job."
outputs:
  greeting:
    description: What was said.
  report:
    description: Path of the JSON report.
runs:
  using: node24
  main: ../../dist/greet/index.js
  post: ../../dist/greet/index.js
`);
});

it('has the report among its outputs', () => {
  expect(Object.keys(allOutputs(action))).toEqual(['greeting', 'report']);
});
