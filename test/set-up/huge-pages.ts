/**
 * What glibc is told in processes that run tests. Node starts a program by fork, which copies the table of all pages: with buffers of 300 MB in
 * pages of 4 KiB that takes 9 to 17 ms, and as much again where the copy is thrown away; in huge pages, 3 ms for both. The integration
 * tests start some two thousand programs. All is taken from one heap then, whose pages can be huge; other libraries of C do not look at it.
 */
export const HUGE_PAGES = {
  GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1:glibc.malloc.mmap_threshold=1073741824',
} as const;

/** Programs that tests start run as they do elsewhere. */
export function keepFromPrograms(): void {
  for (const name of Object.keys(HUGE_PAGES)) delete process.env[name];
}
