/** Asks the tasks that still work on an object to stop: whoever started them was killed and cannot. */

import type { XmlElement } from '../../xml/xml-element.ts';
import { operationOf } from './lost-task.ts';
import { type Moref, morefOf, sameMoref } from './moref.ts';
import { pollUntil } from './poll.ts';
import { readMembers } from './properties.ts';
import type { VsphereSession } from './session.ts';

/** A snapshot that hangs in the guest takes a while to give up. */
const END_TIMEOUT = 60_000;

/** Which tasks of an object are meant, where others may work on it too. */
export interface OwnTasks {
  /** Names that end in `_Task`. */
  readonly methods: readonly string[];
  /** By the server's clock; nothing that was queued before is touched. */
  readonly since: Date;
}

/**
 * Cancels what is queued or running on `target`, and waits, bounded, until nothing is. Not every task can be cancelled, and one that
 * ends on its own is as good: nothing here is an error.
 */
export async function cancelTasksOf(session: VsphereSession, target: Moref, own?: OwnTasks): Promise<void> {
  const running = await unfinishedTasks(session, target, own);
  for (const task of running) {
    session.log.debug(`Cancelling ${task.value}, which works on ${target.value}`);
    await session.call('CancelTask', task).catch((error: unknown) => {
      session.log.debug(`${task.value} cannot be cancelled: ${String(error)}`);
    });
  }
  if (running.length === 0) return;
  const idle = async (): Promise<true | undefined> =>
    (await unfinishedTasks(session, target, own)).length === 0 ? true : undefined;
  await pollUntil(session.signal, idle, END_TIMEOUT);
}

/** TaskManager.recentTask: what is queued or running and what ended within the last minutes. */
async function unfinishedTasks(session: VsphereSession, target: Moref, own?: OwnTasks): Promise<readonly Moref[]> {
  const tasks = await readMembers(session, session.manager('taskManager'), 'recentTask', {
    Task: ['info.state', 'info.entity', 'info.name', 'info.queueTime'],
  });
  const isOwn = (properties: ReadonlyMap<string, XmlElement>): boolean =>
    own === undefined ||
    (own.methods.some((method) => operationOf(method) === operationOf(properties.get('info.name')?.text ?? '')) &&
      Date.parse(properties.get('info.queueTime')?.text ?? '') >= own.since.getTime());
  return tasks
    .filter(
      ({ properties }) =>
        sameMoref(morefOf(properties.get('info.entity')), target) &&
        ['queued', 'running'].includes(properties.get('info.state')?.text ?? '') &&
        isOwn(properties),
    )
    .map(({ moref }) => moref);
}
