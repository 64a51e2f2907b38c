/** The file of an image in the making, whatever its format: several writes under way, its name only when it is whole. */

import { createPartialFile } from '../files/partial-file.ts';
import { WriteQueue } from './write-queue.ts';

/** How an image file is written. */
export interface WriteImageOptions {
  /** `fixed`: every block has its place in the file, and what holds nothing is a hole of it. */
  readonly type: 'dynamic' | 'fixed';
  readonly signal?: AbortSignal;
  /** Default: derived from the content. */
  readonly uuid?: string;
  /** Called with the bytes of the disk done so far, now and then. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Called when nothing more is read of the source, before the image is brought to stable storage. */
  readonly onWritten?: () => Promise<void>;
}

/**
 * @param write returns how long the file is: it may end with a hole
 * @throws what `write` throws, what createPartialFile throws, what `onWritten` throws, the signal's reason; nothing is left behind then
 */
export async function writeImageFile(
  path: string,
  { signal, onWritten }: Pick<WriteImageOptions, 'signal' | 'onWritten'>,
  write: (file: WriteQueue) => Promise<number>,
): Promise<void> {
  const file = await createPartialFile(path);
  const queue = new WriteQueue(file.handle);
  try {
    const length = await write(queue);
    await queue.drain();
    signal?.throwIfAborted();
    await file.handle.truncate(length);
    await onWritten?.();
    await file.finish();
  } catch (error) {
    await queue.settle();
    await file.discard();
    throw error;
  }
}
