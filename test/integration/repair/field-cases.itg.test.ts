/** Disks and OVAs from public reports through the built actions, judged by sgdisk, qemu-img, ntfsresize and tar. */

import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, copyFile, mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runBundle } from '../../fakes/runner/run-bundle.ts';
import {
  makeDifferencingVhd,
  makeFieldDisk,
  makeFieldOva,
  makeMbrDisk,
  makeNative4k,
  makeStaleGpt,
} from '../../media/field-disks.ts';
import { tools } from '../../media/media-tools.ts';

const folder = await mkdtemp(join(tmpdir(), 'stillframe-field-'));
const at = (name: string): string => join(folder, name);
const MINUTES = 10 * 60_000;
const CONVERT = { product: 'windows-server-2019', 'hardware-version': '14' };

beforeAll(async () => {
  await makeFieldDisk(at('defective.raw'), { size: 100, recovery: 'behind' });
  await makeFieldDisk(at('before.raw'), { size: 100, recovery: 'before' });
  await makeFieldDisk(at('sound.raw'), { size: 90, recovery: 'none' });
}, MINUTES);
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Run {
  readonly exitCode: number | null;
  readonly outputs: Readonly<Record<string, string | undefined>>;
  readonly report: {
    readonly error?: { readonly code: string; readonly message: string };
    readonly findings: readonly { readonly code: string; readonly severity: string; readonly seen: string }[];
    readonly result?: Readonly<Record<string, unknown>>;
  };
}

let runs = 0;
async function act(action: string, inputs: Readonly<Record<string, string>>): Promise<Run> {
  const report = at(`report-${runs++}.json`);
  const { exitCode, outputs } = await runBundle(action, { ...inputs, report }, { jobFolder: at('job') });
  return { exitCode, outputs, report: JSON.parse(await readFile(report, 'utf8')) as Run['report'] };
}

