/** Checks everything that can be checked before a byte is sent, imports, settles, and puts the VM in its place. */

import { randomUUID } from 'node:crypto';
import type { Context } from '../../src/context.ts';
import { UserError } from '../../src/errors.ts';
import { hashFile } from '../../src/files/hash-file.ts';
import { type OvaPackage, openOva } from '../../src/ova/ova-package.ts';
import { assertPlaceable } from '../../src/upload/assert-placeable.ts';
import { clearCandidates } from '../../src/upload/candidates.ts';
import { expectedSettings } from '../../src/upload/finish-vm.ts';
import type { LibraryWay } from '../../src/upload/import-by-library.ts';
import { clearLeftovers } from '../../src/upload/leftovers.ts';
import { clearLibraryLeftovers } from '../../src/upload/library-leftovers.ts';
import { assertLibraryRoom } from '../../src/upload/library-room.ts';
import { mapNetworks } from '../../src/upload/network-map.ts';
import { type ChosenPlacement, choosePlacement, readPlacementInventory } from '../../src/upload/placement.ts';
import { assertPrivileges } from '../../src/vsphere/access/assert-privileges.ts';
import type { Inventory, InventoryObject } from '../../src/vsphere/inventory/inventory.ts';
import { vmNamed, vmsIn } from '../../src/vsphere/inventory/vm-folders.ts';
import { findLibrary } from '../../src/vsphere/library/library-items.ts';
import type { ImportRequest } from '../../src/vsphere/transfer/ovf-import.ts';
import { type OwnerProcess, ownerProcess } from '../../src/vsphere/vm/owner.ts';
import { activity } from '../../src/vsphere/vm/power-state.ts';
import { CANDIDATE_LIFE, nameOfCandidate, type ReleaseMark } from '../../src/vsphere/vm/release-mark.ts';
import { LOST } from '../../src/vsphere/vm/vm-facts.ts';
import { explainFault } from '../../src/vsphere/wire/explain-fault.ts';
import { HELD_SESSION } from '../../src/vsphere/wire/held-session.ts';
import { connectRest, HELD_REST_SESSION } from '../../src/vsphere/wire/rest.ts';
import { connectVsphere, type VsphereSession } from '../../src/vsphere/wire/session.ts';
import { checkPackage } from './check-package.ts';
import type { UploadEsxiInputs } from './inputs.ts';
import { makeVm } from './make-vm.ts';
import { putInLibrary } from './put-in-library.ts';
import type { UploadEsxiResult } from './result.ts';

export async function main(inputs: UploadEsxiInputs, context: Context): Promise<UploadEsxiResult> {
  const ova = await openOva(inputs.ova);
  try {
    const { signal, log } = context;
    const session = await connectVsphere({ ...inputs, signal, log, onRenewed: context.rehold });
    // Held first, so undone last: what else is undone needs the session.
    context.hold(HELD_SESSION, session.ticket(), () => session.close());
    log.info(`Connected to ${session.url.host}: ${session.about.fullName}`);
    return await publish(session, ova, inputs, context).catch((error: unknown) => {
      throw explainFault(error, `Uploading ${inputs.name}`);
    });
  } finally {
    await ova.close();
  }
}

async function publish(
  session: VsphereSession,
  ova: OvaPackage,
  inputs: UploadEsxiInputs,
  context: Context,
): Promise<UploadEsxiResult> {
  const { log } = session;
  if (inputs.as === 'template' && session.about.kind === 'esxi') {
    throw new UserError(
      'vsphere-refused',
      `${session.url.host} is an ESXi host (${session.about.fullName}), and only vCenter has templates`,
      'Set as: vm, or connect to the vCenter that manages this host.',
    );
  }
  const me = ownerProcess(randomUUID().slice(0, 8));
  const way = await openLibrary(session, inputs, context);
  if (inputs.as === 'library-item') {
    if (!way) throw new Error('an item without a library is refused by the inputs');
    return putInLibrary(session, ova, inputs, { me, way }, context);
  }
  const { placement, existing, inventory } = await place(session, ova, inputs, { me, way });
  const finalName = inputs.as === 'candidate' ? nameOfCandidate(inputs.name, inputs.run) : inputs.name;
  const inventoryPath = `${placement.folderPath}/${finalName}`;
  const common = {
    inventoryPath,
    as: inputs.as,
    server: session.url.host,
    product: session.about.fullName,
    datastore: placement.datastoreName,
    ...(way && { via: way.library.name }),
  };
  if (existing && inputs.ifExists === 'keep') {
    assertOfKind(existing, inputs);
    log.info(`${inventoryPath} exists and is kept`);
    const none = { uploadedBytes: 0, milliseconds: 0, repaired: [] };
    return { ...common, ...none, vm: existing.moref.value, existing: 'kept' };
  }
  if (existing) assertReplaceable(existing, inputs);
  await assertPlaceable(session, inventory, placement);
  const networks = mapNetworks(ova.ovf.networks, inputs.networks, placement.networks);
  if (way) await assertLibraryRoom(way.rest, inventory, way.library, ova.source.size);
  await log.group('Checking the OVA against its manifest', () => checkPackage(ova, placement, session));
  const request: ImportRequest = {
    ...placement,
    networks,
    descriptor: ova.descriptor.text,
    guestId: expectedSettings(ova).guestId,
    name: inputs.name,
    diskProvisioning: inputs.diskProvisioning,
  };
  const sha256 = await hashFile(inputs.ova, session.signal);
  const mark = inputs.as === 'candidate' ? markOf(inputs, session, sha256) : undefined;
  const making = { request, me, way, old: existing, finalName, template: inputs.as === 'template', mark };
  const made = await makeVm(session, ova, making, context);
  if (session.signal.aborted) {
    log.warning(`${inventoryPath} (${made.vm}) was finished before the run was cancelled, and stays.`);
  }
  const release = mark && { name: mark.name, ova: mark.ova, expires: mark.expires.toISOString() };
  return { ...common, ...made, existing: existing ? 'replaced' : 'none', ova: sha256, ...(release && { release }) };
}

