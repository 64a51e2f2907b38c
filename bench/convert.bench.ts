/**
 * npm run bench -- convert [--runs N]: image -> OVA, side by side with what people use today.
 * The bars are ratios within one run; a figure without the other column means nothing. vmdk-convert and virt-sparsify take part where
 * they are installed; the latter starts an emulated machine of its own, which takes minutes. libdeflate shows what no way can beat.
 */

import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { formatSize } from '../src/units.ts';
import { GUESTFS_ENVIRONMENT } from '../test/judges/guestfs.ts';
import { bar } from './lib/bar.ts';
import { BENCH_FOLDER, type BenchDisk, buildCleanDisk, buildUsedDisk, installed } from './lib/bench-disks.ts';
import { KINDS, type Kind } from './lib/bench-trees.ts';
import { type Measurement, measure, median } from './lib/measure.ts';
import { measureAction } from './lib/measure-action.ts';
import { compressNative, PROGRAM } from './lib/native-deflate.ts';

interface Contender {
  readonly title: string;
  /** Takes minutes: its time is not worth waiting for more than once. */
  readonly isSlow?: true;
  /** Makes `output` from `disk`. */
  readonly run: (disk: string, output: string) => Promise<Measurement>;
}

interface Row {
  readonly title: string;
  readonly seconds: number;
  /** Bytes. */
  readonly size: number;
  /** Bytes. */
  readonly peakMemory: number;
}

/** Bytes. */
const MEMORY_BAR = 200e6;

export async function run(args: readonly string[]): Promise<boolean> {
  const runs = Number(args[args.indexOf('--runs') + 1] ?? 3) || 3;
  const contenders = await chooseContenders();
  const met: boolean[] = [];
  let peak = 0;
  for (const kind of KINDS) {
    const rows = await compare(await buildCleanDisk(kind), contenders, runs);
    met.push(...judge(kind, rows));
    peak = Math.max(peak, ...nativeRows(rows).map(({ peakMemory }) => peakMemory));
  }
  const used = await compare(await buildUsedDisk(), contenders, runs);
  peak = Math.max(peak, ...nativeRows(used).map(({ peakMemory }) => peakMemory));
  const share = find(used, native(undefined)).size / find(used, QEMU).size;
  console.log('');
  met.push(bar(`peak memory below 200 MB (${(peak / 1e6).toFixed(0)} MB)`, peak < MEMORY_BAR));
  met.push(bar(`with deleted data: smaller (${(share * 100).toFixed(1)} % of qemu-img's)`, share < 1));
  return met.every(Boolean);
}

async function compare(disk: BenchDisk, contenders: readonly Contender[], runs: number): Promise<Row[]> {
  console.log(`\n${disk.title} (medians of ${runs} runs)`);
  const measured = contenders.map(() => ({ times: [] as number[], peak: 0, size: 0 }));
  for (let turn = 0; turn < runs; turn++) {
    // One after the other within each turn, so that whatever disturbs the machine disturbs all of them.
    for (const [i, contender] of contenders.entries()) {
      if (contender.isSlow && turn > 0) continue;
      const folder = join(BENCH_FOLDER, 'output');
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder, { recursive: true });
      const output = join(folder, 'bench.ova');
      const { seconds, peakMemory } = await contender.run(disk.path, output);
      const entry = measured[i];
      if (!entry) continue;
      entry.times.push(seconds);
      entry.peak = Math.max(entry.peak, peakMemory);
      entry.size = (await stat(output)).size;
      await rm(folder, { recursive: true });
    }
  }
  const rows = contenders.map(({ title }, i) => ({
    title,
    seconds: median(measured[i]?.times ?? []),
    size: measured[i]?.size ?? 0,
    peakMemory: measured[i]?.peak ?? 0,
  }));
  print(rows);
  return rows;
}

function print(rows: readonly Row[]): void {
  const reference = rows[0];
  if (!reference) return;
  const lines = rows.map(({ title, seconds, size, peakMemory }) => [
    title,
    `${seconds.toFixed(1)} s`,
    `${(reference.seconds / seconds).toFixed(2)} x`,
    String(size),
    `${((size / reference.size - 1) * 100).toFixed(2)} %`,
    formatSize(peakMemory),
  ]);
  console.log('| converter | time | speed | OVA, bytes | larger | peak memory |');
  console.log('| --- | ---: | ---: | ---: | ---: | ---: |');
  for (const line of lines) console.log(`| ${line.join(' | ')} |`);
}

