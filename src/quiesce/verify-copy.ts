/** The live check on a disposable copy, which takes its running state and its snapshot with it. */

import type { Context } from '../context.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import type { RestoreRequest } from './restore-snapshot.ts';
import { type LiveCheck, type LiveOptions, verifyLive } from './verify-live.ts';
import { vsphereTarget } from './vsphere-target.ts';
import { type CopyJob, withCopy } from './with-copy.ts';

/**
 * @param restore undefined: the snapshot is not started
 * @throws as withCopy and verifyLive
 */
export function verifyCopy(
  session: VsphereSession,
  job: CopyJob,
  options: LiveOptions,
  restore: Omit<RestoreRequest, 'job'> | undefined,
  context: Context,
): Promise<{ readonly copy: string; readonly check: LiveCheck }> {
  return withCopy(session, job, context, async ({ moref, name }) => ({
    copy: name,
    check: await verifyLive(
      vsphereTarget(session, moref, job.source.datacenter, restore && { request: { ...restore, job }, context }),
      options,
    ),
  }));
}
