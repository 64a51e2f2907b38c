/** The candidate becomes the template, or the VM, that people clone; what had the name is set aside. */

import type { Context } from '../../src/context.ts';
import { UserError } from '../../src/errors.ts';
import { publishCandidate, readReleases } from '../../src/publish/publish-candidate.ts';
import { assertNotRunning, releasesIn } from '../../src/publish/releases.ts';
import { assertPrivileges } from '../../src/vsphere/access/assert-privileges.ts';
import { findOne } from '../../src/vsphere/inventory/find.ts';
import type { Inventory, InventoryObject } from '../../src/vsphere/inventory/inventory.ts';
import type { LocatedVm } from '../../src/vsphere/inventory/locate-vm.ts';
import { foldersForVms } from '../../src/vsphere/inventory/vm-folders.ts';
import type { VmFacts } from '../../src/vsphere/vm/vm-facts.ts';
import { sameMoref } from '../../src/vsphere/wire/moref.ts';
import type { VsphereSession } from '../../src/vsphere/wire/session.ts';
import type { PublishTemplateInputs } from './inputs.ts';
import { publishNotes } from './publish-notes.ts';
import { commonResult, type PublishTemplateResult, type Subjects } from './result.ts';

export async function publishVm(
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
  const notes = publishNotes(inputs.notes, mark, verification, facts);
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