function judge(kind: Kind, rows: readonly Row[]): boolean[] {
  const qemu = find(rows, QEMU);
  const ratios = (row: Row): { faster: number; larger: number } => ({
    faster: qemu.seconds / row.seconds,
    larger: (row.size / qemu.size - 1) * 100,
  });
  const fast = ratios(find(rows, native(undefined)));
  const level6 = ratios(find(rows, native(6)));
  const bounds = rows.filter(({ title }) => title.startsWith(PROGRAM)).map(ratios);
  /** The quickest that libdeflate is at no more than `percent` larger, if it was asked. */
  const bound = (percent: number): string => {
    if (bounds.length === 0) return '';
    const quickest = Math.max(0, ...bounds.filter(({ larger }) => larger <= percent).map(({ faster }) => faster));
    return quickest === 0
      ? `; ${PROGRAM}: never so small`
      : `; ${PROGRAM} alone, at such a size: ${quickest.toFixed(2)}`;
  };
  console.log('');
  return [
    bar(`${kind}, default: 8 times as fast (${fast.faster.toFixed(2)}${bound(6)})`, fast.faster >= 8),
    bar(`${kind}, default: at most 6 % larger (${fast.larger.toFixed(2)} %)`, fast.larger <= 6),
    bar(`${kind}, level 6: 4 times as fast (${level6.faster.toFixed(2)}${bound(0)})`, level6.faster >= 4),
    bar(`${kind}, level 6: no larger (${level6.larger.toFixed(2)} %)`, level6.larger <= 0),
  ];
}

function find(rows: readonly Row[], title: string): Row {
  const row = rows.find((candidate) => candidate.title === title);
  if (!row) throw new TypeError(`no row ${title}`);
  return row;
}

function nativeRows(rows: readonly Row[]): Row[] {
  return rows.filter(({ title }) => title.startsWith('native'));
}

const QEMU = 'qemu-img convert, sha256sum, tar';
const native = (level: number | undefined): string => `native, ${level === undefined ? 'default' : `level ${level}`}`;

async function chooseContenders(): Promise<Contender[]> {
  const contenders = [qemuImg(), stillframe(undefined), stillframe(6)];
  if (await installed(PROGRAM)) contenders.push(...[1, 2, 3].map(libdeflate));
  if (await installed('vmdk-convert')) contenders.push(vmdkConvert());
  if (await installed('virt-sparsify')) contenders.push(virtSparsify());
  return contenders;
}

/** Its start, both hashes and the archive included. */
function stillframe(level: number | undefined): Contender {
  return {
    title: native(level),
    run: (disk, output) =>
      measureAction(
        'convert-ova',
        {
          disk,
          ova: output,
          product: 'windows-server-2019',
          'compression-level': level === undefined ? '' : String(level),
        },
        BENCH_FOLDER,
      ),
  };
}

function libdeflate(level: number): Contender {
  return {
    title: `${PROGRAM} -${level} on every core, nothing else`,
    run: (disk, output) => compressNative(disk, level, output),
  };
}

function qemuImg(): Contender {
  return {
    title: QEMU,
    run: (disk, output) =>
      chain(
        [
          'qemu-img',
          'convert',
          '-f',
          'vpc',
          '-O',
          'vmdk',
          '-o',
          'subformat=streamOptimized,adapter_type=lsilogic',
          disk,
          `${output}.vmdk`,
        ],
        ['sha256sum', `${output}.vmdk`],
        ['tar', '--format=gnu', '-cf', output, `${output}.vmdk`],
      ),
  };
}

/** open-vmdk reads VMDK and raw only; it reads the fixed VHD as raw, which it is but for 512 bytes at its end. */
function vmdkConvert(): Contender {
  return {
    title: 'vmdk-convert, sha256sum, tar',
    run: (disk, output) =>
      chain(
        ['vmdk-convert', disk, `${output}.vmdk`],
        ['sha256sum', `${output}.vmdk`],
        ['tar', '--format=gnu', '-cf', output, `${output}.vmdk`],
      ),
  };
}

function virtSparsify(): Contender {
  return {
    title: 'virt-sparsify, qemu-img, sha256sum, tar',
    isSlow: true,
    run: (disk, output) =>
      chain(
        ['virt-sparsify', '--format', 'vpc', '--convert', 'raw', disk, `${output}.raw`],
        [
          'qemu-img',
          'convert',
          '-f',
          'raw',
          '-O',
          'vmdk',
          '-o',
          'subformat=streamOptimized,adapter_type=lsilogic',
          `${output}.raw`,
          `${output}.vmdk`,
        ],
        ['sha256sum', `${output}.vmdk`],
        ['tar', '--format=gnu', '-cf', output, `${output}.vmdk`],
      ),
  };
}

async function chain(...commands: readonly (readonly string[])[]): Promise<Measurement> {
  let seconds = 0;
  let peakMemory = 0;
  for (const [program = '', ...args] of commands) {
    const one = await measure(program, args, GUESTFS_ENVIRONMENT);
    seconds += one.seconds;
    peakMemory = Math.max(peakMemory, one.peakMemory);
  }
  return { seconds, peakMemory };
}
