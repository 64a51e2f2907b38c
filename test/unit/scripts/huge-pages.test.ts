import { afterEach, expect, test } from 'vitest';
import { HUGE_PAGES, keepFromPrograms } from '../../set-up/huge-pages.ts';

afterEach(() => {
  delete process.env.GLIBC_TUNABLES;
});

test('programs that these tests start are not told of huge pages', () => {
  expect(process.env.GLIBC_TUNABLES).toBeUndefined();
});

test.each(Object.entries(HUGE_PAGES))('programs that %s tests start are not', (_tests, told) => {
  Object.assign(process.env, told);
  expect(process.env.GLIBC_TUNABLES).toContain('glibc.malloc.hugetlb=1');
  keepFromPrograms();
  expect(process.env.GLIBC_TUNABLES).toBeUndefined();
});
