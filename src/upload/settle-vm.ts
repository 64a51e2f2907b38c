/** Makes sure that an imported VM has the settings that quiesced snapshots and booting depend on: importers drop some. */

import { UserError } from '../errors.ts';
import { readVmFacts, type VmFacts } from '../vsphere/vm/vm-facts.ts';
import { reconfigureVm, type VmChanges } from '../vsphere/vm/vm-operations.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import { IMPORT_MARKER } from './leftovers.ts';

/** What the descriptor asks for. */
export interface ExpectedSettings {
  readonly firmware: 'efi' | 'bios' | undefined;
  readonly guestId: string | undefined;
  readonly secureBoot: boolean | undefined;
}

/** As vSphere writes it. */
const DISK_UUID = 'disk.EnableUUID';

/**
 * @returns what had to be put right, for people
 * @throws UserError upload-failed when vSphere does not take a setting
 */
export async function settleVm(session: VsphereSession, vm: Moref, expected: ExpectedSettings): Promise<string[]> {
  const { changes, repaired } = missing(await readVmFacts(session, vm), expected);
  if (repaired.length === 0) return [];
  await reconfigureVm(session, vm, changes);
  const left = missing(await readVmFacts(session, vm), expected).repaired;
  if (left.length === 0) return repaired;
  throw new UserError(
    'upload-failed',
    `vSphere did not take these settings of the imported VM: ${left.join(', ')}`,
    'Check that the host supports the guest id and firmware of the OVA.',
  );
}

/** Says that the VM is whole. */
export async function clearMarker(session: VsphereSession, vm: Moref): Promise<void> {
  await reconfigureVm(session, vm, { extraConfig: { [IMPORT_MARKER]: '' } });
}

function missing(
  facts: VmFacts,
  { firmware, guestId, secureBoot }: ExpectedSettings,
): { changes: VmChanges; repaired: string[] } {
  const setting = [...facts.extraConfig].find(([key]) => key.toLowerCase() === DISK_UUID.toLowerCase())?.[1];
  const wantsUuid = setting?.toUpperCase() !== 'TRUE';
  const wantsFirmware = firmware !== undefined && facts.firmware !== firmware;
  const wantsGuest = guestId !== undefined && facts.guestId !== guestId;
  const wantsSecureBoot = secureBoot !== undefined && facts.secureBoot !== secureBoot;
  return {
    changes: {
      ...(wantsUuid && { extraConfig: { [DISK_UUID]: 'TRUE' } }),
      ...(wantsFirmware && { firmware }),
      ...(wantsGuest && { guestId }),
      ...(wantsSecureBoot && { secureBoot }),
    },
    repaired: [
      ...(wantsUuid ? [`${DISK_UUID} = TRUE`] : []),
      ...(wantsFirmware ? [`firmware = ${firmware}`] : []),
      ...(wantsGuest ? [`guest id = ${guestId}`] : []),
      ...(wantsSecureBoot ? [`secure boot = ${secureBoot}`] : []),
    ],
  };
}
