/** Writes a streamOptimized VMDK again with other content: one by itself, as it lies beside the descriptor of an exported OVF. */

import type { Disk } from '../disk/disk.ts';
import { writeVmdkStream } from '../disk/vmdk/vmdk-stream-writer.ts';
import { createPartialFile } from '../files/partial-file.ts';
import { writeFully } from '../files/write-fully.ts';

/** @param to the new file, which appears when it is whole; @param options.name what it will be called in the end */
export async function rewriteVmdkStream(
  disk: Disk,
  to: string,
  options: {
    readonly name: string;
    readonly level: number;
    readonly toolsInstalled: boolean;
    readonly signal: AbortSignal;
  },
): Promise<void> {
  const file = await createPartialFile(to);
  let position = 0;
  const sink = async (bytes: Uint8Array): Promise<void> => {
    await writeFully(file.handle, bytes, position);
    position += bytes.length;
  };
  try {
    await writeVmdkStream(disk, sink, { ...options, adapterType: 'lsilogic' });
    options.signal.throwIfAborted();
    await file.finish();
  } finally {
    await file.discard();
  }
}
