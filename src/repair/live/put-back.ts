/** Makes a VM again what it was before a repair in its guest, whatever state a run has left it in. */

import { stopVm } from '../../vsphere/vm/stop-vm.ts';
import { readVmFacts, settingOf } from '../../vsphere/vm/vm-facts.ts';
import { restoreCards } from '../../vsphere/vm/vm-network.ts';
import { markAsTemplate, reconfigureVm } from '../../vsphere/vm/vm-operations.ts';
import type { Moref } from '../../vsphere/wire/moref.ts';
import { readProperties } from '../../vsphere/wire/properties.ts';
import type { VsphereSession } from '../../vsphere/wire/session.ts';
import { formatRepairMark, parseRepairMark, REPAIR_KEY, type RepairMark } from './repair-mark.ts';

/** The mark that this very VM carries; undefined when it has none, or one that it inherited. */
export async function readRepairMark(session: VsphereSession, vm: Moref): Promise<RepairMark | undefined> {
  const mark = parseRepairMark(settingOf(await readVmFacts(session, vm), REPAIR_KEY) ?? '');
  return mark && mark.vm === (await readInstanceUuid(session, vm)) ? mark : undefined;
}

/** Of the VM alone: vCenter gives another to each clone. Empty where it says none. */
export async function readInstanceUuid(session: VsphereSession, vm: Moref): Promise<string> {
  return (await readProperties(session, vm, ['config.instanceUuid'])).get('config.instanceUuid')?.text ?? '';
}

/** Off, its cards as they were, what the guest published emptied, and a template again where it was one. */
export async function putBack(session: VsphereSession, vm: Moref, mark: RepairMark): Promise<void> {
  const { template, poweredOn, extraConfig } = await readVmFacts(session, vm);
  // Nobody can start a template, or change it.
  if (template) return;
  if (poweredOn) await stopVm(session, vm);
  await restoreCards(session, vm, mark.cards);
  const published = [...extraConfig.keys()].filter((key) => /^guestinfo\.stillframe\./i.test(key));
  const over: RepairMark = { ...mark, state: 'over', ended: session.now().toISOString(), cards: [] };
  await reconfigureVm(session, vm, {
    extraConfig: { ...Object.fromEntries(published.map((key) => [key, ''])), [REPAIR_KEY]: formatRepairMark(over) },
  });
  if (mark.template) await markAsTemplate(session, vm);
}
