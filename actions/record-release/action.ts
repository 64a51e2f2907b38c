/** record-release as a value. */

import { defineAction } from '../../src/job/action.ts';
import { INPUTS, prepare } from './inputs.ts';
import { main } from './main.ts';
import { renderSummary } from './summary.ts';

export const recordRelease = defineAction({
  name: 'record-release',
  description: 'Records a release: release.json, an SBOM, a page to look at, and notes of what is new in it',
  branding: { icon: 'file-text', color: 'green' },
  inputs: INPUTS,
  outputs: {
    record: { description: 'Path of `release.json`.', value: ({ files }) => files.record },
    sbom: { description: 'Path of the SBOM, CycloneDX 1.6 as JSON.', value: ({ files }) => files.sbom },
    page: { description: 'Path of the release page, one HTML file.', value: ({ files }) => files.page },
    notes: { description: 'Path of the notes, Markdown.', value: ({ files }) => files.notes },
    'verification-summary': {
      description:
        'Path of `verdict.vsa.json`, the predicate of a verification summary of the verdict, to attest; empty where no snapshot was taken.',
      value: ({ files }) => files.verdict ?? '',
    },
    artifacts: {
      description: 'JSON array of the artifacts that were uploaded: name, id, size.',
      value: ({ artifacts }) => artifacts,
    },
  },
  prepare,
  main,
  findings: () => [],
  summary: renderSummary,
});
