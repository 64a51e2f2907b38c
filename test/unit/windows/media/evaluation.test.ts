import { expect, it } from 'vitest';
import { evaluationFindings } from '../../../../src/windows/media/evaluation.ts';
import { samplePlan } from '../sample-plan.ts';

const { image } = samplePlan();

it('says of evaluation media how long what is made of them runs', () => {
  for (const editionId of ['ServerStandardEval', 'ServerDatacenterEvalCor', 'serverstandardeval']) {
    expect(evaluationFindings({ ...image, index: 2, name: 'Two', editionId })).toMatchObject([
      {
        code: 'evaluation-media',
        severity: 'warning',
        seen: expect.stringMatching(`Image 2 "Two" is an evaluation \\(${editionId}\\): .*180 days`) as string,
      },
    ]);
  }
});

it('says nothing of others', () => {
  for (const editionId of ['ServerStandard', 'ServerDatacenterCor', '']) {
    expect(evaluationFindings({ ...image, editionId })).toEqual([]);
  }
});
