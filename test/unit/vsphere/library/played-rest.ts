/** A REST API of libraries and items in memory, which remembers what was asked, such as `PATCH content/library/item i-1`. */

import { RestRefused, type RestSession } from '../../../../src/vsphere/wire/rest.ts';
import type { RestCall } from '../../../../src/vsphere/wire/rest-style.ts';

export interface PlayedItem {
  readonly library_id: string;
  readonly name: string;
  readonly description: string;
  readonly size: number;
  readonly cached: boolean;
  readonly content: string;
  /** Left out where the server has none. */
  readonly content_version?: string;
}

export interface PlayedRest extends RestSession {
  readonly libraries: Map<string, { readonly name: string; readonly type: string }>;
  readonly items: Map<string, PlayedItem>;
  readonly asked: string[];
  readonly bodies: RestCall[];
}

/**
 * @param meets thrown or given in place of what a call would come to, where it is not undefined; awaited
 * @param signal of the run: what it tears the server goes on with, and nobody hears how it ended
 */
export function playedRest(
  meets: (call: RestCall, rest: PlayedRest) => unknown = () => undefined,
  signal: AbortSignal = new AbortController().signal,
): PlayedRest {
  const libraries = new Map([['l-1', { name: 'golden', type: 'LOCAL' }]]);
  const items = new Map<string, PlayedItem>();
  const asked: string[] = [];
  const bodies: RestCall[] = [];
  let made = 0;
  const rest: PlayedRest = {
    libraries,
    items,
    asked,
    bodies,
    ticket: () => ({ server: 's', tls: {}, style: 'api', token: 't' }),
    close: () => Promise.resolve(),
    uncancelled: () => ({ call: perform }),
    call: async (call) => {
      signal.throwIfAborted();
      const torn = new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
      return Promise.race([torn, perform(call)]);
    },
  };
  const perform = async (call: RestCall): Promise<unknown> => {
    asked.push([call.method, call.resource, call.action, call.id].filter((part) => part !== undefined).join(' '));
    bodies.push(call);
    const met = await meets(call, rest);
    if (met instanceof Error) throw met;
    return met === undefined ? carryOut(call) : met;
  };
  const gone = (): RestRefused => new RestRefused('it', { type: 'not_found', text: '' }, 404);
  const item = (id: string | undefined): PlayedItem => {
    const found = items.get(id ?? '');
    if (!found) throw gone();
    return found;
  };
  const add = (more: Partial<PlayedItem>): string => {
    made += 1;
    items.set(`i-${made}`, { library_id: '', name: '', description: '', size: 0, cached: true, content: '', ...more });
    return `i-${made}`;
  };
  const carryOut = ({ method, resource, action, id = '', part, body }: RestCall): unknown => {
    const given = (body ?? {}) as Partial<PlayedItem> & Record<string, unknown>;
    if (resource === 'content/library' && action === 'find') return idsOf(libraries, given);
    if (resource === 'content/library')
      return method === 'GET' && id === '' ? [...libraries.keys()] : libraries.get(id);
    if (resource === 'vcenter/ovf/library-item') return capture(given);
    if (part === 'file') return item(id).content === '' ? null : [{ name: 'ws.ovf', size: 9 }];
    if (action === 'find') return idsOf(items, given);
    if (action === 'copy') return add({ ...item(id), ...given });
    if (method === 'POST') return add(given);
    if (method === 'PATCH') return void items.set(id, { ...item(id), ...given });
    if (method === 'DELETE') {
      item(id);
      return void items.delete(id);
    }
    return item(id);
  };
  const capture = (given: Record<string, unknown>): unknown => {
    const { library_id, library_item_id } = given.target as { library_id: string; library_item_id?: string };
    const { name, description } = given.create_spec as PlayedItem;
    const content = (given.source as { id: string }).id;
    if (library_item_id === undefined) {
      return { succeeded: true, ovf_library_item_id: add({ library_id, name, description, content, size: 10 }) };
    }
    const { content_version: version, ...old } = item(library_item_id);
    const next = version === undefined ? {} : { content_version: String(Number(version) + 1) };
    items.set(library_item_id, { ...old, content, ...next });
    return { succeeded: true, ovf_library_item_id: library_item_id };
  };
  return rest;
}

/** null, as vCenter's own simulator gives it, where there is none. */
function idsOf(all: ReadonlyMap<string, object>, wanted: object): string[] | null {
  const found = [...all].filter(([, one]) =>
    Object.entries(wanted).every(([key, value]) => (one as Record<string, unknown>)[key] === value),
  );
  return found.length === 0 ? null : found.map(([id]) => id);
}
