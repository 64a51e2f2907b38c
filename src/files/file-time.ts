/** Windows' FILETIME: ticks of 100 nanoseconds since 1601-01-01 (UTC). Source: [MS-DTYP] 2.3.3. */

const EPOCH_MS = 11_644_473_600_000n;
const TICKS_PER_MS = 10_000n;

/** @param milliseconds since 1970, as `Date` counts */
export function toFileTime(milliseconds: number): bigint {
  return (BigInt(milliseconds) + EPOCH_MS) * TICKS_PER_MS;
}

/** The millisecond that the ticks lie in, counted from 1970. */
export function fromFileTime(ticks: bigint): number {
  return Number(ticks / TICKS_PER_MS - EPOCH_MS);
}
