/** What happens to snapshots in the field, as evidence, and what it has to come to. The verdict and all findings are exact, in their order. */

import type { Verdict } from '../../../src/check/verdict.ts';
import type { GuestEvidence } from '../../../src/quiesce/guest-evidence.ts';
import { type GuestFacts, parseGuestFacts } from '../../../src/quiesce/guest-facts.ts';
import type { VssWriter } from '../../../src/quiesce/vss-writers.ts';
import type { FindingCode } from '../../../src/report/finding-codes.ts';
import type { VsphereTrait } from '../../fakes/vsphere/plan.ts';
import type { Scene } from './played-target.ts';
import { PROTECTED } from './sample-facts.ts';

export interface Situation extends Scene {
  readonly name: string;
  /** How the vSphere double plays it, where a fault, events or the guest's word do not do. */
  readonly traits?: readonly VsphereTrait[];
  readonly verdict: Verdict;
  readonly findings: readonly FindingCode[];
}

const MIB = 2 ** 20;
const GIB = 2 ** 30;
const FILESYSTEM = { manifest: { 'backup.xml': '<B/>' } } as const;
/** One of two writers says that what it had was not all backed up. */
const PARTLY = {
  manifest: {
    'backup.xml':
      '<BACKUP_COMPONENTS><WRITER_COMPONENTS writerId="A-1"><COMPONENT componentName="db" backupSucceeded="no"/></WRITER_COMPONENTS><WRITER_COMPONENTS writerId="b-2"><COMPONENT componentName="files"/></WRITER_COMPONENTS></BACKUP_COMPONENTS>',
    'writer0.xml': '<WRITER_METADATA><IDENTIFICATION writerId="a-1" friendlyName="SqlServerWriter"/></WRITER_METADATA>',
    'writer1.xml': '<WRITER_METADATA><IDENTIFICATION writerId="b-2" friendlyName="System Writer"/></WRITER_METADATA>',
  },
} as const;
const IGNORED: Scene = { attempt: { snapshot: { id: 's1', quiesced: true, backupManifest: '' } } };
const QUIESCE = { type: 'ApplicationQuiesceFault', message: 'Failed to quiesce the virtual machine.' };
const FAILED: Scene = { attempt: { fault: QUIESCE, took: 20_000 } };
const MARK = '2026-11-28T12:00:00.000Z';
const NEVER = { freeze: undefined, freezeFail: undefined, thaw: undefined };
/** As KB60395 hangs. */
const HUNG: Scene = { attempt: { fault: QUIESCE, took: 300_000 } };

export function said(status: number, text: string): string {
  return `The guest OS has reported an error during quiescing. The error code was: ${status} The error message was: ${text}`;
}
const faulted = (type: string, message: string, keys: readonly string[] = []): Scene => ({
  attempt: { fault: { type, message, ...(keys.length > 0 && { keys }) }, took: 2000 },
});

/** A guest of which no rule has anything to say. */
export const SOUND_FACTS = parseGuestFacts({
  now: '2026-11-24T00:00:00.0000000Z',
  providers: [
    { id: '{B5946137-7B9F-4925-AF80-51ABD60B20D5}', name: 'Microsoft Software Shadow Copy provider 1.0' },
    { id: '{89300202-3CEC-4981-9171-19F59559E0F2}', name: 'Microsoft File Share Shadow Copy provider' },
    { id: '{564D7761-7265-2056-5353-2050726F7669}', name: 'VMware Snapshot Provider' },
  ],
  storage: [{ volume: '\\\\?\\Volume{c}\\', used: 0, max: 4 * GIB }],
  volumes: [
    { id: '\\\\?\\Volume{c}\\', name: 'C:\\', label: null, format: 'NTFS', size: 40 * GIB, free: 9 * GIB },
    { id: '\\\\?\\Volume{e}\\', name: '\\\\?\\Volume{e}\\', label: null, format: 'FAT32', size: 256 * MIB, free: 9 },
  ],
  services: ['VSS', 'swprv', 'vmvss', 'VMTools', 'COMSysApp', 'EventSystem'].map((name) => ({
    name,
    mode: 'Manual',
    state: 'Stopped',
  })),
  partitions: [
    { disk: 0, number: 1, type: '{c12a7328-f81f-11d2-ba4b-00a0c93ec93b}', size: 260 * MIB },
    { disk: 0, number: 3, type: '{ebd0a0a2-b9e5-4433-87c0-68b6b72699c7}', size: 40 * GIB },
  ],
  dedup: [],
  conf: '[logging]\nvmbackup.level=debug\n',
}) as GuestFacts;

