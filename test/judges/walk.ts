/** The way by which a run has come to where it is: the rooms of its calls, those that it awaits included. */

import { ROOT } from '../../scripts/root.ts';

/** They run what their caller gives them, again or while they do something else, and do not look at it: a walk passes them by. */
const PASSED_BY = /\bat (?:async )?(?:pollUntil|whileOwned|whileCutOff|withRetries) \(/;

/** Runs `body` with whole stacks: a limit of ten calls would end a walk before its beginning. */
export async function withWholeStacks<T>(body: () => Promise<T>): Promise<T> {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = Number.POSITIVE_INFINITY;
  try {
    return await body();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

/** @returns each room as often as it is entered, from the outermost: `actions`, then folders of src */
export function walkHere(): string[] {
  const lines = (new Error('here').stack ?? '').replaceAll('\\', '/').split('\n').reverse();
  const rooms = lines.flatMap((line) => {
    if (PASSED_BY.test(line)) return [];
    const [, path = ''] = line.split(`${ROOT.replaceAll('\\', '/')}/`);
    const [top, room] = path.split('/');
    return top === 'actions' ? [top] : top === 'src' && room && !room.includes('.ts') ? [room] : [];
  });
  return rooms.filter((room, index) => room !== rooms[index - 1]);
}
