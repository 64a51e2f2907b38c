import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleEntry } from '../../fakes/runner/run-bundle.ts';
import { takePart } from '../../judges/disk-part.ts';
import { tools } from '../../media/media-tools.ts';
import { portableExecutable, SUBSYSTEM } from '../../media/portable-executable.ts';
import { copySparse, writeSparse } from '../../media/sparse-file.ts';
import { LOADER, sampleStore } from '../../unit/bcd/sample-store.ts';
import { GUIDS } from '../../unit/disk/sample-disk.ts';

const ROOT = join(import.meta.dirname, '../../..');
const MIB = 2 ** 20;
let work = '';

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'stillframe-repair-'));
  await makeDisk('first.raw', ['recovery', 'esp', 'msr', 'windows']);
  await makeDisk('last.raw', ['esp', 'msr', 'windows', 'recovery']);
});

afterAll(async () => {
  await rm(work, { recursive: true, force: true });
});

type Part = 'recovery' | 'esp' | 'msr' | 'windows';
const PARTS: Readonly<Record<Part, { size: number; code: string; guid: string }>> = {
  recovery: { size: 24, code: '2700', guid: GUIDS.recovery },
  esp: { size: 64, code: 'ef00', guid: GUIDS.esp },
  msr: { size: 16, code: '0c01', guid: GUIDS.msr },
  windows: { size: 64, code: '0700', guid: GUIDS.windows },
};

/** A disk made by sgdisk, mkfs.fat and mkntfs, not by code of ours; the boot store comes from the hive writer of the tests. */
async function makeDisk(name: string, order: readonly Part[]): Promise<void> {
  const disk = join(work, name);
  const handle = await open(disk, 'w');
  await handle.truncate(200 * MIB);
  const args = order.flatMap((part, index) => {
    const number = index + 1;
    const { size, code, guid } = PARTS[part];
    const attributes = part === 'recovery' ? ['-A', `${number}:set:0`, '-A', `${number}:set:63`] : [];
    return ['-n', `${number}:0:+${size}M`, '-t', `${number}:${code}`, '-u', `${number}:${guid}`, ...attributes];
  });
  await tools.run('sgdisk', ['-U', GUIDS.disk, ...args, disk]);
  let offset = MIB;
  for (const part of order) {
    const volume = join(work, `${part}.volume`);
    if (part === 'esp') await makeEsp(volume);
    if (part === 'windows') await makeWindows(volume, offset);
    if (part === 'esp' || part === 'windows') {
      await writeSparse(handle, await readFile(volume), offset);
    }
    offset += PARTS[part].size * MIB;
  }
  await handle.close();
}

async function makeEsp(volume: string): Promise<void> {
  await truncated(volume, PARTS.esp.size * MIB);
  await tools.run('mkfs.fat', ['-F', '32', volume]);
  const store = join(work, 'BCD');
  const { disk, esp, windows, recovery } = GUIDS;
  const bytes = sampleStore({ disk, esp, windows, recovery });
  await open(store, 'w').then(async (file) => {
    await file.write(bytes);
    await file.close();
  });
  await tools.run('mmd', ['-i', volume, '::/EFI', '::/EFI/Boot', '::/EFI/Microsoft', '::/EFI/Microsoft/Boot']);
  await tools.run('mcopy', ['-i', volume, store, '::/EFI/Microsoft/Boot/BCD']);
  const loader = join(work, 'loader.efi');
  await writeFile(loader, portableExecutable('loader', 512, SUBSYSTEM.efiApplication));
  await tools.run('mcopy', ['-i', volume, loader, '::/EFI/Boot/bootx64.efi']);
}

async function makeWindows(volume: string, offset: number): Promise<void> {
  await truncated(volume, PARTS.windows.size * MIB);
  await tools.run('mkntfs', ['-Q', '-F', '-p', String(offset / 512), '-H', '255', '-S', '63', '-s', '512', volume]);
  await tools.run('ntfscp', [volume, join(ROOT, 'package-lock.json'), 'lock.json']);
}

async function truncated(path: string, size: number): Promise<void> {
  const file = await open(path, 'w');
  await file.truncate(size);
  await file.close();
}

interface Run {
  readonly exitCode: number | null;
  readonly report: { outputs: Record<string, string>; findings: { code: string }[]; error?: { code: string } };
}

