/**
 * What V8 is told in processes that run tests. Tests make and drop disks of megabytes: left alone, V8 looks through the whole heap whenever
 * 64 MiB of buffers have come, 144 times for the unit tests of src/disk alone, a quarter of their processor time; with these, twice.
 */
export const HEAP_FLAGS: readonly string[] = [
  '--external-memory-accounted-in-global-limit',
  '--initial-old-space-size=512',
];
