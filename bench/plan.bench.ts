/**
 * npm run bench -- plan: the plan of 1000 templates for 20 targets, in batches that GitHub takes. The bar is two seconds; the catalog is
 * the double, asked once for each question.
 */

import type { Plan } from '../src/plan/plan-release.ts';
import { bar } from './lib/bar.ts';
import { median } from './lib/measure.ts';
import { planTimes } from './lib/plan-once.ts';

const TEMPLATES = 1000;
const TARGETS = 20;
const BAR_MS = 2000;
const RUNS = 5;

export async function run(): Promise<boolean> {
  const times: number[] = [];
  const plans: Plan[] = [];
  await planTimes({ templates: TEMPLATES, targets: TARGETS }, RUNS, (plan, milliseconds) => {
    times.push(milliseconds);
    plans.push(plan);
  });
  const legal = plans.map(isLegal);
  const figures = `median ${Math.round(median(times))} ms of ${times.map(Math.round).join(', ')}`;
  return [
    bar(
      `plan of ${TEMPLATES} templates for ${TARGETS} targets below ${BAR_MS} ms (${figures})`,
      median(times) < BAR_MS,
    ),
    bar('plan: every job once, in batches and outputs that GitHub takes', legal.every(Boolean)),
  ].every(Boolean);
}

function isLegal({ batches, count }: Plan): boolean {
  const jobs = batches.map(({ template, target = [] }) => template.length * target.length);
  const outputs = 2 * JSON.stringify(batches).length;
  const most = Math.max(...jobs);
  console.log(`${count} jobs in ${batches.length} batches of at most ${most}; ${outputs} bytes of outputs`);
  return count === TEMPLATES * TARGETS && most <= 256 && outputs <= 2 ** 20;
}
