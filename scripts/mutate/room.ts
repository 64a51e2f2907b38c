/** The source files that a room's name stands for. */

import { globSync } from 'node:fs';
import { join } from 'node:path';

/** A folder of src, a small file beside the rooms without its ending, or `actions`; paths below the root. Empty when there is none. */
export function filesOfRoom(root: string, room: string): string[] {
  if (!/^[a-z0-9-]+$/.test(room)) return [];
  const patterns = room === 'actions' ? ['actions/*/**/*.ts'] : [`src/${room}/**/*.ts`, `src/${room}.ts`];
  // Made by a script, not written: its tests are those of the script.
  return globSync(patterns, { cwd: root })
    .filter((file) => !file.endsWith('-wasm.ts'))
    .sort();
}

/** Every room's name, as they stand in the folder. */
export function allRooms(root: string): string[] {
  const folders = globSync('src/*', { cwd: root }).map((path) => path.slice('src/'.length).replace(/\.ts$/, ''));
  return [...folders, 'actions']
    .filter((room) => filesOfRoom(root, room).length > 0)
    .toSorted((a, b) => (a < b ? -1 : 1));
}

export function unitTests(root: string): string[] {
  return globSync('test/unit/**/*.test.ts', { cwd: root })
    .sort()
    .map((file) => join(root, file));
}

/** Those that mirror the room. */
export function ownTests(root: string, room: string): string[] {
  const own = [join(root, 'test/unit', room, '/'), join(root, 'test/unit', `${room}.test.ts`)];
  return unitTests(root).filter((file) => own.some((place) => file.startsWith(place)));
}
