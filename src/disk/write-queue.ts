/** Writes to a file with a few writes under way at a time, so that the disk and this thread work side by side. */

import type { FileHandle } from 'node:fs/promises';
import { writeFully } from '../files/write-fully.ts';

const MAX_IN_FLIGHT = 4;

export class WriteQueue {
  readonly #file: FileHandle;
  readonly #inFlight = new Set<Promise<void>>();
  #failure: { readonly error: unknown } | undefined;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  /**
   * Takes the bytes, which must not change before they are written; resolves when there is room for the next ones.
   * @throws what an earlier write failed with
   */
  async write(offset: number, data: Uint8Array): Promise<void> {
    if (data.length === 0) return;
    while (this.#inFlight.size >= MAX_IN_FLIGHT) await Promise.race(this.#inFlight);
    this.#assertWell();
    const writing = writeFully(this.#file, data, offset)
      .catch((error: unknown) => {
        this.#failure ??= { error };
      })
      .finally(() => this.#inFlight.delete(writing));
    this.#inFlight.add(writing);
  }

  /** Resolves when everything taken was written. @throws what a write failed with */
  async drain(): Promise<void> {
    await this.settle();
    this.#assertWell();
  }

  /** Resolves when no write of those taken so far is under way any more, whatever became of them; never rejects. */
  async settle(): Promise<void> {
    await Promise.all(this.#inFlight);
  }

  #assertWell(): void {
    if (this.#failure) throw this.#failure.error;
  }
}
