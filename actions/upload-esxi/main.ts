/** Checks everything that can be checked before a byte is sent, imports, settles, and puts the VM in its place. */

import { randomUUID } from 'node:crypto';
import type { Context } from '../../src/context.ts';
import { UserError } from '../../src/errors.ts';
import { type OvaPackage, openOva } from '../../src/ova/ova-package.ts';
import { verifyManifest } from '../../src/ova/verify-manifest.ts';
import { tellTenths } from '../../src/progress.ts';
import { formatDuration, formatSize } from '../../src/units.ts';
import { importOva } from '../../src/upload/import-ova.ts';
import { clearLeftovers, newName, removeVm, vmsIn } from '../../src/upload/leftovers.ts';
import { mapNetworks } from '../../src/upload/network-map.ts';
import { type ChosenPlacement, choosePlacement, readPlacementInventory } from '../../src/upload/placement.ts';
import { replaceVm } from '../../src/upload/replace-vm.ts';
import { clearMarker, type ExpectedSettings, settleVm } from '../../src/upload/settle-vm.ts';
import type { Inventory, InventoryObject } from '../../src/vsphere/inventory/inventory.ts';
import { markAsTemplate } from '../../src/vsphere/vm/vm-operations.ts';
import { explainFault } from '../../src/vsphere/wire/explain-fault.ts';
import type { Moref } from '../../src/vsphere/wire/moref.ts';
import { connectVsphere, type VsphereSession } from '../../src/vsphere/wire/session.ts';
import type { UploadEsxiInputs } from './inputs.ts';

export interface UploadEsxiResult {
  /** Managed object id, such as vm-42. */
  readonly vm: string;
  readonly inventoryPath: string;
  readonly as: 'vm' | 'template';
  readonly server: string;
  readonly product: string;
  readonly datastore: string;
  /** What happened to a VM of that name. */
  readonly existing: 'none' | 'kept' | 'replaced';
  /** 0 when the existing one was kept. */
  readonly uploadedBytes: number;
  readonly milliseconds: number;
  /** Settings that the importer had dropped. */
  readonly repaired: readonly string[];
}

export async function main(inputs: UploadEsxiInputs, context: Context): Promise<UploadEsxiResult> {
  const ova = await openOva(inputs.ova);
  try {
    const { signal, log } = context;
    const session = await connectVsphere({ ...inputs, signal, log });
    try {
      log.info(`Connected to ${session.url.host}: ${session.about.fullName}`);
      return await publish(session, ova, inputs);
    } catch (error) {
      throw explainFault(error, `Uploading ${inputs.name}`);
    } finally {
      await session.close();
    }
  } finally {
    await ova.close();
  }
}

async function publish(session: VsphereSession, ova: OvaPackage, inputs: UploadEsxiInputs): Promise<UploadEsxiResult> {
  const { log } = session;
  if (inputs.as === 'template' && session.about.kind === 'esxi') {
    throw new UserError(
      'vsphere-refused',
      `${session.url.host} is an ESXi host (${session.about.fullName}), and only vCenter has templates`,
      'Set as: vm, or connect to the vCenter that manages this host.',
    );
  }
  const { placement, existing } = await place(session, inputs);
  const inventoryPath = `${placement.folderPath}/${inputs.name}`;
  const common = {
    inventoryPath,
    as: inputs.as,
    server: session.url.host,
    product: session.about.fullName,
    datastore: placement.datastoreName,
  };
  if (existing && inputs.ifExists === 'keep') {
    log.info(`${inventoryPath} exists and is kept`);
    const kept = {
      vm: existing.moref.value,
      existing: 'kept',
      uploadedBytes: 0,
      milliseconds: 0,
      repaired: [],
    } as const;
    return { ...common, ...kept };
  }
  if (existing) assertReplaceable(existing, inputs);
  const networks = mapNetworks(ova.ovf.networks, inputs.networks, placement.networks);
  await log.group('Checking the OVA against its manifest', () => checkPackage(ova, placement, session));

  const run = randomUUID().slice(0, 8);
  const started = Date.now();
  const imported = await importOva(
    session,
    ova,
    {
      ...placement,
      networks,
      descriptor: ova.descriptor.text,
      name: existing ? newName(inputs.name, run) : inputs.name,
      diskProvisioning: inputs.diskProvisioning,
    },
    { run, onProgress: tellTenths((percent) => session.log.info(`${percent} % sent`)) },
  );
  const milliseconds = Date.now() - started;
  log.info(`${formatSize(imported.uploadedBytes)} sent and taken in ${formatDuration(milliseconds)}`);
  const repaired = await finish(session, ova, inputs, imported.vm, existing, run);
  return {
    ...common,
    vm: imported.vm.value,
    existing: existing ? 'replaced' : 'none',
    uploadedBytes: imported.uploadedBytes,
    milliseconds,
    repaired,
  };
}