const guest = (
  facts: Partial<GuestFacts> = {},
  more: { readonly writers?: readonly VssWriter[]; readonly ahead?: number } = {},
): { readonly guest: GuestEvidence } => ({
  guest: { facts: { ...SOUND_FACTS, ...facts }, texts: {}, writers: [], ahead: 0, ...more },
});
const STABLE: VssWriter = { name: 'System Writer', state: 1, error: 'No error' };
const BROKEN: VssWriter = { name: 'SqlServerWriter', state: 8, error: 'Non-retryable error' };
const RECOVERY = { disk: 0, number: 4, type: 'de94bba4-06d1-4d40-a16a-bfd50179d6ac', size: 499 * MIB };
const without = (name: string) => SOUND_FACTS.services.filter((service) => service.name !== name);
const inMode = (name: string, mode: string) =>
  SOUND_FACTS.services.map((service) => (service.name === name ? { ...service, mode } : service));

/** The machine before the snapshot: its power, Tools, first boot, snapshots. */
const STATE: readonly Situation[] = [
  { name: 'all as it should be', verdict: 'application', findings: [] },
  {
    name: 'off, and nobody may start it',
    ...IGNORED,
    options: { powerOn: false },
    verdict: 'ignored',
    findings: ['vm-powered-off', 'quiesce-ignored'],
  },
  {
    name: 'Tools never installed',
    ...IGNORED,
    tools: false,
    facts: { toolsInstalled: false },
    options: { timeout: 20 },
    verdict: 'ignored',
    findings: ['tools-not-installed', 'quiesce-ignored'],
  },
  {
    name: 'Tools installed and down',
    ...IGNORED,
    tools: false,
    options: { timeout: 20 },
    verdict: 'ignored',
    findings: ['tools-not-running', 'quiesce-ignored'],
  },
  {
    name: 'Tools of before 10.1',
    traits: ['old-tools'],
    ...FILESYSTEM,
    facts: { toolsVersion: 10_272 - 1 },
    verdict: 'filesystem',
    findings: ['tools-too-old', 'quiesce-filesystem-only'],
  },
  { name: 'Tools of 10.1', facts: { toolsVersion: 10_272 }, verdict: 'application', findings: [] },
  {
    name: 'old Tools that manage all the same',
    facts: { toolsVersion: 9536 },
    verdict: 'application',
    findings: ['tools-too-old'],
  },
  {
    name: 'Tools gone at that moment',
    ...faulted(
      'ToolsUnavailable',
      'Cannot quiesce this virtual machine because VMware Tools is not currently available.',
    ),
    verdict: 'failed',
    findings: ['tools-not-running'],
  },
  {
    name: 'no support for quiescing',
    ...FAILED,
    facts: { quiescedSnapshotsSupported: false },
    verdict: 'failed',
    findings: ['quiesce-guest-error', 'quiesced-snapshots-unsupported'],
  },
  {
    name: 'an independent disk',
    traits: ['independent'],
    facts: { disksOutside: ['Hard disk 2 (independent_persistent)'] },
    verdict: 'failed',
    findings: ['disk-independent'],
  },
  {
    name: 'a raw device in physical mode beside another',
    facts: { disksOutside: ['Hard disk 2 (physicalMode)', 'Hard disk 3 (independent_nonpersistent)'] },
    verdict: 'failed',
    findings: ['disk-independent', 'disk-independent'],
  },
  { name: 'snapshots there already', facts: { snapshots: 3 }, verdict: 'application', findings: ['snapshots-exist'] },
  {
    name: 'snapshots there already, and a failure',
    ...FAILED,
    facts: { snapshots: 1 },
    verdict: 'failed',
    findings: ['quiesce-guest-error', 'snapshots-exist'],
  },
  {
    name: 'a first boot that failed',
    facts: { firstBootExpected: true },
    firstBoot: 'failed: 20-update-01',
    verdict: 'failed',
    findings: ['first-boot-failed'],
  },
  {
    name: 'a first boot that failed unannounced',
    firstBoot: 'failed',
    verdict: 'failed',
    findings: ['first-boot-failed'],
  },
  {
    name: 'a first boot that says nothing',
    facts: { firstBootExpected: true },
    tools: false,
    options: { timeout: 5 },
    verdict: 'failed',
    findings: ['first-boot-unfinished', 'tools-not-running'],
  },
  {
    name: 'a first boot in the middle of its restart',
    facts: { firstBootExpected: true },
    firstBoot: 'restarting',
    options: { timeout: 5 },
    verdict: 'failed',
    findings: ['first-boot-unfinished'],
  },
  {
    name: 'a first boot that is still at it though none was announced',
    firstBoot: 'running: 20-update-01',
    options: { timeout: 5 },
    verdict: 'failed',
    findings: ['first-boot-unfinished'],
  },
  {
    name: 'a first boot that is done',
    facts: { firstBootExpected: true },
    firstBoot: 'done',
    verdict: 'application',
    findings: [],
  },
];

