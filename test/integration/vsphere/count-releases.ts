/**
 * A program that makes release after release in its one process, and says after each what it has by then: one line of JSON. Nothing else
 * runs in it, so that what grows is what a release leaves.
 *   node --expose-gc count-releases.ts <folder> <ova> <how many>, with the login as JSON in STILLFRAME_LOGIN
 */

import { readdir } from 'node:fs/promises';
import { releaseWhole } from './whole-release.ts';

export interface Counted {
  readonly run: number;
  /** Bytes that the process has of the machine, and of objects and buffers after a collection. */
  readonly rss: number;
  readonly heap: number;
  readonly external: number;
  /** Open files, and sockets, timers and the like by which a process stays alive. */
  readonly files: number;
  readonly active: number;
}

if (import.meta.main) {
  const [folder = '', ova = '', times = '0'] = process.argv.slice(2);
  const login = JSON.parse(process.env.STILLFRAME_LOGIN ?? '{}') as Record<string, string>;
  for (let run = 1; run <= Number(times); run++) {
    await releaseWhole(folder, { login, ova, name: 'ws', run: String(run) });
    // What is closed goes in the next turn.
    await new Promise((resolve) => setTimeout(resolve, 50));
    globalThis.gc?.();
    const { rss, heapUsed: heap, external } = process.memoryUsage();
    const files = (await readdir('/proc/self/fd')).length;
    const counted: Counted = { run, rss, heap, external, files, active: process.getActiveResourcesInfo().length };
    process.stdout.write(`${JSON.stringify(counted)}\n`);
  }
}
