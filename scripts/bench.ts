/**
 * Runs benchmarks: npm run bench -- <name>… [arguments], or `all`. Without a name it lists what there is. Ends with a table of the bars,
 * whatever one of them ran into.
 * Benchmarks judge ratios measured side by side in one run; they are never part of the tests.
 */

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bar, barTable } from '../bench/lib/bar.ts';
import { ROOT } from './root.ts';

interface Benchmark {
  /** Prints its findings; false when a bar is missed. */
  run(args: readonly string[]): Promise<boolean>;
}

/** Longer than that nobody runs them all. */
const ALL_MINUTES = 20;

const folder = join(ROOT, 'bench');
const known = (await readdir(folder)).filter((file) => file.endsWith('.bench.ts')).map((file) => file.slice(0, -9));
const words = process.argv.slice(2);
const options = words.findIndex((word) => word.startsWith('--'));
const given = options < 0 ? words : words.slice(0, options);
const names = given.join() === 'all' ? known : given;
const unknown = names.find((name) => !known.includes(name));
if (names.length > 0 && unknown === undefined) {
  const started = performance.now();
  for (const name of names) await runOne(name);
  if (given.join() === 'all') {
    const minutes = (performance.now() - started) / 60_000;
    note(bar(`all: at most ${ALL_MINUTES} minutes (${minutes.toFixed(1)})`, minutes <= ALL_MINUTES));
  }
  console.log(`\n${barTable()}`);
} else {
  console.error(
    `${unknown === undefined ? 'Which benchmark?' : `There is no benchmark "${unknown}".`} Run npm run bench -- <name>…, with some of: ${known.join(', ')}`,
  );
  process.exitCode = 1;
}

/** One that throws has missed its bars, and is no reason to keep the figures of the others back. */
async function runOne(name: string): Promise<void> {
  if (names.length > 1) console.log(`\n=== ${name}`);
  const started = performance.now();
  try {
    const benchmark = (await import(pathToFileURL(join(folder, `${name}.bench.ts`)).href)) as Benchmark;
    note(await benchmark.run(words.slice(given.length)));
  } catch (error) {
    console.error(error);
    note(bar(`${name}: runs to its end (${error instanceof Error ? error.message.split('\n')[0] : error})`, false));
  }
  if (names.length > 1) console.log(`${name} took ${((performance.now() - started) / 1000).toFixed(0)} s`);
}

function note(met: boolean): void {
  if (!met) process.exitCode = 1;
}
