/**
 * Jobs as matrices for `strategy.matrix`, each within what GitHub allows: 256 jobs a matrix, and 1 MB of outputs a job, counted in UTF-16
 * (docs.github.com, Actions limits). Templates and targets stand beside each other, so that GitHub multiplies them: thousands of jobs
 * take the space of hundreds.
 */

import { UserError } from '../errors.ts';

/** GitHub's limit of a matrix. */
export const MAX_JOBS = 256;
/** UTF-16 units of one output; a job has them all together, with what its other outputs take. */
const MAX_UNITS = 480 * 1024;

export interface MatrixTemplate {
  readonly name: string;
  /** Relative to the workspace. */
  readonly file: string;
  readonly product: string;
  readonly 'runs-on': readonly string[];
}

export interface Matrix {
  readonly template: readonly MatrixTemplate[];
  /** Left out where no targets were named. */
  readonly target?: readonly string[];
}

/**
 * @param size jobs of one batch at most, 1 to 256
 * @returns every template for every target, in order; none when there is no template
 * @throws UserError input-invalid when there are more batches than a matrix of batches takes, or they take more room than a job's outputs
 */
export function makeBatches(
  templates: readonly MatrixTemplate[],
  targets: readonly string[],
  size: number,
): readonly Matrix[] {
  const batches: Matrix[] = [];
  for (const part of targets.length === 0 ? [undefined] : inParts(targets, size)) {
    const each = Math.floor(size / (part?.length ?? 1));
    for (const some of inParts(templates, each)) batches.push({ template: some, ...(part && { target: part }) });
  }
  if (batches.length <= MAX_JOBS && JSON.stringify(batches).length <= MAX_UNITS) return batches;
  const jobs = templates.length * Math.max(1, targets.length);
  throw new UserError(
    'input-invalid',
    `Input templates: ${templates.length} templates for ${Math.max(1, targets.length)} targets are ${jobs} jobs in ${batches.length} batches, more than one run of GitHub takes`,
    `Split them into several workflows by narrower patterns${size < MAX_JOBS ? ', or raise batch-size' : ''}.`,
  );
}

export function jobsOf({ template, target }: Matrix): number {
  return template.length * (target?.length ?? 1);
}

function inParts<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
