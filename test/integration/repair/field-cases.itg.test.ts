/** What repair-template must not touch, and what it has to bring about, on disks from public reports; judged by sgdisk and ntfsresize. */

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takePart } from '../../judges/disk-part.ts';
import { makeFieldDisk, makeFieldOva, makeStaleGpt, putBootStore } from '../../media/field-disks.ts';
import { tools } from '../../media/media-tools.ts';
import { copySparse } from '../../media/sparse-file.ts';
import { codes, type FieldRun, openFieldRun } from '../disk/field-run.ts';

const MIB = 2 ** 20;
let field: FieldRun;
let at: FieldRun['at'];
let act: FieldRun['act'];
let refused: FieldRun['refused'];

beforeAll(async () => {
  field = await openFieldRun();
  ({ at, act, refused } = field);
  await makeFieldDisk(at('defective.raw'), { size: 100, recovery: 'behind' });
  await makeFieldDisk(at('sound.raw'), { size: 90, recovery: 'none' });
  await putBootStore(at('sound.raw'));
  await makeFieldDisk(at('before.raw'), { size: 100, recovery: 'before' });
});
afterAll(() => field.close());

describe('a disk that is refused stays as it is', () => {
  it('C.16 partitioned anew by MBR, with boot code where its stale GPT would be written', async () => {
    const raw = at('stale.raw');
    await makeStaleGpt(at('defective.raw'), raw);
    await refused('repair-template', raw, { code: 'disk-invalid', message: /master boot record, not GPT/ });
    expect(codes(await act('verify-quiesce', { image: raw }))).toContain('disk-not-gpt');
  });

  it('C.16 with a hybrid MBR that sgdisk made: not even the boot files are touched', async () => {
    const raw = at('hybrid.raw');
    await copySparse(at('defective.raw'), raw);
    await putBootStore(raw, { recovery: true });
    await tools.run('sgdisk', ['-h', '3', raw]);
    await refused('repair-template', raw, { code: 'disk-invalid', message: /hybrid MBR/ });
    expect(codes(await act('verify-quiesce', { image: raw }))).toContain('mbr-hybrid');
  });

  it.each(['repair-template', 'convert-ova', 'verify-quiesce'])(
    'C.16 in an OVA whose manifest disowns it, by %s',
    async (action) => {
      const ova = at(`disowned-${action}.ova`);
      // What repair-template has nothing to do with it would leave as it is, and the others would pass.
      const raw = at(action === 'repair-template' ? 'defective.raw' : 'sound.raw');
      await makeFieldOva(ova, [{ href: 'disk.vmdk', unit: 0, raw }], { manifest: 'wrong' });
      await refused(action, ova, { code: 'hash-mismatch', message: /disk.vmdk .* the manifest says/ });
    },
  );
});

describe('a disk that others hold open', () => {
  it('C.16 is refused beside a lock of VMware', async () => {
    const raw = at('locked.raw');
    await copySparse(at('defective.raw'), raw);
    await mkdir(`${raw}.lck`);
    await writeFile(join(`${raw}.lck`, 'M1.lck'), '');
    for (const action of ['repair-template', 'convert-ova']) {
      await refused(action, raw, { code: 'disk-in-use', message: /locked.raw.lck/ });
    }
  });

  it.each<[string, (path: string) => [string, string[]]]>([
    ['flock', (path) => ['flock', ['-x', path, 'sh', '-c', 'echo ready; cat']]],
    ['qemu', (path) => ['qemu-io', ['-f', 'raw', path]]],
  ])('C.16 is refused under a lock of %s, and repaired when that is gone', async (name, command) => {
    const raw = at(`held-${name}.raw`);
    await copySparse(at('defective.raw'), raw);
    const [program, args] = command(raw);
    const holder: ChildProcess = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] });
    try {
      // Either says something once it has the file: flock's shell, and qemu-io's prompt.
      await new Promise((resolve, reject) => {
        holder.once('error', reject);
        holder.stdout?.once('data', resolve);
      });
      for (const action of ['repair-template', 'convert-ova']) {
        await refused(action, raw, { code: 'disk-in-use', message: /lock of kind/ });
      }
    } finally {
      holder.stdin?.end();
      await new Promise((resolve) => holder.once('close', resolve));
    }
    expect((await act('repair-template', { image: raw })).exitCode).toBe(0);
  });
});

describe('extend', () => {
  it('C.18 grows Windows on a disk that was enlarged, to the satisfaction of sgdisk and ntfsresize', async () => {
    const raw = at('grown.raw');
    await copySparse(at('defective.raw'), raw);
    await truncate(raw, 180 * MIB);
    const run = await act('repair-template', { image: raw, extend: 'true' });
    expect(run.report.error).toBeUndefined();
    expect(run).toMatchObject({ exitCode: 0, outputs: { changed: 'true' } });
    expect(codes(run)).toEqual([]);
    expect((await tools.run('sgdisk', ['-v', raw])).stdout).toContain('No problems found');
    const { stdout } = await tools.run('sgdisk', ['-i', '3', raw]);
    const first = Number(/First sector: (\d+)/.exec(stdout)?.[1]);
    const count = Number(/Partition size: (\d+)/.exec(stdout)?.[1]);
    expect((first + count) * 512).toBeGreaterThan(178 * MIB);
    const volume = at('grown.ntfs');
    await takePart(raw, { offset: first * 512, size: count * 512 }, volume);
    const resized = await tools.run('ntfsresize', ['--info', '--force', '--force', volume]);
    const size = Number(/Current volume size: (\d+)/.exec(resized.stdout)?.[1]);
    expect(count * 512 - size).toBeLessThanOrEqual(8192);
    expect((await tools.run('ntfscat', [volume, 'held.txt'])).stdout).toContain('what Windows holds');
  });

  it('C.18 is told by the check: the backup table is not at the end, and afterwards it is', async () => {
    const raw = at('moved.raw');
    await copySparse(at('defective.raw'), raw);
    await truncate(raw, 180 * MIB);
    const found = (await act('verify-quiesce', { image: raw })).report.findings.map(({ code, seen }) => code + seen);
    expect(found.join()).toMatch(/gpt-backup-not-at-end.*80 MiB behind it/);
    await act('repair-template', { image: raw, extend: 'true' });
    expect(codes(await act('verify-quiesce', { image: raw }))).not.toContain('gpt-backup-not-at-end');
  });

  it('C.18 says that nothing lies behind Windows where Recovery stands in front of it', async () => {
    const raw = at('front.raw');
    await copySparse(at('before.raw'), raw);
    const run = await act('repair-template', { image: raw, extend: 'true' });
    expect(run).toMatchObject({ exitCode: 0, outputs: { changed: 'true' } });
    expect(run.report.findings).toMatchObject([{ code: 'repair-extend-not-adjacent', severity: 'info' }]);
    expect(run.report.findings[0]?.seen).toContain('nothing free lies behind its partition; 10 MiB were freed');
    expect((await tools.run('sgdisk', ['-v', raw])).stdout).toContain('No problems found');
  });
});
