/** The job summary of plan-release. */

import type { PlannedTemplate } from '../../src/plan/decide.ts';
import { describeChange, type KbChange } from '../../src/plan/kb-changes.ts';
import type { Plan, PlanRequest } from '../../src/plan/plan-release.ts';
import { findingsTable } from '../../src/report/findings-table.ts';
import { escapeMarkdown, markdownTable } from '../../src/report/markdown-table.ts';

export function renderSummary(plan: Plan, { targets, onlyChanged, catalog }: PlanRequest): string {
  const built = plan.templates.filter(({ build }) => build);
  const forTargets = targets.length === 0 ? '' : ` for ${targets.length} targets`;
  const parts = [`### Plan: ${built.length} of ${plan.templates.length} templates are built${forTargets}`];
  const errors = plan.findings.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) parts.push(`❌ ${errors} faults have to be put right first.`);
  if (plan.templates.length > 0) parts.push(templatesTable(plan.templates, onlyChanged, catalog !== undefined));
  if (plan.removed.length > 0) {
    const names = plan.removed.map((path) => `\`${escapeMarkdown(path)}\``).join(', ');
    parts.push(`Removed since the base: ${names}. Nothing is built of them; what they published stays.`);
  }
  if (plan.findings.length > 0) parts.push(findingsTable(plan.findings));
  return `${parts.join('\n\n')}\n`;
}

function templatesTable(
  templates: readonly PlannedTemplate[],
  onlyChanged: string | undefined,
  isAsked: boolean,
): string {
  const head = ['Template', 'Built', 'Why'];
  if (onlyChanged !== undefined) head.push('KBs since the base');
  if (isAsked) head.push('KBs by the catalog');
  return markdownTable(
    head,
    templates.map(({ file, build, reason, since, stale }) => [
      file,
      build ? 'yes' : 'no',
      reason,
      ...(onlyChanged === undefined ? [] : [describe(since)]),
      ...(isAsked ? [describe(stale)] : []),
    ]),
  );
}

function describe(changes: readonly KbChange[]): string {
  return changes.map((change) => `${change.kind}: ${describeChange(change)}`).join('\n');
}
