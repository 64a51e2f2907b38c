/** Part B: the proof on a VM, and the upload before it. */

import type { Reason } from './reason.ts';

/** A VM that is there though the log says nothing of it, or says that all was removed. */
const STAYS = /expected (\[|\{ leases: \[\], vms: \[) \{ name: 'ws', .* to (deeply )?equal/;
const ENDED = /: expected 1 to be \+0/;
const TWICE = /how often \w+ was sent: expected 2 to be 1/;
const LIKELY = /expected 'recovery-partition-likely' to be '/;
const ELSE = /expected 'snapshot-refused' to be '/;

const ended = (words: string): RegExp => new RegExp(`::error::[^\\n]*${words}[\\s\\S]*${ENDED.source}`);

export const LIVE_REASONS: readonly Reason[] = [
  {
    test: 'B.5 leaves alone what another run is at work on',
    says: /Removing ws-stillframe-verify-[0-9a-f]{8}, which .*[\s\S]*expected 'failed' to be 'application'/,
    did: "removed the copy of another run in the middle of that run's proof",
  },
  {
    test: 'B.5 is another run that is at it',
    says: /Removing .*ws2019-std\.stillframe-new-1, which an earlier run did not finish[\s\S]*expected \+0 to be 1/,
    did: 'removed the VM of a run that was heard of five minutes ago',
  },
  {
    test: 'B.5 two runs of one name do not touch each other',
    says: /Removing \/DC0\/vm\/ws, which an earlier run did not finish[\s\S]* not to contain 'Removing/,
    did: 'wanted to destroy the VM that the first run was sending, whatever if-exists said',
  },
  {
    test: 'B.6 at ReconfigVM_Task (hold-after) does not block the name',
    says: /expected \[ \{ name: 'ws', .*template: false/,
    did: 'took the plain VM of the killed run for the template',
  },
  {
    test: 'B.6 at ReconfigVM_Task (hold-after) while it replaces',
    says: /expected \[ \{ name: 'ws', .*template: false/,
    did: 'gave the name to a plain VM, which the next run took for the template',
  },
  { test: 'B.7 at ', says: STAYS, did: 'left its VM, and said nothing of it' },
  { test: 'B.7 while its lease gets ready', says: STAYS, did: 'left the VM of a lease that was not ready' },
  { test: 'B.7 leaves the old template its name', says: STAYS, did: 'left its VM beside the renamed old template' },
  {
    test: 'B.7 says exactly what remains',
    says: / to match \/What remains: the VM/,
    did: 'did not say that a VM remains',
  },
  {
    test: 'B.8 ends nothing when any poll is answered with 503',
    says: ended('answered RetrievePropertiesEx with HTTP status 503'),
    did: 'ended at one 503',
  },
  { test: 'B.8 ends nothing when polls are hung up on', says: ended('socket hang up'), did: 'ended at a lost read' },
  {
    test: 'B.8 ends nothing when the answers to polls are lost',
    says: ended('socket hang up'),
    did: 'ended at a lost answer to a read',
  },
  {
    test: 'B.8 ends nothing when services are starting',
    says: ended('answered RetrieveServiceContent with HTTP status 503'),
    did: 'ended at one 503',
  },
  {
    test: 'B.8 is not sent again when it was taken: HttpNfcLeaseComplete',
    says: ended('vSphere refused HttpNfcLeaseComplete with ManagedObjectNotFound'),
    did: 'sent it twice, and failed at the second',
  },
  {
    test: 'B.8 is not sent again when it was taken: MarkAsTemplate',
    says: ended('vSphere refused MarkAsTemplate with NotSupported'),
    did: 'sent it twice, and failed at the second',
  },
  { test: 'B.8 is not sent again when it was taken', says: TWICE, did: 'sent it twice' },
  {
    test: 'B.8 leaves no VM behind when it is ImportVApp (reset-after)',
    says: ended("refused ImportVApp with DuplicateName: The name 'ws' already exists"),
    did: 'sent ImportVApp twice, and left the first VM',
  },
  {
    test: 'B.8 leaves no VM behind when it is ImportVApp (503)',
    says: ended('answered ImportVApp with HTTP status 503'),
    did: 'ended at one 503',
  },
  {
    test: 'B.8 has the whole lease begun anew when the host is busy',
    says: ended('HTTP status 503'),
    did: 'ended at one 503 of the host',
  },
  {
    test: 'B.8 has the whole lease begun anew when the host hangs up',
    says: ended('socket hang up'),
    did: 'ended when the host hung up, though nothing was kept there',
  },
  {
    test: 'B.8 has the whole lease begun anew when the server ends the session',
    says: /could not be aborted \(VsphereFault: The session is not authenticated[\s\S]*: expected 1 to be \+0/,
    did: 'ended with its session, and left the lease',
  },
  {
    test: 'B.8 renews a session that was ended while it cleans up',
    says: STAYS,
    did: 'left its VM, since it did not log in again',
  },
  {
    test: 'B.9 waits for the first boot that the VM announces',
    says: /expected \[ (?:1, 'ignored'|\+0, 'application') \] to deeply equal \[ 1, 'failed' \]/,
    did: 'waited for Tools alone, asked for a snapshot all the same (application, or ignored where the guest restarted meanwhile), and named no step',
  },
  {
    test: 'B.9 says that a first boot never ended',
    says: /expected \[ 1, 'ignored' \] to deeply equal \[ 1, 'failed' \]/,
    did: 'waited for Tools alone, and asked for a snapshot of a Windows that waits at the console',
  },
  {
    test: 'B.9 knows that the first boot of the VM itself is over',
    says: /expected 'expected' to be 'baked'/,
    did: 'never marked a VM whose first boot lies behind it',
  },
  {
    test: 'B.9 are put back',
    says: /expected undefined to be 'expected'/,
    did: 'did not look whether the import had kept stillframe.first-boot',
  },
  {
    test: 'B.10 starts a copy cut off from every network',
    says: /expected \[ 'VM Network true true' \] to deeply equal \[ StringMatching \/ false false/,
    did: 'started the copy on the live network',
  },
  {
    test: 'B.11 does not call a machine proven',
    says: /expected \[ \+0, 'application' \] to deeply equal \[ 1, 'failed' \]/,
    did: 'gave the verdict "application" without a finding',
  },
  {
    test: 'B.12 ',
    says: /expected \[ 'ddb\.toolsInstallType = "4"', .*"2147483647"' \] to deeply equal \[\]/,
    did: 'stamped VMware Tools that no Windows on the disk has',
  },
  {
    test: "B.13 names the right cause first: 'a German server and no event'",
    says: ELSE,
    did: 'read English texts alone',
  },
  {
    test: "B.13 names the right cause first: 'the server\\'s own limit'",
    says: ELSE,
    did: 'said that it is not about quiescing',
  },
  {
    test: "B.13 names the right cause first: 'an older event of another cause'",
    says: /expected 'quiesce-script-failed' to be 'vss-snapshot-in-progress'/,
    did: 'took the code of the older event and the text of the newer',
  },
  { test: 'B.13 names the right cause first', says: LIKELY, did: 'named KB60395 first' },
  {
    test: 'B.13 asks for English when it logs in',
    says: /expected 'quiesce-failed' to be 'vsphere-login'/,
    did: 'logged in without a language',
  },
  {
    test: 'B.13 gives its verdict though the events may not be read',
    says: /vSphere refused QueryEvents with NoPermission[\s\S]*expected undefined to be 'failed'/,
    did: 'gave no verdict when the events may not be read',
  },
  {
    test: 'B.14 proves itself by its own certificate',
    says: /The certificate of .* has the SHA-256 thumbprint .* not the pinned .*[\s\S]*expected 1 to be \+0/,
    did: "held the host to the server's pin",
  },
  {
    test: 'B.14 is named when it is wrong',
    says: /If that is your server .* pin it: thumbprint: .*to contain 'reconnect the host in vCenter'/,
    did: 'took the host for the server of the inputs, and had its certificate pinned there',
  },
  {
    test: 'B.14 is named when it is nothing',
    says: /not the pinned .*to contain 'in place of thumbprint, which pins the server alone'/,
    did: "held the host to the server's pin",
  },
  {
    test: 'B.14 is named when it is down',
    says: /Check the input server .*to contain 'open its port \(443\) to this runner'/,
    did: 'accused the input server',
  },
  {
    test: 'B.14 says that the server does not know the guest id',
    says: /100 % sent[\s\S]*configSpec\.guestId[\s\S]* to not include 'ImportVApp'/,
    did: 'failed at the guest id after the whole upload',
  },
];
