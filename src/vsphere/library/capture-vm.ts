/** Makes an OVF item of a VM in a content library, or a new version of an item that is there (vcenter/ovf/library-item, API 6.5). */

import { randomUUID } from 'node:crypto';
import { UserError } from '../../errors.ts';
import type { Moref } from '../wire/moref.ts';
import type { RestSession } from '../wire/rest.ts';
import { deleteItem, type Library, listFiles } from './library-items.ts';
import { type OvfMessages, sayOvfMessages } from './ovf-messages.ts';

export interface Capture {
  readonly vm: Moref;
  /** How many disks it has: each is a file of the item. */
  readonly disks: number;
  readonly library: Library;
  /** Whose content is replaced, its id kept; name and description stay as they are. Undefined: a new one is made. */
  readonly item: string | undefined;
  readonly name: string;
  readonly description: string;
}

interface Answer {
  readonly succeeded?: boolean;
  readonly ovf_library_item_id?: string;
  readonly error?: OvfMessages;
}

/** The server answers once everything is written, and says nothing until then. */
const LIMIT = 4 * 3_600_000;
const PRIVILEGES =
  'VApp.Export on the VM, and ContentLibrary.AddLibraryItem and ContentLibrary.UpdateLibraryItem on the library,';

/**
 * The server puts the new content in the place of the old only when it is whole. A token of ours lets it recognise the same request, so that
 * it is sent again when its answer is lost.
 * @returns id of the item
 * @throws UserError vsphere-refused with what the server says
 */
export async function captureVm(
  rest: RestSession,
  { vm, disks, library, item, name, description }: Capture,
): Promise<string> {
  const body = {
    source: { type: vm.type, id: vm.value },
    target: { library_id: library.id, ...(item !== undefined && { library_item_id: item }) },
    // Without the flag the OVF drops the settings of the .vmx file, disk.EnableUUID among them.
    create_spec: { name, description, flags: ['EXTRA_CONFIG'] },
  };
  const call = { method: 'POST', resource: 'vcenter/ovf/library-item', body, token: randomUUID() } as const;
  const answer = (await rest.call({ ...call, repeatable: true, idleTimeout: LIMIT, privileges: PRIVILEGES })) as
    | Answer
    | undefined;
  const id = answer?.ovf_library_item_id ?? item;
  if (answer?.succeeded && id !== undefined) {
    await assertFilled(rest, id, { vm, disks, library, isNew: item === undefined });
    return id;
  }
  const said = sayOvfMessages(answer?.error ?? {}).errors;
  throw new UserError(
    'vsphere-refused',
    `vCenter made no item of ${vm.value} in the content library ${library.name}${said.length === 0 ? '' : `: ${said.join('; ')}`}`,
    'See the tasks of the VM in the vCenter: nothing else may be at it, and the datastore of the library needs room.',
  );
}

/**
 * That it succeeded the server only says: who believed it would remove the VM for an item of nothing, as govmomi's simulator makes one, or for
 * one without its disks (terraform-provider-vsphere issue 1228 has items of no bytes). A new one is removed.
 */
async function assertFilled(
  rest: RestSession,
  id: string,
  { vm, disks, library, isNew }: Pick<Capture, 'vm' | 'disks' | 'library'> & { readonly isNew: boolean },
): Promise<void> {
  const lack = lackOf(
    (await listFiles(rest, id)).map(({ name }) => name),
    disks,
  );
  if (lack === undefined) return;
  if (isNew) await deleteItem(rest.uncancelled(), id);
  throw new UserError(
    'vsphere-refused',
    `vCenter says that it made an item of ${vm.value} in the content library ${library.name}, but ${id} ${lack}`,
    `${isNew ? 'The item is removed, and the VM stays.' : 'The VM stays.'} See the tasks of the vCenter and its service Content Library, and run the step again.`,
  );
}

function lackOf(names: readonly string[], disks: number): string | undefined {
  if (names.length === 0) return 'has no files';
  if (!names.some((name) => /\.ovf$/i.test(name))) return `has no OVF descriptor, only ${names.join(', ')}`;
  const files = names.filter((name) => /\.vmdk$/i.test(name)).length;
  return files < disks ? `has ${files} of its ${disks} disks: ${names.join(', ')}` : undefined;
}
