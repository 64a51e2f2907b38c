/** Sets bytes to zero, quickly in memory that threads share as well. */

const ZEROS = new Uint8Array(2 ** 20);

/**
 * Copies zeros from `start` up to `end`: V8's own fill of shared memory goes byte by byte, which took a thirtieth of all the time of a
 * conversion.
 */
export function clearBytes(target: Uint8Array, start: number, end: number): void {
  for (let at = start; at < end; at += ZEROS.length) {
    target.set(ZEROS.subarray(0, Math.min(ZEROS.length, end - at)), at);
  }
}
