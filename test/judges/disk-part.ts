/** Copies parts of raw disks by qemu-img, which knows holes: dd reads gigabytes of zeros for a disk that is nearly empty. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Bytes, multiples of 512. */
interface Part {
  readonly offset: number;
  readonly size: number;
}

/** @param file is written anew, as large as the part */
export async function takePart(disk: string, part: Part, file: string): Promise<void> {
  await run('qemu-img', ['convert', '--image-opts', place(disk, part), '-O', 'raw', file]);
}

/** @param file as large as the part; its holes become zeros in the disk */
export async function putPart(file: string, disk: string, part: Part): Promise<void> {
  await run('qemu-img', ['convert', '-n', '-f', 'raw', '--target-image-opts', file, place(disk, part)]);
}

function place(disk: string, { offset, size }: Part): string {
  return `driver=raw,offset=${offset},size=${size},file.driver=file,file.filename=${disk.replaceAll(',', ',,')}`;
}
