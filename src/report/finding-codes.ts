/** Every code of a finding about quiescing, each with a section in docs/troubleshooting.md (a test holds the two together). */

import type { Finding } from './report.ts';

/** What the partition table, the ESP and the boot store of an image say. */
export const IMAGE_FINDING_CODES = [
  'recovery-partition-protected',
  'recovery-partition',
  'disk-unpartitioned',
  'disk-not-gpt',
  'mbr-hybrid',
  'sector-size-4096',
  'image-cut-off',
  'gpt-primary-damaged',
  'gpt-backup-damaged',
  'gpt-backup-not-at-end',
  'gpt-entry-blank',
  'gpt-partition-misplaced',
  'guid-not-unique',
  'partition-protected',
  'bitlocker-volume',
  'windows-hibernated',
  'ntfs-dirty',
  'ntfs-unreadable',
  'esp-missing',
  'esp-unreadable',
  'esp-fallback-loader-missing',
  'msr-missing',
  'windows-partition-missing',
  'windows-unmountable',
  'dynamic-disk',
  'volume-too-full',
  'dedup-volume',
  'bcd-missing',
  'bcd-unreadable',
  'bcd-recovery-dangling',
  'bcd-loader-dangling',
  'bcd-loader-located',
] as const;

/** What the settings of a virtual machine say, read from an OVF descriptor or from vSphere. */
export const MACHINE_FINDING_CODES = [
  'firmware-not-efi',
  'disk-uuid-disabled',
  'controller-not-scsi',
  'nvme-build',
  'scsi-slots-too-few',
  'floppy-present',
  'media-connected',
  'cbt-enabled',
  'vtpm-present',
  'vm-encrypted',
  'guest-id-mismatch',
  'ovf-missing',
  'ovf-unreadable',
  'ovf-disk-unused',
  'ovf-capacity-differs',
  'ovf-size-differs',
  'ovf-not-first',
  'ovf-file-missing',
  'digests-not-checked',
] as const;

/** What vSphere says about the machine's state before the snapshot. */
export const STATE_FINDING_CODES = [
  'vm-powered-off',
  'tools-not-installed',
  'tools-not-running',
  'tools-too-old',
  'quiesced-snapshots-unsupported',
  'disk-independent',
  'snapshots-exist',
  'first-boot-failed',
  'first-boot-unfinished',
] as const;

/** What the snapshot itself brought to light. */
export const SNAPSHOT_FINDING_CODES = [
  'recovery-partition-likely',
  'vss-bad-state',
  'vss-unexpected',
  'vss-provider-stale',
  'vss-provider-not-registered',
  'vss-provider-veto',
  'vss-provider-error',
  'vss-service-disabled',
  'vss-service-failed',
  'vss-access-denied',
  'vss-out-of-memory',
  'vss-insufficient-storage',
  'vss-too-many-snapshots',
  'vss-volume-unsupported',
  'vss-volume-missing',
  'vss-volume-failed',
  'vss-reboot-required',
  'vss-hold-writes-timeout',
  'vss-snapshot-in-progress',
  'vss-snapshot-inconsistent',
  'vss-writer-timeout',
  'vss-writer-infrastructure',
  'vss-writer-failed',
  'quiesce-script-failed',
  'quiesce-sync-failed',
  'quiesce-aborted',
  'quiesce-timeout',
  'quiesce-guest-error',
  'quiesce-io-timeout',
  'quiesce-ignored',
  'quiesce-filesystem-only',
  'quiesce-manifest-missing',
  'snapshot-refused',
  'cbt-failed',
  'datastore-full',
  'licence-read-only',
  'freeze-scripts-silent',
  'freeze-undone',
] as const;

/** What the guest itself says when it is asked after a snapshot that proved too little. */
export const GUEST_FINDING_CODES = [
  'provider-missing',
  'provider-foreign',
  'app-quiescing-disabled',
  'shadow-storage-full',
  'clock-drift',
] as const;

/** What further copies of a proven machine brought to light: one that was customized, one that was restored from the snapshot. */
export const PROOF_FINDING_CODES = [
  'customization-refused',
  'customization-failed',
  'customization-unfinished',
  'customization-unconfirmed',
  'restore-failed',
  'restore-unclean',
  'restore-service-stopped',
  'restore-service-differs',
  'snapshot-outside-freeze',
] as const;

/** What an audit could not look at. */
export const AUDIT_FINDING_CODES = ['disk-unreadable', 'vm-gone'] as const;

/** What a repair did, or had to leave. */
export const REPAIR_FINDING_CODES = ['repair-bcd-left', 'repair-extend-left', 'repair-extend-not-adjacent'] as const;

export const FINDING_CODES = [
  ...IMAGE_FINDING_CODES,
  ...MACHINE_FINDING_CODES,
  ...STATE_FINDING_CODES,
  ...SNAPSHOT_FINDING_CODES,
  ...GUEST_FINDING_CODES,
  ...PROOF_FINDING_CODES,
  ...AUDIT_FINDING_CODES,
  ...REPAIR_FINDING_CODES,
] as const;

export type FindingCode = (typeof FINDING_CODES)[number];

/** What a snapshot of a machine with a finding comes to: nothing at all, nothing quiesced, or no more than its file systems. */
export type Prediction = 'failed' | 'ignored' | 'filesystem';

/** A finding whose code has its section in docs/troubleshooting.md. */
export interface QuiesceFinding extends Finding {
  readonly code: FindingCode;
  /** Left out where the finding says nothing about the snapshot. */
  readonly predicts?: Prediction;
}
