/** The VM's own word that its first boot lies behind it: who starts it again, or a copy of it, must not wait for another. */

import { FIRST_BOOT_SETTING } from '../ova/first-boot-setting.ts';
import { readGuestState } from '../vsphere/guest/guest-tools.ts';
import { readVmFacts } from '../vsphere/vm/vm-facts.ts';
import { reconfigureVm } from '../vsphere/vm/vm-operations.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';

export async function markBaked(session: VsphereSession, vm: Moref): Promise<void> {
  await reconfigureVm(session, vm, { extraConfig: { [FIRST_BOOT_SETTING]: 'baked' } });
}

/**
 * For a VM whose check ended early and that is about to be switched off: what its guest published goes with its power.
 * @throws errors of the API
 */
export async function markBakedWhenDone(session: VsphereSession, vm: Moref): Promise<void> {
  const { extraConfig } = await readVmFacts(session, vm);
  if (extraConfig.get(FIRST_BOOT_SETTING) !== 'expected') return;
  const { info } = await readGuestState(session, vm);
  if (info(FIRST_BOOT_SETTING) === 'done') await markBaked(session, vm);
}
