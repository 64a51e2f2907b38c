/** Events of a VM: where a host puts what the guest said about a failure. */

import { child, childrenNamed, textAt } from '../../xml/xml-element.ts';
import type { Moref } from '../wire/moref.ts';
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

/** Whether it was started since then by the server's clock. A cluster that balances its load has events of its own for it. */
export async function wasStartedSince(session: VsphereSession, vm: Moref, since: Date): Promise<boolean> {
  const events = await readEvents(session, vm, since);
  return events.some(
    ({ type, time }) => /^(Drs)?Vm(Starting|PoweredOn)Event$/.test(type) && Date.parse(time) >= since.getTime(),
  );
}

/** Oldest first; a server gives at most its newest 1000. */
export async function readEvents(session: VsphereSession, vm: Moref, since: Date): Promise<VmEvent[]> {
  const filter = node('filter', [
    node('entity', [reference('entity', vm), value('recursion', 'self')]),
    node('time', [value('beginTime', since.toISOString())]),
  ]);
  const answer = await session.call('QueryEvents', session.manager('eventManager'), [filter]);
  const events = childrenNamed(answer, 'returnval').map((event) => ({
    time: textAt(event, 'createdTime') ?? '',
    type: event.type?.name ?? 'Event',
    message: (textAt(event, 'fullFormattedMessage') || child(event, 'message')?.text) ?? '',
    parts: childrenNamed(event, 'messageInfo').flatMap((info) =>
      childrenNamed(info, 'argument').map((argument) => argument.text),
    ),
  }));
  return events.sort((a, b) => Date.parse(a.time) - Date.parse(b.time));
}
