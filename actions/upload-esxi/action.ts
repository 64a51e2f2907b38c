/** upload-esxi as a value. */

import { defineAction } from '../../src/job/action.ts';
import { HELD_IMPORT } from '../../src/upload/held-import.ts';
import { HELD_ITEM_UPLOAD } from '../../src/upload/held-item-upload.ts';
import { HELD_LIBRARY_IMPORT } from '../../src/upload/held-library-import.ts';
import { HELD_SESSION } from '../../src/vsphere/wire/held-session.ts';
import { HELD_REST_SESSION } from '../../src/vsphere/wire/rest.ts';
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
    'library-item': {
      description: 'Id of the item of the content library, with `as: library-item`.',
      value: ({ libraryItem }) => libraryItem,
    },
    'inventory-path': {
      description: 'Its inventory path, such as /DC1/vm/Templates/ws2019-std.',
      value: ({ inventoryPath }) => inventoryPath,
    },
    'uploaded-bytes': {
      description: 'Bytes that were sent; 0 when an existing one was kept.',
      value: ({ uploadedBytes }) => uploadedBytes,
    },
  },
  holds: [HELD_SESSION, HELD_REST_SESSION, HELD_IMPORT, HELD_LIBRARY_IMPORT, HELD_ITEM_UPLOAD],
  prepare,
  main,
  findings: () => [],
  summary: renderSummary,
});
