/** The candidate becomes an item of a content library, which has all that it was; the candidate is removed then. */

import type { Context } from '../../src/context.ts';
import { UserError } from '../../src/errors.ts';
import { lookAtItem, publishItem } from '../../src/publish/publish-item.ts';
import { assertPrivileges } from '../../src/vsphere/access/assert-privileges.ts';
import type { LocatedVm } from '../../src/vsphere/inventory/locate-vm.ts';
import { removeVm } from '../../src/vsphere/vm/remove-vm.ts';
import type { VmFacts } from '../../src/vsphere/vm/vm-facts.ts';
import { connectRest, HELD_REST_SESSION } from '../../src/vsphere/wire/rest.ts';
import type { VsphereSession } from '../../src/vsphere/wire/session.ts';
import type { PublishTemplateInputs } from './inputs.ts';
import { publishNotes } from './publish-notes.ts';
import { commonResult, type PublishTemplateResult, type Subjects } from './result.ts';

export async function publishInLibrary(
  session: VsphereSession,
  inputs: PublishTemplateInputs,
  library: string,
  subjects: Subjects,
  context: Context,
): Promise<PublishTemplateResult> {
  const { vm, facts, mark, verification } = subjects;
  assertStartsBySelf(vm, facts);
  const { name, ova } = mark;
  const rest = await connectRest(session, { ...inputs, onRenewed: context.rehold });
  context.hold(HELD_REST_SESSION, rest.ticket(), () => rest.close());
  const common = { ...commonResult(session, inputs, subjects), inventoryPath: `${library}/${name}` };
  const { current } = await lookAtItem(rest, { library, name });
  await assertPrivileges(session, 'publish-template', {
    places: { machine: [[vm.moref]], root: [[session.manager('rootFolder')]] },
    conditions: ['with `as: library-item`'],
  });
  if (inputs.dryRun) {
    session.log.info(current ? `The item ${current.id} would be updated` : `The library has no item ${name} yet`);
    return { ...common, ...(current && { libraryItem: current.id }), replaced: [], removed: [] };
  }
  const publication = {
    ...{ vm: vm.moref, disks: facts.devices.disks.length, library, name, keep: inputs.keep },
    notes: publishNotes(inputs.notes, mark, verification, facts),
    release: { run: inputs.run, ova, published: session.now() },
  };
  const { item, replaced, removed } = await publishItem(session, rest, publication, context);
  await removeCandidate(session, vm);
  return { ...common, libraryItem: item, replaced, removed };
}

/** vCenter writes the order into the descriptor of the item, and gives BIOS firmware to what is deployed of that (govmomi issue 2304). */
function assertStartsBySelf({ path }: LocatedVm, { bootOrder, firmware }: VmFacts): void {
  if (bootOrder === undefined || firmware !== 'efi') return;
  throw new UserError(
    'vm-unfit',
    `${path} has an order of devices to start from, and what is deployed of an item with one gets BIOS firmware, which starts no Windows of this disk`,
    `Take the order away (govc device.boot -vm ${path} -order -), and prove it again.`,
  );
}

async function removeCandidate(session: VsphereSession, { moref, path }: LocatedVm): Promise<void> {
  try {
    await removeVm(session, moref, { powerOff: false, patience: 60_000 });
    session.log.info(`Removed the candidate ${path}: the item has all that it was`);
  } catch (error) {
    session.signal.throwIfAborted();
    session.log.warning(`${path} could not be removed (${String(error)}): the next upload of its name does it.`);
  }
}
