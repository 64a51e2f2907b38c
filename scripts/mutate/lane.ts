/** A process that runs tests, with or without a mutant, as the run tells it. Started by lanes.ts with load-mutants.ts loaded. */

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { mutantSwitch } from './load-mutants.ts';
import type { Cover, Covered, CoveredTest, FromLane, Ran, Run, ToLane } from './messages.ts';
import { REACHED } from './switch.ts';
import { runTestFile } from './test-runner.ts';

function say(message: FromLane): void {
  process.send?.(message);
}

async function cover({ file }: Cover): Promise<Covered> {
  const tests: CoveredTest[] = [];
  const outside = new Map<number, number>();
  let began = 0;
  takeReached();
  const broken = await runTestFile(file, {
    choose: () => true,
    before() {
      for (const [id, times] of takeReached()) outside.set(id, (outside.get(id) ?? 0) + times);
      began = performance.now();
      return true;
    },
    after(name) {
      tests.push({ name, milliseconds: performance.now() - began, reached: [...takeReached()] });
    },
  });
  for (const [id, times] of takeReached()) outside.set(id, (outside.get(id) ?? 0) + times);
  return { kind: 'covered', file, tests, outside: [...outside], ...(broken !== undefined && { broken }) };
}

/** Of this process and of those it started. */
function takeReached(): Map<number, number> {
  const reached = new Map(mutantSwitch.takeReached());
  const notes = process.env[REACHED] as string;
  if (existsSync(notes)) {
    for (const line of readFileSync(notes, 'utf8').trim().split('\n')) {
      if (!reached.has(Number(line))) reached.set(Number(line), 1);
    }
    rmSync(notes);
  }
  return reached;
}

async function run({ mutant, limit, tests }: Run): Promise<Ran> {
  mutantSwitch.turnOn(mutant, limit);
  try {
    for (const [file, names] of tests) {
      const killedBy = await firstFailure(file, names);
      if (killedBy) return { kind: 'ran', killedBy };
    }
    return { kind: 'ran' };
  } finally {
    mutantSwitch.turnOn(0);
  }
}

async function firstFailure(file: string, names: readonly string[] | 'all'): Promise<Ran['killedBy']> {
  let current = '(outside of tests)';
  let failed = false;
  const chosen = names === 'all' ? undefined : new Set(names);
  say({ kind: 'started', file, name: current });
  const error = await runTestFile(file, {
    choose: (name) => chosen?.has(name) ?? true,
    before(name) {
      if (failed) return false;
      current = name;
      say({ kind: 'started', file, name });
      return true;
    },
    after(_, failure) {
      failed ||= failure !== undefined;
    },
  });
  return error === undefined ? undefined : { file, name: current, error };
}

// A rejection that nobody awaits fails a run of Vitest as well; here it ends the process, which counts.
process.on('message', async (message: ToLane) => {
  say(message.kind === 'cover' ? await cover(message) : await run(message));
});
