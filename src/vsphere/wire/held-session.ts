/** A session that must not outlive its run: an administrator sees each as somebody who is logged in. */

import type { HoldKind } from '../../context.ts';
import { UserError } from '../../errors.ts';
import type { SessionTicket } from './session.ts';

export const HELD_SESSION: HoldKind<SessionTicket> = {
  kind: 'vsphere-session',
  what: ({ server }) => `the session with ${server}`,
  undo: async (ticket, context) => {
    // Loaded when there is something to undo: an action may have work that speaks to no server.
    const { resumeVsphere } = await import('./session.ts');
    try {
      const session = await resumeVsphere(ticket, context);
      await session.close();
    } catch (error) {
      // A run may be killed while it logs out, and a server may have ended the session itself: then nobody is logged in any more.
      if (!(error instanceof UserError) || error.code !== 'vsphere-login') throw error;
      context.log.debug(error.message);
    }
  },
};
