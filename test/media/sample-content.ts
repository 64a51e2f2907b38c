/** Bytes that behave like Windows' files: the same for the same name, and as compressible as their kind is. */

import { createCipheriv, createHash } from 'node:crypto';

/** `packed`: incompressible (pictures, fonts, cabinets). `binary`: about half compressible (programs). `text`: highly compressible. */
export type ContentKind = 'packed' | 'binary' | 'text';

const BLOCK = 4096;
const WORDS =
  'service state component manifest assembly identity version language neutral package registry driver device volume snapshot writer provider event channel security descriptor policy update catalog signature'.split(
    ' ',
  );

/** @param seed decides the bytes; usually the path */
export function sampleContent(kind: ContentKind, seed: string, size: number): Buffer {
  if (kind === 'packed') return randomBytes(seed, size);
  if (kind === 'text') return textBytes(seed, size);
  return binaryBytes(seed, size);
}

/** An AES-CTR key stream: fast, and the same on every machine. */
export function randomBytes(seed: string, size: number): Buffer {
  const key = createHash('sha256').update(seed).digest();
  return createCipheriv('aes-128-ctr', key.subarray(0, 16), key.subarray(16)).update(Buffer.alloc(size));
}

function textBytes(seed: string, size: number): Buffer {
  const choices = randomBytes(seed, 4096);
  const lines: string[] = [];
  let length = 0;
  for (let index = 0; length < size; index++) {
    const line = `${index}: ${[0, 1, 2, 3, 4, 5]
      .map((word) => WORDS[(choices[(index * 7 + word) % choices.length] ?? 0) % WORDS.length])
      .join(' ')}\r\n`;
    lines.push(line);
    length += line.length;
  }
  return Buffer.from(lines.join(''), 'latin1').subarray(0, size);
}

/** A program's look: a DOS header, then pages of code-like noise between pages of tables and padding. */
function binaryBytes(seed: string, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  const noise = randomBytes(seed, Math.ceil(size / 2) + BLOCK);
  const table = textBytes(`${seed} tables`, Math.min(size, 64 * BLOCK));
  for (let offset = 0, page = 0; offset < size; offset += BLOCK, page++) {
    const kind = page % 4;
    if (kind < 2) noise.copy(bytes, offset, (offset >> 1) & ~(BLOCK - 1));
    else if (kind === 2) table.copy(bytes, offset, offset % table.length, (offset % table.length) + BLOCK);
  }
  bytes.write('MZ', 0, 'latin1');
  return bytes;
}
