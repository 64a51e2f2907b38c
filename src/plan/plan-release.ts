/** Plans a release: which templates of a repository are built, why, and as which jobs. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../context.ts';
import { mapBounded } from '../download/map-bounded.ts';
import { UserError } from '../errors.ts';
import type { Finding } from '../report/report.ts';
import { compareText } from '../updates/compare-text.ts';
import { jobsOf, type Matrix, makeBatches } from './batches.ts';
import { type Changes, changesSince } from './changed-files.ts';
import { decide, type PlannedTemplate, type When } from './decide.ts';
import { patienceEnds } from './due-date.ts';
import { examineTemplate } from './examined-template.ts';
import { findTemplates, isNamed, type TemplatePatterns } from './find-templates.ts';
import { type CatalogQuestion, lookUp } from './look-up.ts';
import { near, readTemplates } from './read-templates.ts';

export interface PlanRequest {
  /** Absolute path. */
  readonly workspace: string;
  readonly patterns: TemplatePatterns;
  /** Branch, tag or commit; undefined for all templates. */
  readonly onlyChanged: string | undefined;
  readonly when: When;
  /** Names that a workflow knows; none for one job a template. */
  readonly targets: readonly string[];
  /** Jobs of one batch at most. */
  readonly batchSize: number;
  /** Undefined to leave the network alone. */
  readonly catalog: CatalogQuestion | undefined;
}

export interface Plan {
  readonly templates: readonly PlannedTemplate[];
  /** Named by the patterns and gone since the base; relative to the workspace. */
  readonly removed: readonly string[];
  readonly batches: readonly Matrix[];
  /** Jobs of all batches. */
  readonly count: number;
  readonly findings: readonly Finding[];
  /** ISO date after which releases were not counted, so that the builds do not either; undefined where all that is out counts. */
  readonly updatesUntil: string | undefined;
}

/** @throws UserError file-missing when the patterns name nothing, or one a file that is not there; input-invalid, and what the catalog's rooms throw */
export async function planRelease(request: PlanRequest, context: Context): Promise<Plan> {
  const { workspace, patterns, onlyChanged } = request;
  const changes = onlyChanged === undefined ? undefined : await changesSince(onlyChanged, workspace, context.tools);
  const removed = changes ? removedTemplates(request, changes) : [];
  const paths = await findTemplates(workspace, patterns);
  if (paths.length === 0 && removed.length === 0) throw nothingFound(request);
  const absent = namedAlone(patterns).filter((path) => !paths.includes(path) && !removed.includes(path));
  if (absent.length > 0) throw nothingFound({ workspace, patterns: { ...patterns, wanted: absent } });
  const { templates, bases, findings } = await readTemplates(workspace, paths, context.signal);
  context.log.info(`${templates.length} templates, ${bases.length} base files`);
  if (templates.length === 0 && findings.length === 0 && removed.length === 0) throw nothingFound(request);
  const checked = await mapBounded(templates, 32, context.signal, (one) =>
    examineTemplate(one, { workspace, changes, isMadeAnew: request.catalog !== undefined }),
  );
  const catalog = request.catalog && (await lookUp(checked, request.catalog, request.when, context));
  const planned = checked.map((one, index) => decide(one, request.when, catalog?.states[index]));
  const built = planned.filter(({ build }) => build);
  const batches = makeBatches(
    built.map(({ name, file, product, runsOn }) => ({ name, file, product, 'runs-on': runsOn })),
    request.targets,
    request.batchSize,
  );
  return {
    templates: planned,
    removed,
    batches,
    count: batches.reduce((sum, batch) => sum + jobsOf(batch), 0),
    updatesUntil: request.catalog && patienceEnds(request.catalog.now, request.catalog.patience),
    findings: [...findings, ...checked.flatMap((one) => one.findings), ...(catalog?.findings ?? [])],
  };
}

function removedTemplates({ workspace, patterns }: PlanRequest, { files }: Changes): readonly string[] {
  return [...files]
    .map((file) => near(workspace, file))
    .filter((path) => isNamed(path, patterns) && !existsSync(join(workspace, path)))
    .sort(compareText);
}

/** A pattern may name nothing beside others; whoever names a file means that one. A bare +, @ or parenthesis is part of a name. */
function namedAlone(patterns: TemplatePatterns): readonly string[] {
  return patterns.wanted.filter((pattern) => !/[*?[{]|[!+@]\(/.test(pattern) && isNamed(pattern, patterns));
}

function nothingFound({ patterns, workspace }: Pick<PlanRequest, 'patterns' | 'workspace'>): UserError {
  return new UserError(
    'file-missing',
    `Input templates: no template matches ${patterns.wanted.join(', ')} in ${workspace}`,
    'Write patterns that count from this folder; a workflow has to check the repository out in a step before (actions/checkout).',
  );
}
