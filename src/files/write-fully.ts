/** A write of the operating system may take only a part: this one takes everything. */

import type { FileHandle } from 'node:fs/promises';

/** Writes all of `bytes` at `position` of the file. */
export async function writeFully(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}
