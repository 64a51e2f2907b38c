/** Byte extents of a disk or a file in ascending order, kept compactly: a fragmented volume has hundreds of thousands. */

/** Bounds the memory to 64 MiB on a volume made to have ever more; what comes after is simply not listed. */
export const MAX_EXTENTS = 4 * 2 ** 20;

/** Bytes `start` to `end`, the latter exclusive. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

export class ExtentList {
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #most: number;

  /** @param most bound of the extents that are listed */
  constructor(most = MAX_EXTENTS) {
    this.#most = most;
  }

  get count(): number {
    return this.#starts.length;
  }

  /** Appends an extent that begins at or after the end of the last one; joins the two where they touch. */
  add(start: number, end: number): void {
    const last = this.#ends.length - 1;
    const lastEnd = this.#ends[last] ?? 0;
    if (start < lastEnd || end <= start) throw new RangeError(`Extent ${start} to ${end} does not follow ${lastEnd}`);
    if (last >= 0 && start === lastEnd) {
      this.#ends[last] = end;
    } else if (this.count < this.#most) {
      this.#starts.push(start);
      this.#ends.push(end);
    }
  }

  /** The parts of the extents that lie between `start` and `end`. */
  *within(start: number, end: number): Generator<Extent, void, undefined> {
    for (let index = this.#firstEndingAfter(start); index < this.count; index++) {
      const from = Math.max(start, this.#starts[index] ?? end);
      if (from >= end) return;
      yield { start: from, end: Math.min(end, this.#ends[index] ?? end) };
    }
  }

  /** Whether any byte between `start` and `end` belongs to an extent. */
  touches(start: number, end: number): boolean {
    return (this.#starts[this.#firstEndingAfter(start)] ?? Number.POSITIVE_INFINITY) < end;
  }

  #firstEndingAfter(position: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ends[middle] ?? 0) > position) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