const controller = (kind: 'pvscsi' | 'lsilogicsas' | 'nvme' | 'sata' | 'ide', disks = 1, devices = disks) => ({
  kind,
  label: `${kind} 0`,
  disks,
  devices,
});

/** The machine's settings. */
const SETTINGS: readonly Situation[] = [
  {
    name: 'EnableUUID not set',
    traits: ['no-uuid'],
    ...FILESYSTEM,
    settings: { diskUuidEnabled: undefined },
    verdict: 'filesystem',
    findings: ['disk-uuid-disabled', 'quiesce-filesystem-only'],
  },
  {
    name: 'EnableUUID off',
    ...FILESYSTEM,
    settings: { diskUuidEnabled: false },
    verdict: 'filesystem',
    findings: ['disk-uuid-disabled', 'quiesce-filesystem-only'],
  },
  {
    name: 'a disk on SATA',
    traits: ['sata'],
    ...FILESYSTEM,
    settings: { controllers: [controller('sata')] },
    verdict: 'filesystem',
    findings: ['controller-not-scsi', 'quiesce-filesystem-only'],
  },
  {
    name: 'a disk on IDE',
    ...FILESYSTEM,
    settings: { controllers: [controller('pvscsi'), controller('ide')] },
    verdict: 'filesystem',
    findings: ['controller-not-scsi', 'quiesce-filesystem-only'],
  },
  {
    name: 'a disk on LSI Logic SAS',
    settings: { controllers: [controller('lsilogicsas')] },
    verdict: 'application',
    findings: [],
  },
  {
    name: 'NVMe and Server 2022 before its fix',
    traits: ['nvme', 'build-2022-old'],
    ...FILESYSTEM,
    settings: { controllers: [controller('nvme')], build: '20348.2581' },
    verdict: 'filesystem',
    findings: ['nvme-build', 'quiesce-filesystem-only'],
  },
  {
    name: 'NVMe and Server 2022 with its fix',
    traits: ['nvme', 'build-2022'],
    settings: { controllers: [controller('nvme')], build: '20348.2582' },
    verdict: 'application',
    findings: [],
  },
  {
    name: 'NVMe and Server 2025',
    traits: ['nvme', 'build-2025'],
    ...FILESYSTEM,
    settings: { controllers: [controller('nvme')], build: '26100.9999' },
    verdict: 'filesystem',
    findings: ['nvme-build', 'quiesce-filesystem-only'],
  },
  {
    name: 'NVMe and nobody knows the build',
    traits: ['nvme'],
    ...FILESYSTEM,
    settings: { controllers: [controller('nvme')] },
    verdict: 'filesystem',
    findings: ['nvme-build', 'quiesce-filesystem-only'],
  },
  {
    name: 'too few free places on SCSI',
    traits: ['full-controller'],
    ...FILESYSTEM,
    settings: { controllers: [controller('pvscsi', 8)] },
    verdict: 'filesystem',
    findings: ['scsi-slots-too-few', 'quiesce-filesystem-only'],
  },
  {
    name: 'an encrypted machine',
    traits: ['encrypted'],
    ...FILESYSTEM,
    settings: { encrypted: true },
    verdict: 'filesystem',
    findings: ['vm-encrypted', 'quiesce-filesystem-only'],
  },
  {
    name: 'a vTPM',
    traits: ['encrypted', 'vtpm'],
    ...FILESYSTEM,
    settings: { encrypted: true, vtpm: true },
    verdict: 'filesystem',
    findings: ['vtpm-present', 'quiesce-filesystem-only'],
  },
  {
    name: 'a vTPM that does no harm',
    settings: { encrypted: true, vtpm: true },
    verdict: 'application',
    findings: ['vtpm-present'],
  },
  {
    name: 'a floppy drive',
    traits: ['floppy'],
    ...FAILED,
    settings: { floppies: 1 },
    verdict: 'failed',
    findings: ['quiesce-guest-error', 'floppy-present'],
  },
  {
    name: 'an ISO in a drive',
    traits: ['iso'],
    settings: { media: ['CD/DVD drive 1 ([ds] iso/ws.iso)'] },
    verdict: 'application',
    findings: ['media-connected'],
  },
  {
    name: 'an ISO that is locked',
    ...faulted('FileLocked', 'Unable to access file [ds] iso/ws.iso since it is locked'),
    verdict: 'failed',
    findings: ['media-connected'],
  },
  {
    name: 'a floppy image that is locked, by its key',
    ...faulted('GenericVmConfigFault', 'X', ['msg.floppy.locked']),
    verdict: 'failed',
    findings: ['media-connected'],
  },
  {
    name: 'changed block tracking on in a template',
    traits: ['cbt'],
    settings: { changeTracking: true },
    verdict: 'application',
    findings: ['cbt-enabled'],
  },
  {
    name: 'a stale file of changed block tracking',
    traits: ['cbt'],
    ...faulted('GenericVmConfigFault', 'Could not open/create change tracking file: ws-000001-ctk.vmdk'),
    settings: { changeTracking: true },
    verdict: 'failed',
    findings: ['cbt-failed', 'cbt-enabled'],
  },
  {
    name: 'another guest id than is inside',
    traits: ['other-guest'],
    ...FILESYSTEM,
    settings: { guestReportedId: 'windows2019srvNext_64Guest' },
    verdict: 'filesystem',
    findings: ['guest-id-mismatch', 'quiesce-filesystem-only'],
  },
  {
    name: 'no Windows Server',
    ...FILESYSTEM,
    settings: { guestId: 'otherLinux64Guest' },
    verdict: 'filesystem',
    findings: ['guest-id-mismatch', 'quiesce-filesystem-only'],
  },
];

