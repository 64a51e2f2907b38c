/** A file or folder that must not outlive its run unless it is finished. */

import { rm } from 'node:fs/promises';
import type { HoldKind } from '../context.ts';

export const HELD_PATH: HoldKind<{ readonly path: string }> = {
  kind: 'path',
  what: ({ path }) => `the unfinished ${path}`,
  undo: ({ path }) => rm(path, { recursive: true, force: true }),
};
