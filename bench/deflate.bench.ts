/** npm run bench -- deflate: the encoder of the grains beside Node's zlib, on one core, the program `node` in pieces of a grain. */

import { readFile } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';
import { startDeflatePool } from '../src/disk/vmdk/deflate-pool.ts';
import { WINDOW_SIZE } from '../src/disk/vmdk/deflate-slot.ts';
import { GRAIN_SIZE } from '../src/disk/vmdk/deflate-worker.ts';
import { decodeVmdkMarker, VMDK_SECTOR } from '../src/disk/vmdk/vmdk-header.ts';
import { bar } from './lib/bar.ts';
import { median } from './lib/measure.ts';

const LEVELS = [1, 3, 6];
const RUNS = 3;

export async function run(): Promise<boolean> {
  const program = await readFile(process.execPath);
  const data = program.subarray(0, program.length - (program.length % WINDOW_SIZE));
  console.log(`${(data.length / 1e6).toFixed(0)} MB, medians of ${RUNS} runs\n| | level | MB/s | compressed to |`);
  console.log('| --- | ---: | ---: | ---: |');
  const rates: { ours: number; zlib: number }[] = [];
  for (const level of LEVELS) {
    const ours = await measureOurs(data, level);
    const zlib = measureZlib(data, level);
    print('here', level, data, ours);
    print('zlib', level, data, zlib);
    rates.push({ ours: 1 / ours.seconds, zlib: 1 / zlib.seconds });
  }
  const met = rates.every(({ ours, zlib }) => ours > zlib);
  return bar('encoder: faster than zlib at every level', met);
}

interface Result {
  readonly seconds: number;
  /** Bytes. */
  readonly size: number;
}

function print(title: string, level: number, data: Buffer, { seconds, size }: Result): void {
  const rate = (data.length / 1e6 / seconds).toFixed(0);
  console.log(`| ${title} | ${level} | ${rate} | ${((size / data.length) * 100).toFixed(1)} % |`);
}

async function measureOurs(data: Buffer, level: number): Promise<Result> {
  const pool = startDeflatePool(level, 1);
  try {
    const [slot] = await pool.slots;
    if (!slot) throw new TypeError('no slot');
    const times: number[] = [];
    let size = 0;
    for (let turn = 0; turn < RUNS; turn++) {
      size = 0;
      const started = performance.now();
      for (let at = 0; at < data.length; at += WINDOW_SIZE) {
        slot.input.set(data.subarray(at, at + WINDOW_SIZE));
        const { table, bytes } = await slot.pack(at / GRAIN_SIZE, WINDOW_SIZE / GRAIN_SIZE);
        size += deflatedBytes(table, bytes);
      }
      times.push((performance.now() - started) / 1000);
    }
    return { seconds: median(times), size };
  } finally {
    await pool.close();
  }
}

/** The zlib streams alone, as their markers tell: what the VMDK pads them with is no work of the encoder. */
function deflatedBytes(table: Uint32Array, bytes: Uint8Array): number {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return [...table]
    .filter((entry) => entry > 0)
    .map((entry) => decodeVmdkMarker(data.subarray((entry - 1) * VMDK_SECTOR), 'window', 0))
    .reduce((sum, marker) => sum + (marker.kind === 'grain' ? marker.size : 0), 0);
}

function measureZlib(data: Buffer, level: number): Result {
  const times: number[] = [];
  let size = 0;
  for (let turn = 0; turn < RUNS; turn++) {
    size = 0;
    const started = performance.now();
    for (let at = 0; at < data.length; at += GRAIN_SIZE) {
      size += deflateSync(data.subarray(at, at + GRAIN_SIZE), { level }).length;
    }
    times.push((performance.now() - started) / 1000);
  }
  return { seconds: median(times), size };
}
