/** Makes sure that an imported VM has the settings that quiesced snapshots and booting depend on: importers drop some. */

import { UserError } from '../errors.ts';
import { ownedBy } from '../vsphere/vm/owned-vm.ts';
import { OWNER_KEY, type OwnerProcess, parseOwner } from '../vsphere/vm/owner.ts';
import { readVmFacts, type VmFacts } from '../vsphere/vm/vm-facts.ts';
import { reconfigureVm, type VmChanges } from '../vsphere/vm/vm-operations.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';

/** What the descriptor asks for. */
export interface ExpectedSettings {
  readonly firmware: 'efi' | 'bios' | undefined;
  readonly guestId: string | undefined;
  readonly secureBoot: boolean | undefined;
}

/** As vSphere writes it. */
const DISK_UUID = 'disk.EnableUUID';

/**
 * Also renews the owner's time, for what comes next takes no renewal: the settings of a template cannot be changed.
 * @returns what had to be put right, for people
 * @throws UserError upload-failed when vSphere does not take a setting
 */
export async function settleVm(
  session: VsphereSession,
  vm: Moref,
  expected: ExpectedSettings,
  me: OwnerProcess,
): Promise<string[]> {
  const { changes, repaired } = missing(await readVmFacts(session, vm), expected);
  await reconfigureVm(session, vm, { ...changes, extraConfig: { ...changes.extraConfig, ...ownedBy(session, me) } });
  const facts = await readVmFacts(session, vm);
  const left = [
    ...missing(facts, expected).repaired,
    ...(parseOwner(facts.extraConfig.get(OWNER_KEY) ?? '')?.run === me.run ? [] : [OWNER_KEY]),
  ];
  if (left.length === 0) return repaired;
  throw new UserError(
    'upload-failed',
    `vSphere did not take these settings of the imported VM: ${left.join(', ')}`,
    'Check that the host supports the guest id and firmware of the OVA, and that the account may change advanced settings.',
  );
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
