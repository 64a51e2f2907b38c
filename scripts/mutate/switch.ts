/**
 * The switch of the mutants in a running process: `globalThis.__mutant(id)` is asked at every mutant's place.
 * Threads and child processes take part: they read what is on from their environment and note what they reach in a file.
 */

import { appendFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** Names of the environment variables, inherited by descendants of a lane. */
export const ACTIVE = 'STILLFRAME_MUTANT';
export const PLAN = 'STILLFRAME_MUTATION_PLAN';
export const REACHED = 'STILLFRAME_MUTANTS_REACHED';

declare global {
  var __mutant: ((id: number) => boolean) | undefined;
}

export class MutantSwitch {
  #active = Number(process.env[ACTIVE] ?? 0);
  #passes = 0;
  #limit = Number.POSITIVE_INFINITY;
  #reached: Map<number, number> | undefined;

  /** Turns one mutant on (0: none). Passing its place more often than `limit` throws, which ends most endless loops. */
  turnOn(id: number, limit = Number.POSITIVE_INFINITY): void {
    this.#active = id;
    this.#limit = limit;
    this.#passes = 0;
    process.env[ACTIVE] = String(id);
  }

  /** What was reached since the last call, and how often; from the first call on it is counted. */
  takeReached(): ReadonlyMap<number, number> {
    const reached = this.#reached ?? new Map<number, number>();
    this.#reached = new Map();
    return reached;
  }

  /** Puts the switch in its place. `noteIn`: a file that gets a line for each mutant that is reached first. */
  install(noteIn?: string): void {
    const noted = new Set<number>();
    globalThis.__mutant = (id) => {
      this.#reached?.set(id, (this.#reached.get(id) ?? 0) + 1);
      if (noteIn !== undefined && !noted.has(id)) {
        noted.add(id);
        appendFileSync(noteIn, `${id}\n`);
      }
      if (id !== this.#active) return false;
      if (++this.#passes > this.#limit) throw new Error(`mutant ${id}: passed more than ${this.#limit} times`);
      return true;
    };
  }
}

/** True in the process that a lane is, false in what it starts. */
export function isLane(): boolean {
  return isMainThread && process.argv[1] === LANE;
}

export const LANE = new URL('lane.ts', import.meta.url).pathname;
