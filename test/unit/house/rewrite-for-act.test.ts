import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../../scripts/root.ts';
import { rewriteComposite, rewriteWorkflow } from '../../fakes/github/rewrite-for-act.ts';

it('makes a step of ours one of the repository, takes queue away, and leaves all else', () => {
  const text = [
    'concurrency:',
    '  group: a',
    '  queue: max',
    'jobs:',
    '  a:',
    '    steps:',
    '      - uses: actions/checkout@0123 # v1',
    '      - uses: stillframe/stillframe/actions/plan-release@main',
    '      - run: echo queue: max',
    '',
  ].join('\n');
  expect(rewriteWorkflow(text, '.ours')).toBe(
    text.replace('  queue: max\n', '').replace(/stillframe\/stillframe\/.*main/, './.ours/actions/plan-release'),
  );
});

it('tells the jobs of a matrix apart by their templates', () => {
  expect(rewriteWorkflow('name: lock-{{ strategy.job-index }}\n', '.ours')).toBe(
    'name: lock-{{ matrix.template.name }}\n',
  );
});

it('gives a job without a checkout one', () => {
  const steps = '    steps:\n      - run: true\n';
  expect(
    rewriteWorkflow(`a:\n${steps}b:\n${steps}`, '.ours').match(/^ {6}- uses: actions\/checkout@v4$/gm),
  ).toHaveLength(2);
});

it('knows a sibling of a composite', () => {
  expect(rewriteComposite('uses: $/actions/build-vhd\n', '.ours')).toBe('uses: ./.ours/actions/build-vhd\n');
});

it('has something to rewrite: who may queue, does', () => {
  for (const name of ['build-templates', 'rebuild-templates']) {
    expect(readFileSync(join(ROOT, `examples/workflows/${name}.yml`), 'utf8')).toMatch(/^ +queue: max$/m);
  }
});
