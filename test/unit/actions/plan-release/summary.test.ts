import { expect, it } from 'vitest';
import { planReleaseAction } from '../../../../actions/plan-release/action.ts';
import { renderSummary } from '../../../../actions/plan-release/summary.ts';
import type { PlannedTemplate } from '../../../../src/plan/decide.ts';
import type { Plan, PlanRequest } from '../../../../src/plan/plan-release.ts';

const one = (more: Partial<PlannedTemplate> = {}): PlannedTemplate => ({
  name: 'ws-a',
  file: 'templates/a.yml',
  lock: 'templates/a.lock.json',
  product: 'windows-server-2022',
  runsOn: ['self-hosted'],
  build: true,
  reason: 'it has changed',
  stale: [],
  since: [],
  ...more,
});
const plan = (more: Partial<Plan> = {}): Plan => ({
  templates: [],
  removed: [],
  batches: [],
  updatesUntil: undefined,
  count: 0,
  findings: [],
  ...more,
});
const request = (more: Partial<PlanRequest> = {}): PlanRequest => ({
  workspace: '/w',
  patterns: { wanted: [], unwanted: [] },
  onlyChanged: undefined,
  when: 'always',
  targets: [],
  batchSize: 256,
  catalog: undefined,
  ...more,
});
const catalog = { env: {}, patience: { timeZone: 'UTC', offsetDays: 0, hour: 0 }, now: new Date() };

it('shows what is built, why, and which KBs come in place of which', () => {
  const templates = [
    one({ since: [{ kind: 'cumulative', from: 'KB1', to: 'KB2' }] }),
    one({
      file: 'templates/b.yml',
      build: false,
      reason: 'a | b',
      stale: [
        { kind: 'cumulative', from: 'KB2', to: 'KB3' },
        { kind: 'dotnet', to: 'KB4' },
      ],
    }),
  ];
  expect(renderSummary(plan({ templates }), request({ onlyChanged: 'main', catalog, targets: ['a', 'b'] }))).toBe(
    `### Plan: 1 of 2 templates are built for 2 targets

| Template | Built | Why | KBs since the base | KBs by the catalog |
| --- | --- | --- | --- | --- |
| templates/a.yml | yes | it has changed | cumulative: KB1 -> KB2 |  |
| templates/b.yml | no | a \\| b |  | cumulative: KB2 -> KB3<br>dotnet: none -> KB4 |
`,
  );
});

it('leaves out what was not asked, and tells what was removed and what is wrong', () => {
  const location = { file: 'templates/a.yml', line: 3, column: 5 };
  const fault = { code: 'template-invalid', severity: 'error', seen: 'x.', remedy: 'Do.', location } as const;
  const warning = { code: 'catalog-behind', severity: 'warning', seen: 'y.', remedy: 'Wait.' } as const;
  const shown = renderSummary(plan({ removed: ['templates/o.yml'], findings: [fault, warning] }), request());
  expect(shown).toContain('### Plan: 0 of 0 templates are built\n\n❌ 1 faults have to be put right first.');
  expect(shown).toContain('Removed since the base: `templates/o.yml`.');
  expect(shown).toContain('| ❌ error | template-invalid | templates/a.yml:3:5: x. | Do. |');
  expect(shown).not.toContain('| Template |');
  expect(renderSummary(plan({ templates: [one()], findings: [warning] }), request())).toContain(
    '| Template | Built | Why |\n',
  );
  expect(renderSummary(plan({ templates: [one()], findings: [warning] }), request())).not.toContain('❌');
});

it('gives outputs that a workflow can take', async () => {
  const { value: matrix } = planReleaseAction.outputs.matrix as unknown as { value(plan: Plan): unknown };
  const { value: stale } = planReleaseAction.outputs.stale as unknown as { value(plan: Plan): unknown };
  const { value: tuesday } = planReleaseAction.outputs['patch-tuesday'] as unknown as { value(plan: Plan): unknown };
  const batch = { template: [] };
  expect(matrix(plan())).toEqual({ template: [] });
  expect(matrix(plan({ batches: [batch] }))).toBe(batch);
  // An empty matrix would be a run that does nothing; no matrix at all is an error of the workflow.
  expect(matrix(plan({ batches: [batch, batch] }))).toBeUndefined();
  const kbs = [{ kind: 'cumulative', to: 'KB1' }] as const;
  const some = plan({ templates: [one(), one({ name: 'ws-b', stale: kbs })] });
  expect(stale(some)).toEqual([{ name: 'ws-b', file: 'templates/a.yml', kbs }]);
  expect([tuesday(some), tuesday(plan({ templates: [one()] }))]).toEqual(['true', 'false']);
});
