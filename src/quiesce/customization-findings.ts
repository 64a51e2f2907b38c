/** What a customized copy can come to besides success. */

import type { DeclaredFinding } from '../check/rule.ts';

export const CUSTOMIZATION_REFUSED: DeclaredFinding = {
  code: 'customization-refused',
  severity: 'error',
  remedy:
    'VMware Tools must have run in the template itself (bake-template), and the specification must have as many adapters as the VM has network cards.',
  source: 'vim25 CustomizationFault; terraform-provider-vsphere issue 2269, open-vm-tools issue 262',
};

export const CUSTOMIZATION_FAILED: DeclaredFinding = {
  code: 'customization-failed',
  severity: 'error',
  remedy:
    'Read C:\\Windows\\Temp\\vmware-imc\\guestcust.log and C:\\Windows\\Panther\\UnattendGC\\setupact.log in a clone. The usual causes: a generalized template, answer files left in C:\\Windows\\Panther, per-user Appx packages, a pending restart.',
  source: 'vim25 CustomizationFailed; terraform-provider-vsphere issue 2287, packer-examples issues 502 and 791',
};

export const CUSTOMIZATION_UNFINISHED: DeclaredFinding = {
  code: 'customization-unfinished',
  severity: 'error',
  remedy:
    'Look at the console of a clone: a Windows that asks a question waits for ever. A customization begins only once VMware Tools run.',
  source: 'vim25 CustomizationEvent: none that says an end came',
};

export const CUSTOMIZATION_UNCONFIRMED: DeclaredFinding = {
  code: 'customization-unconfirmed',
  severity: 'error',
  remedy:
    'Give guest-password the password that the specification sets, which with generated is this one. A specification can set another password only when that of the template is blank.',
  source: 'vim25 GuestProcessManager: a program is run as the Administrator, as the event alone proves too little',
};

export const CUSTOMIZATION_FINDINGS: readonly DeclaredFinding[] = [
  CUSTOMIZATION_REFUSED,
  CUSTOMIZATION_FAILED,
  CUSTOMIZATION_UNFINISHED,
  CUSTOMIZATION_UNCONFIRMED,
];
