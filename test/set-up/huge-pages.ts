const HUGE = 'glibc.malloc.hugetlb=1';

/**
 * What glibc is told in processes that run tests (other libraries of C do not look at it). Node starts a program by fork, which copies the
 * table of all pages: with buffers of 300 MB in pages of 4 KiB that takes 9 to 17 ms, and as much again where the copy is thrown away; in pages
 * of 2 MiB, 3 ms for both. Integration tests start some two thousand programs: there all is taken from one heap besides, whose pages can be huge.
 */
export const HUGE_PAGES = {
  unit: { GLIBC_TUNABLES: HUGE },
  integration: { GLIBC_TUNABLES: `${HUGE}:glibc.malloc.mmap_threshold=1073741824` },
} as const;

/** Programs that tests start run as they do elsewhere. */
export function keepFromPrograms(): void {
  for (const name of Object.keys(HUGE_PAGES.unit)) delete process.env[name];
}
