/** What the guest's own word says about a snapshot that proved too little. */

import type { Rule } from '../check/rule.ts';
import { lacksRoom, roomForShadowCopy } from '../check/volume-room.ts';
import { VOLUME_MANAGER_TYPES } from '../check/volume-rules.ts';
import { RECOVERY_TYPE } from '../disk/gpt/partition-types.ts';
import { formatDuration, formatSize } from '../units.ts';
import type { GuestEvidence } from './guest-evidence.ts';
import type { GuestFacts, GuestPartition, GuestVolume } from './guest-facts.ts';
import { hasFailed } from './vss-writers.ts';

/** VMware Snapshot Provider (vsphere-gos-validation, check_quiesce_snapshot; its registry key). */
const VMWARE_PROVIDER = '564d7761-7265-2056-5353-2050726f7669';
/** Of Windows itself: the system provider, and that of file shares. */
const WINDOWS_PROVIDERS = ['b5946137-7b9f-4925-af80-51abd60b20d5', '89300202-3cec-4981-9171-19f59559e0f2'];
/** VSS makes no storage area that is smaller (Microsoft, vssadmin: at least 320 MB). */
const LEAST_STORAGE = 320 * 2 ** 20;
const MINUTE = 60_000;

/** What explains a failure by itself. */
export const GUEST_CAUSE_RULES: readonly Rule<GuestEvidence>[] = [
  {
    code: 'provider-missing',
    severity: 'error',
    predicts: 'filesystem',
    source: 'VDDK guide 8.0; vsphere-gos-validation, check_quiesce_snapshot.yml (service vmvss)',
    remedy:
      'Repair VMware Tools with the feature VSS (setup /S /v "/qn ADDLOCAL=ALL REBOOT=R"); "vssadmin list providers" must name the VMware Snapshot Provider.',
    see: ({ facts }) => {
      if (facts === undefined) return undefined;
      const { providers, services } = facts;
      // An empty list is one that could not be had: Windows has providers and services of its own.
      if (services.length > 0 && !services.some(({ name }) => name.toLowerCase() === 'vmvss'))
        return 'The guest has no service vmvss (VMware Snapshot Provider)';
      return providers.length > 0 && !providers.some(({ id }) => id === VMWARE_PROVIDER)
        ? `VMware Snapshot Provider is not among the providers of VSS in the guest (${providers.map(({ name }) => name).join(', ')})`
        : undefined;
    },
  },
  {
    code: 'vss-service-disabled',
    severity: 'error',
    source: 'Windows SDK, winerror.h (1058); vsphere-gos-validation, check_quiesce_snapshot.yml',
    remedy:
      'In the guest set the services VSS, swprv, vmvss, COMSysApp and EventSystem to their default start type ("sc config VSS start= demand").',
    see: ({ facts }) =>
      facts?.services
        .filter(({ mode }) => mode === 'Disabled')
        .map(({ name }) => `The service ${name}, which the snapshot needs, is disabled in the guest`),
  },
  {
    code: 'app-quiescing-disabled',
    severity: 'error',
    predicts: 'filesystem',
    source: 'open-vm-tools, tools.conf ([vmbackup] vss.disableAppQuiescing, enableVSS); VMware KB 2146204',
    remedy:
      'In C:\\ProgramData\\VMware\\VMware Tools\\tools.conf take that line out of [vmbackup], and restart the service VMTools.',
    see: ({ facts }) => switchedOff(facts?.conf ?? ''),
  },
  {
    code: 'shadow-storage-full',
    severity: 'error',
    source: 'Microsoft, Win32_ShadowStorage and vssadmin resize shadowstorage (at least 320 MB)',
    remedy:
      'In the guest run "vssadmin delete shadows /for=C: /oldest", or "vssadmin resize shadowstorage /for=C: /on=C: /maxsize=UNBOUNDED".',
    see: ({ facts }) =>
      facts?.storage.flatMap(({ volume, used, max }) => {
        const of = nameOf(facts, volume);
        if (max < LEAST_STORAGE)
          return [`The storage area for shadow copies of ${of} may have ${formatSize(max)}, too little for one`];
        return used >= max * 0.95
          ? [`The storage area for shadow copies of ${of} is full: ${formatSize(used)} of ${formatSize(max)}`]
          : [];
      }),
  },
  {
    code: 'volume-too-full',
    severity: 'error',
    source: 'Microsoft, error 0x80780119; Actiphy on 0x8004231f (a Recovery partition of 499 MB with 26 MB free)',
    remedy:
      'Remove the partition when it is a Recovery partition (action repair-template), else free space on it: VSS needs 50 MB free on a volume below 500 MB, 320 MB on others.',
    see: ({ facts }) =>
      facts?.volumes
        .filter(isTooFull)
        .map(
          ({ name, label, size, free }) =>
            `The volume ${name}${label === '' ? '' : ` (${label})`} of ${formatSize(size)} has ${formatSize(free)} free, and a shadow copy of it needs ${formatSize(roomForShadowCopy(size))}`,
        ),
  },
  {
    code: 'dynamic-disk',
    severity: 'error',
    predicts: 'filesystem',
    source: 'VDDK guide 8.0, Windows backup; Microsoft, PARTITION_INFORMATION_GPT',
    remedy: 'Install Windows on a basic disk: application-consistent snapshots need one.',
    see: ({ facts }) =>
      facts?.partitions.flatMap((partition) => {
        const what = VOLUME_MANAGER_TYPES[partition.type];
        return what === undefined ? [] : [`${describe(partition)} holds ${what}`];
      }),
  },
];

