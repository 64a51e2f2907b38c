/** Content libraries of a vCenter and the items in them (vSphere Automation API, 6.5). */

import { randomUUID } from 'node:crypto';
import { UserError } from '../../errors.ts';
import { nearestName } from '../../nearest-name.ts';
import { pollUntil } from '../wire/poll.ts';
import { type RestCaller, RestRefused } from '../wire/rest.ts';

export interface Library {
  readonly id: string;
  readonly name: string;
}

export interface LibraryItem {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Such as `ovf`. */
  readonly type: string;
  /** Bytes of its files. */
  readonly size: number;
  /** Another one with other content; empty where the server does not say. */
  readonly contentVersion: string;
  /** All its files are there. */
  readonly cached: boolean;
}

const LIBRARIES = 'content/library';
const ITEMS = 'content/library/item';

/**
 * @throws UserError vsphere-not-found with the nearest name; vsphere-ambiguous; vsphere-refused for a subscribed library, whose items come
 * from elsewhere
 * @param input that names it, for messages
 */
export async function findLibrary(rest: RestCaller, name: string, input = 'library'): Promise<Library> {
  const found = await find(rest, LIBRARIES, { name });
  const [id, second] = found;
  if (id === undefined) throw await noLibrary(rest, name, input);
  if (second !== undefined) {
    throw new UserError(
      'vsphere-ambiguous',
      `More than one content library is called ${name}`,
      `Rename one of them: the input ${input} names a library by its name.`,
    );
  }
  const { type } = (await read(rest, LIBRARIES, id)) as { type?: string };
  if (type === 'LOCAL') return { id, name };
  throw new UserError(
    'vsphere-refused',
    `The content library ${name} is ${(type ?? 'not local').toLowerCase()}: its items come from elsewhere`,
    `Set ${input} to a local one, to which the others subscribe.`,
  );
}

async function noLibrary(rest: RestCaller, name: string, input: string): Promise<UserError> {
  const ids = (await rest.call({ method: 'GET', resource: LIBRARIES, repeatable: true })) as
    | readonly string[]
    | undefined;
  const all = await Promise.all(
    (ids ?? []).map(async (id) => ((await read(rest, LIBRARIES, id)) as { name?: string }).name),
  );
  const names = all.filter((one) => one !== undefined).sort();
  const near = nearestName(name, names);
  return new UserError(
    'vsphere-not-found',
    `There is no content library ${name}${near === undefined ? '' : `; did you mean ${near}?`}`,
    names.length === 0
      ? 'Make a local content library first.'
      : `Set the input ${input} to one of: ${names.join(', ')}`,
  );
}

/** Items of one library, in no order; with a name only that one, which is the only one of its name. */
export async function listItems(rest: RestCaller, library: Library, name?: string): Promise<readonly LibraryItem[]> {
  const ids = await find(rest, ITEMS, { library_id: library.id, ...(name !== undefined && { name }) });
  const items = await Promise.all(ids.map((id) => readItem(rest, id)));
  return items.filter((item) => item !== undefined);
}

/** @returns undefined when it is gone */
export async function readItem(rest: RestCaller, id: string): Promise<LibraryItem | undefined> {
  try {
    const item = (await read(rest, ITEMS, id)) as Partial<LibraryItem> & { readonly content_version?: string };
    return {
      id,
      name: item.name ?? '',
      description: item.description ?? '',
      type: item.type ?? '',
      size: item.size ?? 0,
      contentVersion: item.content_version ?? '',
      cached: item.cached === true,
    };
  } catch (error) {
    // An old simulator answers a plain 404.
    if (error instanceof RestRefused && (error.type === 'not_found' || error.type === '')) return undefined;
    throw error;
  }
}

/** @returns id of an item without files, which takes those of an OVF package */
export async function createItem(
  rest: RestCaller,
  { library, name, description }: { readonly library: Library; readonly name: string; readonly description: string },
): Promise<string> {
  const body = { library_id: library.id, name, description, type: 'ovf' };
  const call = { resource: ITEMS, body, parameter: 'create_spec', token: randomUUID() };
  const privileges = 'ContentLibrary.AddLibraryItem on the library, as a global permission,';
  return (await rest.call({ method: 'POST', ...call, repeatable: true, privileges })) as string;
}

export interface ItemFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** What an item holds. */
export async function listFiles(rest: RestCaller, id: string): Promise<readonly ItemFile[]> {
  const old = { resource: `${ITEMS}/file`, query: { library_item_id: id } };
  const files = (await rest.call({ method: 'GET', resource: ITEMS, id, part: 'file', old, repeatable: true })) as
    | readonly Partial<ItemFile>[]
    | null
    | undefined;
  return (files ?? []).map(({ name = '', size = 0 }) => ({ name, size }));
}

/** Ids of the datastores that a library keeps its files on; none where it keeps them elsewhere. */
export async function datastoresOf(rest: RestCaller, { id }: Library): Promise<readonly string[]> {
  const { storage_backings: backings } = (await read(rest, LIBRARIES, id)) as {
    readonly storage_backings?: readonly { readonly datastore_id?: string }[];
  };
  return (backings ?? []).flatMap(({ datastore_id: datastore }) => datastore ?? []);
}

/** The copy is begun, and filled by the server on its own time. @returns its id */
export async function copyItem(
  rest: RestCaller,
  source: string,
  as: { readonly library: Library; readonly name: string; readonly description: string },
): Promise<string> {
  const body = { library_id: as.library.id, name: as.name, description: as.description };
  const privileges = 'ContentLibrary.AddLibraryItem on the library, as a global permission,';
  const call = { resource: ITEMS, id: source, action: 'copy', body, parameter: 'destination_create_spec', privileges };
  return (await rest.call({ method: 'POST', ...call, repeatable: false })) as string;
}

/** @returns whether it was filled in time, to the size of its source */
export async function awaitItem(
  rest: RestCaller,
  signal: AbortSignal,
  id: string,
  { size, timeout }: { readonly size: number; readonly timeout: number },
): Promise<boolean> {
  const whole = async (): Promise<true | undefined> => {
    const item = await readItem(rest, id);
    return (item?.cached && item.size >= size) || undefined;
  };
  return (await pollUntil(signal, whole, timeout)) === true;
}

export async function describeItem(rest: RestCaller, id: string, description: string): Promise<void> {
  const privileges = 'ContentLibrary.UpdateLibraryItem on the library, as a global permission,';
  const call = { resource: ITEMS, id, body: { description }, parameter: 'update_spec', privileges };
  await rest.call({ method: 'PATCH', ...call, repeatable: true });
}

/** That it is gone already is as good. */
export async function deleteItem(rest: RestCaller, id: string): Promise<void> {
  try {
    const privileges = 'ContentLibrary.DeleteLibraryItem on the library, as a global permission,';
    await rest.call({ method: 'DELETE', resource: ITEMS, id, repeatable: true, privileges });
  } catch (error) {
    if ((await readItem(rest, id)) !== undefined) throw error;
  }
}

async function find(rest: RestCaller, resource: string, spec: object): Promise<readonly string[]> {
  const call = { resource, action: 'find', body: spec, parameter: 'spec' };
  return (
    ((await rest.call({ method: 'POST', ...call, repeatable: true })) as readonly string[] | null | undefined) ?? []
  );
}

function read(rest: RestCaller, resource: string, id: string): Promise<unknown> {
  return rest.call({ method: 'GET', resource, id, repeatable: true });
}
