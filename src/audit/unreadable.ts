/** Why a disk cannot be read from outside, and what to do about it. */

import { type DeclaredFinding, found } from '../check/rule.ts';
import type { QuiesceFinding } from '../report/finding-codes.ts';
import { type FileRefusal, FileRefused } from '../vsphere/transfer/file-refused.ts';

/** What the disk is, or what stands in the way. */
export type UnreadableReason =
  | FileRefusal
  | 'powered-on'
  | 'encrypted'
  | 'delta'
  | 'raw-device'
  | 'object-store'
  | 'other';

/** Thrown by a reader that has to give up one disk; another one may manage. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly reason: UnreadableReason;

  constructor(reason: UnreadableReason, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.reason = reason;
  }
}

const CLONE = 'Clone the template to a VM on a VMFS or NFS datastore, and name that VM in the input vms';

const REMEDIES: Readonly<Record<UnreadableReason, string>> = {
  'powered-on': 'Audit it while it is off, or prove it with verify-quiesce, which reads a VM that runs by a snapshot.',
  encrypted: 'Prove it with verify-quiesce: only its guest sees what is on the disk.',
  delta: 'Consolidate the snapshots of the template; a linked clone must become a full one.',
  'raw-device': 'Prove it with verify-quiesce, or make the raw device a virtual disk.',
  'object-store': `${CLONE}, or prove it with verify-quiesce.`,
  'no-privilege':
    'Give the account Datastore.Browse and Datastore.FileManagement (low level file operations) on the datastore.',
  'no-file': 'Look at the files of the VM in the datastore browser: its disk may have been moved or removed.',
  'ranges-ignored': 'Connect to the vCenter or ESXi host itself, not through a proxy that drops the header Range.',
  'too-much': 'Prove it with verify-quiesce.',
  answer: 'Look at the events of the VM and its host at this time, and run the audit again.',
  other: 'Look at the events of the VM and its host at this time, and run the audit again.',
};

export const UNREADABLE: DeclaredFinding = {
  code: 'disk-unreadable',
  severity: 'warning',
  remedy: REMEDIES.other,
  source: 'virt-v2v issue 29, OpenNebula issue 7788: which disks no reader gets at',
};

/** The reason in an error of a reader; undefined for an error that ends the audit. */
export function unreadableReason(error: unknown): UnreadableReason | undefined {
  if (error instanceof Unreadable) return error.reason;
  return error instanceof FileRefused ? error.refusal : undefined;
}

/** @param why of the reader that was tried first; what it met is what counts */
export function unreadableFinding(disk: string, why: UnreadableReason, tried: readonly string[]): QuiesceFinding {
  return { ...found(UNREADABLE, `${disk} could not be looked at: ${tried.join('; ')}`), remedy: REMEDIES[why] };
}
