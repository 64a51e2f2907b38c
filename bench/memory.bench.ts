/**
 * npm run bench -- memory: peak memory of convert-ova, which must not grow with the disk. Every disk holds the same gigabyte,
 * spread over its whole length, and nothing else.
 */

import { execFile } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Disk, DiskRange } from '../src/disk/disk.ts';
import { writeVhd } from '../src/disk/vhd/vhd-writer.ts';
import { formatSize } from '../src/units.ts';
import { bar } from './lib/bar.ts';
import { BENCH_FOLDER } from './lib/bench-disks.ts';
import { measureAction } from './lib/measure-action.ts';

const MIB = 2 ** 20;
const GIB = 2 ** 30;
const STRETCH = 16 * MIB;
const STRETCHES = 64;
const BAR = 200e6;
/** The largest peak may be this many times the smallest. */
const SPREAD_BAR = 1.25;

export async function run(): Promise<boolean> {
  const work = join(BENCH_FOLDER, 'memory');
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  try {
    const peaks: number[] = [];
    console.log('| disk | time | peak memory |\n| --- | ---: | ---: |');
    for (const [size, format] of [
      [6 * GIB, 'vhd'],
      [200 * GIB, 'vhd'],
      [200 * GIB, 'vhdx'],
    ] as const) {
      const image = await makeDisk(join(work, `${size / GIB}g`), size, format);
      const { seconds, peakMemory } = await convert(image, work);
      await rm(image);
      console.log(
        `| ${formatSize(size)} dynamic ${format.toUpperCase()}, 1 GiB of data | ${seconds.toFixed(1)} s | ${formatSize(peakMemory)} |`,
      );
      peaks.push(peakMemory);
    }
    const most = Math.max(...peaks);
    const spread = most / Math.min(...peaks);
    const figures = `${(most / 1e6).toFixed(0)} MB, the largest ${spread.toFixed(2)} times the smallest`;
    return bar(
      `memory below ${BAR / 1e6} MB whatever the size of the disk, within ${SPREAD_BAR} times (${figures})`,
      most < BAR && spread < SPREAD_BAR,
    );
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function makeDisk(path: string, size: number, format: 'vhd' | 'vhdx'): Promise<string> {
  const vhd = `${path}.vhd`;
  const program = await readFile(process.execPath);
  await writeVhd(spreadDisk(program, size), vhd, { type: 'dynamic' });
  if (format === 'vhd') return vhd;
  const vhdx = `${path}.vhdx`;
  const options = ['-f', 'vpc', '-O', 'vhdx', '-o', 'block_size=1M'];
  await promisify(execFile)('qemu-img', ['convert', ...options, vhd, vhdx]);
  await rm(vhd);
  return vhdx;
}

/** Stretches of the program's bytes, which are like what real disks hold, at equal distances. */
function spreadDisk(program: Buffer, size: number): Disk {
  const distance = Math.floor(size / STRETCHES / STRETCH) * STRETCH;
  return {
    size,
    format: 'spread',
    path: 'spread',
    read: async (offset, length) => {
      const start = (offset % STRETCH) + (Math.floor(offset / distance) % 4) * STRETCH;
      return Buffer.from(program.subarray(start, start + length));
    },
    ranges: async function* (): AsyncGenerator<DiskRange> {
      for (let index = 0; index < STRETCHES; index++) {
        yield { kind: 'data', offset: index * distance, length: STRETCH };
        if (distance > STRETCH) yield { kind: 'zero', offset: index * distance + STRETCH, length: distance - STRETCH };
      }
      if (STRETCHES * distance < size) {
        yield { kind: 'zero', offset: STRETCHES * distance, length: size - STRETCHES * distance };
      }
    },
    close: async () => {},
  };
}

async function convert(image: string, work: string): Promise<{ seconds: number; peakMemory: number }> {
  const output = join(work, 'bench.ova');
  const inputs = { disk: image, ova: output, product: 'windows-server-2019' };
  const result = await measureAction('convert-ova', inputs, work);
  await rm(output);
  return result;
}
