/** plan-release as a value. */

import { UserError } from '../../src/errors.ts';
import { defineAction } from '../../src/job/action.ts';
import { INPUTS, prepare } from './inputs.ts';
import { main } from './main.ts';
import { renderSummary } from './summary.ts';

export const planReleaseAction = defineAction({
  name: 'plan-release',
  description:
    'Checks all template and lock files, and plans which of them are built: changed ones, or what updates are out for',
  branding: { icon: 'calendar', color: 'blue' },
  inputs: INPUTS,
  outputs: {
    matrix: {
      description:
        'JSON object for `strategy.matrix` with `template` (name, file, product, runs-on) and, with targets, `target`; empty when one batch does not hold all jobs.',
      value: ({ batches }) => (batches.length > 1 ? undefined : (batches[0] ?? { template: [] })),
    },
    batches: {
      description: 'JSON array of such matrices, each within the limit of a matrix, for calls of a reusable workflow.',
      value: ({ batches }) => batches,
    },
    count: {
      description: 'Number of jobs; a matrix without any is an error to GitHub.',
      value: ({ count }) => String(count),
    },
    stale: {
      description:
        'JSON array of the templates whose lock is behind the catalog: name, file, kbs (kind, from, to); empty when offline.',
      value: ({ templates }) =>
        templates.filter(({ stale }) => stale.length > 0).map(({ name, file, stale }) => ({ name, file, kbs: stale })),
    },
    'updates-until': {
      description:
        'Day after which updates were not counted (offset-days, hour), for the input until of fetch-updates, so that a build waits for the same; empty where all that is out counts.',
      value: ({ updatesUntil }) => updatesUntil,
    },
    'patch-tuesday': {
      description: 'true when an update is out that the lock of a template lacks, else false.',
      value: ({ templates }) => String(templates.some(({ stale }) => stale.length > 0)),
    },
  },
  prepare,
  main,
  findings: ({ findings }) => findings,
  summary: renderSummary,
  assertGood: ({ findings }) => {
    const errors = findings.filter(({ severity }) => severity === 'error');
    if (errors.length === 0) return;
    throw new UserError(
      'template-invalid',
      `${errors.length} faults stand in the templates and locks`,
      'Each is told at its line; nothing is planned until they are put right.',
    );
  },
});
