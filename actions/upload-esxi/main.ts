/** Checks everything that can be checked before a byte is sent, imports, settles, and puts the VM in its place. */

import { randomUUID } from 'node:crypto';
import { judgeOvfDisks } from '../../src/check/ovf-disks.ts';
import type { Context } from '../../src/context.ts';
import { UserError } from '../../src/errors.ts';
import { hashFile } from '../../src/files/hash-file.ts';
import { checkImageSetting } from '../../src/ova/check-image-setting.ts';
import { type OvaPackage, openOva } from '../../src/ova/ova-package.ts';
import { verifyManifest } from '../../src/ova/verify-manifest.ts';
import { showProgress } from '../../src/progress.ts';
import { formatDuration, formatSize } from '../../src/units.ts';
import { clearCandidates } from '../../src/upload/candidates.ts';
import { expectedSettings, finishVm } from '../../src/upload/finish-vm.ts';
import { HELD_IMPORT } from '../../src/upload/held-import.ts';
import { importOva } from '../../src/upload/import-ova.ts';
import { clearLeftovers } from '../../src/upload/leftovers.ts';
import { mapNetworks } from '../../src/upload/network-map.ts';
import { type ChosenPlacement, choosePlacement, readPlacementInventory } from '../../src/upload/placement.ts';
import type { StartedImport } from '../../src/upload/undo-import.ts';
import { assertPrivileges } from '../../src/vsphere/access/assert-privileges.ts';
import type { Inventory, InventoryObject } from '../../src/vsphere/inventory/inventory.ts';
import { vmNamed, vmsIn } from '../../src/vsphere/inventory/vm-folders.ts';
import type { ImportRequest } from '../../src/vsphere/transfer/ovf-import.ts';
import { type OwnerProcess, ownerProcess } from '../../src/vsphere/vm/owner.ts';
import {
  CANDIDATE_LIFE,
  formatReleaseMark,
  nameOfCandidate,
  RELEASE_KEY,
  type ReleaseMark,
} from '../../src/vsphere/vm/release-mark.ts';
import { explainFault } from '../../src/vsphere/wire/explain-fault.ts';
import { HELD_SESSION } from '../../src/vsphere/wire/held-session.ts';
import { connectVsphere, type VsphereSession } from '../../src/vsphere/wire/session.ts';
import type { UploadEsxiInputs } from './inputs.ts';

export interface UploadEsxiResult {
  /** Managed object id, such as vm-42. */
  readonly vm: string;
  readonly inventoryPath: string;
  readonly as: UploadEsxiInputs['as'];
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
  /** SHA-256 of the OVA; missing where an existing one was kept. */
  readonly ova?: string;
  /** Of a candidate. */
  readonly release?: { readonly name: string; readonly ova: string; readonly expires: string };
}

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
  const { placement, existing } = await place(session, ova, inputs, me);
  const finalName = inputs.as === 'candidate' ? nameOfCandidate(inputs.name, inputs.run) : inputs.name;
  const inventoryPath = `${placement.folderPath}/${finalName}`;
  const common = {
    inventoryPath,
    as: inputs.as,
    server: session.url.host,
    product: session.about.fullName,
    datastore: placement.datastoreName,
  };
  if (existing && inputs.ifExists === 'keep') {
    assertOfKind(existing, inputs);
    log.info(`${inventoryPath} exists and is kept`);
    const none = { uploadedBytes: 0, milliseconds: 0, repaired: [] };
    return { ...common, ...none, vm: existing.moref.value, existing: 'kept' };
  }
  if (existing) assertReplaceable(existing, inputs);
  const networks = mapNetworks(ova.ovf.networks, inputs.networks, placement.networks);
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
  const making: Making = { request, me, old: existing, finalName, template: inputs.as === 'template', mark };
  const made = await make(session, ova, making, context);
  if (session.signal.aborted) {
    log.warning(`${inventoryPath} (${made.vm}) was finished before the run was cancelled, and stays.`);
  }
  const release = mark && { name: mark.name, ova: mark.ova, expires: mark.expires.toISOString() };
  return { ...common, ...made, existing: existing ? 'replaced' : 'none', ova: sha256, ...(release && { release }) };
}

