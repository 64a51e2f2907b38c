/** Plans and says in the log what comes of it. */

import type { Context } from '../../src/context.ts';
import { type Plan, type PlanRequest, planRelease } from '../../src/plan/plan-release.ts';

export async function main(request: PlanRequest, context: Context): Promise<Plan> {
  const plan = await planRelease(request, context);
  for (const { file, build, reason } of plan.templates) {
    context.log.info(`${build ? 'build' : 'leave'} ${file}: ${reason}`);
  }
  context.log.info(`${plan.count} jobs in ${plan.batches.length} batches`);
  return plan;
}
