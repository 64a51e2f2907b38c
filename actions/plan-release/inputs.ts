/** The inputs of plan-release. */

import { resolve } from 'node:path';
import { input, variant } from '../../src/job/input.ts';
import { boolean, choice, InvalidText, integer, lines, list, parsed, text } from '../../src/job/input-types.ts';
import type { Place } from '../../src/job/place.ts';
import type { Reading } from '../../src/job/read-inputs.ts';
import { CATALOG_INPUTS } from '../../src/job/shared-inputs.ts';
import { MAX_JOBS } from '../../src/plan/batches.ts';
import { WHEN } from '../../src/plan/decide.ts';
import { isTimeZone } from '../../src/plan/due-date.ts';
import { readPatterns } from '../../src/plan/find-templates.ts';
import type { PlanRequest } from '../../src/plan/plan-release.ts';

const timeZone = parsed('Time zone', (value) => {
  if (isTimeZone(value)) return value;
  throw new InvalidText('Write a name of the IANA time zone database, such as Europe/Berlin, or UTC.');
});

/** Where the catalog is asked. */
const ASKED = [{ input: 'offline', is: [false] }] as const;

export const INPUTS = {
  templates: input(lines, {
    description:
      'Patterns of template files, one per line, from the workspace on; one that begins with ! leaves files out, and a file that is named without a pattern has to be there. A file without a name that others extend is no template.',
    default: 'templates/**/*.{yml,yaml}',
  }),
  'only-changed': input(text, {
    description:
      'Branch, tag or commit: only templates are planned that have changed since this branch left it, themselves, their lock, a base or a file that they name.',
    otherwise: 'all templates',
  }),
  when: input(choice(WHEN), {
    description:
      'always plans every template; patch-tuesday those alone whose lock lacks an update that is out, whatever the day.',
    default: 'always',
  }),
  'schedule-time-zone': input(timeZone, {
    only: ASKED,
    description: 'Time zone in which days and hours of offset-days and hour are counted.',
    default: 'UTC',
  }),
  'offset-days': input(integer(0, 60), {
    only: ASKED,
    description: 'Days that an update has to be out before it counts.',
    default: '0',
  }),
  hour: input(integer(0, 23), {
    only: ASKED,
    description: 'Hour of the day from which an update counts on its day.',
    default: '0',
  }),
  targets: input(list, {
    description:
      'Names of places that every template is built for, such as environments with the vCenter and its secrets.',
    otherwise: 'one job for each template',
  }),
  'batch-size': input(integer(1, MAX_JOBS), {
    description: 'Jobs of one batch at most.',
    default: String(MAX_JOBS),
  }),
  offline: input(boolean, {
    description:
      'Check templates and locks without the network, as for pull requests; whether locks are behind the catalog is not asked.',
    default: 'false',
  }),
  'catalog-url': variant(CATALOG_INPUTS['catalog-url'], { only: ASKED }),
  'release-info-url': variant(CATALOG_INPUTS['release-info-url'], { only: ASKED }),
} as const;

export function prepare({ values, invalid }: Reading<typeof INPUTS>, place: Place): PlanRequest {
  const { when, offline } = values;
  if (offline && when === 'patch-tuesday') {
    throw invalid('offline', 'true', 'Set offline: false: "when: patch-tuesday" asks the catalog what is out.');
  }
  const catalogUrl = values['catalog-url'];
  const releaseInfoUrl = values['release-info-url'];
  const question = {
    ...(catalogUrl !== undefined && { catalogUrl }),
    ...(releaseInfoUrl !== undefined && { releaseInfoUrl }),
    env: place.env,
    patience: { timeZone: values['schedule-time-zone'], offsetDays: values['offset-days'], hour: values.hour },
    now: new Date(),
  };
  return {
    workspace: resolve('.'),
    patterns: readPatterns(values.templates),
    onlyChanged: values['only-changed'],
    when,
    targets: values.targets ?? [],
    batchSize: values['batch-size'],
    catalog: offline ? undefined : question,
  };
}
