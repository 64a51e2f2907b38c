/** The plan of many templates for many targets, as plan-release makes it: read, checked with their locks, compared with what is out. */

import { execFileSync } from 'node:child_process';
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPatterns } from '../../src/plan/find-templates.ts';
import { type Plan, planRelease } from '../../src/plan/plan-release.ts';
import { createToolRunner } from '../../src/runner/tools.ts';
import { startCatalog } from '../../test/fakes/catalog/start.ts';
import { BASE, lockText, template } from '../../test/unit/plan/plan-files.ts';

/**
 * @param onPlan given each plan and the milliseconds it took
 * @throws what planRelease throws
 */
export async function planTimes(
  size: { readonly templates: number; readonly targets: number },
  rounds: number,
  onPlan: (plan: Plan, milliseconds: number) => void,
): Promise<void> {
  const workspace = await realpath(await mkdtemp(join(tmpdir(), 'stillframe-bench-plan-')));
  const catalog = await startCatalog();
  try {
    await writeFile(join(workspace, 'base.yml'), BASE);
    for (let index = 0; index < size.templates; index++) {
      await writeFile(join(workspace, `t${index}.yml`), template(`ws-${index}`));
      await writeFile(join(workspace, `t${index}.lock.json`), lockText(index % 2 === 0 ? '2026-10' : '2026-11'));
    }
    execFileSync('git', ['init', '-q'], { cwd: workspace });
    for (let round = 0; round < rounds; round++) {
      const { signal } = new AbortController();
      const started = performance.now();
      const plan = await planRelease(
        {
          workspace,
          patterns: readPatterns(['*.yml']),
          onlyChanged: undefined,
          when: 'always',
          targets: Array.from({ length: size.targets }, (_, index) => `vcenter-${index}`),
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
      onPlan(plan, performance.now() - started);
    }
  } finally {
    await catalog.close();
    await rm(workspace, { recursive: true, force: true });
  }
}
