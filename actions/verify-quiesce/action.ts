/** verify-quiesce as a value. */

import { defineAction } from '../../src/job/action.ts';
import { HELD_CHECK } from '../../src/quiesce/held-check.ts';
import { HELD_COPY } from '../../src/quiesce/held-copy.ts';
import { HELD_SESSION } from '../../src/vsphere/wire/held-session.ts';
import { INPUTS, prepare } from './inputs.ts';
import { assertProven, main } from './main.ts';
import { renderSummary } from './summary.ts';

export const verifyQuiesce = defineAction({
  name: 'verify-quiesce',
  description:
    'Proves by a quiesced snapshot that VSS snapshots of a VM work, or finds in any image what makes them fail',
  branding: { icon: 'check-circle', color: 'green' },
  inputs: INPUTS,
  outputs: {
    verdict: {
      description:
        'Live: `application`, `filesystem`, `ignored` or `failed`, by the evidence of the snapshot; `failed` also when a customized copy, or one restored from the snapshot, was asked for and did not come up. Offline: `failed` with an error among the findings, otherwise `unproven`.',
      value: ({ verdict }) => verdict,
    },
    findings: {
      description:
        'JSON array of findings, the likeliest cause first: code, severity, seen, remedy, and predicts where it says what a snapshot comes to.',
      value: ({ findings }) => findings,
    },
    manifest: {
      description:
        'Path of the snapshot’s manifest, a zip with the documents of the VSS writers that took part; empty when there was none.',
      value: ({ manifest }) => manifest,
    },
    evidence: {
      description:
        'Folder with what may name the cause when less was proven than was asked for, to keep as an artifact: fault, events, vmware.log, and with `guest-password` what the guest says (vssadmin, reagentc, event log, vmbackup.log); empty otherwise.',
      value: ({ evidence }) => evidence,
    },
  },
  holds: [HELD_SESSION, HELD_COPY, HELD_CHECK],
  prepare,
  main,
  findings: ({ findings }) => findings,
  summary: renderSummary,
  assertGood: (result, { level }) => assertProven(result, level),
});
