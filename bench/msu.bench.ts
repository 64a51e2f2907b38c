/**
 * npm run bench -- msu [--runs N]: opening a combined package and taking its cabinets out, against `7zz x` of the same file.
 * Ours reads and checks what the package says of itself on top. Bar: no slower than 1.1 times.
 */

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../scripts/root.ts';
import { createToolRunner } from '../src/runner/tools.ts';
import { formatSize } from '../src/units.ts';
import { openPackage } from '../src/updates/open-package.ts';
import { buildUpdatePackage } from '../test/media/updates/update-package.ts';
import { bar } from './lib/bar.ts';
import { measure, median } from './lib/measure.ts';

const BAR = 1.1;
/** A quarter of a cumulative update of Server 2019: long enough that starting programs hardly counts. */
const PAYLOAD = 96 * 2 ** 20;

export async function run(args: readonly string[]): Promise<boolean> {
  const runs = Number(args[args.indexOf('--runs') + 1] ?? 5) || 5;
  const folder = join(ROOT, '.cache', 'bench', 'msu');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  try {
    const package_ = buildUpdatePackage({
      kb: 'KB5098818',
      kind: 'cumulative',
      build: '17763.9619',
      stack: '17763.9603',
      container: 'cab',
      payload: PAYLOAD,
    });
    const path = join(folder, 'sample.msu');
    await writeFile(path, package_.bytes);
    console.log(`package: ${formatSize(package_.bytes.length)}, median of ${runs} runs, alternating`);
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let index = 0; index < runs; index += 1) {
      theirs.push(await unpackWith7zip(path, join(folder, `theirs-${index}`)));
      ours.push(await openOurs(path, join(folder, `ours-${index}`)));
    }
    const ratio = median(ours) / median(theirs);
    console.log(`7zz x        ${median(theirs).toFixed(3)} s`);
    console.log(`openPackage  ${median(ours).toFixed(3)} s`);
    return bar(`opening an .msu: at most ${BAR} times 7zz x (${ratio.toFixed(2)})`, ratio <= BAR);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function unpackWith7zip(path: string, output: string): Promise<number> {
  const { seconds } = await measure('7zz', ['x', '-y', '-bd', `-o${output}`, path]);
  await rm(output, { recursive: true });
  return seconds;
}

async function openOurs(path: string, output: string): Promise<number> {
  const tools = createToolRunner(new AbortController().signal);
  const started = performance.now();
  const opened = await openPackage(path, tools, { temp: output, extractTo: output });
  const seconds = (performance.now() - started) / 1000;
  if (opened.cabs.length !== 2) throw new Error(`two cabinets were expected, ${opened.cabs.length} came out`);
  await rm(output, { recursive: true });
  return seconds;
}
