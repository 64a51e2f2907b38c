/**
 * What runs unit tests, those of a mutation run as well. Not threads: where one address space holds all of them, each program that a test
 * starts and each page that comes or goes costs the kernel four times as much (34 against 8 seconds for the tests of tools, plan, repair and
 * disk/fat).
 */
export const UNIT_POOL = 'forks';
