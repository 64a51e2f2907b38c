/** Whether the unit tests notice a mutant. */

import type { Lane } from './lanes.ts';
import type { Covered, Run, Started } from './messages.ts';
import type { Mutant } from './mutant.ts';
import type { Selection } from './selection.ts';

export type Fate = 'killed' | 'survived' | 'unreached';

export interface Judgement {
  readonly mutant: Mutant;
  readonly fate: Fate;
  /** Which test noticed and how, or why the process ended. */
  readonly by?: string;
}

/** A test that takes this long (milliseconds), and ten times what it takes alone, hangs. */
const PATIENCE = 10_000;

/** Survivors are tried again where all their tests take less than this (milliseconds). */
const RETRIED = 5000;

/**
 * First in a process that has its modules loaded: quick, but a value computed once may hide the mutant or outlive it.
 * So a kill counts when the test passes without the mutant there, and a survivor is tried again in a new process.
 */
export async function judge(
  lane: Lane,
  mutant: Mutant,
  selection: Selection,
  covered: readonly Covered[],
): Promise<Judgement> {
  const { reaching, loading } = selection;
  if (reaching.length === 0) return { mutant, fate: 'unreached' };
  if (loading.length === 0) {
    const warm = await attempt(lane, mutant, selection, reaching, covered);
    if (warm?.ended) return { mutant, fate: 'killed', by: warm.by };
    if (warm && (await passesWithout(lane, warm, covered))) return { mutant, fate: 'killed', by: warm.by };
  }
  if (loading.length === 0 && selection.milliseconds > RETRIED) return { mutant, fate: 'survived' };
  await lane.restart();
  const fresh = await attempt(lane, mutant, selection, loading.length > 0 ? loading : reaching, covered);
  await lane.restart();
  return fresh ? { mutant, fate: 'killed', by: fresh.by } : { mutant, fate: 'survived' };
}

interface Kill {
  readonly by: string;
  /** True: the process hung or crashed; nothing of it is left. */
  readonly ended: boolean;
  readonly file?: string;
  readonly name?: string;
}

async function attempt(
  lane: Lane,
  { id }: Mutant,
  { times }: Selection,
  tests: Run['tests'],
  covered: readonly Covered[],
): Promise<Kill | undefined> {
  const answer = await lane.work({ kind: 'run', mutant: id, limit: 10_000 + 10 * times, tests }, patienceFor(covered));
  if (answer.kind === 'ended') return { by: `${answer.how} in ${answer.at?.name ?? 'its start'}`, ended: true };
  if (answer.kind !== 'ran' || !answer.killedBy) return undefined;
  const { file, name, error } = answer.killedBy;
  return { by: error, ended: false, file, name };
}

async function passesWithout(lane: Lane, { file, name }: Kill, covered: readonly Covered[]): Promise<boolean> {
  if (file === undefined || name === undefined) return false;
  const known = covered.find((test) => test.file === file)?.tests.some((test) => test.name === name);
  const tests: Run['tests'] = [[file, known ? [name] : 'all']];
  const message: Run = { kind: 'run', mutant: 0, limit: Number.POSITIVE_INFINITY, tests };
  const answer = await lane.work(message, patienceFor(covered));
  return answer.kind === 'ran' && answer.killedBy === undefined;
}

export function patienceFor(covered: readonly Covered[]): (at: Started | undefined) => number {
  return (at) => {
    const file = covered.find((test) => test.file === at?.file);
    const alone = file?.tests.find((test) => test.name === at?.name)?.milliseconds ?? 1000;
    return PATIENCE + 10 * alone;
  };
}
