/** Looks at the candidate, its proof and what has the name, and publishes only when all three are as they have to be. */

import type { Context } from '../../src/context.ts';
import { UserError } from '../../src/errors.ts';
import { assertUnchanged } from '../../src/publish/assert-unchanged.ts';
import { publishCandidate, readReleases } from '../../src/publish/publish-candidate.ts';
import { lookAtItem, publishItem } from '../../src/publish/publish-item.ts';
import { assertNotRunning, releasesIn } from '../../src/publish/releases.ts';
import { readVerification, type Verification } from '../../src/publish/verification.ts';
import { assertPrivileges } from '../../src/vsphere/access/assert-privileges.ts';
import { findOne } from '../../src/vsphere/inventory/find.ts';
import type { Inventory, InventoryObject } from '../../src/vsphere/inventory/inventory.ts';
import { type LocatedVm, locateVm } from '../../src/vsphere/inventory/locate-vm.ts';
import { foldersForVms } from '../../src/vsphere/inventory/vm-folders.ts';
import { assertCandidate } from '../../src/vsphere/vm/assert-candidate.ts';
import { BAKE_KEY, parseBakeMark } from '../../src/vsphere/vm/bake-mark.ts';
import { parseReleaseMark, RELEASE_KEY, type ReleaseMark } from '../../src/vsphere/vm/release-mark.ts';
import { removeVm } from '../../src/vsphere/vm/remove-vm.ts';
import { formatToolsVersion } from '../../src/vsphere/vm/tools-version.ts';
import { readVmFacts, type VmFacts } from '../../src/vsphere/vm/vm-facts.ts';
import { explainFault } from '../../src/vsphere/wire/explain-fault.ts';
import { HELD_SESSION } from '../../src/vsphere/wire/held-session.ts';
import { sameMoref } from '../../src/vsphere/wire/moref.ts';
import { connectRest, HELD_REST_SESSION } from '../../src/vsphere/wire/rest.ts';
import { connectVsphere, type VsphereSession } from '../../src/vsphere/wire/session.ts';
import type { PublishTemplateInputs } from './inputs.ts';

export interface PublishTemplateResult {
  /** Managed object id, such as vm-42. */
  readonly vm: string;
  readonly inventoryPath: string;
  readonly as: PublishTemplateInputs['as'];
  /** Id of the item, where it is one and was made. */
  readonly libraryItem?: string;
  readonly server: string;
  /** SHA-256 of the OVA. */
  readonly ova: string;
  readonly verification: Verification;
  /** What had the name before, and what it is called now. */
  readonly replaced: readonly { readonly vm: string; readonly name: string }[];
  /** Older releases that nobody has to keep. */
  readonly removed: readonly { readonly vm: string; readonly name: string }[];
  readonly dryRun: boolean;
}

export async function main(inputs: PublishTemplateInputs, context: Context): Promise<PublishTemplateResult> {
  const { signal, log } = context;
  const session = await connectVsphere({ ...inputs, signal, log, onRenewed: context.rehold });
  // Held first, so undone last: what else is undone needs the session.
  context.hold(HELD_SESSION, session.ticket(), () => session.close());
  log.info(`Connected to ${session.url.host}: ${session.about.fullName}`);
  try {
    return await publish(session, inputs, context);
  } catch (error) {
    throw explainFault(error, `Publishing ${inputs.vm}`);
  }
}

async function publish(
  session: VsphereSession,
  inputs: PublishTemplateInputs,
  context: Context,
): Promise<PublishTemplateResult> {
  const { log } = session;
  if (inputs.as !== 'vm' && session.about.kind === 'esxi') {
    throw new UserError(
      'vsphere-refused',
      `${session.url.host} is an ESXi host (${session.about.fullName}), and only vCenter has templates and libraries`,
      'Set as: vm, or connect to the vCenter that manages this host.',
    );
  }
  const vm = await locateVm(session, inputs);
  const facts = await readVmFacts(session, vm.moref);
  const mark = candidateMark(vm, facts, inputs.name);
  const subject = { host: session.url.host, moref: vm.moref.value, ova: mark.ova };
  const verification = await readVerification(inputs.verification, subject, inputs.level);
  assertPublishable(vm, facts);
  await assertUnchanged(session, vm.path, facts, verification);
  log.info(`${vm.path} is proven: ${verification.verdict}`);

  const subjects: Subjects = { vm, facts, mark, verification };
  return inputs.library === undefined
    ? publishVm(session, inputs, subjects, context)
    : publishInLibrary(session, inputs, inputs.library, subjects, context);
}

interface Subjects {
  readonly vm: LocatedVm;
  readonly facts: VmFacts;
  readonly mark: ReleaseMark;
  readonly verification: Verification;
}

function commonResult(session: VsphereSession, inputs: PublishTemplateInputs, { vm, mark, verification }: Subjects) {
  const server = session.url.host;
  return { vm: vm.moref.value, as: inputs.as, server, ova: mark.ova, verification, dryRun: inputs.dryRun };
}

