/** A played REST API in the spelling `/api`, for a server: of one session, that anybody may have. */

import { RestRefused } from '../../../../src/vsphere/wire/rest.ts';
import type { RestCall } from '../../../../src/vsphere/wire/rest-style.ts';
import type { SoapAnswer, SoapCall } from '../soap-server.ts';
import type { PlayedRest } from './played-rest.ts';

const RESOURCE = /^(content\/library(?:\/item)?|vcenter\/ovf\/library-item)(?:\/([^/]+)(?:\/([^/]+))?)?$/;

export function serveRest(rest: PlayedRest): (call: SoapCall) => Promise<SoapAnswer> {
  return async ({ verb, path, text }) => {
    const url = new URL(path, 'https://vc');
    const asked = url.pathname.replace(/^\/api\//, '');
    if (asked === 'session') return { status: 200, body: verb === 'DELETE' ? '' : '"t"' };
    const [, resource, id, part] = RESOURCE.exec(asked) ?? [];
    if (resource === undefined) return { status: 404, body: '' };
    const action = url.searchParams.get('action');
    try {
      const value = await rest.call({
        method: verb as RestCall['method'],
        resource,
        ...(id !== undefined && { id }),
        ...(part !== undefined && { part }),
        ...(action !== null && { action }),
        ...(text !== '' && { body: JSON.parse(text) as object }),
        repeatable: false,
      });
      return { status: 200, body: value === undefined ? '' : JSON.stringify(value) };
    } catch (error) {
      if (!(error instanceof RestRefused)) throw error;
      return { status: 404, body: JSON.stringify({ error_type: error.type.toUpperCase() }) };
    }
  };
}
