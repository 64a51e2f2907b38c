/** What is done to one virtual machine. All but `markAsTemplate` and `markAsVirtualMachine` are tasks: they return when the task has ended. */

import type { XmlElement } from '../../xml/xml-element.ts';
import { escapeName } from '../wire/entity-name.ts';
import { VsphereFault } from '../wire/fault.ts';
import { type Moref, morefOf } from '../wire/moref.ts';
import { isOutcomeUnknown } from '../wire/passing-error.ts';
import { pollUntil } from '../wire/poll.ts';
import { readProperties } from '../wire/properties.ts';
import type { VsphereSession } from '../wire/session.ts';
import { anyString, node, present, reference, value } from '../wire/soap.ts';
import { runTask } from '../wire/tasks.ts';

/** How long after a call its effect may be missing. */
const LOOKUP_TIMEOUT = 10_000;

export async function powerOn(session: VsphereSession, vm: Moref): Promise<void> {
  await runTask(session, 'PowerOnVM_Task', vm);
}

export async function powerOff(session: VsphereSession, vm: Moref): Promise<void> {
  await runTask(session, 'PowerOffVM_Task', vm);
}

/** Removes the VM with its files; it must be powered off. */
export async function destroyVm(session: VsphereSession, vm: Moref): Promise<void> {
  await runTask(session, 'Destroy_Task', vm);
}

export async function renameEntity(session: VsphereSession, entity: Moref, name: string): Promise<void> {
  await runTask(session, 'Rename_Task', entity, [value('newName', escapeName(name))]);
}

/** Moves a VM or template to another folder of its datacenter. */
export async function moveIntoFolder(session: VsphereSession, vm: Moref, folder: Moref): Promise<void> {
  await runTask(session, 'MoveIntoFolder_Task', folder, [reference('list', vm)]);
}

/** vCenter only; the VM must be powered off. Not a task: when the answer is lost, it is looked up whether it was done, and once more sent if not. */
export async function markAsTemplate(session: VsphereSession, vm: Moref, patience = LOOKUP_TIMEOUT): Promise<void> {
  try {
    await session.call('MarkAsTemplate', vm);
  } catch (error) {
    if (!isOutcomeUnknown(error)) throw error;
    if (!(await becomesTemplate(session, vm, true, patience))) await session.call('MarkAsTemplate', vm);
  }
}

/** vCenter only: makes a VM of a template, as `markAsTemplate` the other way. */
export async function markAsVirtualMachine(
  session: VsphereSession,
  template: Moref,
  { pool, host }: { readonly pool: Moref; readonly host?: Moref },
): Promise<void> {
  try {
    await session.call(
      'MarkAsVirtualMachine',
      template,
      present(reference('pool', pool), host && reference('host', host)),
    );
  } catch (error) {
    if (!isOutcomeUnknown(error) || !(await becomesTemplate(session, template, false, LOOKUP_TIMEOUT))) throw error;
  }
}

async function becomesTemplate(
  session: VsphereSession,
  vm: Moref,
  wanted: boolean,
  patience: number,
): Promise<boolean> {
  const isSo = async (): Promise<true | undefined> =>
    (await readProperties(session, vm, ['config.template'])).get('config.template')?.text === String(wanted) ||
    undefined;
  return (await pollUntil(session.signal, isSo, patience)) === true;
}

export interface VmChanges {
  readonly guestId?: string;
  readonly firmware?: 'efi' | 'bios';
  readonly secureBoot?: boolean;
  /** No order of devices to start from any more: firmware looks by itself. */
  readonly bootOrder?: 'none';
  /** The notes that the client shows. */
  readonly annotation?: string;
  /** Settings of the .vmx file; an empty value removes one. */
  readonly extraConfig?: Readonly<Record<string, string>>;
}

export async function reconfigureVm(session: VsphereSession, vm: Moref, changes: VmChanges): Promise<void> {
  const spec = present(
    changes.guestId === undefined ? undefined : value('guestId', changes.guestId),
    changes.annotation === undefined ? undefined : value('annotation', changes.annotation),
    ...Object.entries(changes.extraConfig ?? {}).map(([key, setting]) => optionValue(key, setting)),
    bootOptions(changes),
    changes.firmware === undefined ? undefined : value('firmware', changes.firmware),
  );
  await runTask(session, 'ReconfigVM_Task', vm, [node('spec', spec)]);
}

/** What is left out stays as it is. An order ends by one device of no kind, which govmomi found out (pull request 867). */
function bootOptions({ secureBoot, bootOrder }: VmChanges): XmlElement | undefined {
  const options = present(
    secureBoot === undefined ? undefined : value('efiSecureBootEnabled', secureBoot),
    bootOrder && node('bootOrder', [], 'VirtualMachineBootOptionsBootableDevice'),
  );
  return options.length === 0 ? undefined : node('bootOptions', options);
}

/** One element of extraConfig. */
export function optionValue(key: string, setting: string): XmlElement {
  return node('extraConfig', [value('key', key), anyString('value', setting)], 'OptionValue');
}

export interface CloneRequest {
  readonly name: string;
  readonly folder: Moref;
  readonly pool: Moref;
  readonly host?: Moref;
  /** Default: that of the source. */
  readonly datastore?: Moref;
  /** A snapshot of the source to begin from, so that only differences are stored. */
  readonly linkedTo?: Moref;
  readonly extraConfig?: Readonly<Record<string, string>>;
  /** vim25 CustomizationSpec: what vCenter changes in the guest at its first start. */
  readonly customization?: XmlElement;
}

/** vCenter only. @returns the new VM, powered off */
export async function cloneVm(session: VsphereSession, source: Moref, request: CloneRequest): Promise<Moref> {
  const { folder, name, pool, host, datastore, linkedTo, extraConfig, customization } = request;
  const location = present(
    datastore && reference('datastore', datastore),
    linkedTo && value('diskMoveType', 'createNewChildDiskBacking'),
    reference('pool', pool),
    host && reference('host', host),
  );
  const options = Object.entries(extraConfig ?? {}).map(([key, setting]) => optionValue(key, setting));
  const spec = present(
    node('location', location),
    value('template', false),
    options.length === 0 ? undefined : node('config', options),
    customization && { ...customization, name: 'customization' },
    value('powerOn', false),
    linkedTo && reference('snapshot', linkedTo),
  );
  const result = await runTask(session, 'CloneVM_Task', source, [
    reference('folder', folder),
    value('name', escapeName(name)),
    node('spec', spec),
  ]);
  const clone = morefOf(result);
  if (clone) return clone;
  throw new VsphereFault('CloneVM_Task', 'RuntimeFault', 'the server names no clone');
}
