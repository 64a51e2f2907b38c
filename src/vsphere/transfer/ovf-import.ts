/** Lets vSphere turn an OVF descriptor into an import spec, and opens the lease that takes the files (vim25 OvfManager). */

import { UserError } from '../../errors.ts';
import { child, childrenNamed, textAt, type XmlElement } from '../../xml/xml-element.ts';
import { optionValue } from '../vm/vm-operations.ts';
import { readLocalizedFault, VsphereFault } from '../wire/fault.ts';
import { type Moref, morefOf } from '../wire/moref.ts';
import type { VsphereSession } from '../wire/session.ts';
import { node, present, reference, value } from '../wire/soap.ts';

export const DISK_PROVISIONINGS = ['thin', 'thick', 'eagerZeroedThick'] as const;
export type DiskProvisioning = (typeof DISK_PROVISIONINGS)[number];

/** Where a VM is to be, all in one datacenter. */
export interface ImportPlacement {
  readonly pool: Moref;
  readonly datastore: Moref;
  readonly folder: Moref;
  readonly host: Moref | undefined;
}

export interface ImportRequest extends ImportPlacement {
  /** Text of the .ovf file. */
  readonly descriptor: string;
  readonly name: string;
  /** That of the descriptor, which the server has to know. */
  readonly guestId?: string | undefined;
  readonly diskProvisioning: DiskProvisioning;
  /** Networks of the descriptor to networks of the inventory. */
  readonly networks: ReadonlyMap<string, Moref>;
}

/** A file that the lease will ask for. */
export interface FileItem {
  readonly deviceId: string;
  /** Its name in the package. */
  readonly path: string;
  /** To be created by PUT (nvram, ISO); disks are POSTed. */
  readonly create: boolean;
}

export interface ImportSpec {
  /** As the server gave it, to be given back. */
  readonly spec: XmlElement;
  /** In the order in which they must be sent. */
  readonly files: readonly FileItem[];
  readonly warnings: readonly string[];
}

/**
 * Nothing is made yet: what the server has against the descriptor is said before the first byte is sent.
 * @throws UserError ova-invalid with all of it, and when it does not know the guest id
 */
export async function createImportSpec(session: VsphereSession, request: ImportRequest): Promise<ImportSpec> {
  const { pool, datastore, host, networks } = request;
  const parameters = present(
    value('locale', ''),
    value('deploymentOption', ''),
    value('entityName', request.name),
    host && reference('hostSystem', host),
    ...[...networks].map(([name, network]) =>
      node('networkMapping', [value('name', name), reference('network', network)]),
    ),
    value('diskProvisioning', request.diskProvisioning),
  );
  const answer = await session.call('CreateImportSpec', session.manager('ovfManager'), [
    value('ovfDescriptor', request.descriptor),
    reference('resourcePool', pool),
    reference('datastore', datastore),
    node('cisp', parameters),
  ]);
  const result = child(answer, 'returnval');
  const texts = (name: string): string[] =>
    childrenNamed(result, name).map((fault) => {
      const { type, message } = readLocalizedFault('CreateImportSpec', fault);
      return message === type ? type : `${message} (${type})`;
    });
  const errors = texts('error');
  const spec = child(result, 'importSpec');
  if (errors.length > 0 || !spec) {
    throw new UserError(
      'ova-invalid',
      `${session.url.host} does not take the OVF descriptor: ${errors.join('; ') || 'it gives no import spec'}`,
      'Compare hardware version, guest id and devices with what the host supports; convert-ova sets them.',
    );
  }
  assertGuestKnown(spec, childrenNamed(result, 'warning'), request.guestId, session.url.host);
  return { spec, files: childrenNamed(result, 'fileItem').map(fileItemOf), warnings: texts('warning') };
}

/**
 * A guest id that the host does not know becomes another one, with a warning only (OvfMappedOsId; govmomi #1990); quiescing and the
 * default of disk.EnableUUID depend on it, and vSphere refuses it when it is set after the import.
 */
function assertGuestKnown(
  spec: XmlElement,
  warnings: readonly XmlElement[],
  wanted: string | undefined,
  host: string,
): void {
  const mapped = warnings
    .map((warning) => readLocalizedFault('CreateImportSpec', warning))
    .find(({ type, message }) => type === 'OvfMappedOsId' || /operating system identifier/i.test(message));
  const given = textAt(spec, 'configSpec.guestId');
  const other = wanted !== undefined && given !== undefined && given !== '' && given !== wanted;
  if (!mapped && !other) return;
  throw new UserError(
    'ova-invalid',
    `${host} does not know the guest id ${wanted ?? 'of the OVA'}${mapped ? `: ${mapped.message}` : ` and would make it ${given}`}`,
    'Choose a newer host (Server 2022 needs vSphere 7.0 U1, Server 2025 needs 8.0), or make the OVA with the guest id of an older Windows Server.',
  );
}

/** @returns the lease, which is not ready yet */
export async function importVApp(
  session: VsphereSession,
  spec: XmlElement,
  { pool, folder, host }: ImportPlacement,
): Promise<Moref> {
  const answer = await session.call(
    'ImportVApp',
    pool,
    present({ ...spec, name: 'spec' }, reference('folder', folder), host && reference('host', host)),
  );
  const lease = morefOf(child(answer, 'returnval'));
  if (lease) return lease;
  throw new VsphereFault('ImportVApp', 'RuntimeFault', 'the server gave no lease');
}

/** Elements of VirtualMachineConfigSpec that stand behind extraConfig in vim25's schema, up to those that an import can set. */
const AFTER_EXTRA_CONFIG: ReadonlySet<string> = new Set([
  'swapPlacement',
  'bootOptions',
  'vAppConfig',
  'ftInfo',
  'repConfig',
  'vAppConfigRemoved',
  'vAssertsEnabled',
  'changeTrackingEnabled',
  'firmware',
  'maxMksConnections',
  'guestAutoLockEnabled',
  'managedBy',
  'memoryReservationLockedToMax',
  'nestedHVEnabled',
  'vPMCEnabled',
  'scheduledHardwareUpgradeInfo',
  'vmProfile',
  'messageBusTunnelEnabled',
  'crypto',
  'migrateEncryption',
  'sgxInfo',
  'ftEncryptionMode',
  'guestMonitoringModeInfo',
  'sevEnabled',
  'virtualNuma',
  'motherboardLayout',
  'pmem',
  'deviceGroups',
  'fixedPassthruHotPlugEnabled',
  'metroFtEnabled',
  'metroFtHostGroup',
]);

/**
 * The import spec with one more setting for the .vmx file, at the place where the schema wants it. A spec of several VMs
 * (a vApp) stays as it is.
 */
export function withExtraConfig(spec: XmlElement, key: string, setting: string): XmlElement {
  return {
    ...spec,
    children: spec.children.map((part) => {
      if (part.name !== 'configSpec') return part;
      const found = part.children.findIndex(({ name }) => AFTER_EXTRA_CONFIG.has(name));
      const at = found < 0 ? part.children.length : found;
      return { ...part, children: part.children.toSpliced(at, 0, optionValue(key, setting)) };
    }),
  };
}

function fileItemOf(item: XmlElement): FileItem {
  return {
    deviceId: textAt(item, 'deviceId') ?? '',
    path: textAt(item, 'path') ?? '',
    create: textAt(item, 'create') === 'true',
  };
}
