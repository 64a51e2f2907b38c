/**
 * npm run bench -- check [--runs N]: the offline check of verify-quiesce on images of every format, small and large, beside
 * `sgdisk -p` and, where it is installed, `virt-filesystems`. Its time must not depend on the size, and it reads little.
 */

import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type BcdTarget, buildBcdStore } from '../src/bcd/bcd-store.ts';
import { composedDisk } from '../src/disk/composed-disk.ts';
import { buildGpt, placePartitions } from '../src/disk/gpt/gpt-writer.ts';
import { BASIC_DATA_TYPE, ESP_TYPE, MSR_TYPE } from '../src/disk/gpt/partition-types.ts';
import { openRawDisk } from '../src/disk/raw-disk.ts';
import { writeVhd } from '../src/disk/vhd/vhd-writer.ts';
import { writeHive } from '../src/registry/hive-writer.ts';
import { formatSize } from '../src/units.ts';
import { GUESTFS_ENVIRONMENT } from '../test/judges/guestfs.ts';
import { bar } from './lib/bar.ts';
import { BENCH_FOLDER, installed, makeEsp, makeFile } from './lib/bench-disks.ts';
import { type Measurement, measure, median } from './lib/measure.ts';
import { measureAction } from './lib/measure-action.ts';

const MIB = 2 ** 20;
const GIB = 2 ** 30;
const SIZES = [6 * GIB, 200 * GIB] as const;
const SECONDS_BAR = 0.3;
const BYTES_BAR = 2 * MIB;
const execute = promisify(execFile);

const BOOT: BcdTarget = {
  diskGuid: '22222222-0000-4000-8000-000000000000',
  espGuid: '22222222-0000-4000-8000-000000000001',
  windowsGuid: '22222222-0000-4000-8000-000000000002',
  loaderGuid: '22222222-0000-4000-8000-000000000004',
  resumeGuid: '22222222-0000-4000-8000-000000000005',
  description: 'Windows Server',
  locale: 'en-US',
  loader: undefined,
};

/** How qemu-img makes each format from a raw image. */
const FORMATS: Readonly<Record<string, readonly string[]>> = {
  'vhd-dynamic': ['-O', 'vpc', '-o', 'force_size=on'],
  vhdx: ['-O', 'vhdx', '-o', 'block_size=1M'],
  'vmdk-sparse': ['-O', 'vmdk', '-o', 'subformat=monolithicSparse'],
};

interface Row {
  readonly image: string;
  /** Of the whole action, its start included. */
  readonly action: number;
  /** Of the check alone. */
  readonly check: number;
  readonly bytes: number;
  /** Of the other tools, by name. */
  readonly others: Readonly<Record<string, number>>;
}

