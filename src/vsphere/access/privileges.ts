/**
 * Which privileges each action needs, and on what: what it asks for before it changes anything, and what docs/vsphere.md lists. Ids are
 * those of vim25's AuthorizationManager; what a method needs is said in its reference (vSphere Web Services API, "Required Privileges"; for libraries
 * the vSphere Automation API: making an item of a VM needs VApp.Export and AddLibraryItem, copying one AddLibraryItem, and none of them ReadStorage).
 */

/**
 * On what a privilege is needed. `source`: the VM that is copied. `machine`: the VM that is worked on, or that is going to be made. `root`:
 * the root folder, where global permissions show.
 */
export type PrivilegePlace = 'source' | 'machine' | 'folder' | 'pool' | 'datastore' | 'network' | 'root';

/** When a privilege is needed, in the words of the documentation. */
export type Condition =
  | 'with `as: template`'
  | 'with `via-library`'
  | 'unless `as: library-item`'
  | 'with `as: library-item`'
  | 'with `folder:`'
  | 'with `network:`'
  | 'unless `network: as-it-is`'
  | 'with `scripts:`'
  | 'with `guest-password:`'
  | 'of a copy'
  | 'of a copy, or a VM that is off'
  | 'to copy a VM'
  | 'to copy a template'
  | 'with `customization:`'
  | 'with `customization:` of the vCenter'
  | 'of a template'
  | 'unless `safety-copy: false`'
  | 'to look at disks from outside'
  | 'to look at those that the datastore does not give';

export interface Need {
  readonly privilege: string;
  readonly on: PrivilegePlace;
  /** Left out: always. */
  readonly when?: Condition;
  /** Without it the action does less, and says so: nothing is refused. */
  readonly told?: true;
}

export type PrivilegedAction =
  | 'upload-esxi'
  | 'bake-template'
  | 'verify-quiesce'
  | 'publish-template'
  | 'repair-template'
  | 'audit-templates';

const POWER = ['VirtualMachine.Interact.PowerOn', 'VirtualMachine.Interact.PowerOff'];
const CHANGES = ['VirtualMachine.Config.AdvancedConfig', 'VirtualMachine.Config.EditDevice'];
const GUEST = ['VirtualMachine.GuestOperations.Execute', 'VirtualMachine.GuestOperations.Query'];

const COPYING: readonly Need[] = [
  ...when('to copy a VM', on('source', 'VirtualMachine.Provisioning.Clone')),
  ...when('to copy a template', on('source', 'VirtualMachine.Provisioning.DeployTemplate')),
];

const LOOKING: readonly Need[] = [
  ...when('to look at disks from outside', on('datastore', 'Datastore.Browse', 'Datastore.FileManagement')),
  ...when('to look at those that the datastore does not give', on('machine', 'VApp.Export')),
].map((need) => ({ ...need, told: true }));

