/** What to run of a suite: a room's name stands for its folder, everything else is Vitest's own. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';

export type Suite = 'unit' | 'integration' | 'windows';

/** Vitest's arguments for a suite; undefined: the rooms that were asked for have no tests there. */
export function argumentsFor(suite: Suite, words: readonly string[]): string[] | undefined {
  const isRoom = (word: string) => SUITES.some((each) => existsSync(folderOf(each, word)));
  const rooms = words.filter((word) => /^[a-z0-9-]+$/.test(word) && isRoom(word));
  const here = rooms.filter((room) => existsSync(folderOf(suite, room)));
  if (rooms.length > 0 && here.length === 0) return undefined;
  return [...here.map((room) => `test/${suite}/${room}/`), ...words.filter((word) => !rooms.includes(word))];
}

const SUITES: readonly Suite[] = ['unit', 'integration', 'windows'];

function folderOf(suite: Suite, room: string): string {
  return join(ROOT, 'test', suite, room);
}
