/** What vSphere knows about one VM, as far as quiescing, repair and templates depend on it. */

import { child, childrenNamed, textAt, type XmlElement } from '../../xml/xml-element.ts';
import { plainName } from '../wire/entity-name.ts';
import { type Moref, morefOf } from '../wire/moref.ts';
import { readProperties } from '../wire/properties.ts';
import type { VsphereSession } from '../wire/session.ts';
import { activity } from './power-state.ts';
import { type VmDevices, vmDevicesOf } from './vm-devices.ts';
import { type Snapshot, snapshotsOf } from './vm-snapshot.ts';

export interface VmFacts {
  readonly moref: Moref;
  readonly name: string;
  readonly template: boolean;
  readonly poweredOn: boolean;
  /** How vSphere calls it where it has no settings of it: orphaned, inaccessible or invalid (vim25 VirtualMachineConnectionState). */
  readonly lost?: string;
  /** Its guest waits, in a file, to go on: it is neither on nor off. */
  readonly suspended?: true;
  /** vSphere's guest id, such as windows2019srv_64Guest. */
  readonly guestId: string | undefined;
  /** What the guest says it is, once Tools run. */
  readonly guestReportedId: string | undefined;
  readonly firmware: 'efi' | 'bios' | undefined;
  readonly secureBoot: boolean;
  /** It is told which devices to start from, before firmware looks by itself (vim25 VirtualMachineBootOptions.bootOrder). */
  readonly bootOrder?: true;
  /** config.flags.diskUuidEnabled, which follows disk.EnableUUID and the guest id's default. */
  readonly diskUuidEnabled: boolean | undefined;
  /** Settings of the .vmx file by key, as they are written there. */
  readonly extraConfig: ReadonlyMap<string, string>;
  readonly devices: VmDevices;
  readonly snapshots: readonly Snapshot[];
  /** The VM's home is encrypted, as a vTPM makes it. */
  readonly encrypted: boolean;
  readonly tools: {
    readonly running: boolean;
    readonly installed: boolean | undefined;
    /** 1024 * major + 32 * minor + update; undefined when it does not say. */
    readonly version: number | undefined;
  };
  readonly quiescedSnapshotsSupported: boolean | undefined;
  /** config.changeTrackingEnabled. */
  readonly changeTracking: boolean;
  /** Datastore path of the .vmx file. */
  readonly vmxPath: string;
  /** Datastore path of the folder that manifests of snapshots are relative to. */
  readonly snapshotDirectory: string;
  readonly folder: Moref | undefined;
  /** Undefined for a template. */
  readonly resourcePool: Moref | undefined;
  readonly host: Moref | undefined;
  readonly datastores: readonly Moref[];
}

const PATHS = [
  'name',
  'parent',
  'resourcePool',
  'datastore',
  'runtime.powerState',
  'runtime.host',
  'runtime.connectionState',
  'summary.config.template',
  'config.template',
  'config.guestId',
  'config.firmware',
  'config.bootOptions',
  'config.flags',
  'config.extraConfig',
  'config.hardware.device',
  'config.keyId',
  'config.changeTrackingEnabled',
  'config.files',
  'guest.guestId',
  'guest.toolsRunningStatus',
  'guest.toolsVersionStatus2',
  'guest.toolsVersion',
  'capability.quiescedSnapshotsSupported',
  'snapshot',
] as const;

/** States of the connection with a VM in which nobody can use it, nor read what it is. */
export const LOST: readonly string[] = ['orphaned', 'inaccessible', 'invalid'];

/** @throws VsphereFault, with type ManagedObjectNotFound when it is gone */
export async function readVmFacts(session: VsphereSession, vm: Moref): Promise<VmFacts> {
  const properties = await readProperties(session, vm, PATHS);
  const get = (path: (typeof PATHS)[number]): XmlElement | undefined => properties.get(path);
  const text = (path: (typeof PATHS)[number]): string | undefined => get(path)?.text || undefined;
  const firmware = text('config.firmware');
  return {
    moref: vm,
    name: plainName(text('name') ?? vm.value),
    template: (text('config.template') ?? text('summary.config.template')) === 'true',
    ...lostAs(text('runtime.connectionState')),
    poweredOn: activity(text('runtime.powerState')) === 'running',
    ...(activity(text('runtime.powerState')) === 'suspended' && { suspended: true as const }),
    guestId: text('config.guestId'),
    guestReportedId: text('guest.guestId'),
    firmware: firmware === 'efi' || firmware === 'bios' ? firmware : undefined,
    secureBoot: textAt(get('config.bootOptions'), 'efiSecureBootEnabled') === 'true',
    ...(child(get('config.bootOptions'), 'bootOrder') && { bootOrder: true as const }),
    diskUuidEnabled: toBoolean(textAt(get('config.flags'), 'diskUuidEnabled')),
    extraConfig: extraConfigOf(get('config.extraConfig')),
    devices: vmDevicesOf(get('config.hardware.device')),
    snapshots: snapshotsOf(get('snapshot')),
    encrypted: get('config.keyId') !== undefined,
    tools: {
      running: text('guest.toolsRunningStatus') === 'guestToolsRunning',
      installed: toolsInstalled(text('guest.toolsVersionStatus2')),
      version: toNumber(text('guest.toolsVersion')),
    },
    quiescedSnapshotsSupported: toBoolean(text('capability.quiescedSnapshotsSupported')),
    changeTracking: text('config.changeTrackingEnabled') === 'true',
    vmxPath: textAt(get('config.files'), 'vmPathName') ?? '',
    snapshotDirectory: textAt(get('config.files'), 'snapshotDirectory') ?? '',
    folder: morefOf(get('parent')),
    resourcePool: morefOf(get('resourcePool')),
    host: morefOf(get('runtime.host')),
    datastores: childrenNamed(get('datastore'), 'ManagedObjectReference').flatMap((item) => morefOf(item) ?? []),
  };
}

/** The settings of one whose host is only disconnected vCenter remembers. */
function lostAs(connectionState: string | undefined): Pick<VmFacts, 'lost'> {
  return connectionState !== undefined && LOST.includes(connectionState) ? { lost: connectionState } : {};
}

/** From the property config.extraConfig. */
export function extraConfigOf(options: XmlElement | undefined): Map<string, string> {
  const entries = childrenNamed(options, 'OptionValue');
  return new Map(entries.map((entry) => [textAt(entry, 'key') ?? '', textAt(entry, 'value') ?? '']));
}

/** A setting of the .vmx file, in which case does not matter; undefined when it is empty. */
export function settingOf({ extraConfig }: Pick<VmFacts, 'extraConfig'>, key: string): string | undefined {
  const found = [...extraConfig].find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
  return found === '' ? undefined : found;
}

function toBoolean(text: string | undefined): boolean | undefined {
  return text === undefined ? undefined : text === 'true' || text === '1';
}

function toNumber(text: string | undefined): number | undefined {
  const number = Number(text);
  return text === undefined || !Number.isInteger(number) ? undefined : number;
}

function toolsInstalled(status: string | undefined): boolean | undefined {
  return status === undefined ? undefined : status !== 'guestToolsNotInstalled';
}
