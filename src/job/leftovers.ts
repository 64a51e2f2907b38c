/** What a run of this action that was killed has left outside of its folder: found by its record and undone. */

import type { UndoContext } from '../context.ts';
import type { Action } from './action.ts';
import { endPrograms } from './end-programs.ts';
import { findAbandonedRecords, removeRecord } from './held-record.ts';
import type { Host } from './host.ts';
import { undoHeld } from './undo-held.ts';

/** Never throws: what cannot be undone yet is said and tried again by the next run. */
export async function undoLeftovers(
  folder: string,
  action: Action,
  context: UndoContext & Pick<Host, 'endProgram'>,
): Promise<void> {
  for (const { file, content } of await findAbandonedRecords(folder, action.name)) {
    context.log.info(`A run that was killed has left ${content.holds.length} things; its record is ${file}`);
    await endPrograms(content.programs, context);
    const remains = await undoHeld(content.holds, action.holds, context);
    for (const remaining of remains) context.log.warning(`Could not remove ${remaining}`);
    if (remains.length === 0) await removeRecord(file);
  }
}
