import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../../../scripts/root.ts';
import { readNavigation } from '../../../../scripts/site/navigation.ts';

it('takes the links of the lists of each section', () => {
  const index =
    '# T\n\n- [no](n.md)\n\n## Learn\n\n- [A](a.md): text\n- [B](b.md) · [C](c.md)\n\n[not](x.md)\n\n## Empty\n\ntext\n\n## Do\n\n- **[D](d.md)**\n';
  expect(readNavigation(index)).toEqual([
    {
      title: 'Learn',
      links: [
        { text: 'A', href: 'a.md' },
        { text: 'B', href: 'b.md' },
        { text: 'C', href: 'c.md' },
      ],
    },
    { title: 'Do', links: [{ text: 'D', href: 'd.md' }] },
  ]);
  expect(() => readNavigation('# T\n')).toThrow('no section');
});

it('finds tutorial, tasks, reference and explanation in the index of the pages', () => {
  const index = readFileSync(join(ROOT, 'docs/README.md'), 'utf8');
  expect(readNavigation(index).map(({ title }) => title)).toEqual([
    'Learn',
    'Do',
    'Look up',
    'Understand',
    'Work on it',
  ]);
});