/** What the server says. */
const SERVER: readonly Situation[] = [
  {
    name: 'a free licence',
    ...faulted('RestrictedVersion', 'Current license or ESXi version prohibits execution of the requested operation.'),
    verdict: 'failed',
    findings: ['licence-read-only'],
  },
  {
    name: 'a full datastore',
    ...faulted('NoDiskSpace', 'There is not enough space on the datastore ds1 to quiesce.'),
    verdict: 'failed',
    findings: ['datastore-full'],
  },
  {
    name: 'a full datastore cluster',
    ...faulted('InsufficientStorageSpace', 'x'),
    verdict: 'failed',
    findings: ['datastore-full'],
  },
  {
    name: 'a full datastore in German',
    ...faulted('GenericVmConfigFault', 'Kein Platz', ['msg.hbacommon.outofspace']),
    verdict: 'failed',
    findings: ['datastore-full'],
  },
  {
    name: 'the limit of vCenter',
    attempt: { fault: { type: 'Timedout', message: 'Operation timed out.' }, took: 900_000 },
    verdict: 'failed',
    findings: ['quiesce-timeout'],
  },
  {
    name: 'the limit of the host, by its key',
    ...faulted('GenericVmConfigFault', 'X', ['msg.snapshot.quiesce.rpc_timeout']),
    verdict: 'failed',
    findings: ['quiesce-timeout'],
  },
  {
    name: 'frozen too long',
    ...faulted('FilesystemQuiesceFault', 'x'),
    verdict: 'failed',
    findings: ['quiesce-io-timeout'],
  },
  {
    name: 'a disk that a backup proxy holds',
    ...faulted('FileLocked', 'Failed to lock the file'),
    verdict: 'failed',
    findings: ['snapshot-refused'],
  },
  {
    name: 'a chain as deep as it may be',
    ...faulted('TooManySnapshotLevels', 'x'),
    facts: { snapshots: 32 },
    verdict: 'failed',
    findings: ['snapshot-refused', 'snapshots-exist'],
  },
  {
    name: 'a device that takes no part',
    ...faulted('SnapshotIncompatibleDeviceInVm', 'x'),
    verdict: 'failed',
    findings: ['snapshot-refused'],
  },
  {
    name: 'a German server and no event',
    ...faulted('GenericVmConfigFault', 'Stilllegen fehlgeschlagen', ['msg.snapshot.error-QUIESCINGERROR']),
    verdict: 'failed',
    findings: ['quiesce-guest-error'],
  },
  { name: 'asked, succeeded, nothing done', ...IGNORED, verdict: 'ignored', findings: ['quiesce-ignored'] },
  {
    name: 'file systems alone, and nothing says why',
    ...FILESYSTEM,
    verdict: 'filesystem',
    findings: ['quiesce-filesystem-only'],
  },
  {
    name: 'a writer that failed, by the manifest',
    ...PARTLY,
    verdict: 'filesystem',
    findings: ['vss-writer-failed'],
  },
  {
    name: 'files in the manifest that are no documents of writers',
    manifest: { 'backup.xml': '<B/>', 'log.xml': '<LOG/>', 'readme.txt': 'writers: none', 'empty.xml': '' },
    verdict: 'filesystem',
    findings: ['quiesce-filesystem-only'],
  },
  {
    name: 'file systems, and no more was asked for',
    ...FILESYSTEM,
    options: { level: 'filesystem' },
    verdict: 'filesystem',
    findings: ['quiesce-filesystem-only'],
  },
  {
    name: 'a manifest that may not be read',
    manifest: new Error('403'),
    verdict: 'filesystem',
    findings: ['quiesce-manifest-missing'],
  },
  {
    name: 'a manifest that is no zip',
    manifest: new Error('no end of central directory'),
    verdict: 'filesystem',
    findings: ['quiesce-manifest-missing'],
  },
];

