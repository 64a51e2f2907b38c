/** publish-template as a value. */

import { defineAction } from '../../src/job/action.ts';
import { HELD_ITEM_COPY } from '../../src/publish/held-item-copy.ts';
import { HELD_PUBLICATION } from '../../src/publish/held-publication.ts';
import { HELD_SESSION } from '../../src/vsphere/wire/held-session.ts';
import { HELD_REST_SESSION } from '../../src/vsphere/wire/rest.ts';
import { INPUTS, prepare } from './inputs.ts';
import { main } from './main.ts';
import { renderSummary } from './summary.ts';

export const publishTemplate = defineAction({
  name: 'publish-template',
  description:
    'Makes a proven candidate the template of its name; the one before is set aside, and stays whole until then',
  branding: { icon: 'award', color: 'green' },
  inputs: INPUTS,
  outputs: {
    vm: {
      description: 'Managed object id of the template or VM, such as vm-42; of the candidate with `as: library-item`.',
      value: ({ vm }) => vm,
    },
    'inventory-path': {
      description: 'Its inventory path, such as /DC1/vm/Templates/ws2019-std, or library and item.',
      value: ({ inventoryPath }) => inventoryPath,
    },
    'library-item': {
      description:
        'Id of the item with `as: library-item`; empty otherwise. It stays the same from release to release.',
      value: ({ libraryItem }) => libraryItem ?? '',
    },
    replaced: {
      description:
        'JSON array of what had the name before: `vm` (of a library the id of the item) and the `name` it has now.',
      value: ({ replaced }) => replaced,
    },
  },
  holds: [HELD_SESSION, HELD_REST_SESSION, HELD_PUBLICATION, HELD_ITEM_COPY],
  prepare,
  main,
  findings: () => [],
  summary: renderSummary,
});