function markOf({ name, run }: UploadEsxiInputs, session: VsphereSession, ova: string): ReleaseMark {
  return { name, run, ova, expires: new Date(session.now().getTime() + CANDIDATE_LIFE) };
}

/** Only where the OVA is to go through one. @throws UserError vsphere-refused for an ESXi host; those of connectRest and findLibrary */
async function openLibrary(
  session: VsphereSession,
  inputs: UploadEsxiInputs,
  context: Context,
): Promise<LibraryWay | undefined> {
  const input = inputs.as === 'library-item' ? 'library' : 'via-library';
  const written = input === 'library' ? inputs.library : inputs.viaLibrary;
  if (written === undefined) return undefined;
  if (session.about.kind === 'esxi') {
    throw new UserError(
      'vsphere-refused',
      `${session.url.host} is an ESXi host (${session.about.fullName}), and only vCenter has content libraries`,
      input === 'library' ? 'Set as: vm.' : 'Leave via-library out: the host takes the disk itself.',
    );
  }
  const rest = await connectRest(session, { ...inputs, onRenewed: context.rehold });
  context.hold(HELD_REST_SESSION, rest.ticket(), () => rest.close());
  return { rest, library: await findLibrary(rest, written, input) };
}

/** Where it goes and what is there already, after what earlier runs left has been cleared away. */
async function place(
  session: VsphereSession,
  ova: OvaPackage,
  inputs: UploadEsxiInputs,
  { me, way }: { readonly me: OwnerProcess; readonly way: LibraryWay | undefined },
): Promise<{ placement: ChosenPlacement; existing: InventoryObject | undefined; inventory: Inventory }> {
  const { placement: wishes, name, as, run, ifExists } = inputs;
  let inventory: Inventory = await readPlacementInventory(session);
  let placement = choosePlacement(inventory, wishes);
  const beside = as === 'candidate';
  // Who keeps what is there changes nothing, and needs nothing.
  const kept = !beside && ifExists === 'keep' && vmNamed(vmsIn(inventory, placement.folder), name) !== undefined;
  if (!kept) await assertAllowed(session, ova, inputs, placement);
  const readAgain = async (): Promise<void> => {
    inventory = await readPlacementInventory(session);
    placement = choosePlacement(inventory, wishes);
  };
  const claim = { folder: placement.folder, name, me };
  if (way && (await clearLibraryLeftovers(session, way.rest, { ...claim, library: way.library }))) await readAgain();
  if (await clearLeftovers(session, inventory, { ...claim, beside })) await readAgain();
  const here = vmsIn(inventory, placement.folder);
  if (!beside) return { placement, existing: vmNamed(here, name), inventory };
  await clearCandidates(session, here, { name, run });
  return { placement, existing: undefined, inventory };
}

async function assertAllowed(
  session: VsphereSession,
  ova: OvaPackage,
  { as, networks, viaLibrary }: UploadEsxiInputs,
  placement: ChosenPlacement,
): Promise<void> {
  const { pool, folder, datastore } = placement;
  const mapped = mapNetworks(ova.ovf.networks, networks, placement.networks);
  await assertPrivileges(session, 'upload-esxi', {
    places: {
      pool: [[pool]],
      folder: [[folder]],
      machine: [[folder, pool]],
      datastore: [[datastore]],
      network: [...mapped.values()].map((network) => [network]),
      root: [[session.manager('rootFolder')]],
    },
    conditions: [
      'unless `as: library-item`',
      ...(as === 'template' ? (['with `as: template`'] as const) : []),
      ...(viaLibrary === undefined ? [] : (['with `via-library`'] as const)),
    ],
  });
}

/** A machine is not taken for the template, nor the template for a machine, nor what nobody can use for either. */
function assertOfKind({ path, properties }: InventoryObject, { as }: UploadEsxiInputs): void {
  const state = properties.get('runtime.connectionState')?.text ?? '';
  if (LOST.includes(state)) {
    throw new UserError(
      'vsphere-exists',
      `${path} exists, but vSphere calls it ${state}: it cannot be kept`,
      'Look at its host and its datastore; or take it out of the inventory, and run the step again.',
    );
  }
  const template = properties.get('config.template')?.text === 'true';
  if (template === (as === 'template')) return;
  throw new UserError(
    'vsphere-exists',
    `${path} exists as a ${template ? 'template' : 'virtual machine, not a template'}, and as: ${as} was asked for`,
    `Choose another name, remove it, or set as: ${template ? 'template' : 'vm'}.`,
  );
}

/** An engineer's running machine is not switched off to make room. */
function assertReplaceable({ path, properties }: InventoryObject, { ifExists }: UploadEsxiInputs): void {
  if (ifExists === 'fail') {
    throw new UserError(
      'vsphere-exists',
      `${path} exists already`,
      'Choose another name, or set if-exists: replace (the old one is removed once the new one is whole) or keep.',
    );
  }
  const active = activity(properties.get('runtime.powerState')?.text);
  if (active !== undefined) {
    throw new UserError(
      'vsphere-exists',
      `${path} is ${active} and is not replaced`,
      'Shut it down first, or choose another name.',
    );
  }
}
