/** Measures one room: makes its mutants, learns which tests reach them, and lets those tests judge. */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { importsOf } from '../import-graph.ts';
import { isEquivalent } from './equivalent.ts';
import { findChanges } from './find-mutants.ts';
import { instrument } from './instrument.ts';
import { type Judgement, judge } from './judge.ts';
import { Lane } from './lanes.ts';
import type { Covered } from './messages.ts';
import type { Mutant } from './mutant.ts';
import { sample } from './sample.ts';
import { select } from './selection.ts';

export interface RoomResult {
  /** All mutants that could be made, before the sample. */
  readonly possible: number;
  readonly judgements: readonly Judgement[];
  /** Test files that fail with no mutant on: `file: why`. They judge nothing. */
  readonly broken: readonly string[];
}

export interface RoomRequest {
  readonly root: string;
  /** Paths below the root. */
  readonly files: readonly string[];
  readonly count: number;
  readonly seed: number;
  /** Absolute paths of the tests that may judge. */
  readonly judges: readonly string[];
  readonly say: (text: string) => void;
}

/** Nothing is written but in a temporary folder. */
export async function mutateRoom({ root, files, judges, count, seed, say }: RoomRequest): Promise<RoomResult> {
  const sources = new Map<string, string>();
  for (const file of files) sources.set(file, await readFile(join(root, file), 'utf8'));
  const all = [...sources].flatMap(([file, source]) => mutantsOf(file, source));
  const mutants = sample(all, count, seed).map((mutant, index) => ({ ...mutant, id: index + 1 }));
  const folder = await mkdtemp(join(tmpdir(), 'stillframe-mutate-'));
  const plan = join(folder, 'plan.json');
  const lanes = Array.from(
    { length: Math.min(4, availableParallelism()) },
    (_, index) => new Lane({ root, plan, reached: join(folder, `reached-${index}`) }),
  );
  try {
    await writeFile(plan, JSON.stringify(planOf(root, sources, mutants)));
    const tests = judges.filter((test) => files.some((file) => importsOf(test).has(join(root, file))));
    say(`${mutants.length} of ${all.length} mutants, ${tests.length} test files`);
    const { covered, broken } = await coverAll(lanes, tests);
    const judgements: Judgement[] = [];
    await eachInLanes(lanes, mutants, async (lane, mutant) => {
      judgements.push(await judge(lane, mutant, select(root, mutant, covered), covered));
      if (judgements.length % 50 === 0) say(`${judgements.length} of ${mutants.length} judged`);
    });
    return { possible: all.length, judgements: judgements.sort((a, b) => a.mutant.id - b.mutant.id), broken };
  } finally {
    await Promise.all(lanes.map((lane) => lane.restart()));
    await rm(folder, { recursive: true, force: true });
  }
}

function mutantsOf(file: string, source: string): Omit<Mutant, 'id'>[] {
  const lines = source.split('\n');
  return findChanges(file, source)
    .map((change) => ({ ...change, file, line: source.slice(0, change.start).split('\n').length }))
    .filter((mutant) => !isEquivalent(mutant, lines[mutant.line - 1] ?? ''));
}

function planOf(
  root: string,
  sources: ReadonlyMap<string, string>,
  mutants: readonly Mutant[],
): Record<string, string> {
  const plan: Record<string, string> = {};
  for (const [file, source] of sources) {
    const own = mutants.filter((mutant) => mutant.file === file);
    if (own.length > 0) plan[join(root, file)] = instrument(source, own);
  }
  return plan;
}

async function coverAll(
  lanes: readonly Lane[],
  tests: readonly string[],
): Promise<{ covered: Covered[]; broken: string[] }> {
  const covered: Covered[] = [];
  const broken: string[] = [];
  await eachInLanes(lanes, tests, async (lane, file) => {
    // Minutes: on a busy machine a file of slow tests is no hang, and nothing is mutated yet.
    const answer = await lane.work({ kind: 'cover', file }, () => 600_000);
    if (answer.kind === 'covered' && answer.broken === undefined) covered.push(answer);
    else if (answer.kind === 'covered') broken.push(`${file}: ${answer.broken}`);
    else if (answer.kind === 'ended') broken.push(`${file}: ${answer.how}\n${answer.output}`);
  });
  return { covered, broken };
}

async function eachInLanes<T>(
  lanes: readonly Lane[],
  items: readonly T[],
  work: (lane: Lane, item: T) => Promise<void>,
) {
  const pending = [...items];
  await Promise.all(
    lanes.map(async (lane) => {
      for (let item = pending.shift(); item !== undefined; item = pending.shift()) await work(lane, item);
    }),
  );
}
