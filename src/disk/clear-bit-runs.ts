/** Walks the runs of clear bits of an allocation bitmap, lowest bit of each byte first. */

/** Yields [first, end) of each run among the first `bits` bits. */
export function* clearBitRuns(
  bitmap: Uint8Array,
  bits: number,
): Generator<[first: number, end: number], void, undefined> {
  let first: number | undefined;
  for (let bit = 0; bit < bits; ) {
    const byte = bitmap[bit >> 3] ?? 0xff;
    // Whole bytes of one kind are the rule: eight bits at a time.
    if ((bit & 7) === 0 && bit + 8 <= bits && (byte === 0 || byte === 0xff)) {
      if (byte === 0) first ??= bit;
      else if (first !== undefined) {
        yield [first, bit];
        first = undefined;
      }
      bit += 8;
      continue;
    }
    if ((byte & (1 << (bit & 7))) === 0) first ??= bit;
    else if (first !== undefined) {
      yield [first, bit];
      first = undefined;
    }
    bit++;
  }
  if (first !== undefined) yield [first, bits];
}