/** What the guest reported while it was quiesced. */
const REPORTED: readonly Situation[] = [
  {
    name: 'a freeze script',
    ...FAILED,
    events: [said(2, 'Custom quiesce script failed.')],
    verdict: 'failed',
    findings: ['quiesce-script-failed'],
  },
  {
    name: 'a freeze script in Japanese',
    ...FAILED,
    events: ['ゲスト OS から静止中のエラーが報告されました。エラー コード: 2 カスタム静止スクリプト'],
    verdict: 'failed',
    findings: ['quiesce-script-failed'],
  },
  {
    name: 'a volume that cannot be frozen',
    ...FAILED,
    events: [said(3, 'sync')],
    verdict: 'failed',
    findings: ['quiesce-sync-failed'],
  },
  {
    name: 'aborted by the host',
    ...FAILED,
    events: [said(4, 'Quiesce aborted.')],
    verdict: 'failed',
    findings: ['quiesce-aborted'],
  },
  {
    name: 'an error without a code',
    ...FAILED,
    events: [said(5, 'x')],
    verdict: 'failed',
    findings: ['quiesce-guest-error'],
  },
  {
    name: 'an older event of another cause',
    ...FAILED,
    events: [said(2, 'x'), said(5, '(0x80042316)')],
    verdict: 'failed',
    findings: ['vss-snapshot-in-progress'],
  },
  {
    name: 'two codes at once',
    ...FAILED,
    events: [said(5, '0x80042301 0x800423f4')],
    verdict: 'failed',
    findings: ['vss-writer-failed', 'vss-bad-state'],
  },
  { name: 'the hang of KB60395', ...HUNG, verdict: 'failed', findings: ['recovery-partition-likely'] },
  {
    name: 'the hang of KB60395 with its veto',
    ...HUNG,
    events: [said(5, 'IDispatch error #8454 (0x80042306)')],
    verdict: 'failed',
    findings: ['recovery-partition-likely', 'vss-provider-veto'],
  },
  {
    name: 'KB60395 with the partition seen in the image',
    ...HUNG,
    image: [PROTECTED],
    verdict: 'failed',
    findings: ['recovery-partition-protected'],
  },
  {
    name: 'the hang with an image that has no such partition',
    ...HUNG,
    image: [],
    verdict: 'failed',
    findings: ['quiesce-guest-error'],
  },
  {
    name: 'the hang on BIOS',
    traits: ['bios'],
    ...HUNG,
    settings: { firmware: 'bios' },
    verdict: 'failed',
    findings: ['quiesce-guest-error'],
  },
];

