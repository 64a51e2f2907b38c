import { expect, it } from 'vitest';
import { mediaFindings } from '../../../../src/windows/media/media-findings.ts';
import { samplePlan } from '../sample-plan.ts';

it('tells all that is doubtful of media, and nothing of those that Microsoft ships', () => {
  const { image } = samplePlan();
  const ofMedia = { iso: 'w.iso', setupMembers: ['autounattend.xml'], hasNetFx3: false };
  const findings = mediaFindings(ofMedia, { ...image, editionId: 'ServerStandardEval' }, ['NetFx3']);
  expect(findings.map(({ code }) => code)).toEqual(['no-effect', 'evaluation-media', 'feature-source-missing']);
  expect(mediaFindings({ iso: 'w.iso', setupMembers: [], hasNetFx3: true }, image, ['NetFx3'])).toEqual([]);
});
