/** Proves that what a backup takes from the quiesced snapshot starts again: a linked clone of it, cut off from every network. */

import { bySeverity, type DeclaredFinding, found } from '../check/rule.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import type { QuiesceFinding } from '../report/finding-codes.ts';
import { formatDuration } from '../units.ts';
import { askPowerShell, askPowerShellUntil } from '../vsphere/guest/guest-answer.ts';
import type { GuestAccount } from '../vsphere/guest/guest-program.ts';
import { awaitTools } from '../vsphere/guest/ready-guest.ts';
import { powerOn } from '../vsphere/vm/vm-operations.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import type { Copy, SnapshotOf } from './disposable-copy.ts';
import { confirmAccount } from './guest-checks.ts';
import { restoredMarkerFindings } from './marker-findings.ts';
import { type BeforeSnapshot, readMarkersOf } from './prepare-guest.ts';
import { ASK_SERVICES, awaitServices, STARTED_WITHIN, serviceFindings } from './service-check.ts';
import { VOLUME_CHECK, volumeFaults } from './volume-check.ts';
import { type CopyJob, withCopy } from './with-copy.ts';

export interface RestoreRequest {
  readonly job: Pick<CopyJob, 'source' | 'me' | 'resourcePool'>;
  /** Whom the check of the volume is run as; undefined: that VMware Tools come up is all that counts. */
  readonly account: GuestAccount | undefined;
  /** Milliseconds that the start may take, and the check. */
  readonly timeout: number;
}

/** What is started, and what its guest said before the snapshot was asked for; undefined where nobody asked. */
export interface Restored extends SnapshotOf {
  readonly before: BeforeSnapshot | undefined;
}

export interface RestoreProof {
  readonly outcome: 'restored' | 'failed' | 'unclean';
  /** Name of the linked clone. */
  readonly copy: string;
  /** Milliseconds from its start until VMware Tools ran. */
  readonly durationMs: number;
  /** Whether its volume, its event log and its services were asked about. */
  readonly checked: boolean;
  readonly findings: readonly QuiesceFinding[];
}

/** @throws UserError vsphere-refused on an ESXi host, which makes no clones */
export function assertRestorable(session: VsphereSession): void {
  if (session.about.kind === 'vcenter') return;
  throw new UserError(
    'vsphere-refused',
    `${session.url.host} is an ESXi host, and only a vCenter makes a clone of a snapshot (input restore)`,
    'Connect to the vCenter of the host, or set restore: false.',
  );
}

/**
 * The clone is gone when this returns, so that the snapshot can be removed.
 * @throws errors of the API, UserError for an account that the guest does not know
 */
export function restoreSnapshot(
  session: VsphereSession,
  { before, ...from }: Restored,
  { job, account, timeout }: RestoreRequest,
  context: Context,
): Promise<RestoreProof> {
  context.log.info('Making a linked clone of the snapshot');
  return withCopy(session, { ...job, from, network: undefined }, context, async (copy) => {
    const started = Date.now();
    await powerOn(session, copy.moref);
    const running = await awaitTools(session, copy.moref, timeout);
    const durationMs = Date.now() - started;
    context.log.info(`VMware Tools ${running ? 'run' : 'do not run'} in it after ${formatDuration(durationMs)}`);
    const about = { copy: copy.name, durationMs };
    if (!running) return { outcome: 'failed', ...about, checked: false, findings: [failed(durationMs)] };
    const findings = account ? await askGuest(session, copy, account, { before, timeout }) : [];
    const clean = findings.every(({ severity }) => severity !== 'error');
    return { outcome: clean ? 'restored' : 'unclean', ...about, checked: account !== undefined, findings };
  });
}

/** @returns what is not as it should be, worst first */
async function askGuest(
  session: VsphereSession,
  { moref }: Copy,
  account: GuestAccount,
  { before, timeout }: { readonly before: BeforeSnapshot | undefined; readonly timeout: number },
): Promise<readonly QuiesceFinding[]> {
  const problem = await confirmAccount(session, moref, account, timeout);
  if (problem !== undefined) return [unclean([problem])];
  try {
    const faults = volumeFaults(await askPowerShell(session, moref, account, VOLUME_CHECK, timeout));
    const { services, markers } = before ?? { services: 'nobody asked before the snapshot' };
    if (typeof services === 'string') faults.push(`its services cannot be compared: ${services}`);
    const limit = Math.min(timeout, STARTED_WITHIN);
    const seen = (enough: (answer: unknown) => boolean): Promise<void> =>
      askPowerShellUntil(session, moref, account, ASK_SERVICES, { each: timeout, limit, enough });
    const lacking = typeof services === 'string' ? [] : await awaitServices(seen, services);
    return bySeverity([
      ...(faults.length > 0 ? [unclean(faults)] : []),
      ...(markers ? restoredMarkerFindings(markers, await readMarkersOf(session, moref, account)) : []),
      ...serviceFindings(lacking),
    ]);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [unclean([error.message])];
  }
}

const FAILED: DeclaredFinding = {
  code: 'restore-failed',
  severity: 'error',
  remedy:
    'Start a clone of a snapshot by hand and look at its console; raise timeout only if Windows is still at work there.',
  source: 'vim25 VirtualMachineCloneSpec.snapshot: what the snapshot holds must start',
};

const UNCLEAN: DeclaredFinding = {
  code: 'restore-unclean',
  severity: 'error',
  remedy:
    'Look at the writers in the manifest, and at the System and Application logs of a clone of a snapshot; guest-username and guest-password have to be of an administrator of the image.',
  source: 'Microsoft, Win32_Volume.DirtyBitSet; events of NTFS and ESENT',
};

export const RESTORE_FINDINGS: readonly DeclaredFinding[] = [FAILED, UNCLEAN];

function failed(after: number): QuiesceFinding {
  return found(
    FAILED,
    `A linked clone of the snapshot was started, and within ${formatDuration(after)} VMware Tools did not come up in it`,
  );
}

function unclean(faults: readonly string[]): QuiesceFinding {
  return found(UNCLEAN, `A linked clone of the snapshot started, but ${faults.join(', and ')}`);
}
