/**
 * npm run bench -- build-vhd [--runs N] [--folder PATH]…: the whole action against a bare `wimlib-imagex apply` of the same image
 * into a formatted volume, side by side, and the way from the ISO to the OVA against that and the converting alone. The image is that
 * of the sample media with files of pinned packages added, or with the folders that are named.
 */

import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createToolRunner } from '../src/runner/tools.ts';
import { formatSize } from '../src/units.ts';
import { buildSampleMedia } from '../test/media/build.ts';
import { bar } from './lib/bar.ts';
import { BENCH_FOLDER } from './lib/bench-disks.ts';
import { buildTree } from './lib/bench-trees.ts';
import { measure, median } from './lib/measure.ts';
import { measureAction } from './lib/measure-action.ts';

/** The action may take this many times what the bare tool takes (docs: speed). */
const BAR = 1.3;
/** So may build-vhd and convert-ova together, of what the bare tool and convert-ova alone take. */
const CHAIN_BAR = 1.5;
const DISK_SIZE = 20 * 2 ** 30;
const tools = createToolRunner(new AbortController().signal);

export async function run(args: readonly string[]): Promise<boolean> {
  const runs = Number(args[args.indexOf('--runs') + 1] ?? 3) || 3;
  const asked = args.flatMap((arg, index) => (arg === '--folder' ? [args[index + 1] ?? ''] : []));
  const work = join(BENCH_FOLDER, 'build-vhd');
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  try {
    const { iso, wim } = await buildBenchIso(work, asked.length > 0 ? asked : await sampleTrees());
    console.log(`install.wim of ${formatSize((await stat(wim)).size)}, medians of ${runs} runs`);
    const bare: number[] = [];
    const builds = { vhd: [] as number[], vmdk: [] as number[] };
    const conversions: number[] = [];
    for (let turn = 0; turn < runs; turn++) {
      bare.push(await runBare(wim, work));
      // The one with a bar next to the bare tool: what else a disk has to write then does not hang on the VHD before.
      for (const format of ['vmdk', 'vhd'] as const) {
        const image = join(work, `image.${format}`);
        builds[format].push(await runBuild(iso, image, format, work));
        if (format === 'vmdk') conversions.push(await runConversion(image, work));
        for (const name of await readdir(work)) if (name.startsWith('image.')) await rm(join(work, name));
      }
    }
    console.log(`wimlib-imagex apply              ${median(bare).toFixed(1)} s`);
    console.log(`build-vhd, format vhd            ${median(builds.vhd).toFixed(1)} s`);
    console.log(`build-vhd, format vmdk           ${median(builds.vmdk).toFixed(1)} s`);
    console.log(`convert-ova of the latter        ${median(conversions).toFixed(1)} s`);
    return judge(median(bare), { vhd: median(builds.vhd), vmdk: median(builds.vmdk) }, median(conversions));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Some 950 MB of pinned packages, the same on every machine. */
async function sampleTrees(): Promise<readonly string[]> {
  const trees = join(BENCH_FOLDER, 'trees');
  return [await buildTree(trees, 'programs'), await buildTree(trees, 'texts')];
}

/** All in seconds. */
function judge(bare: number, { vhd, vmdk }: { vhd: number; vmdk: number }, conversion: number): boolean {
  const ratio = vmdk / bare;
  const chain = (vmdk + conversion) / (bare + conversion);
  console.log(`A VHD, written as one file: ${(vhd / bare).toFixed(2)} times the bare tool`);
  const isMet = bar(`wimlib engine: at most ${BAR} times bare wimlib-imagex apply (${ratio.toFixed(2)})`, ratio <= BAR);
  const words = `ISO to OVA: at most ${CHAIN_BAR} times wimlib-imagex apply and convert-ova alone (${chain.toFixed(2)})`;
  return bar(words, chain <= CHAIN_BAR) && isMet;
}

async function buildBenchIso(work: string, folders: readonly string[]): Promise<{ iso: string; wim: string }> {
  const media = await buildSampleMedia();
  const sources = join(work, 'iso', 'sources');
  await mkdir(sources, { recursive: true });
  await tools.run('7zz', ['e', '-y', '-bd', `-o${work}`, media.windowsIso, 'sources/install.wim']);
  const wim = join(sources, 'install.wim');
  await tools.run('wimlib-imagex', ['export', join(work, 'install.wim'), '2', wim, '--compress=XPRESS']);
  for (const folder of folders) {
    await tools.run('wimlib-imagex', ['update', wim, '1', `--command=add ${folder} /PerfLogs/${basename(folder)}`]);
  }
  const iso = join(work, 'bench.iso');
  const args = ['-quiet', '-udf', '-iso-level', '3', '-allow-limited-size', '-o', iso, join(work, 'iso')];
  await tools.run('genisoimage', args);
  return { iso, wim };
}

async function runBare(wim: string, work: string): Promise<number> {
  const volume = join(work, 'bare.ntfs');
  const file = await open(volume, 'w');
  await file.truncate(DISK_SIZE);
  await file.close();
  await tools.run('mkntfs', ['-Q', '-F', volume]);
  const { seconds } = await measure('wimlib-imagex', ['apply', wim, '1', volume]);
  await rm(volume);
  return seconds;
}

async function runBuild(iso: string, vhd: string, format: string, work: string): Promise<number> {
  const inputs = { iso, edition: '1', vhd, format, size: `${DISK_SIZE} B` };
  return (await measureAction('build-vhd', inputs, work)).seconds;
}

async function runConversion(disk: string, work: string): Promise<number> {
  const inputs = { disk, ova: join(work, 'image.ova'), product: 'windows-server-2019' };
  return (await measureAction('convert-ova', inputs, work)).seconds;
}