const codes = ({ report }: Run): string[] => report.findings.map(({ code }) => code);
const digest = async (path: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Runs the action and proves that it refused for that reason, changed nothing and left no OVA. */
async function refused(action: string, image: string, code: string, message: RegExp): Promise<void> {
  const before = await digest(image);
  const ova = at(`refused-${runs}.ova`);
  const inputs = action === 'convert-ova' ? { ...CONVERT, disk: image, ova } : { image };
  const { exitCode, report } = await act(action, inputs);
  expect(report.error).toMatchObject({ code, message: expect.stringMatching(message) });
  expect(exitCode).toBe(1);
  expect(await digest(image)).toBe(before);
  expect(await exists(ova)).toBe(false);
}

describe('a disk that is not what it seems', () => {
  it(
    'is refused when it only holds what changed against a parent, with every engine',
    async () => {
      const vhd = at('differencing.vhd');
      await makeDifferencingVhd(vhd);
      for (const action of ['convert-ova', 'verify-quiesce', 'repair-template']) {
        await refused(action, vhd, 'disk-format-unsupported', /differencing VHD/);
      }
      const qemu = await act('convert-ova', { ...CONVERT, disk: vhd, ova: at('q.ova'), engine: 'qemu-img' });
      expect(qemu.report.error).toMatchObject({ code: 'disk-format-unsupported' });
      expect(await exists(at('q.ova'))).toBe(false);
    },
    MINUTES,
  );

  it(
    'keeps a stale GPT and its boot code where it was partitioned anew by MBR',
    async () => {
      const raw = at('stale.raw');
      await makeStaleGpt(at('defective.raw'), raw);
      await refused('repair-template', raw, 'disk-invalid', /master boot record, not GPT/);
      expect(codes(await act('verify-quiesce', { image: raw }))).toContain('disk-not-gpt');
    },
    MINUTES,
  );

  it(
    'has a layout with a master boot record, type 27 included',
    async () => {
      await makeMbrDisk(at('mbr.raw'));
      const run = await act('verify-quiesce', { image: at('mbr.raw') });
      expect(codes(run)).toEqual(['disk-not-gpt']);
      expect(run).toMatchObject({ exitCode: 0, outputs: { verdict: 'unproven' } });
      expect(run.report.findings[0]?.seen).toContain('partition 2 of type 0x27 (Windows recovery)');
    },
    MINUTES,
  );

  it(
    'is refused with sectors of 4096 bytes',
    async () => {
      await makeNative4k(at('4k.raw'));
      await refused('convert-ova', at('4k.raw'), 'disk-format-unsupported', /4096-byte sectors/);
      expect(codes(await act('verify-quiesce', { image: at('4k.raw') }))).toContain('sector-size-4096');
    },
    MINUTES,
  );

  it(
    'is refused with a hybrid MBR that sgdisk made, before the boot files are touched',
    async () => {
      const raw = at('hybrid.raw');
      await copyFile(at('defective.raw'), raw);
      await tools.run('sgdisk', ['-h', '3', raw]);
      await refused('repair-template', raw, 'disk-invalid', /hybrid MBR/);
      expect(codes(await act('verify-quiesce', { image: raw }))).toContain('mbr-hybrid');
    },
    MINUTES,
  );

  it(
    'keeps the size of a fixed VHD that qemu-img reads, whoever made it',
    async () => {
      const vhd = at('fixed.vhd');
      await tools.run('qemu-img', [
        'convert',
        '-f',
        'raw',
        '-O',
        'vpc',
        '-o',
        'subformat=fixed,force_size=on',
        at('sound.raw'),
        vhd,
      ]);
      const ova = at('fixed.ova');
      const run = await act('convert-ova', { ...CONVERT, disk: vhd, ova, engine: 'qemu-img', name: 'fixed' });
      expect(run.report.error).toBeUndefined();
      expect(run.outputs.capacity).toBe(String(90 * 2 ** 20));
      await tools.run('tar', ['-xf', ova, '-C', folder, 'fixed-disk1.vmdk']);
      const { stdout } = await tools.run('qemu-img', [
        'compare',
        '-f',
        'raw',
        '-F',
        'vmdk',
        at('sound.raw'),
        at('fixed-disk1.vmdk'),
      ]);
      expect(stdout).toContain('identical');
      expect((await readFile(at('fixed-disk1.vmdk'), 'latin1')).slice(512, 11 * 1024)).not.toContain('toolsVersion');
    },
    MINUTES,
  );

  it(
    'is found with a protected partition that is no Recovery partition',
    async () => {
      await makeFieldDisk(at('msr.raw'), { size: 90, recovery: 'none', msrBits: [0] });
      expect(codes(await act('verify-quiesce', { image: at('msr.raw') }))).toContain('partition-protected');
      expect(codes(await act('verify-quiesce', { image: at('sound.raw') }))).not.toContain('partition-protected');
    },
    MINUTES,
  );
});

describe('a disk that others hold open', () => {
  it(
    'is refused beside a lock of VMware',
    async () => {
      const raw = at('locked.raw');
      await copyFile(at('defective.raw'), raw);
      await mkdir(`${raw}.lck`);
      await writeFile(join(`${raw}.lck`, 'M1.lck'), '');
      await refused('repair-template', raw, 'disk-in-use', /locked.raw.lck/);
      await refused('convert-ova', raw, 'disk-in-use', /locked.raw.lck/);
    },
    MINUTES,
  );

  it.each<[string, (path: string) => [string, string[]]]>([
    ['flock', (path) => ['flock', ['-x', path, 'sh', '-c', 'echo ready; cat']]],
    ['qemu', (path) => ['qemu-io', ['-f', 'raw', path]]],
  ])(
    'is refused under a lock of %s',
    async (name, command) => {
      const raw = at(`held-${name}.raw`);
      await copyFile(at('defective.raw'), raw);
      const [program, args] = command(raw);
      const holder: ChildProcess = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] });
      try {
        // Either says something once it has the file: flock's shell, and qemu-io's prompt.
        await new Promise((resolve, reject) => {
          holder.once('error', reject);
          holder.stdout?.once('data', resolve);
        });
        await refused('repair-template', raw, 'disk-in-use', /lock of kind/);
        await refused('convert-ova', raw, 'disk-in-use', /lock of kind/);
      } finally {
        holder.stdin?.end();
        await new Promise((resolve) => holder.once('close', resolve));
      }
      expect((await act('repair-template', { image: raw })).exitCode).toBe(0);
    },
    MINUTES,
  );
});

describe('extend', () => {
  it(
    'grows Windows on a disk that was enlarged, to the satisfaction of sgdisk and ntfsresize',
    async () => {
      const raw = at('grown.raw');
      await copyFile(at('defective.raw'), raw);
      await truncate(raw, 180 * 2 ** 20);
      expect(codes(await act('verify-quiesce', { image: raw }))).toContain('gpt-backup-not-at-end');
      const run = await act('repair-template', { image: raw, extend: 'true' });
      expect(run.report.error).toBeUndefined();
      expect(run).toMatchObject({ exitCode: 0, outputs: { changed: 'true' } });
      expect(codes(run)).toEqual([]);
      expect((await tools.run('sgdisk', ['-v', raw])).stdout).toContain('No problems found');
      const info = (await tools.run('sgdisk', ['-i', '3', raw])).stdout;
      const [first, last] = [/First sector: (\d+)/, /Last sector: (\d+)/].map((line) => Number(line.exec(info)?.[1]));
      expect(((last ?? 0) + 1) / 2048).toBe(179);
      const volume = at('grown.ntfs');
      await tools.run('dd', [
        `if=${raw}`,
        `of=${volume}`,
        'bs=512',
        `skip=${first}`,
        `count=${(last ?? 0) - (first ?? 0) + 1}`,
      ]);
      const { stdout } = await tools.run('ntfsresize', ['--info', '--force', '--no-progress-bar', volume]);
      // A volume has whole clusters, and its partition's last sector holds the copy of the boot sector.
      const grown = Number(/Current volume size: (\d+) bytes/.exec(stdout)?.[1]);
      expect(((last ?? 0) - (first ?? 0) + 1) * 512 - grown).toBeLessThanOrEqual(4096 + 512);
      expect((await tools.run('ntfscat', ['-f', volume, 'held.txt'])).stdout.slice(0, 18)).toBe('what Windows holds');
      expect(codes(await act('verify-quiesce', { image: raw }))).not.toContain('gpt-backup-not-at-end');
    },
    MINUTES,
  );

  it(
    'says that nothing lies behind Windows where Recovery stands in front of it',
    async () => {
      const raw = at('front.raw');
      await copyFile(at('before.raw'), raw);
      const run = await act('repair-template', { image: raw, extend: 'true' });
      expect(run).toMatchObject({ exitCode: 0, outputs: { changed: 'true' } });
      expect(run.report.findings).toMatchObject([{ code: 'repair-extend-not-adjacent', severity: 'info' }]);
      expect(run.report.findings[0]?.seen).toContain('nothing free lies behind its partition; 10 MiB were freed');
      expect((await tools.run('sgdisk', ['-v', raw])).stdout).toContain('No problems found');
    },
    MINUTES,
  );
});

