/** A session that must not outlive its run: an administrator sees each as somebody who is logged in. */

import type { HoldKind } from '../../context.ts';
import { resumeVsphere, type SessionTicket } from './session.ts';

export const HELD_SESSION: HoldKind<SessionTicket> = {
  kind: 'vsphere-session',
  what: ({ server }) => `the session with ${server}`,
  undo: async (ticket, context) => {
    const session = await resumeVsphere(ticket, context);
    await session.close();
  },
};
