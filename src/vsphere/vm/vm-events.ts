/** Events of a VM: where a host puts what the guest said about a failure. */

import { child, childrenNamed, textAt, type XmlElement } from '../../xml/xml-element.ts';
import { isFault } from '../wire/explain-fault.ts';
import { type Moref, morefOf } from '../wire/moref.ts';
import { readProperties } from '../wire/properties.ts';
import type { VsphereSession } from '../wire/session.ts';
import { node, reference, value } from '../wire/soap.ts';

export interface VmEvent {
  /** ISO 8601, by the server's clock. */
  readonly time: string;
  /** vim25 type, such as VmMessageWarningEvent. */
  readonly type: string;
  readonly message: string;
  /** Arguments of the host's message that the event passes on (vim25 VirtualMachineMessage), the same in every language. */
  readonly parts: readonly string[];
}

/** What the server's clock says. */
export async function readServerTime(session: VsphereSession): Promise<Date> {
  const answer = await session.call('CurrentTime', { type: 'ServiceInstance', value: 'ServiceInstance' });
  return new Date(child(answer, 'returnval')?.text ?? '');
}

/** Types of events of a start. A cluster that balances its load has events of its own for it. */
const STARTED = ['VmStartingEvent', 'VmPoweredOnEvent', 'DrsVmPoweredOnEvent'] as const;

/**
 * Whether it was started since then by the server's clock. A server gives no more than some number of events (vim25 EventFilterSpec.maxCount), so
 * that an alarm that comes and goes may hide a start: these alone are asked for first, and then all, for a server that knows types by other names.
 */
export async function wasStartedSince(session: VsphereSession, vm: Moref, since: Date): Promise<boolean> {
  const isStart = ({ type, time }: VmEvent): boolean =>
    STARTED.some((one) => one === type) && Date.parse(time) >= since.getTime();
  return (
    (await readEvents(session, vm, since, STARTED)).some(isStart) ||
    (await readEvents(session, vm, since)).some(isStart)
  );
}

/**
 * Oldest first; a server gives at most 1000 or so.
 * @param types only of these; default: of any
 */
export async function readEvents(
  session: VsphereSession,
  vm: Moref,
  since: Date,
  types: readonly string[] = [],
): Promise<VmEvent[]> {
  const filter = node('filter', [
    node('entity', [reference('entity', vm), value('recursion', 'self')]),
    node('time', [value('beginTime', since.toISOString())]),
    ...types.map((type) => value('eventTypeId', type)),
  ]);
  const events = (await askForEvents(session, filter)).map((event) => ({
    time: textAt(event, 'createdTime') ?? '',
    type: event.type?.name ?? 'Event',
    message: (textAt(event, 'fullFormattedMessage') || child(event, 'message')?.text) ?? '',
    parts: childrenNamed(event, 'messageInfo').flatMap((info) =>
      childrenNamed(info, 'argument').map((argument) => argument.text),
    ),
  }));
  return events.sort((a, b) => Date.parse(a.time) - Date.parse(b.time));
}

/** The most that vSphere gives in a page of a collector. */
const PAGE = 1000;

/** A standalone ESXi host does not implement QueryEvents (so says govmomi's simulator of one): there the page of a collector is read. */
async function askForEvents(session: VsphereSession, filter: XmlElement): Promise<readonly XmlElement[]> {
  const manager = session.manager('eventManager');
  try {
    return childrenNamed(await session.call('QueryEvents', manager, [filter]), 'returnval');
  } catch (error) {
    if (!isFault(error, 'NotImplemented', 'NotSupported', 'MethodNotFound')) throw error;
    const collector = morefOf(child(await session.call('CreateCollectorForEvents', manager, [filter]), 'returnval'));
    if (collector === undefined) throw error;
    try {
      await session.call('SetCollectorPageSize', collector, [value('maxCount', PAGE)]);
      const read = await readProperties(session, collector, ['latestPage']);
      return childrenNamed(read.get('latestPage'), 'Event');
    } finally {
      await session.call('DestroyCollector', collector).catch((left: unknown) => {
        session.log.debug(`A collector of events, which ends with the session: ${String(left)}`);
      });
    }
  }
}
