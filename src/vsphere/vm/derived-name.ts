/** Names of VMs that are made of others. */

/** What vCenter allows for the name of a VM, in characters. */
const MAX_NAME = 80;
const HALF_CHARACTER = /[\ud800-\udbff]$/;

/** The source's name is cut where the whole would be too long; never within a character, which would come back as another one. */
export function derivedName(source: string, suffix: string): string {
  return `${source.slice(0, MAX_NAME - suffix.length).replace(HALF_CHARACTER, '')}${suffix}`;
}
