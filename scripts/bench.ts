/**
 * Runs a benchmark: npm run bench -- <name> [arguments]. Without a name it lists what there is.
 * Benchmarks judge ratios measured side by side in one run; they are never part of the tests.
 */

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './root.ts';

interface Benchmark {
  /** Prints its findings; false when a bar is missed. */
  run(args: readonly string[]): Promise<boolean>;
}

const folder = join(ROOT, 'bench');
const names = (await readdir(folder)).filter((file) => file.endsWith('.bench.ts')).map((file) => file.slice(0, -9));
const [name = '', ...args] = process.argv.slice(2);
if (names.includes(name)) {
  const benchmark = (await import(pathToFileURL(join(folder, `${name}.bench.ts`)).href)) as Benchmark;
  if (!(await benchmark.run(args))) process.exitCode = 1;
} else {
  console.error(`There is no benchmark "${name}". Run npm run bench -- <name>, with one of: ${names.join(', ')}`);
  process.exitCode = 1;
}
