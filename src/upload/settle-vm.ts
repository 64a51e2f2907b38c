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
  /** Settings of the .vmx file by key. */
  readonly extraConfig: ReadonlyMap<string, string>;
}

/** As vSphere writes it. */
const DISK_UUID = 'disk.EnableUUID';
/** Settings of this project, which later steps rely on: that a first boot waits to be done is never guessed. */
const OURS = /^stillframe\./;

export interface Settling {
  readonly expected: ExpectedSettings;
  /** Settings of the .vmx file that say what it is, by key. */
  readonly marks: Readonly<Record<string, string>>;
  readonly me: OwnerProcess;
}

/**
 * Also renews the owner's time, for what comes next takes no renewal: the settings of a template cannot be changed.
 * @returns what had to be put right, for people
 * @throws UserError upload-failed when vSphere does not take a setting
 */
export async function settleVm(
  session: VsphereSession,
  vm: Moref,
  { expected, marks, me }: Settling,
): Promise<string[]> {
  const { changes, dropped } = missing(await readVmFacts(session, vm), expected);
  const extraConfig = { ...changes.extraConfig, ...marks, ...ownedBy(session, me) };
  await reconfigureVm(session, vm, { ...changes, extraConfig });
  const facts = await readVmFacts(session, vm);
  const lost = missing(facts, expected).dropped;
  for (const { setting } of lost.filter(({ needed }) => !needed)) {
    session.log.warning(`vSphere does not take this setting of the OVF descriptor: ${setting}`);
  }
  const left = [
    ...lost.filter(({ needed }) => needed).map(({ setting }) => setting),
    ...Object.keys(marks).filter((key) => facts.extraConfig.get(key) !== marks[key]),
    ...(parseOwner(facts.extraConfig.get(OWNER_KEY) ?? '')?.run === me.run ? [] : [OWNER_KEY]),
  ];
  if (left.length === 0) return dropped.filter((one) => !isAmong(one, lost)).map(({ setting }) => setting);
  throw new UserError(
    'upload-failed',
    `vSphere did not take these settings of the imported VM: ${left.join(', ')}`,
    'Check that the host supports the guest id and firmware of the OVA, and that the account may change advanced settings.',
  );
}

interface Dropped {
  /** For people. */
  readonly setting: string;
  /** Snapshots or their proof depend on it. Not every setting that somebody writes into a descriptor is vSphere's to take. */
  readonly needed: boolean;
}

function isAmong({ setting }: Dropped, all: readonly Dropped[]): boolean {
  return all.some((other) => other.setting === setting);
}

function missing(
  facts: VmFacts,
  { firmware, guestId, secureBoot, extraConfig }: ExpectedSettings,
): { changes: VmChanges; dropped: readonly Dropped[] } {
  const here = new Map([...facts.extraConfig].map(([key, value]) => [key.toLowerCase(), value]));
  // Needed whatever the descriptor says: without it snapshots are silently weaker.
  const others = [...extraConfig].filter(([key]) => key.toLowerCase() !== DISK_UUID.toLowerCase());
  const settings = [[DISK_UUID, 'TRUE'] as const, ...others].filter(
    ([key, value]) => (here.get(key.toLowerCase()) ?? '').toLowerCase() !== value.toLowerCase(),
  );
  const changes: VmChanges = {
    ...(settings.length > 0 && { extraConfig: Object.fromEntries(settings) }),
    ...(firmware !== undefined && facts.firmware !== firmware && { firmware }),
    ...(guestId !== undefined && facts.guestId !== guestId && { guestId }),
    ...(secureBoot !== undefined && facts.secureBoot !== secureBoot && { secureBoot }),
    // Of no use to one disk, and the ruin of an item that is made of it (govmomi issue 2304).
    ...(firmware === 'efi' && facts.bootOrder && { bootOrder: 'none' as const }),
  };
  return {
    changes,
    dropped: [
      ...settings.map(([key, value]) => ({
        setting: `${key} = ${value}`,
        needed: key === DISK_UUID || OURS.test(key),
      })),
      ...Object.entries({
        firmware: changes.firmware,
        'guest id': changes.guestId,
        'secure boot': changes.secureBoot,
        'boot order': changes.bootOrder,
      }).flatMap(([name, value]) =>
        value === undefined ? [] : { setting: `${name} = ${value}`, needed: name !== 'boot order' },
      ),
    ],
  };
}
