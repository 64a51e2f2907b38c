/** Looks at the disk of a VM that is off as audit-templates does: nothing is started or written. */

import { readStores } from '../../src/audit/choose-vms.ts';
import { judgeVm, systemDisk } from '../../src/audit/judge-vm.ts';
import { readDisks } from '../../src/audit/read-disks.ts';
import type { Context } from '../../src/context.ts';
import type { LiveRepairRequest } from '../../src/repair/live/repair-live.ts';
import type { LocatedVm } from '../../src/vsphere/inventory/locate-vm.ts';
import { HELD_EXPORT } from '../../src/vsphere/transfer/export-lease.ts';
import type { VsphereSession } from '../../src/vsphere/wire/session.ts';

export async function outsideLook(
  session: VsphereSession,
  vm: LocatedVm,
  context: Pick<Context, 'hold'>,
): Promise<LiveRepairRequest['look']> {
  const stores = await readStores(session);
  const { datacenter, path } = vm;
  return async (facts) => {
    const disks = await readDisks(session, facts, {
      datacenter,
      stores,
      imageState: true,
      exporting: (lease) => context.hold(HELD_EXPORT, { ticket: session.ticket(), vm: path, lease }),
    });
    const system = systemDisk(facts, disks);
    return {
      layout: system?.reading?.evidence.layout,
      why: system?.unread?.tried.join('; ') ?? 'it has no disk',
      imageState: system?.reading?.imageState,
      findings: judgeVm(facts, disks),
    };
  };
}
