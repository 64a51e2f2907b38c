/** The way to the host that takes or gives the files of a lease. */

import type { Agent } from 'node:https';
import type { VsphereSession } from '../wire/session.ts';
import { createAgent, type Peer } from '../wire/trust.ts';
import { trustOfDevice } from './device-trust.ts';
import type { DeviceUrl } from './nfc-lease.ts';

interface DeviceConnection {
  /** To be destroyed when the file is through. */
  readonly agent: Agent;
  readonly peer: Peer;
  /** Header of the session; none for another host, which knows the lease by its address alone. */
  readonly cookie: { readonly Cookie?: string };
}

/** @throws UserError vsphere-certificate when what the server vouches by is no certificate */
export function connectDevice(session: VsphereSession, device: DeviceUrl): DeviceConnection {
  // A host that was connected to directly has its files itself.
  const sameServer = device.url.host === session.url.host;
  const peer: Peer = sameServer ? 'server' : 'host';
  const trust = sameServer ? session.trust : trustOfDevice(device, session.trust);
  return {
    agent: createAgent(trust, { peer, keepAlive: false }),
    peer,
    cookie: sameServer ? { Cookie: session.cookie } : {},
  };
}