/** What may be a consequence as well as a cause: every writer fails where quiescing is broken off. */
export const GUEST_STATE_RULES: readonly Rule<GuestEvidence>[] = [
  {
    code: 'vss-writer-failed',
    severity: 'error',
    source: 'Windows SDK, vswriter.h (VSS_WRITER_STATE); Microsoft, vssadmin list writers',
    remedy: 'In the guest restart the service of each of these writers, or Windows; then verify again.',
    see: ({ writers }) => {
      const failed = writers.filter(hasFailed);
      return failed.length === 0
        ? undefined
        : `Writers are in a failed state in the guest: ${failed.map(({ name, state, error }) => `${name} [${state}] ${error}`.trim()).join('; ')}`;
    },
  },
  {
    code: 'provider-foreign',
    severity: 'warning',
    source: 'Microsoft, "Selecting Providers": hardware and software providers come before the system’s',
    remedy:
      'Leave backup agents out of the template, or deregister their provider and install them in the machines that are cloned.',
    see: ({ facts }) =>
      facts?.providers
        .filter(({ id }) => id !== VMWARE_PROVIDER && !WINDOWS_PROVIDERS.includes(id))
        .map(({ name, id }) => `Another program has a provider for VSS in the guest: ${name} ({${id}})`),
  },
  {
    // That it stops a snapshot is one report, which nobody has confirmed: a fact beside the causes, and none of them.
    code: 'clock-drift',
    severity: 'info',
    source:
      'https://docs.vmware.com/en/VMware-Tools/12.4.0/com.vmware.vsphere.vmwaretools.doc/GUID-C0D8326A-B6E7-4E61-8470-6C173FDDF656.html (VMware Tools set the clock of the guest by that of the host when they start)',
    remedy: 'Set the clock of the ESXi host (NTP or PTP): VMware Tools set that of the guest by it at each start.',
    see: ({ ahead }) =>
      ahead !== undefined && Math.abs(ahead) > MINUTE
        ? `The clock of the guest is ${formatDuration(Math.abs(ahead))} ${ahead > 0 ? 'ahead of' : 'behind'} that of the server`
        : undefined,
  },
  {
    code: 'dedup-volume',
    severity: 'warning',
    source: 'Microsoft, "Data Deduplication interoperability"',
    remedy:
      'Take deduplication off the volume before it becomes a template (Start-DedupJob -Type Unoptimization, Disable-DedupVolume).',
    see: ({ facts }) => facts?.dedup.map((volume) => `The volume ${volume} is deduplicated in the guest`),
  },
];

/** @returns undefined when it did not say */
export function recoveryInGuest(guest: GuestEvidence | undefined): readonly string[] | undefined {
  const partitions = guest?.facts?.partitions ?? [];
  if (partitions.length === 0) return undefined;
  return partitions.filter(({ type }) => type === RECOVERY_TYPE.toLowerCase()).map(describe);
}

function describe({ disk, number, size }: GuestPartition): string {
  return `partition ${number} of disk ${disk} (${formatSize(size)})`;
}

/** FAT volumes, such as the EFI system partition, get no shadow copies. */
function isTooFull({ format, size, free }: GuestVolume): boolean {
  return /^(ntfs|refs)$/i.test(format) && lacksRoom(size, free);
}

function nameOf({ volumes }: GuestFacts, id: string): string {
  return volumes.find((volume) => volume.id === id)?.name ?? id;
}

/** Keys of tools.conf count in their section alone; the last of two wins, as GLib reads it. */
function switchedOff(conf: string): string | undefined {
  let section = '';
  const set = new Map<string, string>();
  for (const line of conf.split(/\r?\n/)) {
    section = /^\s*\[([^\]]+)\]/.exec(line)?.[1]?.trim() ?? section;
    const [, key = '', value = ''] = /^\s*([\w.]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (section === 'vmbackup' && key !== '') set.set(key, value.toLowerCase());
  }
  if (set.get('vss.disableAppQuiescing') === 'true')
    return 'tools.conf of the guest has vss.disableAppQuiescing = true';
  return set.get('enableVSS') === 'false' ? 'tools.conf of the guest has enableVSS = false' : undefined;
}
