/** Waits for the tasks that vSphere starts, and cancels them with the run. */

import { child, type XmlElement } from '../../xml/xml-element.ts';
import { isFault } from './explain-fault.ts';
import { readLocalizedFault, VsphereFault } from './fault.ts';
import { findLostTask } from './lost-task.ts';
import { type Moref, morefOf } from './moref.ts';
import { isOutcomeUnknown, PassingError } from './passing-error.ts';
import { pollUntil } from './poll.ts';
import { readProperties } from './properties.ts';
import type { VsphereSession } from './session.ts';

/** How long a task may take to end once it was cancelled, before what it holds is left to it. */
const CANCEL_TIMEOUT = 30_000;

/** A server that restarts is away for minutes; each try waits about one for it. */
const TRIES = 4;

/** How a task is found whose answer was lost. */
export interface LostSearch {
  /** Milliseconds that it is looked for; default some seconds. */
  readonly patience?: number;
  /** What the task says that it works on, where that is not what is called: of a snapshot it is its VM. */
  readonly entity?: Moref;
}

/**
 * Calls a method whose name ends in `_Task` and waits for its end. When its answer is lost, the task that it may have started is looked up,
 * and only where there is none the call is sent again.
 * @returns the task's result, undefined when it has none
 * @throws VsphereFault with the task's fault; PassingError when no task was started as far as can be seen, or the server has forgotten it
 * before its end was seen; the signal's reason, after the task was asked to stop
 */
export async function runTask(
  session: VsphereSession,
  method: string,
  target: Moref,
  parameters: readonly XmlElement[] = [],
  search: LostSearch = {},
): Promise<XmlElement | undefined> {
  session.signal.throwIfAborted();
  return waitForTask(session, method, await startTask(session, method, target, parameters, search));
}

/** Goes on through a cancel, after which the task is known and can be cancelled: a torn call would leave it to itself. */
async function startTask(
  session: VsphereSession,
  method: string,
  target: Moref,
  parameters: readonly XmlElement[],
  { patience, entity = target }: LostSearch,
): Promise<Moref> {
  const since = session.now();
  for (let tries = 1; ; tries++) {
    const steady = session.uncancelled();
    try {
      const task = morefOf(child(await steady.call(method, target, parameters), 'returnval'));
      if (task) return task;
      throw new VsphereFault(method, 'RuntimeFault', 'the server started no task');
    } catch (error) {
      if (!isOutcomeUnknown(error)) throw error;
      const lost = await findLostTask(steady, { method, target: entity, since }, patience);
      if (lost) {
        session.log.debug(`The answer to ${method} was lost (${error.message}); it is the task ${lost.value}`);
        return lost;
      }
      if (tries === TRIES || session.signal.aborted) throw error;
      session.log.debug(`The server took no ${method} (${error.message}); sending it again`);
    }
  }
}

async function waitForTask(session: VsphereSession, operation: string, task: Moref): Promise<XmlElement | undefined> {
  try {
    const end = await pollUntil(session.signal, () => readEnd(session, operation, task));
    return end?.result;
  } catch (error) {
    if (session.signal.aborted) await cancelTask(session.uncancelled(), task);
    throw error;
  }
}

interface TaskEnd {
  readonly result: XmlElement | undefined;
}

async function readEnd(session: VsphereSession, operation: string, task: Moref): Promise<TaskEnd | undefined> {
  const paths = ['info.state', 'info.error', 'info.result', 'info.startTime', 'info.completeTime'];
  const properties = await readProperties(session, task, paths).catch((error: unknown) => {
    throw isFault(error, 'ManagedObjectNotFound') ? forgotten(operation, task, error) : error;
  });
  const state = properties.get('info.state')?.text;
  if (state === 'success') return { result: properties.get('info.result') };
  if (state !== 'error') return undefined;
  const error = properties.get('info.error');
  const fault = error
    ? readLocalizedFault(operation, error)
    : new VsphereFault(operation, 'MethodFault', 'the task failed');
  const [started, ended] = ['info.startTime', 'info.completeTime'].map((path) =>
    Date.parse(properties.get(path)?.text ?? ''),
  );
  const took = (ended ?? Number.NaN) - (started ?? Number.NaN);
  if (took >= 0) fault.took = took;
  throw fault;
}

/**
 * A vCenter that restarts loses its tasks (teamcity-vmware-plugin issue 13 waits for such a one for ever). That the task is not there says
 * nothing of what it worked on: its callers take ManagedObjectNotFound for a VM or snapshot that is gone.
 */
function forgotten(operation: string, task: Moref, cause: unknown): PassingError {
  return new PassingError(
    'vsphere-unreachable',
    `The server has forgotten the task ${task.value} of ${operation} before its end was seen`,
    'Its services were restarted meanwhile. Look in the vSphere client at what came of it, and run the step again.',
    { taken: true, cause },
  );
}

/** Not every task can be cancelled, and one that ends on its own is as good: nothing here is an error. */
async function cancelTask(session: VsphereSession, task: Moref): Promise<void> {
  try {
    await session.call('CancelTask', task);
    await pollUntil(session.signal, () => readEnd(session, 'CancelTask', task), CANCEL_TIMEOUT);
  } catch (error) {
    session.log.debug(`Cancelled task ${task.value}: ${String(error)}`);
  }
}
