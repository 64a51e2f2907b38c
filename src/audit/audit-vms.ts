/** Looks at many VMs, some at a time. */

import type { UserError } from '../errors.ts';
import type { LocatedVm } from '../vsphere/inventory/locate-vm.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import { type AuditedVm, auditVm } from './audit-vm.ts';
import type { DiskPlace } from './read-disks.ts';

export interface AuditPlan {
  /** How many are looked at at a time. */
  readonly parallel: number;
  readonly stores: DiskPlace['stores'];
  /** Told of each export of a VM, as whileExporting. */
  exporting(vm: LocatedVm): DiskPlace['exporting'];
  /** Told of each result, as it comes. */
  done(result: AuditedVm, count: number): void;
}

/** A server that leaves so many unanswered one after the other, each asked for about a minute, is gone. */
const LOST_IN_A_ROW = 4;

/**
 * @returns one result for each VM, in their order
 * @throws UserError vsphere-unreachable when the server is gone for good, vsphere-login, vsphere-certificate; the signal's reason. No VM is
 *   still being looked at then
 */
export async function auditVms(
  session: VsphereSession,
  vms: readonly LocatedVm[],
  plan: AuditPlan,
): Promise<AuditedVm[]> {
  const results: AuditedVm[] = [];
  const stop = new AbortController();
  const bounded = session.bounded(stop.signal);
  let next = 0;
  let finished = 0;
  let lost = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; ; index = next++) {
      const vm = vms[index];
      if (vm === undefined) return;
      let unanswered: UserError | undefined;
      const place = { datacenter: vm.datacenter, stores: plan.stores, exporting: plan.exporting(vm) };
      const result = await auditVm(bounded, vm, place, (error) => {
        unanswered = error;
      });
      lost = unanswered === undefined ? 0 : lost + 1;
      if (unanswered !== undefined && lost >= LOST_IN_A_ROW) throw unanswered;
      results[index] = result;
      finished += 1;
      plan.done(result, finished);
    }
  };
  const workers = Array.from({ length: Math.min(plan.parallel, vms.length) }, () =>
    // The others end at what they are waiting for, and give up their exports.
    work().catch((error: unknown) => stop.abort(error)),
  );
  await Promise.all(workers);
  session.signal.throwIfAborted();
  stop.signal.throwIfAborted();
  return results;
}