/** Where it goes and what is there already, after what earlier runs left has been cleared away. */
async function place(
  session: VsphereSession,
  { placement: wishes, name }: UploadEsxiInputs,
): Promise<{ placement: ChosenPlacement; existing: InventoryObject | undefined }> {
  let inventory: Inventory = await readPlacementInventory(session);
  let placement = choosePlacement(inventory, wishes);
  if (await clearLeftovers(session, inventory, placement.folder, name)) {
    inventory = await readPlacementInventory(session);
    placement = choosePlacement(inventory, wishes);
  }
  const existing = vmsIn(inventory, placement.folder).find((vm) => vm.name.toLowerCase() === name.toLowerCase());
  return { placement, existing };
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
  if (properties.get('runtime.powerState')?.text === 'poweredOn') {
    throw new UserError(
      'vsphere-exists',
      `${path} is running and is not replaced`,
      'Shut it down first, or choose another name.',
    );
  }
}

async function checkPackage(
  ova: OvaPackage,
  { freeSpace, datastoreName }: ChosenPlacement,
  session: VsphereSession,
): Promise<void> {
  if (freeSpace !== undefined && freeSpace < ova.source.size) {
    throw new UserError(
      'vsphere-refused',
      `The datastore ${datastoreName} has ${formatSize(freeSpace)} free, less than the ${formatSize(ova.source.size)} of the OVA`,
      'Free some space on it, or choose another one (input datastore).',
    );
  }
  if (!ova.manifest) {
    session.log.warning(
      `${ova.path} has no manifest: that its files are whole cannot be checked before they are sent.`,
    );
    return;
  }
  await verifyManifest(ova, session.signal);
  session.log.info(`${ova.manifest.digests.size} files are as ${ova.manifest.name} says`);
}

/** From a VM that is whole but marked to one in its place; any failure removes it. */
async function finish(
  session: VsphereSession,
  ova: OvaPackage,
  inputs: UploadEsxiInputs,
  vm: Moref,
  existing: InventoryObject | undefined,
  run: string,
): Promise<string[]> {
  try {
    const repaired = await settleVm(session, vm, expectedSettings(ova));
    for (const setting of repaired) session.log.info(`The import had dropped a setting, now put right: ${setting}`);
    session.signal.throwIfAborted();
    // From here on a cancelled run goes on to the end: it is a matter of seconds, and half of it helps nobody.
    const steady = session.uncancelled();
    const settle = async (): Promise<void> => {
      await clearMarker(steady, vm);
      if (inputs.as === 'template') await markAsTemplate(steady, vm);
    };
    if (existing) await replaceVm(steady, existing, { vm, name: inputs.name, run }, settle);
    else await settle();
    return repaired;
  } catch (error) {
    await removeVm(session.uncancelled(), vm);
    throw error;
  }
}

function expectedSettings({ ovf: { machine, config } }: OvaPackage): ExpectedSettings {
  const { firmware, guestId } = machine;
  const secureBoot = config.get('bootOptions.efiSecureBootEnabled')?.toLowerCase();
  return { firmware, guestId, secureBoot: secureBoot === undefined ? undefined : secureBoot === 'true' };
}
