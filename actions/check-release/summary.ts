/** The job summary of check-release: one sentence, so that nobody takes a release without a proof for one with it. */

import type { Stages } from './inputs.ts';
import { stagesText } from './stages-text.ts';

export function renderSummary(stages: Stages): string {
  return `${stagesText(stages)}\n`;
}