export const PRIVILEGES: Readonly<Record<PrivilegedAction, readonly Need[]>> = {
  'upload-esxi': [
    ...when('unless `as: library-item`', on('pool', 'VApp.Import', 'Resource.AssignVMToPool')),
    ...when('unless `as: library-item`', on('folder', 'VirtualMachine.Inventory.Create')),
    ...when('unless `as: library-item`', on('machine', 'VirtualMachine.Inventory.Delete')),
    ...when('unless `as: library-item`', on('machine', 'VirtualMachine.Config.AddNewDisk')),
    ...when('unless `as: library-item`', on('machine', 'VirtualMachine.Config.AdvancedConfig')),
    ...when('unless `as: library-item`', on('machine', 'VirtualMachine.Config.Settings')),
    ...when('unless `as: library-item`', on('machine', 'VirtualMachine.Config.Rename')),
    ...when('unless `as: library-item`', on('datastore', 'Datastore.AllocateSpace')),
    ...when('unless `as: library-item`', on('network', 'Network.Assign')),
    ...when('with `as: template`', on('machine', 'VirtualMachine.Provisioning.MarkAsTemplate')),
    ...when('with `via-library`', on('root', 'ContentLibrary.AddLibraryItem', 'ContentLibrary.UpdateSession')),
    ...when('with `via-library`', on('root', 'ContentLibrary.DeleteLibraryItem')),
    ...when('with `as: library-item`', on('root', 'ContentLibrary.AddLibraryItem', 'ContentLibrary.UpdateSession')),
    ...when('with `as: library-item`', on('root', 'ContentLibrary.UpdateLibraryItem')),
    ...when('with `as: library-item`', on('root', 'ContentLibrary.DeleteLibraryItem')),
  ],
  'bake-template': [
    ...on('machine', 'VirtualMachine.Interact.PowerOn', 'VirtualMachine.Config.AdvancedConfig'),
    ...when('unless `network: as-it-is`', on('machine', 'VirtualMachine.Config.EditDevice')),
    ...when('with `network:`', on('network', 'Network.Assign')),
    ...when('with `scripts:`', on('machine', ...GUEST)),
  ],
  'verify-quiesce': [
    ...on('machine', 'VirtualMachine.State.CreateSnapshot', 'VirtualMachine.State.RemoveSnapshot'),
    ...on('datastore', 'Datastore.Browse', 'Datastore.FileManagement'),
    ...when('of a copy, or a VM that is off', on('machine', ...POWER)),
    ...when('of a copy', on('folder', 'VirtualMachine.Inventory.CreateFromExisting')),
    ...when('of a copy', on('machine', 'VirtualMachine.Inventory.Delete', ...CHANGES)),
    ...when('of a copy', on('pool', 'Resource.AssignVMToPool')),
    ...when('of a copy', on('datastore', 'Datastore.AllocateSpace')),
    ...COPYING,
    ...when('with `network:`', on('network', 'Network.Assign')),
    ...when('with `customization:`', on('source', 'VirtualMachine.Provisioning.Customize')),
    ...when('with `customization:` of the vCenter', on('root', 'VirtualMachine.Provisioning.ReadCustSpecs')),
    ...when('with `guest-password:`', on('machine', ...GUEST)),
  ],
  'publish-template': [
    ...on('machine', 'VirtualMachine.Inventory.Delete'),
    ...when('unless `as: library-item`', on('machine', 'VirtualMachine.Config.Annotation')),
    ...when('unless `as: library-item`', on('machine', 'VirtualMachine.Config.AdvancedConfig')),
    ...when('unless `as: library-item`', on('machine', 'VirtualMachine.Config.Rename')),
    ...when('with `as: template`', on('machine', 'VirtualMachine.Provisioning.MarkAsTemplate')),
    ...when('with `folder:`', on('machine', 'VirtualMachine.Inventory.Move')),
    ...when('with `folder:`', on('folder', 'VirtualMachine.Inventory.Move')),
    ...when('with `as: library-item`', on('machine', 'VApp.Export')),
    ...when('with `as: library-item`', on('root', 'ContentLibrary.AddLibraryItem', 'ContentLibrary.UpdateLibraryItem')),
    ...when('with `as: library-item`', on('root', 'ContentLibrary.DeleteLibraryItem')),
  ],
  'repair-template': [
    ...on('machine', ...CHANGES, ...POWER, ...GUEST),
    ...when('of a template', on('machine', 'VirtualMachine.Provisioning.MarkAsVM')),
    ...when('of a template', on('machine', 'VirtualMachine.Provisioning.MarkAsTemplate')),
    ...when('of a template', on('pool', 'Resource.AssignVMToPool')),
    ...when('unless `safety-copy: false`', on('folder', 'VirtualMachine.Inventory.CreateFromExisting')),
    ...when('unless `safety-copy: false`', on('folder', 'VirtualMachine.Inventory.Delete')),
    ...when('unless `safety-copy: false`', on('folder', 'VirtualMachine.Config.Annotation')),
    ...when('unless `safety-copy: false`', on('pool', 'Resource.AssignVMToPool')),
    ...when('unless `safety-copy: false`', on('datastore', 'Datastore.AllocateSpace')),
    ...COPYING,
    ...LOOKING,
  ],
  'audit-templates': LOOKING,
};

function on(place: PrivilegePlace, ...privileges: readonly string[]): Need[] {
  return privileges.map((privilege) => ({ privilege, on: place }));
}

function when(condition: Condition, needs: readonly Need[]): Need[] {
  return needs.map((need) => ({ ...need, when: condition }));
}