export async function run(args: readonly string[]): Promise<boolean> {
  const runs = Number(args[args.indexOf('--runs') + 1] ?? 5) || 5;
  const work = join(BENCH_FOLDER, 'check');
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  try {
    const virtFilesystems = await installed('virt-filesystems');
    const rows: Row[] = [];
    for (const size of SIZES) {
      for (const image of await makeImages(work, size)) rows.push(await compare(image, runs, virtFilesystems, work));
    }
    print(rows, runs);
    return judge(rows);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** The same disk in every format, as paths: sparse files, so that the large ones take no room. */
async function makeImages(work: string, size: number): Promise<string[]> {
  const name = `${size / GIB}g`;
  const [esp, windows] = [join(work, `${name}.esp`), join(work, `${name}.ntfs`)];
  const partitions = placePartitions(size, [
    { typeGuid: ESP_TYPE, guid: BOOT.espGuid, name: 'EFI system partition', size: 260 * MIB },
    { typeGuid: MSR_TYPE, guid: '22222222-0000-4000-8000-000000000003', name: 'Microsoft reserved', size: 16 * MIB },
    { typeGuid: BASIC_DATA_TYPE, guid: BOOT.windowsGuid, name: 'Windows', size: 'rest' },
  ]);
  await makeEsp(esp, partitions[0]?.size ?? 0);
  await addBootStore(esp);
  await makeFile(windows, GIB);
  await execute('mkntfs', ['-F', '-Q', '-q', windows]);
  const disk = composedDisk(size, [
    ...buildGpt({ diskSize: size, diskGuid: BOOT.diskGuid, partitions }),
    { offset: partitions[0]?.offset ?? 0, content: await openRawDisk(esp) },
    { offset: partitions[2]?.offset ?? 0, content: await openRawDisk(windows) },
  ]);
  const fixed = join(work, `${name}.fixed.vhd`);
  await writeVhd(disk, fixed, { type: 'fixed' });
  await disk.close();
  const raw = join(work, `${name}.raw`);
  await execute('qemu-img', ['convert', '-f', 'vpc', '-O', 'raw', fixed, raw]);
  const images = [raw, fixed];
  for (const [format, options] of Object.entries(FORMATS)) {
    const image = join(work, `${name}.${format}`);
    await execute('qemu-img', ['convert', '-f', 'raw', ...options, raw, image]);
    images.push(image);
  }
  const ova = join(work, `${name}.ova`);
  await measureAction('convert-ova', { disk: join(work, `${name}.vhdx`), ova, product: 'windows-server-2019' }, work);
  return [...images, ova];
}

async function addBootStore(esp: string): Promise<void> {
  const store = `${esp}.bcd`;
  await writeFile(store, writeHive(buildBcdStore(BOOT), 0n));
  await execute('mmd', ['-i', esp, '::/EFI/Microsoft', '::/EFI/Microsoft/Boot']);
  await execute('mcopy', ['-i', esp, store, '::/EFI/Microsoft/Boot/BCD']);
}

async function compare(image: string, runs: number, virtFilesystems: boolean, work: string): Promise<Row> {
  const times = { action: [] as number[], check: [] as number[] };
  const others: Record<string, number[]> = {};
  let bytes = 0;
  const other = async (name: string, take: () => Promise<Measurement>): Promise<void> => {
    others[name] = [...(others[name] ?? []), (await take()).seconds];
  };
  for (let turn = 0; turn < runs; turn++) {
    times.action.push((await measureAction('verify-quiesce', { image }, work)).seconds);
    const { stdout } = await execute(process.execPath, [join(import.meta.dirname, 'lib', 'check-once.ts'), image]);
    const once = JSON.parse(stdout) as { seconds: number; bytes: number };
    times.check.push(once.seconds);
    bytes = Math.max(bytes, once.bytes);
    if (image.endsWith('.raw')) await other('sgdisk -p', () => measure('sgdisk', ['-p', image]));
    // It starts a machine of its own: once is enough.
    if (image.endsWith('.raw') && virtFilesystems && turn === 0) {
      await other('virt-filesystems', () =>
        measure('virt-filesystems', ['--format=raw', '-a', image, '--partitions'], GUESTFS_ENVIRONMENT),
      );
    }
  }
  return {
    image,
    action: median(times.action),
    check: median(times.check),
    bytes,
    others: Object.fromEntries(Object.entries(others).map(([name, seconds]) => [name, median(seconds)])),
  };
}

function print(rows: readonly Row[], runs: number): void {
  console.log(`\nmedians of ${runs} runs; the action starts Node and writes its report, the check does not`);
  console.log('| image | verify-quiesce | the check in it | read | others |');
  console.log('| --- | ---: | ---: | ---: | --- |');
  for (const { image, action, check, bytes, others } of rows) {
    const beside = Object.entries(others).map(([name, seconds]) => `${name} ${(seconds * 1000).toFixed(0)} ms`);
    const name = image.slice(image.lastIndexOf('/') + 1);
    console.log(
      `| ${name} | ${(action * 1000).toFixed(0)} ms | ${(check * 1000).toFixed(1)} ms | ${formatSize(bytes)} | ${beside.join(', ')} |`,
    );
  }
}

function judge(rows: readonly Row[]): boolean {
  const slowest = Math.max(...rows.map(({ action }) => action));
  const most = Math.max(...rows.map(({ bytes }) => bytes));
  console.log('');
  return [
    bar(`below ${SECONDS_BAR} s whatever the size (${slowest.toFixed(3)} s)`, slowest < SECONDS_BAR),
    bar(`at most 2 MiB read (${formatSize(most)})`, most <= BYTES_BAR),
  ].every(Boolean);
}
