/** The two figures of a room, and whether they are met. */

import type { Judgement } from './judge.ts';

/** Of the mutants that unit tests reach, and of all, this part has to die. */
export const BAR = { reached: 0.8, all: 0.65 };

export interface Score {
  readonly killed: number;
  readonly reached: number;
  readonly all: number;
  readonly met: boolean;
}

export function scoreOf(judgements: readonly Pick<Judgement, 'fate'>[]): Score {
  const killed = judgements.filter(({ fate }) => fate === 'killed').length;
  const reached = judgements.filter(({ fate }) => fate !== 'unreached').length;
  const all = judgements.length;
  return { killed, reached, all, met: killed >= BAR.reached * reached && killed >= BAR.all * all };
}

/** `job: 120 killed of 140 reached (86 %) of 150 (80 %)` */
export function printScore(room: string, { killed, reached, all, met }: Score): string {
  const figures = `${killed} killed of ${reached} reached (${percent(killed, reached)}) of ${all} (${percent(killed, all)})`;
  return `${room}: ${figures}${met ? '' : `  below the bar of ${100 * BAR.reached} % of reached, ${100 * BAR.all} % of all`}`;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? 'none' : `${Math.floor((100 * part) / whole)} %`;
}