describe('an OVA', () => {
  const drive = (href: string, unit: number, raw: string) => ({ href, unit, raw: at(raw) });

  it(
    'is repaired with ./ names, encoded references and what macOS adds',
    async () => {
      const ova = at('dot.ova');
      const extra = [['./._vm.ovf', 'apple'] as const, ['floppy.img', Buffer.alloc(1_474_560)] as const];
      await makeFieldOva(ova, [drive('a%20disk.vmdk', 0, 'defective.raw')], { prefix: './', extra: extra.slice(0, 1) });
      const run = await act('repair-template', { image: ova });
      expect(run.report.error).toBeUndefined();
      expect(run.outputs.changed).toBe('true');
      const { stdout } = await tools.run('tar', ['-tf', ova]);
      expect(stdout.trim().split('\n')).toEqual(['vm.ovf', 'vm.mf', 'a disk.vmdk']);
      await tools.run('tar', ['-xf', ova, '-C', folder, 'a disk.vmdk']);
      await tools.run('qemu-img', ['convert', '-f', 'vmdk', '-O', 'raw', at('a disk.vmdk'), at('dot.raw')]);
      expect((await tools.run('sgdisk', ['-v', at('dot.raw')])).stdout).toContain('No problems found');
      expect((await tools.run('sgdisk', ['-p', at('dot.raw')])).stdout).not.toMatch(/ 2700 /);
    },
    MINUTES,
  );

  it(
    'is refused by every action when its manifest disowns the disk',
    async () => {
      const ova = at('disowned.ova');
      await makeFieldOva(ova, [drive('disk.vmdk', 0, 'defective.raw')], { manifest: 'wrong' });
      for (const action of ['convert-ova', 'repair-template', 'verify-quiesce']) {
        await refused(action, ova, 'hash-mismatch', /disk.vmdk .* the manifest says/);
      }
    },
    MINUTES,
  );

  it(
    'starts from the disk at the lowest unit, wherever it lies in the archive',
    async () => {
      const ova = at('two.ova');
      await makeFieldOva(ova, [drive('data.vmdk', 1, 'sound.raw'), drive('system.vmdk', 0, 'defective.raw')], {
        manifest: 'right',
      });
      const check = await act('verify-quiesce', { image: ova });
      expect(codes(check)).toContain('recovery-partition-protected');
      await refused(
        'convert-ova',
        ova,
        'ova-invalid',
        /holds 2 disks: system.vmdk \(pvscsi 0:0\), data.vmdk \(pvscsi 0:1\)/,
      );
      const one = await act('convert-ova', { ...CONVERT, disk: `${ova}!data.vmdk`, ova: at('one.ova') });
      expect(one.outputs.capacity).toBe(String(90 * 2 ** 20));
      const repair = await act('repair-template', { image: ova });
      expect(repair.outputs.changed).toBe('true');
      expect(codes(await act('verify-quiesce', { image: ova }))).not.toContain('recovery-partition-protected');
    },
    MINUTES,
  );

  it(
    'tells of the first boot, of its disk, and of Tools that are not there',
    async () => {
      const ova = at('told.ova');
      const steps = '["updates","vmware-tools"]';
      await act('convert-ova', { ...CONVERT, disk: at('sound.raw'), ova, name: 'told', 'first-boot': steps });
      const { stdout: ovf } = await tools.run('tar', ['-xOf', ova, 'told.ovf']);
      expect(ovf).toContain('vmw:key="stillframe.first-boot" vmw:value="expected"');
      await tools.run('tar', ['-xf', ova, '-C', folder, 'told-disk1.vmdk']);
      const descriptor = (await readFile(at('told-disk1.vmdk'), 'latin1')).slice(512, 11 * 1024);
      const id = /ddb.longContentID = "([0-9a-f]{32})"/.exec(descriptor)?.[1];
      expect(ovf).toContain(`vmw:key="stillframe.image" vmw:value="${id}"`);
      expect(descriptor).not.toContain('tools');
    },
    MINUTES,
  );
});
