/**
 * The plan of 1000 templates for 20 targets, as plan-release makes it: read, checked with their locks, compared with what is out, in
 * batches. The bar is two seconds; the catalog is the double, asked once for each question.
 */

import { execFileSync } from 'node:child_process';
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPatterns } from '../src/plan/find-templates.ts';
import { planRelease } from '../src/plan/plan-release.ts';
import { createToolRunner } from '../src/runner/tools.ts';
import { startCatalog } from '../test/fakes/catalog/start.ts';
import { BASE, lockText, template } from '../test/unit/plan/plan-files.ts';
import { bar } from './lib/bar.ts';

const TEMPLATES = 1000;
const TARGETS = 20;
const BAR_MS = 2000;
const RUNS = 5;

export async function run(): Promise<boolean> {
  const workspace = await realpath(await mkdtemp(join(tmpdir(), 'stillframe-bench-plan-')));
  const catalog = await startCatalog();
  try {
    await writeFile(join(workspace, 'base.yml'), BASE);
    for (let index = 0; index < TEMPLATES; index++) {
      await writeFile(join(workspace, `t${index}.yml`), template(`ws-${index}`));
      await writeFile(join(workspace, `t${index}.lock.json`), lockText(index % 2 === 0 ? '2026-10' : '2026-11'));
    }
    execFileSync('git', ['init', '-q'], { cwd: workspace });
    const times: number[] = [];
    for (let round = 0; round < RUNS; round++) {
      const { signal } = new AbortController();
      const started = performance.now();
      const plan = await planRelease(
        {
          workspace,
          patterns: readPatterns(['*.yml']),
          onlyChanged: undefined,
          when: 'always',
          targets: Array.from({ length: TARGETS }, (_, index) => `vcenter-${index}`),
          batchSize: 256,
          catalog: {
            catalogUrl: catalog.url,
            releaseInfoUrl: catalog.releaseInfoUrl,
            env: {},
            patience: { timeZone: 'UTC', offsetDays: 0, hour: 0 },
            now: new Date('2026-11-28T12:00:00Z'),
          },
        },
        {
          log: { info: () => {}, warning: () => {}, debug: () => {}, group: (_title, body) => body() },
          tools: createToolRunner(signal),
          signal,
          temp: workspace,
          onCleanup: () => () => {},
          hold: () => () => {},
          rehold: () => {},
        },
      );
      times.push(performance.now() - started);
      const jobs = plan.batches.map(({ template: some, target = [] }) => some.length * target.length);
      const outputs = 2 * JSON.stringify(plan.batches).length;
      if (plan.count !== TEMPLATES * TARGETS || Math.max(...jobs) > 256 || outputs > 2 ** 20) return false;
      if (round === 0) {
        console.log(
          `${plan.count} jobs in ${plan.batches.length} batches of at most ${Math.max(...jobs)}; ${outputs} bytes of outputs`,
        );
      }
    }
    const median = times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
    const figures = `median ${Math.round(median)} ms of ${times.map(Math.round).join(', ')}`;
    const text = `plan of ${TEMPLATES} templates for ${TARGETS} targets below ${BAR_MS} ms (${figures})`;
    return bar(text, median < BAR_MS);
  } finally {
    await catalog.close();
    await rm(workspace, { recursive: true, force: true });
  }
}
