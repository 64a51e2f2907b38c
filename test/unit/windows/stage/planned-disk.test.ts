import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readLayout } from '../../../../src/disk/layout.ts';
import { openDisk } from '../../../../src/disk/open-disk.ts';
import { partitionFile } from '../../../../src/windows/stage/partition-file.ts';
import { writePlannedDisk } from '../../../../src/windows/stage/planned-disk.ts';
import { samplePlan, sampleRequest } from '../sample-plan.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-planned-'));
});
afterEach(() => rm(folder, { recursive: true }));

it.each([
  ['vhd', 'dynamic', 'vhd-dynamic'],
  ['vhd', 'fixed', 'vhd-fixed'],
  ['vhdx', 'dynamic', 'vhdx'],
  ['vhdx', 'fixed', 'vhdx'],
] as const)('is a %s, %s, with the table and the volumes of the plan', async (format, type, found) => {
  const plan = samplePlan({ disk: { ...sampleRequest().disk, format, type } });
  const path = join(folder, `a.${format}`);
  const content = Buffer.alloc(4096, 'a volume');
  const file = join(folder, 'windows.ntfs');
  await writeFile(file, content);
  const { signal } = new AbortController();
  await writePlannedDisk(
    plan,
    [{ name: 'windows', offset: plan.windows.offset, size: plan.windows.size, file }],
    path,
    signal,
  );
  expect(await readdir(folder)).toEqual([`a.${format}`]);
  const disk = await openDisk(path);
  try {
    expect(disk).toMatchObject({ format: found, size: plan.disk.size });
    expect((await disk.read(plan.windows.offset, content.length)).equals(content)).toBe(true);
    const { partitions } = await readLayout(disk);
    const wanted = plan.partitions.map(({ guid, offset, size }) => ({ guid, offset, size }));
    expect(partitions.map(({ guid, offset, size }) => ({ guid, offset, size }))).toEqual(wanted);
  } finally {
    await disk.close();
  }
});

/** A VMDK whose Windows volume begins with `content`. @returns its content id */
async function makeVmdk(path: string, content: string): Promise<string> {
  const plan = samplePlan({ disk: { ...sampleRequest().disk, format: 'vmdk' } });
  const { offset, size } = plan.windows;
  const file = partitionFile(plan, 'windows', path, folder);
  await writeFile(file, content);
  await truncate(file, size);
  await writePlannedDisk(plan, [{ name: 'windows', offset, size, file }], path, new AbortController().signal);
  return /^CID=([0-9a-f]{8})$/m.exec(await readFile(path, 'utf8'))?.[1] ?? 'none';
}

it('is a VMDK of the volumes as they are', async () => {
  const plan = samplePlan({ disk: { ...sampleRequest().disk, format: 'vmdk' } });
  const path = join(folder, 'a.vmdk');
  expect(await makeVmdk(path, 'a volume')).not.toBe('ffffffff');
  expect((await readdir(folder)).sort()).toEqual(['a.part-rest.vmdk', 'a.part-windows.vmdk', 'a.vmdk']);
  const disk = await openDisk(path);
  try {
    expect(disk).toMatchObject({ format: 'vmdk-twoGbMaxExtentFlat', size: plan.disk.size });
    expect((await disk.read(plan.windows.offset, 8)).toString()).toBe('a volume');
    const { partitions } = await readLayout(disk);
    expect(partitions.map(({ guid }) => guid)).toEqual(plan.partitions.map(({ guid }) => guid));
  } finally {
    await disk.close();
  }
});

it('is another VMDK where another program filled the volumes of the same plan', async () => {
  const first = await makeVmdk(join(folder, 'a.vmdk'), 'a volume');
  expect(await makeVmdk(join(folder, 'b.vmdk'), 'a volume')).toBe(first);
  expect(await makeVmdk(join(folder, 'c.vmdk'), 'A volume')).not.toBe(first);
});

it('is cancelled by its signal, and leaves nothing', async () => {
  const path = join(folder, 'a.vhdx');
  const plan = samplePlan({ disk: { ...sampleRequest().disk, format: 'vhdx' } });
  const signal = AbortSignal.abort(new Error('cancelled'));
  const file = join(folder, 'windows.ntfs');
  await writeFile(file, Buffer.alloc(512, 'x'));
  const volumes = [{ name: 'windows', offset: plan.windows.offset, size: plan.windows.size, file } as const];
  await expect(writePlannedDisk(plan, volumes, path, signal)).rejects.toThrow('cancelled');
  expect(await readdir(folder)).toEqual(['windows.ntfs']);
});
