/**
 * Codes in a guest's report that name their cause, by cause: of VSS (Windows SDK, vsserror.h) and of Windows itself (winerror.h).
 * Many codes, few causes: the cause says what to do.
 */

import type { FindingCode } from '../report/finding-codes.ts';

export interface VssCause {
  readonly finding: FindingCode;
  readonly meaning: string;
  readonly remedy: string;
  /** HRESULT, name, and what it means where that differs from the cause's meaning. */
  readonly codes: readonly (readonly [number, string, string?])[];
}

const WRITERS =
  'In the guest run "vssadmin list writers", and restart the service of the writer that is not "Stable, No error".';
const LOAD = 'Lower the load in the guest during the snapshot, or move it to faster storage.';

export const VSS_CAUSES: readonly VssCause[] = [
  {
    finding: 'vss-insufficient-storage',
    meaning: 'a volume has no room for the shadow copy; small ones (Recovery, System Reserved) are the usual cause',
    remedy:
      'In the guest run "vssadmin list volumes" and look for a volume with little free space: remove a Recovery partition with the action repair-template, free space on others.',
    codes: [
      [0x8004231f, 'VSS_E_INSUFFICIENT_STORAGE'],
      [0x80070070, 'ERROR_DISK_FULL', 'a volume is full'],
      [0x80070027, 'ERROR_HANDLE_DISK_FULL', 'a volume is full'],
    ],
  },
  {
    finding: 'vss-provider-not-registered',
    meaning: 'the snapshot provider of VMware Tools is not registered with VSS',
    remedy:
      'Repair VMware Tools with the feature VSS (setup /S /v "/qn ADDLOCAL=ALL REBOOT=R"); "vssadmin list providers" must name the VMware Snapshot Provider.',
    codes: [
      [0x80042304, 'VSS_E_PROVIDER_NOT_REGISTERED'],
      [0x80040154, 'REGDB_E_CLASSNOTREG', 'a COM class of VSS or of its provider is not registered'],
    ],
  },
  {
    finding: 'vss-service-disabled',
    meaning: 'a service that the snapshot needs is disabled',
    remedy:
      'In the guest set the services VSS, swprv, vmvss, COMSysApp and EventSystem to their default start type ("sc config VSS start= demand").',
    codes: [[0x80070422, 'ERROR_SERVICE_DISABLED']],
  },
  {
    finding: 'vss-service-failed',
    meaning: 'a service that the snapshot needs did not start or did not answer',
    remedy: 'In the guest start the services VSS, vmvss and COMSysApp by hand, and look at the System log for why not.',
    codes: [
      [0x8007041d, 'ERROR_SERVICE_REQUEST_TIMEOUT'],
      [0x8007042c, 'ERROR_SERVICE_DEPENDENCY_FAIL'],
      [0x80070424, 'ERROR_SERVICE_DOES_NOT_EXIST', 'a service that the snapshot needs is not installed'],
      [0x80070425, 'ERROR_SERVICE_CANNOT_ACCEPT_CTRL'],
      [0x80080005, 'CO_E_SERVER_EXEC_FAILURE'],
      [0x800706ba, 'RPC_S_SERVER_UNAVAILABLE'],
      [0x800706be, 'RPC_S_CALL_FAILED'],
    ],
  },
  {
    finding: 'vss-access-denied',
    meaning: 'an account was refused access while the shadow copy was made',
    remedy:
      'In the guest look at VSS event 8194 or 8193 in the Application log: it names the account (often NETWORK SERVICE) that needs "Local Activation" in dcomcnfg.',
    codes: [
      [0x80070005, 'E_ACCESSDENIED'],
      [0x80070522, 'ERROR_PRIVILEGE_NOT_HELD'],
    ],
  },
  {
    finding: 'vss-out-of-memory',
    meaning: 'Windows had too few resources for the shadow copy',
    remedy: 'Give the VM more memory, or end what uses it; then verify again.',
    codes: [
      [0x8007000e, 'E_OUTOFMEMORY'],
      [0x800705aa, 'ERROR_NO_SYSTEM_RESOURCES'],
      [0x800423f1, 'VSS_E_WRITERERROR_OUTOFRESOURCES', 'a writer had too few resources'],
    ],
  },
  {
    finding: 'vss-provider-stale',
    meaning: 'an old registration of the VMware Snapshot Provider is in the way',
    remedy:
      'Delete HKLM\\SYSTEM\\CurrentControlSet\\Services\\VSS\\Providers\\{564d7761-7265-2056-5353-2050726f7669} in the guest, then repair VMware Tools.',
    codes: [[0x80042303, 'VSS_E_PROVIDER_ALREADY_REGISTERED']],
  },
  {
    finding: 'vss-hold-writes-timeout',
    meaning: 'writes could not be held long enough for the snapshot',
    remedy: LOAD,
    codes: [
      [0x80042313, 'VSS_E_FLUSH_WRITES_TIMEOUT', 'the volumes could not be flushed in time'],
      [0x80042314, 'VSS_E_HOLD_WRITES_TIMEOUT'],
      [0x80042328, 'VSS_E_TRANSACTION_FREEZE_TIMEOUT', 'transactions (DTC, KTM) could not be frozen in time'],
      [0x80042329, 'VSS_E_TRANSACTION_THAW_TIMEOUT', 'transactions (DTC, KTM) could not be thawed in time'],
      [0x80070079, 'ERROR_SEM_TIMEOUT', 'storage did not answer in time'],
    ],
  },
  {
    finding: 'vss-snapshot-in-progress',
    meaning: 'another shadow copy was being made at that moment; only one can be',
    remedy: 'Run the check again; if it repeats, find the other requestor (a backup agent, System Restore).',
    codes: [
      [0x80042316, 'VSS_E_SNAPSHOT_SET_IN_PROGRESS'],
      [0x80042325, 'VSS_E_REVERT_IN_PROGRESS', 'a volume is being reverted to a shadow copy'],
      [0x800423ff, 'VSS_E_RESYNC_IN_PROGRESS', 'a volume is being restored from a shadow copy'],
      [0x8004231d, 'VSS_E_VOLUME_IN_USE', 'a volume is in use by another operation on shadow copies'],
    ],
  },
  {
    finding: 'vss-too-many-snapshots',
    meaning: 'Windows holds as many shadow copies as it can',
    remedy: 'In the guest run "vssadmin list shadows", and delete those that nobody needs ("vssadmin delete shadows").',
    codes: [
      [0x80042317, 'VSS_E_MAXIMUM_NUMBER_OF_SNAPSHOTS_REACHED'],
      [0x80042312, 'VSS_E_MAXIMUM_NUMBER_OF_VOLUMES_REACHED', 'there are more volumes than one shadow copy can hold'],
      [
        0x8004231e,
        'VSS_E_MAXIMUM_DIFFAREA_ASSOCIATIONS_REACHED',
        'no further storage area can be added for shadow copies',
      ],
      [0x80042322, 'VSS_E_MAXIMUM_NUMBER_OF_REMOTE_MACHINES_REACHED', 'no further remote machine can take part'],
    ],
  },
  {
    finding: 'vss-volume-unsupported',
    meaning: 'a volume is of a kind that the snapshot provider cannot snapshot',
    remedy:
      'In the guest compare "vssadmin list volumes" with "mountvol": every volume must be NTFS or ReFS on a basic disk; remove or detach the one that is not.',
    codes: [
      [0x8004230c, 'VSS_E_VOLUME_NOT_SUPPORTED'],
      [0x8004230e, 'VSS_E_VOLUME_NOT_SUPPORTED_BY_PROVIDER'],
      [0x8004231b, 'VSS_E_UNSUPPORTED_CONTEXT', 'the snapshot provider does not support this kind of shadow copy'],
      [0x8004232c, 'VSS_E_NESTED_VOLUME_LIMIT', 'a volume lies in a disk file that lies too deep in others'],
      [0x8004232d, 'VSS_E_VOLUME_NOT_LOCAL', 'a volume is not of this machine'],
      [0x8004232f, 'VSS_E_NOT_SUPPORTED', 'what was asked for is not supported on this volume'],
      [0x800423fc, 'VSS_E_DYNAMIC_DISK_ERROR', 'a dynamic disk is in the way'],
      [
        0x80042411,
        'VSS_E_CRITICAL_VOLUME_ON_INVALID_DISK',
        'a volume that Windows needs lies on a disk that cannot be backed up',
      ],
    ],
  },
  {
    finding: 'vss-volume-missing',
    meaning: 'a disk or volume that belongs to the shadow copy is not there',
    remedy:
      'In the guest look at diskpart ("list disk", "list volume") for what is offline or hidden, and at the System log.',
    codes: [
      [0x80042308, 'VSS_E_OBJECT_NOT_FOUND'],
      [0x800423f8, 'VSS_E_MISSING_DISK'],
      [0x800423f9, 'VSS_E_MISSING_HIDDEN_VOLUME', 'a hidden volume is not there'],
      [0x800423fa, 'VSS_E_MISSING_VOLUME'],
      [0x8004232a, 'VSS_E_UNSELECTED_VOLUME', 'a volume was not selected'],
      [0x80070002, 'ERROR_FILE_NOT_FOUND', 'a file or device that the snapshot needs is not there'],
    ],
  },
  {
    finding: 'vss-volume-failed',
    meaning: 'a volume or its disk failed while it was frozen',
    remedy: 'In the guest look at the System log (sources disk, Ntfs, volsnap) and run "chkdsk /scan" on every volume.',
    codes: [
      [0x8007001f, 'ERROR_GEN_FAILURE'],
      [0x80070015, 'ERROR_NOT_READY'],
      [0x80070017, 'ERROR_CRC'],
      [0x8007045d, 'ERROR_IO_DEVICE'],
      [0x80070570, 'ERROR_FILE_CORRUPT', 'a file system is damaged'],
      [0x80042326, 'VSS_E_REVERT_VOLUME_LOST'],
    ],
  },
  {
    finding: 'vss-reboot-required',
    meaning: 'Windows must restart before another shadow copy can be made',
    remedy: 'Restart the guest, and verify again; a template is best sealed after a restart.',
    codes: [
      [0x80042327, 'VSS_E_REBOOT_REQUIRED'],
      [0x80070bc2, 'ERROR_SUCCESS_REBOOT_REQUIRED'],
    ],
  },
  {
    finding: 'vss-snapshot-inconsistent',
    meaning: 'the shadow copies hold only some of the volumes that a writer needs',
    remedy: WRITERS,
    codes: [
      [0x800423f0, 'VSS_E_WRITERERROR_INCONSISTENTSNAPSHOT'],
      [0x8004232b, 'VSS_E_SNAPSHOT_NOT_IN_SET', 'a shadow copy is not in the set that it belongs to'],
    ],
  },
  {
    finding: 'vss-writer-timeout',
    meaning: 'a writer did not freeze or thaw in time',
    remedy: WRITERS,
    codes: [
      [0x800423f2, 'VSS_E_WRITERERROR_TIMEOUT'],
      [0x80042319, 'VSS_E_WRITER_NOT_RESPONDING', 'a writer did not answer'],
      [0x8004232e, 'VSS_E_CLUSTER_TIMEOUT', 'the cluster did not answer in time'],
      [0x80042417, 'VSS_E_FSS_TIMEOUT', 'the file share agent did not answer in time'],
    ],
  },
  {
    finding: 'vss-writer-infrastructure',
    meaning: 'the writers could not be reached at all',
    remedy:
      'In the guest check that the services EventSystem and COMSysApp run, then run "vssadmin list writers": an empty list needs the COM+ catalogue repaired.',
    codes: [
      [0x80042318, 'VSS_E_WRITER_INFRASTRUCTURE'],
      [0x8004231a, 'VSS_E_WRITER_ALREADY_SUBSCRIBED', 'a writer had subscribed already'],
      [0x80042409, 'VSS_E_WRITER_STATUS_NOT_AVAILABLE', 'the state of a writer is not known'],
      [0x80042310, 'VSS_E_CORRUPT_XML_DOCUMENT', 'the document of a writer is damaged'],
      [0x80042311, 'VSS_E_INVALID_XML_DOCUMENT', 'the document of a writer is not valid'],
    ],
  },
  {
    finding: 'vss-writer-failed',
    meaning: 'a writer failed',
    remedy: WRITERS,
    codes: [
      [0x800423f4, 'VSS_E_WRITERERROR_NONRETRYABLE', 'a writer failed, and would again'],
      [0x800423f3, 'VSS_E_WRITERERROR_RETRYABLE', 'a writer failed, perhaps only this time'],
      [0x80042315, 'VSS_E_UNEXPECTED_WRITER_ERROR', 'a writer failed unexpectedly'],
      [0x80042336, 'VSS_E_WRITERERROR_PARTIAL_FAILURE', 'a writer failed for some of its components'],
      [0x800423f5, 'VSS_E_WRITERERROR_RECOVERY_FAILED', 'a writer could not recover'],
      [0x800423fb, 'VSS_E_AUTORECOVERY_FAILED', 'writers could not recover their data in the shadow copy'],
    ],
  },
];
