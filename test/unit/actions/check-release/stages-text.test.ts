import { expect, it } from 'vitest';
import { stagesText } from '../../../../actions/check-release/stages-text.ts';
import { renderSummary } from '../../../../actions/check-release/summary.ts';

const ALL = { upload: true, bake: true, verify: true, publish: true, record: true };

it.each([
  [
    ALL,
    'This release builds the OVA, uploads it, bakes the candidate where the template asks for it, proves it, publishes what is proven, records it.',
  ],
  [
    { ...ALL, upload: false },
    'This release builds the OVA, checks it offline, records it. Left out: upload, publication.',
  ],
  [
    { ...ALL, verify: false, bake: false },
    'This release builds the OVA, uploads it, records it. Left out: bake, proof, publication.',
  ],
  [
    { ...ALL, publish: false, record: false },
    'This release builds the OVA, uploads it, bakes the candidate where the template asks for it, proves it. Left out: publication, record.',
  ],
])('%j is told with what it leaves out', (stages, text) => {
  expect(stagesText(stages)).toBe(text);
  expect(renderSummary(stages)).toBe(`${text}\n`);
});
