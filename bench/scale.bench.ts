/**
 * npm run bench -- scale [--runs N]: what grows with a fleet, at three sizes each: time, peak memory, and the exponent of the time between
 * the smallest and the largest: 1 is linear, 2 would be a quadratic loop. Each in a process of its own.
 */

import { join } from 'node:path';
import { formatSize } from '../src/units.ts';
import { auditOnce } from './lib/audit-once.ts';
import { bar } from './lib/bar.ts';
import { type Measurement, measure, median } from './lib/measure.ts';

/** Start-up makes it smaller, caches that overflow make it larger; a quadratic part shows far above. */
const EXPONENT_BAR = 1.2;
const MEMORY_BAR = 400e6;

interface Work {
  readonly title: string;
  readonly sizes: readonly [number, number, number];
  /** Takes so long that start-up and a busy moment hardly count: measured once. */
  readonly isLong?: true;
  /** Seconds are those of the work, without the start of its process. */
  readonly run: (size: number) => Promise<Measurement>;
}

const WORKS: readonly Work[] = [
  { title: 'plan, templates for 20 targets', sizes: [250, 500, 1000], run: (size) => once('plan', size) },
  {
    title: 'choosing an update, rows of the catalog',
    sizes: [2500, 5000, 10_000],
    run: (size) => once('choose', size),
  },
  { title: 'table and summary of an audit, VMs', sizes: [4000, 8000, 16_000], run: (size) => once('summary', size) },
  { title: 'audit, VMs of the double', sizes: [100, 200, 400], isLong: true, run: auditOnce },
];

export async function run(args: readonly string[]): Promise<boolean> {
  const runs = Number(args[args.indexOf('--runs') + 1] ?? 3) || 3;
  console.log(
    `medians of ${runs} runs, audits once\n| what | size | time | peak memory |\n| --- | ---: | ---: | ---: |`,
  );
  const met: boolean[] = [];
  for (const work of WORKS) met.push(...(await judge(work, runs)));
  return met.every(Boolean);
}

async function judge({ title, sizes, isLong, run: once }: Work, runs: number): Promise<boolean[]> {
  const points: { size: number; seconds: number }[] = [];
  let peak = 0;
  for (const size of sizes) {
    const times: number[] = [];
    for (let turn = 0; turn < (isLong ? 1 : runs); turn++) {
      const { seconds, peakMemory } = await once(size);
      times.push(seconds);
      peak = Math.max(peak, peakMemory);
    }
    points.push({ size, seconds: median(times) });
    console.log(`| ${title} | ${size} | ${(median(times) * 1000).toFixed(0)} ms | ${formatSize(peak)} |`);
  }
  const [first, , last] = points;
  if (first === undefined || last === undefined) throw new TypeError('three sizes');
  const exponent = Math.log(last.seconds / first.seconds) / Math.log(last.size / first.size);
  return [
    bar(`${title}: exponent at most ${EXPONENT_BAR} (${exponent.toFixed(2)})`, exponent <= EXPONENT_BAR),
    bar(`${title}: memory below ${formatSize(MEMORY_BAR)} (${formatSize(peak)})`, peak < MEMORY_BAR),
  ];
}

async function once(work: string, size: number): Promise<Measurement> {
  let printed = '';
  const script = join(import.meta.dirname, 'lib', 'scale-once.ts');
  const { peakMemory } = await measure(process.execPath, [script, work, String(size)], {}, (text) => {
    printed += text;
  });
  return { seconds: Number(/milliseconds ([\d.]+)/.exec(printed)?.[1]) / 1000, peakMemory };
}
