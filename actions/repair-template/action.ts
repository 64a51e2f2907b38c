/** repair-template as a value. */

import { HELD_PATH } from '../../src/files/held-path.ts';
import { defineAction } from '../../src/job/action.ts';
import { INPUTS, prepare } from './inputs.ts';
import { main } from './main.ts';
import { renderSummary } from './summary.ts';

export const repairTemplate = defineAction({
  name: 'repair-template',
  description:
    'Heals a template whose quiesced snapshots fail: removes the Recovery partition and what names it, offline',
  branding: { icon: 'tool', color: 'orange' },
  inputs: INPUTS,
  outputs: {
    changed: {
      description: '`true` when something was, or with dry-run would be, changed.',
      value: ({ changed }) => changed,
    },
    'layout-before': {
      description:
        'JSON: the layout before, as `{ diskSize, sectorSize, partitions: [{ index, type, typeGuid, guid, name, attributes, offset, size, fileSystem }] }`.',
      value: ({ before }) => before,
    },
    'layout-after': {
      description: 'JSON: the layout after, read back from the disk.',
      value: ({ after }) => after,
    },
  },
  holds: [HELD_PATH],
  prepare,
  main,
  findings: ({ findings }) => findings,
  summary: (repair, inputs) => renderSummary(inputs, repair),
});