/** What the guest says when it is asked afterwards. */
const ASKED: readonly Situation[] = [
  {
    name: 'a guest that knows of nothing',
    ...FAILED,
    ...guest({}, { writers: [STABLE] }),
    verdict: 'failed',
    findings: ['quiesce-guest-error'],
  },
  {
    name: 'the service vmvss missing',
    ...FILESYSTEM,
    ...guest({ services: without('vmvss') }),
    verdict: 'filesystem',
    findings: ['provider-missing', 'quiesce-filesystem-only'],
  },
  {
    name: 'the provider not registered',
    ...FAILED,
    ...guest({ providers: SOUND_FACTS.providers.slice(0, 2) }),
    events: [said(5, '(0x80042304)')],
    verdict: 'failed',
    findings: ['provider-missing', 'vss-provider-not-registered'],
  },
  {
    name: 'the service vmvss disabled',
    ...FAILED,
    ...guest({ services: inMode('vmvss', 'Disabled') }),
    verdict: 'failed',
    findings: ['vss-service-disabled'],
  },
  {
    name: 'the service VSS disabled, and its code',
    ...FAILED,
    ...guest({ services: inMode('VSS', 'Disabled') }),
    events: [said(5, '(0x80070422)')],
    verdict: 'failed',
    findings: ['vss-service-disabled', 'vss-service-disabled'],
  },
  {
    name: 'application quiescing switched off',
    ...FILESYSTEM,
    ...guest({ conf: '[vmbackup]\nvss.disableAppQuiescing = true\n' }),
    verdict: 'filesystem',
    findings: ['app-quiescing-disabled', 'quiesce-filesystem-only'],
  },
  {
    name: 'VSS switched off in tools.conf',
    ...FILESYSTEM,
    ...guest({ conf: '[vmbackup]\r\nenableVSS=FALSE\r\n' }),
    verdict: 'filesystem',
    findings: ['app-quiescing-disabled', 'quiesce-filesystem-only'],
  },
  {
    name: 'the same key in another section',
    ...FILESYSTEM,
    ...guest({ conf: '[other]\nenableVSS=false\n' }),
    verdict: 'filesystem',
    findings: ['quiesce-filesystem-only'],
  },
  {
    name: 'shadow storage full',
    ...FAILED,
    ...guest({ storage: [{ volume: '\\\\?\\Volume{c}\\', used: 4 * GIB, max: 4 * GIB }] }),
    events: [said(5, '(0x8004231f)')],
    verdict: 'failed',
    findings: ['shadow-storage-full', 'vss-insufficient-storage'],
  },
  {
    name: 'shadow storage too small for one',
    ...FAILED,
    ...guest({ storage: [{ volume: 'v', used: 0, max: 300 * MIB }] }),
    verdict: 'failed',
    findings: ['shadow-storage-full'],
  },
  {
    name: 'a small Recovery partition without room',
    ...FAILED,
    ...guest({
      volumes: [
        ...SOUND_FACTS.volumes,
        { id: 'r', name: 'r', label: 'Recovery', format: 'NTFS', size: 499 * MIB, free: 26 * MIB },
      ],
    }),
    events: [said(5, 'IDispatch error #8479 (0x8004231f)')],
    verdict: 'failed',
    findings: ['volume-too-full', 'vss-insufficient-storage'],
  },
  {
    name: 'a writer that failed, by its name',
    ...FAILED,
    ...guest({}, { writers: [STABLE, BROKEN] }),
    events: [said(5, '(0x800423f4)')],
    verdict: 'failed',
    findings: ['vss-writer-failed', 'vss-writer-failed'],
  },
  {
    name: 'writers that failed with the hang of KB60395',
    ...HUNG,
    ...guest({ partitions: [...SOUND_FACTS.partitions, RECOVERY] }, { writers: [BROKEN] }),
    verdict: 'failed',
    findings: ['recovery-partition-likely', 'vss-writer-failed'],
  },
  {
    name: 'the hang in a guest without such a partition',
    ...HUNG,
    ...guest({}, { writers: [BROKEN] }),
    verdict: 'failed',
    findings: ['vss-writer-failed'],
  },
  {
    name: 'a writer behind a vague code',
    ...FAILED,
    ...guest({}, { writers: [BROKEN] }),
    events: [said(5, '(0x80042301)')],
    verdict: 'failed',
    findings: ['vss-writer-failed', 'vss-bad-state'],
  },
  {
    name: 'the provider of a backup agent',
    ...FAILED,
    ...guest({
      providers: [
        ...SOUND_FACTS.providers,
        { id: '11111111-2222-3333-4444-555555555555', name: 'Some Backup VSS Provider' },
      ],
    }),
    verdict: 'failed',
    findings: ['provider-foreign'],
  },
  {
    name: 'a clock that runs ahead',
    ...FAILED,
    ...guest({}, { ahead: 400_000 }),
    verdict: 'failed',
    findings: ['quiesce-guest-error', 'clock-drift'],
  },
  {
    name: 'a clock that is a minute behind',
    ...FAILED,
    ...guest({}, { ahead: -60_000 }),
    verdict: 'failed',
    findings: ['quiesce-guest-error'],
  },
  {
    name: 'a clock that is more than a minute behind',
    ...FAILED,
    ...guest({}, { ahead: -60_001 }),
    verdict: 'failed',
    findings: ['quiesce-guest-error', 'clock-drift'],
  },
  {
    name: 'scripts of VMware Tools that are not run',
    markers: { markers: NEVER },
    verdict: 'application',
    findings: ['freeze-scripts-silent'],
  },
  {
    name: 'scripts that run on both sides of the snapshot',
    markers: { markers: { ...NEVER, freeze: MARK, thaw: MARK } },
    verdict: 'application',
    findings: [],
  },
  {
    name: 'a freeze that failed after its scripts',
    ...FAILED,
    markers: { markers: { ...NEVER, freeze: MARK, freezeFail: MARK } },
    verdict: 'failed',
    findings: ['quiesce-guest-error', 'freeze-undone'],
  },
  {
    name: 'a deduplicated volume',
    ...FAILED,
    ...guest({ dedup: ['D:'] }),
    verdict: 'failed',
    findings: ['dedup-volume'],
  },
  {
    name: 'a dynamic disk',
    ...FILESYSTEM,
    ...guest({ partitions: [{ disk: 1, number: 1, type: 'af9b60a0-1431-4f62-bc68-3311714a69ad', size: GIB }] }),
    verdict: 'filesystem',
    findings: ['dynamic-disk', 'quiesce-filesystem-only'],
  },
  {
    name: 'a guest that answers nothing of use',
    ...FAILED,
    guest: { facts: parseGuestFacts({}), texts: {}, writers: [], ahead: undefined },
    verdict: 'failed',
    findings: ['quiesce-guest-error'],
  },
];