function markOf({ name, run }: UploadEsxiInputs, session: VsphereSession, ova: string): ReleaseMark {
  return { name, run, ova, expires: new Date(session.now().getTime() + CANDIDATE_LIFE) };
}

interface Making {
  readonly request: ImportRequest;
  readonly me: OwnerProcess;
  readonly old: InventoryObject | undefined;
  readonly finalName: string;
  readonly template: boolean;
  readonly mark: ReleaseMark | undefined;
}

/** Imports and finishes; both put away what they made when they fail. What a kill leaves of it is held. */
async function make(
  session: VsphereSession,
  ova: OvaPackage,
  { request, me, old, finalName, template, mark }: Making,
  context: Context,
): Promise<Pick<UploadEsxiResult, 'vm' | 'uploadedBytes' | 'milliseconds' | 'repaired'>> {
  const { log } = session;
  let settled = (): void => {};
  const onMade = ({ folder, name, run, lease }: Readonly<StartedImport>): void => {
    const before = settled;
    settled = context.hold(HELD_IMPORT, { ticket: session.ticket(), folder, name, run, ...(lease && { lease }) });
    before();
  };
  try {
    const started = Date.now();
    const onProgress = (): ((share: number) => void) => showProgress(log, 'sent');
    const { vm, workingName, uploadedBytes } = await importOva(session, ova, request, { me, onMade, onProgress });
    const milliseconds = Date.now() - started;
    log.info(`${formatSize(uploadedBytes)} sent and taken in ${formatDuration(milliseconds)}`);
    const repaired = await finishVm(
      session,
      { vm, workingName, name: finalName, run: me.run },
      {
        me,
        expected: expectedSettings(ova),
        template,
        marks: mark ? { [RELEASE_KEY]: formatReleaseMark(mark) } : {},
        old,
      },
    );
    return { vm: vm.value, uploadedBytes, milliseconds, repaired };
  } finally {
    settled();
  }
}

/** Where it goes and what is there already, after what earlier runs left has been cleared away. */
async function place(
  session: VsphereSession,
  ova: OvaPackage,
  inputs: UploadEsxiInputs,
  me: OwnerProcess,
): Promise<{ placement: ChosenPlacement; existing: InventoryObject | undefined }> {
  const { placement: wishes, name, as, run, ifExists } = inputs;
  let inventory: Inventory = await readPlacementInventory(session);
  let placement = choosePlacement(inventory, wishes);
  const beside = as === 'candidate';
  // Who keeps what is there changes nothing, and needs nothing.
  const kept = !beside && ifExists === 'keep' && vmNamed(vmsIn(inventory, placement.folder), name) !== undefined;
  if (!kept) await assertAllowed(session, ova, inputs, placement);
  if (await clearLeftovers(session, inventory, { folder: placement.folder, name, me, beside })) {
    inventory = await readPlacementInventory(session);
    placement = choosePlacement(inventory, wishes);
  }
  const here = vmsIn(inventory, placement.folder);
  if (!beside) return { placement, existing: vmNamed(here, name) };
  await clearCandidates(session, here, { name, run });
  return { placement, existing: undefined };
}

async function assertAllowed(
  session: VsphereSession,
  ova: OvaPackage,
  { as, networks }: UploadEsxiInputs,
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
    },
    conditions: as === 'template' ? ['with `as: template`'] : [],
  });
}

/** A machine is not taken for the template, nor the template for a machine. */
function assertOfKind({ path, properties }: InventoryObject, { as }: UploadEsxiInputs): void {
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
  for (const { severity, seen, remedy } of await judgeOvfDisks(ova)) {
    if (severity === 'error') throw new UserError('ova-invalid', seen, remedy);
    session.log.warning(seen);
  }
  if (!(await checkImageSetting(ova))) session.log.debug(`${ova.path} does not say which disk its settings are for`);
  if (!ova.manifest) {
    session.log.warning(
      `${ova.path} has no manifest: that its files are whole cannot be checked before they are sent.`,
    );
    return;
  }
  await verifyManifest(ova, session.signal);
  session.log.info(`${ova.manifest.digests.size} files are as ${ova.manifest.name} says`);
}
