/**
 * Mutation testing: are the unit tests of a room able to fail?
 *   npm run mutate -- <room>… [--seed N] [--count N] [--file src/…] [--own]     a room is a folder of src, or `actions`; `all`: every room
 * Prints the survivors and the two figures of each room; exit code 1 below the bar. docs/testing.md tells more.
 */

import { parseRequest } from './mutate/arguments.ts';
import { mutateRoom } from './mutate/mutate-room.ts';
import { allRooms, filesOfRoom, ownTests, unitTests } from './mutate/room.ts';
import { printScore, scoreOf } from './mutate/score.ts';
import { ROOT } from './root.ts';

const request = parseRequest(process.argv.slice(2));
const rooms = request.rooms.includes('all') ? allRooms(ROOT) : request.rooms;
const unknown = rooms.find((room) => filesOfRoom(ROOT, room).length === 0);
if (rooms.length === 0 || unknown !== undefined) {
  const what = unknown === undefined ? 'Which room?' : `There is no room "${unknown}".`;
  console.error(`${what} Run npm run mutate -- <room>, with one of: ${allRooms(ROOT).join(', ')}, or all`);
  process.exit(2);
}
const lines: string[] = [];
for (const room of rooms) {
  const files = filesOfRoom(ROOT, room).filter((file) => request.file === undefined || file === request.file);
  console.log(`\n=== ${room}, seed ${request.seed}`);
  const began = performance.now();
  const judges = request.own ? ownTests(ROOT, room) : unitTests(ROOT);
  const { judgements, broken } = await mutateRoom({ ...request, root: ROOT, files, judges, say: console.log });
  for (const { mutant, fate } of judgements) {
    if (fate !== 'killed')
      console.log(`${fate === 'survived' ? 'survived ' : 'unreached'}  ${mutant.file}:${mutant.line}  ${mutant.what}`);
  }
  for (const failure of broken) console.log(`fails with no mutant on, and judged nothing: ${failure}`);
  const score = scoreOf(judgements);
  lines.push(printScore(room, score));
  console.log(`${lines.at(-1)}  in ${Math.round((performance.now() - began) / 1000)} s, seed ${request.seed}`);
  if (!score.met || broken.length > 0) process.exitCode = 1;
}
if (rooms.length > 1) console.log(`\n${lines.join('\n')}`);
// What a mutant has left running may hold our pipes, and would keep this process waiting for it.
process.exit();
