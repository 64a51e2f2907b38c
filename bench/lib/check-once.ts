/** node check-once.ts <image>: checks it as verify-quiesce does and prints the seconds and the bytes read, as JSON. */

import { readFileSync } from 'node:fs';
import { checkImage } from '../../src/check/check-image.ts';

/** What this process has read by system calls, whether from a disk or from the page cache. */
function bytesRead(): number {
  return Number(/^rchar: (\d+)$/m.exec(readFileSync('/proc/self/io', 'utf8'))?.[1] ?? Number.NaN);
}

const [image = ''] = process.argv.slice(2);
// The second look takes along what the first one itself has read.
const own = -bytesRead() + bytesRead();
const before = bytesRead();
const started = performance.now();
await checkImage(image, 'application');
const seconds = (performance.now() - started) / 1000;
console.log(JSON.stringify({ seconds, bytes: bytesRead() - before - own }));
