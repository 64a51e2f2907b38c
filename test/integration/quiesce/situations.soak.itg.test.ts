import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SITUATIONS } from '../../unit/quiesce/situations.ts';
import { openStage, playSituation, type SituationStage, unplayable } from './play-situation.ts';

/** Every situation that the double can play, end to end: the action comes to exactly the verdict and the findings of the table. */

const PLAYED = SITUATIONS.filter((situation) => unplayable(situation) === undefined);

let stage: SituationStage;
beforeAll(async () => {
  stage = await openStage();
}, 600_000);
afterAll(() => stage.close());

describe('verify-quiesce', () => {
  it('is shown at least sixty situations beside the codes of VSS that name one cause', () => {
    expect(PLAYED.filter(({ name }) => !name.startsWith('VSS says')).length).toBeGreaterThanOrEqual(60);
  });

  it.each(PLAYED)('$name: $verdict, $findings', async (situation) => {
    await playSituation(stage, situation);
  });
});
