/** Names of managed entities: the API keeps three characters of them as escape codes (vim25 ManagedEntity.name). */

export function escapeName(name: string): string {
  return name.replaceAll('%', '%25').replaceAll('/', '%2f').replaceAll('\\', '%5c');
}

/** As it is written and shown. */
export function plainName(name: string): string {
  return name.replace(/%(25|2f|5c)/gi, (code) => decodeURIComponent(code));
}
