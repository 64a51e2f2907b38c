import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Terminal } from '../../../../src/cli/command.ts';
import { INSPECT } from '../../../../src/cli/inspect/inspect-command.ts';
import { type SamplePartition, sampleDisk } from '../../disk/sample-disk.ts';
import { streamOf } from '../../ova/sample-ova.ts';
import { playScreen } from '../played-screen.ts';

const folder = mkdtempSync(join(tmpdir(), 'stillframe-inspect-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const path = (name: string): string => join(folder, name);
beforeAll(async () => {
  const write = async (name: string, order: readonly SamplePartition[]) =>
    writeFile(path(name), await streamOf(await sampleDisk({ order })));
  await write('sound.vmdk', ['esp', 'msr', 'windows']);
  await write('bad.vmdk', ['recovery', 'esp', 'msr', 'windows']);
  await writeFile(path('empty.img'), Buffer.alloc(2 ** 20));
});

async function inspect(name: string, { json = false, level = 'application' } = {}) {
  const { screen, out, err } = playScreen();
  const call = { given: new Map([['level', level]]), words: [path(name)], json };
  const exitCode = await INSPECT.run(call, { screen } as Terminal);
  return { exitCode, out: out.join(''), err: err.join('') };
}

describe('inspect', () => {
  it('draws a disk, says what is on it, and that nothing is wrong', async () => {
    const { exitCode, out } = await inspect('sound.vmdk');
    expect(exitCode).toBe(0);
    expect(out.split('\n').slice(0, 11)).toEqual([
      `${path('sound.vmdk')}  vmdk-streamOptimized`,
      '',
      'GPT disk of 256 MiB, 512-byte sectors',
      expect.stringMatching(/^┌─{15}┬─{6}┬─{24}┬─{50}┐$/),
      expect.stringMatching(/^│1 ESP {10}│2 MSR │3 Windows {15}│unallocated {39}│$/),
      expect.stringMatching(/^└─{15}┴─{6}┴─{24}┴─{50}┘$/),
      '',
      '   Partition  File system  Size    Share   Begins at',
      '1  ESP        FAT32        40 MiB  15.6 %  1 MiB',
      '2  MSR        -            16 MiB  6.3 %   41 MiB',
      '3  Windows    NTFS         64 MiB  25.0 %  57 MiB',
    ]);
    expect(out).toContain('ESP         starts by itself (\\EFI\\Boot)\nBoot store  starts the Windows of this disk\n');
    expect(out).toMatch(
      /no defect found; that its quiesced snapshots work is proven by a snapshot alone \(verify-quiesce\)\n$/,
    );
  });

  it('names the defect and its remedy, and ends with 1', async () => {
    const { exitCode, out } = await inspect('bad.vmdk');
    expect(exitCode).toBe(1);
    expect(out).toContain('\n1  Recovery   -            20 MiB  7.8 %   1 MiB      protected\n');
    expect(out).toContain('error  recovery-partition-protected\n  Partition 1 is a protected Recovery partition');
    expect(out).toContain('\n  → Run the action repair-template on this image;');
    expect(out).toMatch(/defective: quiesced snapshots of it, or its start, will fail\n$/);
  });

  it('tells programs the same', async () => {
    const { exitCode, out } = await inspect('bad.vmdk', { json: true });
    expect(exitCode).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      schema: 1,
      command: 'inspect',
      path: path('bad.vmdk'),
      check: { verdict: 'failed', findings: [{ code: 'recovery-partition-protected' }], layout: { table: 'gpt' } },
      esp: 'fallback-loader',
      bootStore: 'starts-windows',
      vmwareTools: true,
    });
  });

  it('ends with 1 for what is no disk, and says why', async () => {
    const missing = await inspect('none.vhd', { json: true });
    expect(missing.exitCode).toBe(1);
    expect(JSON.parse(missing.out)).toMatchObject({ command: 'inspect', error: { code: 'file-missing' } });
    expect(missing.err).toContain(`error: The image ${path('none.vhd')} does not exist`);
    expect((await inspect('none.vhd')).out).toBe('');
  });

  it('shows a disk without a table', async () => {
    const { exitCode, out } = await inspect('empty.img');
    expect(exitCode).toBe(1);
    expect(out).toContain('\nUnpartitioned disk of 1 MiB, 512-byte sectors\n\nWindows  none with a registry\n');
  });

  it('refuses a level that is none', async () => {
    await expect(inspect('sound.vmdk', { level: 'best' })).rejects.toMatchObject({ code: 'input-invalid' });
  });
});
