import { mkdtemp, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { WritableDisk } from '../../../src/disk/disk.ts';
import { type LayoutPartition, readLayout } from '../../../src/disk/layout.ts';
import { ToolError, UserError } from '../../../src/errors.ts';
import { growWindows, planGrowth } from '../../../src/repair/grow-windows.ts';
import type { RepairPlan } from '../../../src/repair/plan-repair.ts';
import { sampleDisk } from '../disk/sample-disk.ts';
import { contextDouble, NO_TOOLS } from './context-double.ts';

const MIB = 2 ** 20;
const temp = await mkdtemp(join(tmpdir(), 'stillframe-grow-'));
afterAll(() => rm(temp, { recursive: true, force: true }));

const WITH_NTFSRESIZE = contextDouble({
  tools: { ...NO_TOOLS, has: async (tool) => tool === 'ntfsresize' },
});
const WITHOUT = contextDouble();

/** The disk of build-vhd, its Windows, and a plan that has nothing to do. */
async function start(): Promise<{ disk: WritableDisk; windows: LayoutPartition; plan: RepairPlan }> {
  const disk = await sampleDisk();
  const windows = (await readLayout(disk)).partitions[2];
  if (windows === undefined) throw new Error('no Windows');
  return {
    disk,
    windows,
    plan: {
      remove: [],
      staleBackup: false,
      damagedCopy: false,
      closeGap: false,
      windows,
      moveBackup: false,
      freedElsewhere: 0,
    },
  };
}

/** Lets the volume have this many bytes, the copy of its boot sector included. */
async function setVolume(disk: WritableDisk, { offset }: LayoutPartition, size: number): Promise<void> {
  const sectors = Buffer.alloc(8);
  sectors.writeBigUInt64LE(BigInt(size / 512 - 1));
  await disk.write(offset + 40, sectors);
}

describe('planGrowth', () => {
  const NOT_GROWN = {
    code: 'repair-extend-left',
    severity: 'warning',
    remedy: 'Grow C: in Windows (diskpart: select volume C, extend), if it is to grow at all.',
  };

  it.each<[string, Partial<LayoutPartition>, string]>([
    ['another file system', { fileSystem: 'bitlocker' }, 'it holds bitlocker, not NTFS'],
    ['a file system nobody knows', {}, 'it holds no file system that is known here, not NTFS'],
    ['a volume that is damaged', { fileSystem: 'ntfs', offset: 0 }, 'its NTFS volume is damaged'],
  ])('says why it grows nothing over %s', async (_, change, why) => {
    const { disk, windows, plan } = await start();
    const { fileSystem: _known, ...rest } = windows;
    const changed = { ...plan, windows: { ...rest, ...change }, growTo: 80 * MIB };
    expect(await planGrowth(disk, changed, WITH_NTFSRESIZE)).toEqual({
      findings: [{ ...NOT_GROWN, seen: `The Windows partition was not grown: ${why}` }],
    });
  });

  it('says that there is no Windows', async () => {
    const { disk, plan } = await start();
    const { windows: _windows, ...without } = plan;
    expect(await planGrowth(disk, without, WITH_NTFSRESIZE)).toEqual({
      findings: [{ ...NOT_GROWN, seen: 'The Windows partition was not grown: no partition with Windows was found' }],
    });
  });

  it('grows to what was planned, and says what of the freed space it cannot reach', async () => {
    const { disk, plan } = await start();
    expect(await planGrowth(disk, { ...plan, growTo: 80 * MIB }, WITH_NTFSRESIZE)).toEqual({
      size: 80 * MIB,
      findings: [],
    });
    const freed = { ...plan, growTo: 80 * MIB, freedElsewhere: 20 * MIB };
    expect(await planGrowth(disk, freed, WITH_NTFSRESIZE)).toEqual({
      size: 80 * MIB,
      findings: [
        {
          code: 'repair-extend-not-adjacent',
          severity: 'info',
          seen: '20 MiB were freed where they do not follow the Windows partition, which cannot grow over them',
          remedy:
            'Nothing needs to be done: free space in front of Windows stays unallocated, and partitions are not moved.',
        },
      ],
    });
  });

  it('says what is missing on a machine without ntfsresize', async () => {
    const { disk, plan } = await start();
    const { size, findings } = await planGrowth(disk, { ...plan, growTo: 80 * MIB, freedElsewhere: MIB }, WITHOUT);
    expect(size).toBeUndefined();
    expect(findings).toMatchObject([
      { code: 'repair-extend-not-adjacent' },
      {
        code: 'repair-extend-left',
        seen: 'The Windows partition was not grown: the program ntfsresize is not on this machine',
        remedy: expect.stringContaining('Install ntfs-3g'),
      },
    ]);
  });

  it('finishes what an ended run left: a partition larger than its volume by a MiB or more', async () => {
    const { disk, windows, plan } = await start();
    await setVolume(disk, windows, windows.size - MIB);
    expect(await planGrowth(disk, plan, WITH_NTFSRESIZE)).toEqual({ size: windows.size, findings: [] });
    await setVolume(disk, windows, windows.size - MIB + 512);
    const nothing = 'Windows was not grown: nothing free lies behind its partition';
    expect((await planGrowth(disk, plan, WITH_NTFSRESIZE)).findings).toMatchObject([{ seen: nothing }]);
    const elsewhere = await planGrowth(disk, { ...plan, freedElsewhere: MIB }, WITH_NTFSRESIZE);
    expect(elsewhere.size).toBeUndefined();
    expect(elsewhere.findings).toMatchObject([
      {
        seen: `${nothing}; 1 MiB were freed where they do not follow the Windows partition, which cannot grow over them`,
      },
    ]);
  });
});

describe('growWindows', () => {
  /** ntfsresize ends like this. */
  const ending = (error?: Error) =>
    contextDouble({
      temp,
      tools: {
        ...NO_TOOLS,
        run: async (_, args) => {
          if (error) throw error;
          await truncate(args.at(-1) ?? '', 65 * MIB);
          return { exitCode: 0, stdout: '', stderr: '' };
        },
      },
    });
  const sizeOf = async (disk: WritableDisk): Promise<number | undefined> =>
    (await readLayout(disk)).partitions[2]?.size;

  it('moves the end of the partition, then grows the volume', async () => {
    const { disk, plan } = await start();
    const context = ending();
    expect(await growWindows(disk, plan, 65 * MIB, context)).toEqual({ changed: true, size: 65 * MIB, findings: [] });
    expect(await sizeOf(disk)).toBe(65 * MIB);
    expect(context.said).toEqual(['Growing Windows to 65 MiB']);
  });

  it('finds the partition by its place, whatever its number has become', async () => {
    const { disk, windows, plan } = await start();
    const counted = { ...plan, windows: { ...windows, index: windows.index + 1 } };
    expect(await growWindows(disk, counted, 65 * MIB, ending())).toMatchObject({ changed: true, size: 65 * MIB });
    expect(await sizeOf(disk)).toBe(65 * MIB);
  });

  it('leaves the table alone where the partition has its size already', async () => {
    const { disk, windows, plan } = await start();
    const table = (await disk.read(0, MIB)).toString('latin1');
    expect(await growWindows(disk, plan, windows.size, ending())).toEqual({
      changed: true,
      size: windows.size,
      findings: [],
    });
    expect((await disk.read(0, MIB)).toString('latin1')).toBe(table);
  });

  it.each([
    ['the program’s own words', 'some lines\nERROR: Volume needs chkdsk.\nmore', 'ERROR: Volume needs chkdsk.'],
    ['how it ended', 'nothing to see', 'ntfsresize ended with exit code 1'],
  ])('says by %s why the volume stayed', async (_, tail, why) => {
    const { disk, windows, plan } = await start();
    const context = ending(new ToolError('ntfsresize', 1, tail));
    const left = {
      code: 'repair-extend-left',
      severity: 'warning',
      seen: expect.stringContaining(`The Windows volume was not grown: ${why}`),
      remedy: expect.stringContaining('chkdsk C: /f'),
    };
    expect(await growWindows(disk, plan, 65 * MIB, context)).toEqual({
      changed: true,
      size: 65 * MIB,
      findings: [left],
    });
    expect(await sizeOf(disk)).toBe(65 * MIB);
    const grown = { ...windows, size: 65 * MIB };
    expect(await growWindows(disk, { ...plan, windows: grown }, 65 * MIB, context)).toEqual({
      changed: false,
      size: 65 * MIB,
      findings: [left],
    });
  });

  it('lets other faults through, and does nothing without Windows', async () => {
    const { disk, plan } = await start();
    const fault = new UserError('cancelled', 'The job was cancelled', '');
    await expect(growWindows(disk, plan, 65 * MIB, ending(fault))).rejects.toBe(fault);
    const { windows: _windows, ...without } = plan;
    expect(await growWindows(disk, without, 65 * MIB, ending())).toBeUndefined();
  });
});
