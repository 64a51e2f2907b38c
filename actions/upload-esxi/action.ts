/** upload-esxi as a value. */

import { defineAction } from '../../src/job/action.ts';
import { HELD_IMPORT } from '../../src/upload/held-import.ts';
import { HELD_SESSION } from '../../src/vsphere/wire/held-session.ts';
import { INPUTS, prepare } from './inputs.ts';
import { main } from './main.ts';
import { renderSummary } from './summary.ts';

export const uploadEsxi = defineAction({
  name: 'upload-esxi',
  description:
    'Uploads an OVA to vCenter or an ESXi host as a template or VM, checked on both sides; nothing half-made is left',
  branding: { icon: 'upload-cloud', color: 'blue' },
  inputs: INPUTS,
  outputs: {
    vm: { description: 'Managed object id of the VM or template, such as vm-42.', value: ({ vm }) => vm },
    'inventory-path': {
      description: 'Its inventory path, such as /DC1/vm/Templates/ws2019-std.',
      value: ({ inventoryPath }) => inventoryPath,
    },
    'uploaded-bytes': {
      description: 'Bytes that were sent; 0 when an existing one was kept.',
      value: ({ uploadedBytes }) => uploadedBytes,
    },
  },
  holds: [HELD_SESSION, HELD_IMPORT],
  prepare,
  main,
  findings: () => [],
  summary: renderSummary,
});
