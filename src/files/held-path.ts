/** Files and folders that must not outlive their run unless they are finished. */

import { rm } from 'node:fs/promises';
import type { HoldKind } from '../context.ts';
import { hasErrnoCode } from '../errors.ts';
import { followLinks } from './follow-links.ts';
import { PARTIAL_SUFFIX } from './move-into-place.ts';

export interface HeldPath {
  /** Absolute; the first is named in the log. */
  readonly paths: readonly string[];
}

/** Windows lets go of what a machine or a program had open a moment after its end; each try waits 100 ms longer. */
const RETRIES = 10;

/** A path that no file can have: it is held before it is made, and the making failed for just that. */
const NEVER_THERE = ['ENOTDIR', 'ENAMETOOLONG', 'ELOOP'];

export const HELD_PATH: HoldKind<HeldPath> = {
  kind: 'path',
  what: ({ paths }) => `the unfinished ${paths[0]}`,
  undo: async ({ paths }) => {
    for (const path of paths) {
      await rm(path, { recursive: true, force: true, maxRetries: RETRIES }).catch((error: unknown) => {
        if (!NEVER_THERE.some((code) => hasErrnoCode(error, code))) throw error;
      });
    }
  },
};

/** What a run that writes `path` may leave when it is killed: the file under its temporary name. */
export async function partialOf(path: string): Promise<HeldPath> {
  return { paths: [(await followLinks(path)) + PARTIAL_SUFFIX] };
}
