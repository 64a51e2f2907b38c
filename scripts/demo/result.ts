/** The closing table of the demo: files, sizes, layout, verdict and time per step. */

import { stat } from 'node:fs/promises';
import { basename, relative } from 'node:path';
import { drawLayout } from '../../src/disk/draw-layout.ts';
import { readLayout } from '../../src/disk/layout.ts';
import { openSystemDisk } from '../../src/ova/open-system-disk.ts';
import { formatDuration, formatSize } from '../../src/units.ts';
import { ROOT } from '../root.ts';
import type { DemoJob } from './job.ts';
import { bold, heading, table } from './print.ts';
import type { FlowResult } from './release-flow.ts';

export async function printResult(job: DemoJob, { vhd, ova, verdict, record = [] }: FlowResult): Promise<void> {
  heading('Result');
  const files = await Promise.all(
    [vhd, ova, ...record].map(async (file) => [relative(ROOT, file), formatSize((await stat(file)).size)]),
  );
  console.log(table(files));

  const disk = await openSystemDisk(ova);
  try {
    console.log(`\n  Disk inside ${basename(ova)}:`);
    for (const line of drawLayout(await readLayout(disk)).split('\n')) console.log(`  ${line}`);
  } finally {
    await disk.close();
  }

  console.log(`\n  Verdict: ${bold(verdict)}\n`);
  const total = job.steps.reduce((sum, step) => sum + step.durationMs, 0);
  console.log(
    table([
      ...job.steps.map(({ action, outcome, durationMs }) => [action, outcome, formatDuration(durationMs)]),
      ['all steps', '', formatDuration(total)],
    ]),
  );
}
