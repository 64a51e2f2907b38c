/**
 * What V8 is told in processes that run tests. Tests make and drop disks of megabytes: left alone, V8 looks through the whole heap whenever
 * 64 MiB of buffers have come, 144 times for the unit tests of src/disk alone, a quarter of their processor time; with these, twice.
 */
export const HEAP_FLAGS: readonly string[] = [
  '--external-memory-accounted-in-global-limit',
  '--initial-old-space-size=512',
];

/**
 * What the C library is told there (glibc; others pass over it): memory in pages of 2 MiB. By small ones it comes in a thousand faults, and
 * each program that a test starts has the kernel copy the list of them all.
 */
export const HEAP_ENV: Readonly<Record<string, string>> = { GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1' };
