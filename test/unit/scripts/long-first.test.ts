import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../../scripts/root.ts';
import { LONGEST, turnOf } from '../../set-up/long-first.ts';

const path = (name: string): string => join(ROOT, 'test/integration', `${name}.itg.test.ts`);

it('names files that there are, each once', () => {
  expect(LONGEST.filter((name) => !existsSync(path(name)))).toEqual([]);
  expect(new Set(LONGEST).size).toBe(LONGEST.length);
});

it('puts those it names first, in their order, and the larger of the others before the smaller', () => {
  const files = [
    { name: 'ova/small', size: 10 },
    { name: LONGEST[1] ?? '', size: 1 },
    { name: 'ova/empty', size: 0 },
    { name: 'ova/large', size: 1000 },
    { name: LONGEST[0] ?? '', size: 1 },
  ];
  const sorted = files.sort((a, b) => turnOf(path(a.name), a.size) - turnOf(path(b.name), b.size));
  expect(sorted.map(({ name }) => name)).toEqual([LONGEST[0], LONGEST[1], 'ova/large', 'ova/small', 'ova/empty']);
});