async function publishVm(
  session: VsphereSession,
  inputs: PublishTemplateInputs,
  subjects: Subjects,
  context: Context,
): Promise<PublishTemplateResult> {
  const { log } = session;
  const { vm, facts, mark, verification } = subjects;
  const { name } = mark;
  if (inputs.as === 'vm' && facts.template) {
    throw new UserError(
      'vm-unfit',
      `${vm.path} is a template, and as: vm was asked for`,
      'Set as: template, or convert it to a virtual machine and prove it again.',
    );
  }
  const inventory = await readReleases(session);
  const folder = chooseFolder(inventory, vm, facts, inputs.folder);
  const releases = releasesIn(inventory, folder.moref, name);
  assertNotRunning(releases);
  const common = { ...commonResult(session, inputs, subjects), inventoryPath: `${folder.path}/${name}` };
  await assertPrivileges(session, 'publish-template', {
    places: {
      machine: [[vm.moref], ...(releases.current ? [[releases.current.moref]] : [])],
      folder: [[folder.moref]],
    },
    conditions: [
      'unless `as: library-item`',
      ...(inputs.as === 'template' ? (['with `as: template`'] as const) : []),
      ...(sameMoref(facts.folder, folder.moref) ? [] : (['with `folder:`'] as const)),
    ],
  });
  if (inputs.dryRun) {
    log.info(releases.current ? `${releases.current.path} would be set aside` : `Nobody is called ${name} there`);
    return { ...common, replaced: [], removed: [] };
  }
  const notes = notesOf(inputs.notes, mark, verification, facts);
  const publication = {
    name,
    template: inputs.as === 'template',
    folder: folder.moref,
    folderPath: folder.path,
    run: inputs.run,
    notes,
    keep: inputs.keep,
  };
  const { replaced, removed } = await publishCandidate(session, facts, publication, context);
  return { ...common, replaced, removed };
}

/** The item has all that the candidate was, which is removed then. */
async function publishInLibrary(
  session: VsphereSession,
  inputs: PublishTemplateInputs,
  library: string,
  subjects: Subjects,
  context: Context,
): Promise<PublishTemplateResult> {
  const { vm, facts, mark, verification } = subjects;
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
    notes: notesOf(inputs.notes, mark, verification, facts),
    release: { run: inputs.run, ova, published: session.now() },
  };
  const { item, replaced, removed } = await publishItem(session, rest, publication, context);
  await removeCandidate(session, vm);
  return { ...common, libraryItem: item, replaced, removed };
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

/** @throws UserError input-invalid for what upload-esxi has not made as a candidate, or what is published already */
function candidateMark(vm: LocatedVm, { extraConfig }: VmFacts, wanted: string | undefined): ReleaseMark {
  const mark = parseReleaseMark(extraConfig.get(RELEASE_KEY) ?? '');
  if (mark && wanted !== undefined && mark.name !== wanted) {
    throw new UserError(
      'input-invalid',
      `${vm.path} was made to be published as ${mark.name}, not as ${wanted}`,
      'Set vm to the candidate of this template, or upload the OVA under the other name.',
    );
  }
  return assertCandidate(vm, mark);
}

/** What people clone has to be off and in one piece: a snapshot, or what is left of one, would make every clone depend on it. */
function assertPublishable({ path }: LocatedVm, facts: VmFacts): void {
  if (facts.poweredOn || facts.suspended) {
    throw new UserError(
      'vm-unfit',
      `${path} is ${facts.suspended ? 'suspended' : 'running'}, and only what is off is published`,
      'Shut it down, and prove it again.',
    );
  }
  const [snapshot] = facts.snapshots;
  if (snapshot) {
    throw new UserError(
      'vm-unfit',
      `${path} has a snapshot (${snapshot.name}), which every clone would depend on`,
      'Remove its snapshots, and prove it again.',
    );
  }
  const delta = facts.devices.disks.find((disk) => disk.delta);
  if (delta) {
    throw new UserError(
      'vm-unfit',
      `${path} lives on what changed against another disk (${delta.label}), as after a snapshot whose disks were not merged`,
      'Consolidate its disks, and prove it again; or upload the OVA again.',
    );
  }
}

function chooseFolder(
  inventory: Inventory,
  { datacenter }: LocatedVm,
  { folder }: VmFacts,
  written: string | undefined,
): Pick<InventoryObject, 'moref' | 'path'> {
  const folders = foldersForVms(inventory);
  const wanted = { kind: 'folder for VMs', input: 'folder' };
  if (written !== undefined) {
    return findOne(
      folders.filter(({ path }) => datacenter === '' || path.startsWith(`/${datacenter}/`)),
      written,
      wanted,
    );
  }
  return findOne(
    folders.filter(({ moref }) => sameMoref(moref, folder)),
    undefined,
    wanted,
  );
}

function notesOf(
  notes: string | undefined,
  { ova, run }: ReleaseMark,
  { verdict, writers }: Verification,
  { extraConfig }: VmFacts,
): string {
  const seen = parseBakeMark(extraConfig.get(BAKE_KEY) ?? '')?.seen;
  const baked = seen?.result && [
    `Windows ${seen.result.build}, VMware Tools ${formatToolsVersion(Number(seen.toolsVersion))}`,
  ];
  const proof = `Quiesced snapshot: ${verdict}${writers.length === 0 ? '' : `, ${writers.length} VSS writers took part`}`;
  return [
    ...(notes === undefined ? [] : [notes]),
    `Made by Stillframe in run ${run}`,
    ...(baked ?? []),
    proof,
    `OVA sha256:${ova}`,
  ].join('\n');
}
