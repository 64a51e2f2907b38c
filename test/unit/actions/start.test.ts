import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ACTIONS } from '../../../actions/all.ts';
import { ENTRY_NAMES, start } from '../../../actions/start.ts';
import { ROOT } from '../../../scripts/root.ts';

it('knows an entry for every action and for the terminal', () => {
  expect(ENTRY_NAMES.toSorted()).toEqual([...ACTIONS.map(({ name }) => name), 'cli'].toSorted());
});

it('begins each with its own file', () => {
  const source = readFileSync(join(ROOT, 'actions/start.ts'), 'utf8');
  for (const name of ENTRY_NAMES) {
    const file = name === 'cli' ? './cli.ts' : `./${name}/index.ts`;
    expect(source).toMatch(new RegExp(`^ {2}'?${name}'?: \\(\\) => import\\('${file}'\\),$`, 'm'));
  }
});

it('fails for a name that it does not know', async () => {
  await expect(start('build-vdh')).rejects.toThrow('There is no entry build-vdh');
});
