/**
 * What compression alone costs where it is best done: libdeflate's own program, native code, on the data that a disk holds, one stream for
 * each core. It has no grains to keep apart, nothing to hash, no archive, no Node to start: nobody who makes an OVA of that size can be
 * quicker. So it shows which bars can be met at all.
 */

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { openDisk } from '../../src/disk/open-disk.ts';
import { skipFreeSpace } from '../../src/disk/skip-free-space.ts';
import { type Measurement, measure } from './measure.ts';

export const PROGRAM = 'libdeflate-gzip';
const CHUNK = 4 * 2 ** 20;

/** The data of `disk`, in as many files as there are cores, beside it; made once. */
async function dataFiles(disk: string): Promise<readonly string[]> {
  const files = Array.from({ length: availableParallelism() }, (_, index) => `${disk}.data.${index}`);
  const present = await Promise.all(
    files.map((file) =>
      stat(file).then(
        () => true,
        () => false,
      ),
    ),
  );
  if (present.every(Boolean)) return files;
  const source = skipFreeSpace(await openDisk(disk));
  const streams = files.map((file) => createWriteStream(`${file}.new`));
  let chunks = 0;
  for await (const { kind, offset, length } of source.ranges()) {
    if (kind !== 'data') continue;
    for (let done = 0; done < length; done += CHUNK) {
      const bytes = await source.read(offset + done, Math.min(CHUNK, length - done));
      const stream = streams[chunks++ % streams.length];
      if (stream && !stream.write(bytes)) await once(stream, 'drain');
    }
  }
  await source.close();
  for (const [index, stream] of streams.entries()) {
    stream.end();
    await once(stream, 'finish');
    await rename(`${files[index]}.new`, files[index] ?? '');
  }
  return files;
}

/** Compresses the data of `disk` at `level` to `output`. */
export async function compressNative(disk: string, level: number, output: string): Promise<Measurement> {
  const files = await dataFiles(disk);
  const parts = files.map((_, index) => `${output}.${index}`);
  const jobs = files.map((file, index) => `${PROGRAM} -${level} -k -c '${file}' > '${parts[index]}' &`).join(' ');
  const measured = await measure('sh', ['-c', `${jobs} wait`]);
  await measure('sh', ['-c', `cat ${parts.map((part) => `'${part}'`).join(' ')} > '${output}'`]);
  for (const part of parts) await rm(part);
  return measured;
}
