import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPatterns } from '../../../src/plan/find-templates.ts';
import { planRelease } from '../../../src/plan/plan-release.ts';
import { PRODUCTS } from '../../../src/products/product.ts';
import { loadTemplate } from '../../../src/template/template-file.ts';
import { fakeContext } from '../windows/fake-context.ts';
import { recordedTools } from '../windows/fake-tools.ts';

const EXAMPLES = join(import.meta.dirname, '../../../examples');
const read = (...names: string[]): string => readFileSync(join(EXAMPLES, ...names), 'utf8');

describe('the example templates', () => {
  it('are a repository that plan-release finds nothing wrong with', async () => {
    const plan = await planRelease(
      {
        workspace: EXAMPLES,
        patterns: readPatterns(['templates/**/*.{yml,yaml}']),
        onlyChanged: undefined,
        when: 'always',
        targets: [],
        batchSize: 256,
        catalog: undefined,
      },
      fakeContext(EXAMPLES, recordedTools()),
    );
    expect(plan.findings).toEqual([]);
    expect(new Set(plan.templates.map(({ product }) => product))).toEqual(new Set(PRODUCTS));
    expect(plan.count).toBe(readdirSync(join(EXAMPLES, 'templates')).filter((name) => name.endsWith('.yml')).length);
  });

  it('begin with the line by which editors find the schema, and have a place and a build for a real ISO', async () => {
    for (const name of readdirSync(join(EXAMPLES, 'templates')).filter((file) => file.endsWith('.yml'))) {
      expect(read('templates', name)).toMatch(
        /^# yaml-language-server: \$schema=https:\/\/\S+\/template\.schema\.json\n/,
      );
      const { windows, updates, name: own, bases } = await loadTemplate(join(EXAMPLES, 'templates', name));
      expect(`${own}.yml`).toBe(name);
      expect(windows.iso.path ?? windows.iso.url).toMatch(/EVAL.*\.iso$/i);
      expect(updates.mediaBuild).toMatch(/^\d{5}\.\d+$/);
      expect(bases).toHaveLength(1);
    }
  });

  it('have the same answer file as the demo', () => {
    expect(read('templates/unattend.xml')).toBe(read('ws2019-std/unattend.xml'));
  });
});

const INPUT = `\${{ inputs.updates-until }}`;

it.each([
  ['workflows/rebuild-templates.yml', `updates-until: \${{ steps.plan.outputs.updates-until }}`],
  ['workflows/rebuild-templates.yml', `updates-until: \${{ needs.plan.outputs.updates-until }}`],
  ['workflows/build-templates.yml', `updates-until: ${INPUT}`],
  ['workflows/release-on-enterprise-server.yml', `until: ${INPUT}`],
  ['../actions/release-template/action.yml', `until: ${INPUT}`],
])('%s hands on the day that a plan waits for: %s', (file, line) => {
  expect(
    read(file)
      .split('\n')
      .map((one) => one.trim()),
  ).toContain(line);
});
