/** Writes and copies files with holes where they are zero: whoever works on them later neither reads nor stores what is nothing. */

import { execFile } from 'node:child_process';
import type { FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const CHUNK = 64 * 1024;
const ZEROS = Buffer.alloc(CHUNK);

/** Writes the chunks that are not zero; the others have to be holes already. @param offset in bytes */
export async function writeSparse(file: FileHandle, bytes: Buffer, offset: number): Promise<void> {
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const chunk = bytes.subarray(at, at + CHUNK);
    if (!chunk.equals(ZEROS.subarray(0, chunk.length))) await file.write(chunk, 0, chunk.length, offset + at);
  }
}

/** Where `copyFile` of Node stores a hole as zeros. */
export async function copySparse(from: string, to: string): Promise<void> {
  await run('cp', ['--sparse=auto', from, to]);
}
