import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { asWorkflow, yamlBlocks } from '../../../scripts/docs/yaml-blocks.ts';
import { ROOT } from '../../../scripts/root.ts';
import { goTool } from '../../fakes/runner/go-tool.ts';

/** The pieces of workflows on the pages, as actionlint reads them; the other kinds of YAML are for test/unit/docs/yaml-blocks.test.ts. */

let actionlint = '';
beforeAll(async () => {
  actionlint = await goTool('github.com/rhysd/actionlint/cmd/actionlint', 'v1.7.12');
});

const workflows = yamlBlocks(ROOT).flatMap((block) => {
  const text = asWorkflow(block);
  return text === undefined ? [] : [[`${block.page} ${block.index}`, text] as const];
});

function lint(text: string): string {
  const args = ['-no-color', '-oneline', '-shellcheck=', '-pyflakes=', '-'];
  return spawnSync(actionlint, args, { cwd: ROOT, input: text, encoding: 'utf8' }).stdout;
}

it('are found', () => expect(workflows.length).toBeGreaterThan(15));

const MUTATIONS = [
  ['a key that is none', /\b(?:uses|runs-on):/, 'usse:', /\[syntax-check\]/],
  [
    'a context that is none',
    /\b(?:secrets|vars|steps|needs)\.(?=[A-Za-z_-]+)/,
    'nothing.',
    /undefined variable "nothing"/,
  ],
  ['an expression that does not end', / \}\}/, ' && }}', /\[expression\]/],
] as const;

describe.each(workflows)('%s', (_name, text) => {
  it('is clean', () => expect(lint(text)).toBe(''));

  it.each(MUTATIONS.filter(([, found]) => found.test(text)))('is not with %s', (_what, found, instead, told) => {
    expect(lint(text.replace(found, instead))).toMatch(told);
  });
});
