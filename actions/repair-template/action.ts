/** repair-template as a value. */

import { HELD_PATH } from '../../src/files/held-path.ts';
import { defineAction } from '../../src/job/action.ts';
import { HELD_REPAIR } from '../../src/repair/live/held-repair.ts';
import { HELD_SAFETY_COPY } from '../../src/repair/live/safety-copy.ts';
import { HELD_EXPORT } from '../../src/vsphere/transfer/export-lease.ts';
import { HELD_SESSION } from '../../src/vsphere/wire/held-session.ts';
import { INPUTS, prepare } from './inputs.ts';
import { main } from './main.ts';
import { renderSummary } from './summary.ts';

export const repairTemplate = defineAction({
  name: 'repair-template',
  description:
    'Heals a template whose quiesced snapshots fail: removes the Recovery partition, offline or in its own Windows',
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
    vm: {
      description: 'Managed object id of the template or VM that was repaired, such as vm-42; empty for an image.',
      value: ({ live }) => live?.vm,
    },
    'safety-copy': {
      description: 'Name of the full clone that was made before, which is yours to delete; empty where none was made.',
      value: ({ live }) => live?.copy,
    },
  },
  holds: [HELD_SESSION, HELD_PATH, HELD_EXPORT, HELD_SAFETY_COPY, HELD_REPAIR],
  prepare,
  main,
  findings: ({ findings }) => findings,
  summary: (repair, inputs) => renderSummary(inputs, repair),
});
