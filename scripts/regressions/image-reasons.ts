/** Part D: the image and its drivers. */

import type { Reason } from './reason.ts';

/** A build that was to be refused ended well. */
const built = (words: string): RegExp => new RegExp(`expected 'none' to (match|contain) .*${words}`);
const LEFT_OUT = 'had nothing of the kind in the image';

export const IMAGE_REASONS: readonly Reason[] = [
  {
    test: 'D.20 starts from System32\\drivers',
    says: /expected '%13%\\\\?store\.sys' to be 'System32\\\\?drivers\\\\?store\.sys'/,
    did: 'wrote %13%\\store.sys as ImagePath, with which Windows does not start',
  },
  {
    test: 'D.20 writes no directory identifier anywhere',
    says: /expected \[ '%13%/,
    did: 'wrote %13% into the registry',
  },
  { test: 'D.20 whose .sys has no signature', says: built('no embedded signature'), did: 'built the image' },
  { test: 'D.20 with a second binary', says: built('more than one binary'), did: 'built the image' },
  { test: 'D.20 with another value', says: built('a running Windows knows'), did: 'built the image' },
  { test: 'D.20 for a Windows before build 16299', says: built('driver-cannot-start'), did: 'built the image' },
  {
    test: 'D.20 gets no name when the volume has not',
    says: built('\\[layout-wrong\\]'),
    did: 'gave an image its name though its boot driver is not on the volume',
  },
  {
    test: 'D.21 registers the newer of two versions',
    says: /expected \[ .*,19,00,03.*,0f,00,03.* \] to deeply equal \[ StringContaining "00,00,19,00,03/,
    did: 'registered both versions, of which the older wins',
  },
  {
    test: 'D.21 is a storage driver that starts on demand',
    says: /\[driver-does-not-bind\] .* has StartType 3, a boot driver has 0/,
    did: 'ended the build',
  },
  {
    test: 'D.21 has text before its first section',
    says: /\[format-invalid\] .*found an entry outside every section/,
    did: 'ended the build',
  },
  {
    test: 'D.21 has flags that are a token',
    says: /\[format-invalid\] .*found "HKR, Parameters, BusType, %REG_DWORD%, 10"/,
    did: 'ended the build',
  },
  {
    test: 'D.22 begins its first boot though that script ends',
    says: /the first boot begins: expected false to be true/,
    did: "put its call behind the other script's exit /b, where it never ran",
  },
  {
    test: 'D.22 runs ours first',
    says: /expected \[ 'exit \/b 0call ".*register\.cmd"' \]/,
    did: "wrote its call into the other script's last line",
  },
  { test: 'D.22 waits for the end of Windows Setup', says: /to contain 'call wait-for-setup/, did: 'did not wait' },
  {
    test: 'D.22 has its access lists from the build on',
    says: /list: '01000480.*to match object \{ list: StringContaining "010100000000000512000000"/,
    did: 'let every user read the scripts until the first boot',
  },
  {
    test: 'D.22 removes every copy of the answer file',
    says: /expected 'no step like \/unattend\/' to be/,
    did: 'left the answer file with its password',
  },
  {
    test: 'D.22 takes "not applicable" of wusa',
    says: /wusa\.exe .* to contain 'if "%CODE%" == "-2145124329" exit \/b 0'/,
    did: 'took "not applicable" for a failure',
  },
  {
    test: 'D.22 enables features before updates',
    says: /expected 5 to be less than 4/,
    did: 'enabled features after the updates',
  },
  {
    test: 'D.22 installs VMware Tools with a list of features',
    says: /expected \[ 'ALL' \]/,
    did: 'installed ALL, and did not look for vmvss',
  },
  {
    test: 'D.22 logs what Windows says of its volume',
    says: /to contain 'chkdsk %SystemDrive% \/scan'/,
    did: LEFT_OUT,
  },
  {
    test: 'D.22 installs an update with DISM',
    says: /expected \[ 'wusa\.exe .* to deeply equal \[ 'dism\.exe/,
    did: 'gave updates of Server 2025 to wusa, all in one folder',
  },
  {
    test: 'D.22 is refused before the image is read',
    says: /tool-too-old makes 1: expected \+0 to be 1/,
    did: 'built with an NTFS-3G that writes no short names',
  },
  {
    test: 'D.23 has the finding no-effect',
    says: /expected \[\] to deeply equal \[ StringMatching .*offlineServicing does nothing here/,
    did: 'found nothing',
  },
  {
    test: 'D.23 has a finding for its password',
    says: /expected \[\] to deeply equal \[ StringMatching .*password in plain text/,
    did: 'found nothing',
  },
  { test: 'D.23 is a warning', says: /expected '' to contain 'may wait at the console'/, did: 'said nothing' },
  { test: 'D.23 ', says: built(''), did: 'put the answer file into the image unread' },
  {
    test: 'D.24 takes description, execution policy and menu policy',
    // In the order of the objects, whose ids are new in each build.
    says: /expected \[ .*'12000004: Windows Server 2019 Standard', '25000020: 0', .*\] to deeply equal ArrayContaining/,
    did: 'wrote constants of its own',
  },
  {
    test: 'D.24 names signer, authority and security version',
    says: /expected undefined to deeply equal \{ signer: /,
    did: 'did not report the signer of the boot manager',
  },
  {
    test: 'D.24 reads the drivers inside Windows',
    says: /expected undefined to deeply equal \[ \{ device: /,
    did: "took the versions of a client preview, whatever the image's DriverDatabase says",
  },
  {
    test: 'D.24 is understood when it looks for Windows (locate)',
    says: /expected \[\] to deeply equal \[ 'bcd-loader-located' \]/,
    did: 'did not report a store that looks for Windows',
  },
];
