import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ACTIONS } from '../../../actions/all.ts';
import {
  asWorkflow,
  type BlockKind,
  kindOfBlock,
  type YamlBlock,
  yamlBlocks,
} from '../../../scripts/docs/yaml-blocks.ts';
import { ROOT } from '../../../scripts/root.ts';
import { allInputs } from '../../../src/job/shared-inputs.ts';
import { parsePackagesFile } from '../../../src/updates/packages-file.ts';

const blocks = yamlBlocks(ROOT);
const ofKind = (kind: BlockKind): readonly (readonly [string, YamlBlock])[] =>
  blocks.filter((block) => kindOfBlock(block) === kind).map((block) => [`${block.page} ${block.index}`, block]);

const folder = mkdtempSync(join(tmpdir(), 'stillframe-yaml-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the YAML of the pages', () => {
  it('is of kinds that are checked, each of which there is', () => {
    const kinds: readonly BlockKind[] = ['workflow', 'steps', 'jobs', 'inputs', 'template', 'packages'];
    expect(new Set(blocks.map(kindOfBlock))).toEqual(new Set(kinds));
  });

  it.each(ofKind('inputs'))('%s has inputs of the action whose page it is', (_name, { page, text }) => {
    const action = ACTIONS.find(({ name }) => page === `actions/${name}/README.md`);
    const known = Object.keys(action ? allInputs(action) : {});
    expect(Object.keys(parse(text, { uniqueKeys: false }) as object).filter((key) => !known.includes(key))).toEqual([]);
  });

  it.each(ofKind('packages'))('%s is a packages-file that fetch-updates reads', (_name, { text }) => {
    let count = 0;
    const filled = text.replaceAll('<64 hex>', () => String(count++).repeat(64));
    expect(parsePackagesFile(filled, 'x.yml').length).toBeGreaterThan(1);
    expect(() => parsePackagesFile(text, 'x.yml')).toThrow('sha256');
  });
});

const block = (text: string, page = 'docs/a.md'): YamlBlock => ({ page, index: 0, text });

describe('a block', () => {
  it.each<[string, string, string]>([
    ['a scalar', 'docs/a.md', 'text\n'],
    ['a list of no steps', 'docs/a.md', '- a: 1\n'],
    ['inputs of no action', 'docs/a.md', 'server: vc\n'],
    ['an object of objects', 'actions/x/README.md', 'a: { b: 1 }\n'],
    ['a list with a step that does nothing', 'docs/a.md', '- uses: a@b\n- id: c\n'],
  ])('that is %s is refused', (_what, page, text) => {
    expect(() => kindOfBlock(block(text, page))).toThrow(`block 0 of ${page} is YAML of no kind`);
  });

  it('is found in a list as well', () => {
    mkdirSync(join(folder, 'docs'));
    writeFileSync(join(folder, 'docs/a.md'), '1. x\n\n   ```yaml\n   a: 1\n   ```\n\n```yml\nb: 2\n```\n');
    expect(yamlBlocks(folder)).toEqual([
      { page: 'docs/a.md', index: 0, text: '   a: 1\n' },
      { page: 'docs/a.md', index: 1, text: 'b: 2\n' },
    ]);
  });

  it('with steps becomes a job, after the steps that it asks for', () => {
    const whole = parse(
      asWorkflow(block('- id: b\n  if: steps.a.outputs.x == steps.b.outputs.y\n  run: echo\n')) ?? '',
    ) as {
      jobs: { piece: { steps: readonly object[] } };
    };
    expect(whole.jobs.piece.steps).toEqual([
      { id: 'a', run: 'true' },
      { id: 'b', if: 'steps.a.outputs.x == steps.b.outputs.y', run: 'echo' },
    ]);
  });

  it('with a job stands after the jobs that it needs', () => {
    const text = 'b:\n  needs: a\n  if: needs.a.outputs.x == needs.a.outputs.y\n  runs-on: linux\n';
    const { jobs } = parse(asWorkflow(block(text)) ?? '') as { jobs: Record<string, object> };
    expect(Object.keys(jobs)).toEqual(['a', 'b']);
    expect(jobs.a).toMatchObject({ outputs: { x: 'x', y: 'x' } });
    expect(jobs.b).toMatchObject({ needs: 'a', 'runs-on': 'linux' });
  });

  it('of another kind is no piece of a workflow', () => {
    expect(asWorkflow(block('server: vc\n', 'actions/x/README.md'))).toBeUndefined();
    expect(asWorkflow(block('on: push\njobs: {}\n'))).toBe('on: push\njobs: {}\n');
  });
});
