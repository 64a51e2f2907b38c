/** The live check on a disposable copy, which takes its running state and its snapshot with it. */

import type { Context } from '../context.ts';
import type { GuestAccount } from '../vsphere/guest/guest-program.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import type { RestoreRequest } from './restore-snapshot.ts';
import { type LiveCheck, type LiveOptions, verifyLive } from './verify-live.ts';
import { vsphereTarget } from './vsphere-target.ts';
import { type CopyJob, withCopy } from './with-copy.ts';

export interface WithinCopy {
  /** Whom programs in the guest are run as; undefined: none are. */
  readonly account: GuestAccount | undefined;
  /** Whether the marker script is put into the copy. */
  readonly markers: boolean;
  readonly restore: Omit<RestoreRequest, 'job'> | undefined;
}

/**
 * @param within how the guest is asked, and whether the snapshot is started (restore undefined: it is not)
 * @throws as withCopy and verifyLive
 */
export function verifyCopy(
  session: VsphereSession,
  job: CopyJob,
  options: LiveOptions,
  { account, markers, restore }: WithinCopy,
  context: Context,
): Promise<{ readonly copy: string; readonly check: LiveCheck }> {
  return withCopy(session, job, context, async ({ moref, name }) => ({
    copy: name,
    check: await verifyLive(
      vsphereTarget(session, moref, job.source.datacenter, {
        account,
        markers,
        disposable: true,
        restore: restore && { request: { ...restore, job }, context },
      }),
      options,
    ),
  }));
}
