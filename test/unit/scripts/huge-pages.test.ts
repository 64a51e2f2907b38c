import { afterEach, expect, test } from 'vitest';
import { HUGE_PAGES, keepFromPrograms } from '../../set-up/huge-pages.ts';

const before = process.env.GLIBC_TUNABLES;
afterEach(() => {
  if (before === undefined) delete process.env.GLIBC_TUNABLES;
  else process.env.GLIBC_TUNABLES = before;
});

test('programs that tests start are not told of huge pages', () => {
  Object.assign(process.env, HUGE_PAGES);
  expect(process.env.GLIBC_TUNABLES).toContain('glibc.malloc.hugetlb=1:');
  keepFromPrograms();
  expect(process.env.GLIBC_TUNABLES).toBeUndefined();
});
