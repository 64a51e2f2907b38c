/** npm run bench -- deflate: the encoder of the grains beside Node's zlib, on one core, the program `node` in pieces of a grain. */

import { readFile } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';
import { startDeflatePool } from '../src/disk/vmdk/deflate-pool.ts';
import { type Slot, WINDOW_SIZE } from '../src/disk/vmdk/deflate-slot.ts';
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
    const { ours, zlib } = await compare(data, level);
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

/** In turns, so that whatever disturbs the machine disturbs both. */
async function compare(data: Buffer, level: number): Promise<{ ours: Result; zlib: Result }> {
  const pool = startDeflatePool(level, 1);
  const measured = { ours: [] as Result[], zlib: [] as Result[] };
  try {
    const [slot] = await pool.slots;
    if (!slot) throw new TypeError('no slot');
    for (let turn = 0; turn < RUNS; turn++) {
      measured.ours.push(await timed(() => packAll(data, slot)));
      measured.zlib.push(await timed(async () => deflateAll(data, level)));
    }
  } finally {
    await pool.close();
  }
  return { ours: typical(measured.ours), zlib: typical(measured.zlib) };
}

function typical(results: readonly Result[]): Result {
  return { seconds: median(results.map(({ seconds }) => seconds)), size: results[0]?.size ?? 0 };
}

async function timed(run: () => Promise<number>): Promise<Result> {
  const started = performance.now();
  const size = await run();
  return { seconds: (performance.now() - started) / 1000, size };
}

async function packAll(data: Buffer, slot: Slot): Promise<number> {
  let size = 0;
  for (let at = 0; at < data.length; at += WINDOW_SIZE) {
    slot.input.set(data.subarray(at, at + WINDOW_SIZE));
    const { table, bytes } = await slot.pack(at / GRAIN_SIZE, WINDOW_SIZE / GRAIN_SIZE);
    size += deflatedBytes(table, bytes);
  }
  return size;
}

function deflateAll(data: Buffer, level: number): number {
  let size = 0;
  for (let at = 0; at < data.length; at += GRAIN_SIZE) {
    size += deflateSync(data.subarray(at, at + GRAIN_SIZE), { level }).length;
  }
  return size;
}

/** The zlib streams alone, as their markers tell: what the VMDK pads them with is no work of the encoder. */
function deflatedBytes(table: Uint32Array, bytes: Uint8Array): number {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return [...table]
    .filter((entry) => entry > 0)
    .map((entry) => decodeVmdkMarker(data.subarray((entry - 1) * VMDK_SECTOR), 'window', 0))
    .reduce((sum, marker) => sum + (marker.kind === 'grain' ? marker.size : 0), 0);
}