async function act(
  action: string,
  inputs: Record<string, string>,
  started?: (child: ChildProcess) => void,
): Promise<Run> {
  const report = join(work, `${action}.report.json`);
  await rm(report, { force: true });
  const env = Object.fromEntries(
    Object.entries({ report, ...inputs }).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
  const child = spawn(join(ROOT, 'node_modules/node24/bin/node'), [bundleEntry(action)], {
    env: { PATH: process.env.PATH, RUNNER_TEMP: work, ...env },
    stdio: 'ignore',
  });
  started?.(child);
  const exitCode = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const text = await readFile(report, 'utf8').catch(() => '{}');
  return { exitCode, report: JSON.parse(text) as Run['report'] };
}

/** Bytes of one partition of a raw disk, as sgdisk places it. */
async function partition(disk: string, guid: string, to: string): Promise<string> {
  const { stdout } = await tools.run('sgdisk', ['-p', disk]);
  for (const number of stdout.matchAll(/^\s+(\d+)\s+\d+\s+\d+ /gm)) {
    const { stdout: info } = await tools.run('sgdisk', ['-i', number[1] ?? '', disk]);
    if (!info.toLowerCase().includes(guid)) continue;
    const first = Number(/First sector: (\d+)/.exec(info)?.[1]);
    const last = Number(/Last sector: (\d+)/.exec(info)?.[1]);
    await takePart(disk, { offset: first * 512, size: (last - first + 1) * 512 }, to);
    return to;
  }
  throw new Error(`${disk} has no partition ${guid}`);
}

const hash = async (path: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex');

const BY_NIGHT: typeof FORMATS = [
  ['vpc', ['-o', 'subformat=fixed,force_size=on']],
  ['vmdk', []],
  ['vmdk', ['-o', 'subformat=monolithicFlat']],
  ['vmdk', ['-o', 'subformat=twoGbMaxExtentSparse']],
];

async function assertHealed(raw: string): Promise<void> {
  expect((await tools.run('sgdisk', ['-v', raw])).stdout).toContain('No problems found');
  expect((await tools.run('sgdisk', ['-p', raw])).stdout).not.toMatch(/ 2700 /);
  const windows = await partition(raw, GUIDS.windows, join(work, 'after.ntfs'));
  expect((await tools.run('ntfsls', ['-f', windows])).stdout).toContain('lock.json');
  const esp = await partition(raw, GUIDS.esp, join(work, 'after.fat'));
  await tools.run('fsck.fat', ['-n', esp]);
  const store = join(work, 'after.bcd');
  await tools.run('mcopy', ['-n', '-o', '-i', esp, '::/EFI/Microsoft/Boot/BCD', store]);
  const loader = `cd \\Objects\\${LOADER}\\Elements\nls\n`;
  const { stdout } = await tools.run('hivexsh', [store], { input: `${loader}cd \\Objects\nls\n` });
  expect(stdout).toContain('11000001');
  expect(stdout).not.toContain('14000008');
  expect(stdout).not.toContain('{33333333');
}

/** By day one of each kind: as it lies, by blocks, with a log, and written anew. Each format is written by day in disk/formats. */
const FORMATS: readonly (readonly [format: string, options: readonly string[]])[] = [
  ['raw', []],
  ['vpc', ['-o', 'subformat=dynamic,force_size=on']],
  ['vhdx', []],
  ['vmdk', ['-o', 'subformat=streamOptimized']],
  ...(process.env.STILLFRAME_SOAK ? BY_NIGHT : []),
];

describe('repair-template', () => {
  it.each(FORMATS)(
    'heals a %s disk %j in place, and the offline check agrees before and after',
    async (format, options) => {
      const image = join(work, `image.${format}`);
      const raw = join(work, 'healed.raw');
      await tools.run('qemu-img', ['convert', '-f', 'raw', '-O', format, ...options, join(work, 'first.raw'), image]);
      const before = await hash(await partition(join(work, 'first.raw'), GUIDS.windows, join(work, 'before.ntfs')));
      const sick = await act('verify-quiesce', { image });
      expect([sick.exitCode, sick.report.findings[0]?.code]).toEqual([1, 'recovery-partition-protected']);
      const repair = await act('repair-template', { image });
      expect([repair.exitCode, repair.report.outputs.changed, repair.report.findings]).toEqual([0, 'true', []]);
      const well = await act('verify-quiesce', { image });
      expect([well.exitCode, well.report.findings, well.report.outputs.verdict]).toEqual([0, [], 'unproven']);
      const checkable = format === 'vhdx' || (format === 'vmdk' && options.length === 0);
      if (checkable) await tools.run('qemu-img', ['check', '-f', format, image]);
      await tools.run('qemu-img', ['convert', '-f', format, '-O', 'raw', image, raw]);
      if (options.includes('subformat=streamOptimized')) {
        // Written anew, under the name that it has in the end.
        expect((await readFile(image)).toString('latin1', 512, 2048)).toContain('SPARSE "image.vmdk"');
      }
      await assertHealed(raw);
      expect(await hash(join(work, 'after.ntfs'))).toBe(before);
    },
  );

  it('shows what it would do and writes nothing with dry-run', async () => {
    const image = join(work, 'dry.raw');
    await copySparse(join(work, 'first.raw'), image);
    const before = await hash(image);
    const { report } = await act('repair-template', { image, 'dry-run': 'true' });
    expect(report.outputs.changed).toBe('true');
    expect(JSON.parse(String(report.outputs['layout-after'])).partitions).toHaveLength(3);
    expect(await hash(image)).toBe(before);
  });

  it('grows Windows over the space behind it', async () => {
    const [image, output] = [join(work, 'last.raw'), join(work, 'grown.raw')];
    const { exitCode } = await act('repair-template', { image, output, extend: 'true' });
    expect(exitCode).toBe(0);
    await assertHealed(output);
    const info = await tools.run('ntfsresize', ['--info', '--force', '--force', join(work, 'after.ntfs')]);
    expect(Number(/Current volume size: (\d+)/.exec(info.stdout)?.[1])).toBeGreaterThan(110 * MIB);
    expect((await tools.run('sgdisk', ['-p', image])).stdout).toMatch(/ 2700 /);
  });

  it('rewrites an OVA: descriptor kept, sizes and digests true', async () => {
    const [ova, output] = [join(work, 'sick.ova'), join(work, 'well.ova')];
    const made = await act('convert-ova', {
      disk: join(work, 'first.raw'),
      ova,
      name: 'sample',
      product: 'windows-server-2019',
      'allow-recovery': 'true',
    });
    expect(made.exitCode).toBe(0);
    expect((await act('repair-template', { image: ova, output })).exitCode).toBe(0);
    await tools.run('7zz', ['x', '-y', `-o${join(work, 'ova')}`, output]);
    const manifest = await readFile(join(work, 'ova', 'sample.mf'), 'utf8');
    for (const [, name = '', digest] of manifest.matchAll(/SHA256\((.+)\)= ([0-9a-f]+)/g)) {
      expect(await hash(join(work, 'ova', name))).toBe(digest);
    }
    const vmdk = join(work, 'ova', 'sample-disk1.vmdk');
    const { size } = await open(vmdk).then(async (file) => {
      const stat = await file.stat();
      await file.close();
      return stat;
    });
    expect(await readFile(join(work, 'ova', 'sample.ovf'), 'utf8')).toContain(`ovf:size="${size}"`);
    const [, id] = /ddb.longContentID = "([0-9a-f]{32})"/.exec(await readFile(vmdk, 'latin1')) ?? [];
    const settings = await readFile(join(work, 'ova', 'sample.ovf'), 'utf8');
    expect(settings).toContain(`vmw:key="stillframe.image" vmw:value="${id}"`);
    await tools.run('qemu-img', ['check', vmdk]);
    await tools.run('qemu-img', ['convert', '-O', 'raw', vmdk, join(work, 'from-ova.raw')]);
    await assertHealed(join(work, 'from-ova.raw'));
    expect((await act('verify-quiesce', { image: output })).report.findings).toEqual([]);
  });

  it('survives kill -9 while it writes a copy: nothing under the final name, the next run succeeds', async () => {
    const output = join(work, 'killed.raw');
    const run = await act('repair-template', { image: join(work, 'first.raw'), output }, (child) => {
      const watch = setInterval(() => {
        void readdir(work).then((names) => {
          if (names.some((name) => name.startsWith('killed.raw.'))) child.kill('SIGKILL');
        });
      }, 2);
      child.once('close', () => clearInterval(watch));
    });
    if (run.exitCode === null) expect(await readdir(work)).not.toContain('killed.raw');
    expect((await act('repair-template', { image: join(work, 'first.raw'), output })).exitCode).toBe(0);
    expect((await readdir(work)).filter((name) => name.startsWith('killed.raw'))).toEqual(['killed.raw']);
    await assertHealed(output);
  });
});
