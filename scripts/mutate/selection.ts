/** Which tests are asked about a mutant, and in which order. */

import { join } from 'node:path';
import { importsOf } from '../import-graph.ts';
import type { Covered, Run } from './messages.ts';
import type { Mutant } from './mutant.ts';

export interface Selection {
  /** Tests during which the mutant's place was passed. */
  readonly reaching: Run['tests'];
  /** Where it was passed while modules were loaded too: everything that loads the file. */
  readonly loading: Run['tests'];
  /** What all of `reaching` takes. */
  readonly milliseconds: number;
  /** How often its place is passed with no mutant on. */
  readonly times: number;
}

export function select(root: string, mutant: Mutant, covered: readonly Covered[]): Selection {
  const reaching: [string, string[]][] = [];
  let times = 0;
  let milliseconds = 0;
  let loaded = false;
  for (const { file, tests, outside } of inOrder(root, mutant, covered)) {
    const before = timesOf(mutant, outside);
    const names = tests.filter(({ reached }) => timesOf(mutant, reached) > 0);
    times += before + names.reduce((sum, { reached }) => sum + timesOf(mutant, reached), 0);
    loaded ||= before > 0;
    const all = before > 0 ? tests : names;
    milliseconds += all.reduce((sum, test) => sum + test.milliseconds, 0);
    const quickFirst = all.toSorted((a, b) => a.milliseconds - b.milliseconds);
    if (all.length > 0) reaching.push([file, quickFirst.map(({ name }) => name)]);
  }
  return { reaching, loading: loaded ? loadersOf(root, mutant, covered) : [], times, milliseconds };
}

function loadersOf(root: string, mutant: Mutant, covered: readonly Covered[]): Run['tests'] {
  const source = join(root, mutant.file);
  const files = inOrder(root, mutant, covered).map(({ file }) => file);
  return files.filter((file) => importsOf(file).has(source)).map((file) => [file, 'all'] as const);
}

/** The test of the mutant's own file, those of its room, the others; quick ones first. */
function inOrder(root: string, { file }: Mutant, covered: readonly Covered[]): Covered[] {
  const own = join(root, 'test/unit', file.replace(/^src\//, '')).replace(/\.ts$/, '.test.ts');
  const room = own.slice(0, own.lastIndexOf('/') + 1);
  const rank = (test: Covered) => (test.file === own ? 0 : test.file.startsWith(room) ? 1 : 2);
  const cost = ({ tests }: Covered) => tests.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  return covered.toSorted((a, b) => rank(a) - rank(b) || cost(a) - cost(b));
}

function timesOf({ id }: Mutant, reached: readonly (readonly [mutant: number, times: number])[]): number {
  return reached.find(([mutant]) => mutant === id)?.[1] ?? 0;
}
