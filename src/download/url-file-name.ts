/** The name of the file that an address ends with. */

import { posix } from 'node:path';

/** @returns empty where the address ends with a slash; as it is written where its percent signs encode nothing */
export function urlFileName({ pathname }: URL): string {
  const name = posix.basename(pathname.endsWith('/') ? '' : pathname);
  try {
    return decodeURIComponent(name);
  } catch (error) {
    if (error instanceof URIError) return name;
    throw error;
  }
}
