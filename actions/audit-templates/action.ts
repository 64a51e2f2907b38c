/** audit-templates as a value. */

import { defineAction } from '../../src/job/action.ts';
import { HELD_EXPORT } from '../../src/vsphere/transfer/export-lease.ts';
import { HELD_SESSION } from '../../src/vsphere/wire/held-session.ts';
import { boundedFindings } from './bounded-findings.ts';
import { INPUTS, prepare } from './inputs.ts';
import { assertSound, findingsOf, main } from './main.ts';
import { renderSummary } from './summary.ts';

export const auditTemplates = defineAction({
  name: 'audit-templates',
  description: 'Finds which templates of a vCenter or ESXi host would fail quiesced snapshots, without starting any',
  branding: { icon: 'search', color: 'orange' },
  inputs: INPUTS,
  outputs: {
    findings: {
      description:
        'JSON array of findings, those of the worst template first: vm, code, severity, seen, remedy, and predicts where it says what a snapshot comes to. As many as fit into an output (400 KiB); the report has all.',
      value: (result) => boundedFindings(findingsOf(result)),
    },
    sound: {
      description: 'How many were looked at whole, without an error.',
      value: ({ counts }) => String(counts.sound),
    },
    defective: { description: 'How many have an error.', value: ({ counts }) => String(counts.defective) },
    unreadable: {
      description: 'How many could not be looked at, or not whole; each is a warning with its reason.',
      value: ({ counts }) => String(counts.unreadable),
    },
    table: { description: 'Path of the CSV file, with a row for each template.', value: ({ table }) => table },
  },
  holds: [HELD_SESSION, HELD_EXPORT],
  prepare,
  main,
  findings: (result) => findingsOf(result).map(({ vm, seen, ...finding }) => ({ ...finding, seen: `${vm}: ${seen}` })),
  summary: renderSummary,
  assertGood: (result, { failOn }) => assertSound(result, failOn),
});
