/** The post step: undoes what its run held and, killed, could not undo itself. Needs no inputs, only the step's state. */

import { readFile } from 'node:fs/promises';
import type { Action } from './action.ts';
import { endPrograms } from './end-programs.ts';
import { type HeldContent, parseHeldContent, readHeldContent, removeRecord } from './held-record.ts';
import type { Host } from './host.ts';
import { undoHeld } from './undo-held.ts';
import { UNDO_MS } from './undo-time.ts';

/**
 * @param state what `Host.saveState` was given last
 * @returns whether nothing remains; never throws
 */
export async function runPost(action: Action, host: Host, state: string): Promise<boolean> {
  const signal = AbortSignal.timeout(UNDO_MS);
  const { log } = host;
  const tools = host.createTools(() => signal, { onCommand: (line) => log.debug(line) });
  const saved = readState(state);
  if (!saved) return true;
  // The file is newer than the state where the process was killed between the two.
  const content = parseHeldContent(await readFile(saved.file, 'utf8').catch(() => '')) ?? saved.content;
  if (!content) return true;
  // First of all: what still works on a thing that is held would only make it anew.
  await endPrograms(content.programs, { log, endProgram: host.endProgram });
  const remains = await undoHeld(content.holds, action.holds, { log, tools, signal });
  for (const remaining of remains) log.annotate('error', `Could not remove ${remaining}`);
  if (remains.length === 0) await removeRecord(saved.file);
  return remains.length === 0;
}

function readState(state: string): { file: string; content: HeldContent | undefined } | undefined {
  try {
    const { file, content } = JSON.parse(state) as { file?: unknown; content?: unknown };
    return typeof file === 'string' ? { file, content: readHeldContent(content) } : undefined;
  } catch {
    return undefined;
  }
}
