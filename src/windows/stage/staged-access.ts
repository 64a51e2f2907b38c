/**
 * Who may read what was added to an image. Until Windows gave it access lists of its own, everybody could read a password or change
 * what runs as SYSTEM.
 */

import { STAGE_FOLDER } from '../first-boot/first-boot-step.ts';

/** `private`: SYSTEM and Administrators alone; `program`: users may read and run it too. */
export type Access = 'private' | 'program';

/** What lies below these is for SYSTEM and Administrators alone. */
const PRIVATE = [`${STAGE_FOLDER}/`, 'Windows/Setup/Scripts/', 'Windows/Panther/'] as const;

/** @param path in the image with `/`; of a folder with one at its end */
export function accessOf(path: string): Access {
  return PRIVATE.some((folder) => path.toLowerCase().startsWith(folder.toLowerCase())) ? 'private' : 'program';
}
