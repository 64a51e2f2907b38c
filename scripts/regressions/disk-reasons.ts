/** Part C: disks, OVAs and their repair. */

import type { Reason } from './reason.ts';

const green = (action: string, code: string, words = ''): RegExp =>
  new RegExp(`code: 'none: ${action} was green' \\} to match object \\{ code: '${code}', message: .*${words}`);
const not = (code: string): RegExp => new RegExp(`no ${code} among .* to (be|contain) `);
const MISSED = /expected \[ 'bcd-missing' \] to include 'recovery-partition-protected'/;

export const DISK_REASONS: readonly Reason[] = [
  {
    test: 'C.15 is refused when it is a VMDK that only holds',
    says: green('convert-ova', 'disk-format-unsupported', 'parent'),
    did: 'made an OVA of a delta without its parent',
  },
  {
    test: 'C.15 is refused when it is an encrypted VMDK',
    says: green('convert-ova', 'disk-format-unsupported', 'encrypted'),
    did: 'made an OVA of what is encrypted',
  },
  {
    test: 'C.15 is refused when ',
    says: green('convert-ova', 'disk-format-unsupported', 'differencing VHD'),
    did: 'made an OVA of a differencing VHD without its parent',
  },
  {
    test: 'C.15 keeps its size when qemu-img reads it',
    says: /expected '94372352' to be '94371840'/,
    did: 'made the footer of a fixed VHD a part of the disk',
  },
  {
    test: 'C.16 partitioned anew by MBR',
    says: green('repair-template', 'disk-invalid', 'master boot record'),
    did: 'wrote a GPT over the boot code of an MBR disk',
  },
  {
    test: 'C.16 with a hybrid MBR',
    says: /expected \{ made: false, changed: true \} to deeply equal \{ made: false, changed: false \}/,
    did: 'changed the ESP before it refused',
  },
  {
    test: 'C.16 in an OVA whose manifest disowns it, by repair-template',
    says: green('repair-template', 'hash-mismatch'),
    did: 'wrote a new valid manifest over one that disowned the disk',
  },
  {
    test: 'C.16 in an OVA whose manifest disowns it, by convert-ova',
    says: green('convert-ova', 'hash-mismatch'),
    did: 'never looked at the manifest',
  },
  {
    test: 'C.16 in an OVA whose manifest disowns it, by verify-quiesce',
    says: green('verify-quiesce', 'hash-mismatch'),
    did: 'never looked at the manifest',
  },
  { test: 'C.16 is refused ', says: green('repair-template', 'disk-in-use'), did: 'wrote to a disk that others hold' },
  {
    test: 'C.17 is repaired when its names begin with ./',
    says: /'ova-invalid', message: 'The descriptor \.\/vm\.ovf does not list the disk \.\/disk\.vmdk/,
    did: 'did not know ./disk.vmdk for disk.vmdk',
  },
  {
    test: 'C.17 is repaired when its references are percent-encoded',
    says: /'ova-invalid', message: 'The descriptor vm\.ovf does not list the disk a disk\.vmdk/,
    did: 'did not decode references',
  },
  {
    test: 'C.17 is repaired without what macOS puts beside its files',
    says: /'disk-format-unsupported', message: '.*apple\.ova!\._disk\.vmdk is not a disk image/,
    did: 'took ._disk.vmdk for the disk',
  },
  {
    test: 'C.17 has a floppy image',
    says: /expected \[ 'disk-unpartitioned', 'floppy-present' \] to include 'recovery-partition-protected'/,
    did: 'took the floppy image for the disk',
  },
  {
    test: 'C.17 starts from the disk at the lowest unit',
    says: MISSED,
    did: 'looked at the first disk of the archive',
  },
  { test: 'C.17 has every disk looked at', says: MISSED, did: 'looked at one disk alone' },
  {
    test: 'C.17 does not lose a second disk',
    says: green('convert-ova', 'ova-invalid', 'holds 2 disks'),
    did: 'dropped the second disk in silence',
  },
  {
    test: 'C.18 grows Windows on a disk that was enlarged',
    says: /code: 'internal', message: 'Partition 3 cannot end at \d+: the next sector in use is \d+'/,
    did: 'ended in a RangeError after the table was changed',
  },
  {
    test: 'C.18 is told by the check',
    says: /to match \/gpt-backup-not-at-end/,
    did: 'did not see that the backup table is not at the end',
  },
  {
    test: 'C.18 says that nothing lies behind Windows',
    says: /'10 MiB were freed where they do not follow .* to contain 'nothing free lies behind its partition/,
    did: 'did not say that nothing lies behind Windows',
  },
  {
    test: 'C.19 has a layout, type 27 included',
    says: /expected \[ 'windows-partition-missing', 'disk-not-gpt' \]/,
    did: 'missed Windows on an MBR disk',
  },
  {
    test: 'C.19 is refused by ',
    says: green('convert-ova', 'disk-format-unsupported', '4096-byte sectors'),
    did: 'passed a disk of 4096-byte sectors as one of 512',
  },
  { test: 'C.19 is found when BitLocker', says: not('bitlocker-volume'), did: 'found nothing' },
  { test: 'C.19 is found when Windows is hibernated', says: not('windows-hibernated'), did: 'found nothing' },
  { test: 'C.19 is found when its NTFS is dirty', says: not('ntfs-dirty'), did: 'found nothing' },
  { test: 'C.19 is found when its partition is marked', says: not('partition-protected'), did: 'found nothing' },
  {
    test: 'C.19 is told of by convert-ova too',
    says: /expected \[ 'free-space-kept' \] to include 'ntfs-dirty'/,
    did: 'kept the free space and did not say why',
  },
  {
    test: 'C.19 says which partition is Windows',
    says: /'3 basic-data', '4 windows' \] to deeply equal/,
    did: 'took the largest NTFS for Windows',
  },
];
