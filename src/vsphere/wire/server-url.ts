/** The input `server` as an address. */

import { UserError } from '../../errors.ts';

/** @throws UserError input-invalid */
export function serverUrl(server: string): URL {
  const host = server
    .trim()
    .replace(/^https:\/\//i, '')
    .replace(/\/(sdk\/?|ui\/?)?$/, '');
  const url = URL.canParse(`https://${host}`) ? new URL(`https://${host}`) : undefined;
  if (url && url.pathname === '/' && url.username === '' && url.search === '' && url.hash === '') return url;
  throw new UserError(
    'input-invalid',
    `"${server}" is not the name of a server`,
    'Write the host name or address, with a port where it is not 443: vcenter.example.com or 10.0.0.5:8443.',
  );
}
