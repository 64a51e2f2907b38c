/**
 * The lease under which a VM that is off is exported (vim25 ExportVm, API 4.0 and later, privilege VApp.Export). While it lives the VM
 * cannot be started, moved or removed; it ends by itself after five minutes of silence, and with its session.
 */

import type { HoldKind } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { child } from '../../xml/xml-element.ts';
import { VsphereFault } from '../wire/fault.ts';
import { sendRequest } from '../wire/http.ts';
import { type Moref, morefOf } from '../wire/moref.ts';
import { resumeVsphere, type SessionTicket, type VsphereSession } from '../wire/session.ts';
import { connectDevice } from './device-agent.ts';
import { abortLease, type DeviceUrl, type ReadyLease, waitForLease } from './nfc-lease.ts';

export interface HeldExport {
  readonly ticket: SessionTicket;
  /** Path of the VM, for the log. */
  readonly vm: string;
  readonly lease: Moref;
}

/** An export that a killed run has left: until it is given up, nobody can start or remove the VM. */
export const HELD_EXPORT: HoldKind<HeldExport> = {
  kind: 'vsphere-export',
  what: ({ vm }) => `the export of ${vm}`,
  undo: async ({ ticket, lease }, context) => {
    const session = await resumeVsphere(ticket, context);
    try {
      await abortLease(session, lease);
    } finally {
      session.leave();
    }
  },
};

/** How long a lease may take to get ready. */
const READY_TIMEOUT = 120_000;

/**
 * Gives up the export when `body` has ended, however it ends: nothing is ever exported whole.
 * @param begun told as soon as there is a lease; what it returns is called once there is none any more
 * @throws VsphereFault when the VM cannot be exported; what `body` throws; the signal's reason
 */
export async function whileExporting<T>(
  session: VsphereSession,
  vm: Moref,
  begun: (lease: Moref) => () => void,
  body: (ready: ReadyLease) => Promise<T>,
): Promise<T> {
  const lease = morefOf(child(await session.call('ExportVm', vm), 'returnval'));
  if (!lease) throw new VsphereFault('ExportVm', 'RuntimeFault', 'the server gave no lease');
  const ended = begun(lease);
  try {
    const limited = session.bounded(AbortSignal.timeout(READY_TIMEOUT));
    return await body(await waitForLease(limited, lease, 'ExportVm'));
  } finally {
    await abortLease(session.uncancelled(), lease).then(ended, (error: unknown) => {
      session.log.warning(`The export of ${vm.value} is not given up yet: ${String(error)}`);
    });
  }
}

/**
 * The first bytes of a device's file; the host makes it while it sends it, so that none can be asked for further on.
 * @param length most bytes to take; the connection is cut behind them
 * @throws UserError vsphere-refused, vsphere-unreachable, vsphere-certificate; the signal's reason
 */
export async function readExportHead(session: VsphereSession, device: DeviceUrl, length: number): Promise<Buffer> {
  const { agent, peer, cookie } = connectDevice(session, device);
  try {
    const { status, body } = await sendRequest(agent, {
      method: 'GET',
      url: device.url,
      headers: cookie,
      signal: session.signal,
      peer,
      wanted: () => length,
    });
    if (status === 200) return body;
    throw new UserError(
      'vsphere-refused',
      `${device.url.host} gave the HTTP status ${status} for an exported disk`,
      'Look at the events of the VM and its host at this time.',
    );
  } finally {
    agent.destroy();
  }
}