/** Every code of VSS and of Windows that names a cause, by hand from vsserror.h and winerror.h: the finding is the only one. */
const CODES: Partial<Record<FindingCode, string>> = {
  'vss-insufficient-storage': '8004231f 80070070 80070027',
  'vss-provider-not-registered': '80042304 80040154',
  'vss-service-disabled': '80070422',
  'vss-service-failed': '8007041d 8007042c 80070424 80070425 80080005 800706ba 800706be',
  'vss-access-denied': '80070005 80070522',
  'vss-out-of-memory': '8007000e 800705aa 800423f1',
  'vss-provider-stale': '80042303',
  'vss-hold-writes-timeout': '80042313 80042314 80042328 80042329 80070079',
  'vss-snapshot-in-progress': '80042316 80042325 800423ff 8004231d',
  'vss-too-many-snapshots': '80042317 80042312 8004231e 80042322',
  'vss-volume-unsupported': '8004230c 8004230e 8004231b 8004232c 8004232d 8004232f 800423fc 80042411',
  'vss-volume-missing': '80042308 800423f8 800423f9 800423fa 8004232a 80070002',
  'vss-volume-failed': '8007001f 80070015 80070017 8007045d 80070570 80042326',
  'vss-reboot-required': '80042327 80070bc2',
  'vss-snapshot-inconsistent': '800423f0 8004232b',
  'vss-writer-timeout': '800423f2 80042319 8004232e 80042417',
  'vss-writer-infrastructure': '80042318 8004231a 80042409 80042310 80042311',
  'vss-writer-failed': '800423f4 800423f3 80042315 80042336 800423f5 800423fb',
  'vss-provider-veto': '80042306',
  'vss-provider-error': '8004230f 80042307 800423f7',
  'vss-bad-state': '80042301 8004230d',
  'vss-unexpected': '80042302 8000ffff 80004005 80070057 80042320 80070001',
};

const BY_CODE: readonly Situation[] = Object.entries(CODES).flatMap(([finding, codes]) =>
  codes.split(' ').map((code) => ({
    name: `VSS says 0x${code}`,
    ...FAILED,
    events: [said(5, `'VssSyncStart' operation failed: x (0x${code})`)],
    verdict: 'failed' as const,
    findings: [finding as FindingCode],
  })),
);

export const SITUATIONS: readonly Situation[] = [...STATE, ...SETTINGS, ...SERVER, ...REPORTED, ...ASKED, ...BY_CODE];
