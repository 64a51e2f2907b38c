/** Finds the task that a call started whose answer was lost, so that the call need not be sent again. */

import { type Moref, morefOf, sameMoref } from './moref.ts';
import { pollUntil } from './poll.ts';
import { readMembers } from './properties.ts';
import type { VsphereSession } from './session.ts';

export interface LostCall {
  /** Its name ends in `_Task`. */
  readonly method: string;
  /** What its task works on: of a call of a snapshot that is the VM. */
  readonly target: Moref;
  /** By the server's clock, not after the call. */
  readonly since: Date;
}

/** How long after its call a task may be missing from the list. */
const PATIENCE = 10_000;

/**
 * @param patience milliseconds
 * @returns undefined when there is no such task: the server did not take the call
 */
export function findLostTask(session: VsphereSession, call: LostCall, patience = PATIENCE): Promise<Moref | undefined> {
  return pollUntil(session.signal, () => recentTask(session, call), patience);
}

/** TaskManager.recentTask: what is queued or running and what ended within the last minutes, of objects that are gone too. */
async function recentTask(session: VsphereSession, { method, target, since }: LostCall): Promise<Moref | undefined> {
  const tasks = await readMembers(session, session.manager('taskManager'), 'recentTask', {
    Task: ['info.name', 'info.entity', 'info.queueTime'],
  });
  const found = tasks
    .map(({ moref, properties }) => ({
      moref,
      name: properties.get('info.name')?.text ?? '',
      entity: morefOf(properties.get('info.entity')),
      queued: Date.parse(properties.get('info.queueTime')?.text ?? ''),
    }))
    .filter(
      ({ name, entity, queued }) =>
        operationOf(name) === operationOf(method) && sameMoref(entity, target) && queued >= since.getTime(),
    )
    .sort((a, b) => a.queued - b.queued);
  return found.at(-1)?.moref;
}

/** `CloneVM_Task` as vCenter writes it and `cloneVm` as govmomi's simulator does are one operation. */
export function operationOf(name: string): string {
  return name
    .replace(/_Task$/, '')
    .toLowerCase()
    .replace(/vm$/, '');
}
