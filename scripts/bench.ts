/**
 * Runs benchmarks: npm run bench -- <name>… [arguments], or `all`. Without a name it lists what there is. Ends with a table of the bars.
 * Benchmarks judge ratios measured side by side in one run; they are never part of the tests.
 */

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { barTable } from '../bench/lib/bar.ts';
import { ROOT } from './root.ts';

interface Benchmark {
  /** Prints its findings; false when a bar is missed. */
  run(args: readonly string[]): Promise<boolean>;
}

const folder = join(ROOT, 'bench');
const known = (await readdir(folder)).filter((file) => file.endsWith('.bench.ts')).map((file) => file.slice(0, -9));
const words = process.argv.slice(2);
const options = words.findIndex((word) => word.startsWith('--'));
const given = options < 0 ? words : words.slice(0, options);
const names = given.join() === 'all' ? known : given;
const unknown = names.find((name) => !known.includes(name));
if (names.length > 0 && unknown === undefined) {
  for (const name of names) {
    if (names.length > 1) console.log(`\n=== ${name}`);
    const benchmark = (await import(pathToFileURL(join(folder, `${name}.bench.ts`)).href)) as Benchmark;
    if (!(await benchmark.run(words.slice(given.length)))) process.exitCode = 1;
  }
  console.log(`\n${barTable()}`);
} else {
  console.error(
    `${unknown === undefined ? 'Which benchmark?' : `There is no benchmark "${unknown}".`} Run npm run bench -- <name>…, with some of: ${known.join(', ')}`,
  );
  process.exitCode = 1;
}
