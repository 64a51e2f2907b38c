import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { listedAction } from '../../../scripts/docs/listed-action.ts';
import { ROOT } from '../../../scripts/root.ts';

/** What the Marketplace shows and asks for, and what keeps a released suite as it was looked at. */

const read = (path: string): string => readFileSync(`${ROOT}/${path}`, 'utf8');
const composite = read('actions/release-template/action.yml');

it('lists release-template under a name of its own, with the same inputs, outputs and steps', () => {
  const listed = parse(read('action.yml'));
  expect(read('action.yml')).toBe(listedAction(composite));
  expect(listed).toEqual({ ...parse(composite), name: 'Stillframe: Windows Server templates for vSphere' });
  expect(() => listedAction('description: x\n')).toThrow('does not begin with its name');
});

it('has what a listing needs', () => {
  const { description, branding, author } = parse(read('action.yml'));
  expect(description.length).toBeLessThanOrEqual(125);
  expect(author).toBe('Stillframe');
  // docs.github.com, "Metadata syntax for GitHub Actions": eight colours, and icons of Feather without brand icons.
  expect(['white', 'black', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark']).toContain(
    branding.color,
  );
  expect(branding.icon).toBe('package');
});

it('pins each action of others to one commit, with the version that it is, wherever it is used', () => {
  const files = globSync(
    ['.github/workflows/*.yml', 'examples/workflows/*.yml', 'README.md', 'docs/*.md', 'actions/*/README.md'],
    { cwd: ROOT },
  );
  const pins = new Map<string, Set<string>>();
  for (const file of files) {
    for (const [, action = '', rest = ''] of read(file).matchAll(/uses: ([\w.-]+\/[\w.-]+)(?:\/[\w./-]+)?@([^\n]+)/g)) {
      if (action === 'stillframe/stillframe') continue;
      expect(rest, `${file}: ${action}`).toMatch(/^[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
      pins.set(action, (pins.get(action) ?? new Set()).add(rest));
    }
  }
  expect(pins.size).toBeGreaterThan(6);
  expect([...pins].filter(([, refs]) => refs.size > 1)).toEqual([]);
});
