/** Tells what comes; all that can be wrong was seen when the inputs were read. */

import type { Context } from '../../src/context.ts';
import type { Stages } from './inputs.ts';
import { stagesText } from './stages-text.ts';

export async function main(stages: Stages, { log }: Pick<Context, 'log'>): Promise<Stages> {
  log.info(stagesText(stages));
  return stages;
}
