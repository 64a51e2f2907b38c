import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Disk } from '../../../src/disk/disk.ts';
import { readLayout } from '../../../src/disk/layout.ts';
import { openDisk } from '../../../src/disk/open-disk.ts';
import { FormatError } from '../../../src/errors.ts';
import { repairImage } from '../../../src/repair/repair-image.ts';
import { sampleDisk } from '../disk/sample-disk.ts';
import { openFiles } from '../ova/open-files.ts';
import { ovfOf, streamOf, tarOf } from '../ova/sample-ova.ts';
import { type ContextDouble, contextDouble } from './context-double.ts';

const MIB = 2 ** 20;
const root = await mkdtemp(join(tmpdir(), 'stillframe-repair-image-'));
afterAll(() => rm(root, { recursive: true, force: true }));

let folder = '';
let image = '';
let output = '';
let context: ContextDouble;
beforeEach(async () => {
  folder = await mkdtemp(join(root, 'case-'));
  image = join(folder, 'a.img');
  output = join(folder, 'out.img');
  context = contextDouble();
});

afterEach(async () => {
  expect(await openFiles(root), 'files still open').toBe(0);
});

let defective: Buffer;
let sound: Buffer;
beforeAll(async () => {
  defective = await streamOf(await sampleDisk({ order: ['recovery', 'esp', 'msr', 'windows'] }));
  sound = await streamOf(await sampleDisk({ ntfs: { renamed: ['vmt', 'vmx'] } }));
});

/** A raw disk of which only the data are stored. */
async function writeRaw(path: string, disk: Disk): Promise<void> {
  const file = await open(path, 'w');
  await file.truncate(disk.size);
  for await (const { kind, offset, length } of disk.ranges()) {
    if (kind === 'data') await file.write(await disk.read(offset, length), 0, length, offset);
  }
  await file.close();
}

const small = (): Promise<Disk> => sampleDisk({ order: ['secondRecovery'], size: 10 * MIB });

async function kinds(path: string): Promise<string[]> {
  const disk = await openDisk(path);
  try {
    return (await readLayout(disk)).partitions.map(({ type }) => type);
  } finally {
    await disk.close();
  }
}

const digest = async (path: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
const options = { extend: false, dryRun: false };

describe('repairImage of an image that can be changed in place', () => {
  it.each([
    ['without an output', undefined],
    ['with itself as the output', 'a.img'],
  ])('does so %s', async (_, name) => {
    await writeRaw(image, await small());
    const to = name === undefined ? {} : { output: join(folder, name) };
    expect(await repairImage({ ...options, image, ...to }, context)).toMatchObject({ changed: true });
    expect(await kinds(image)).toEqual([]);
    expect(context.said).toEqual(['Removing Recovery partition 1 (8 MiB)']);
    expect(context.held).toEqual([]);
    expect(await readdir(folder)).toEqual(['a.img']);
  });

  it('leaves it alone where the result goes elsewhere, and holds what is half made', async () => {
    await writeRaw(image, await small());
    const before = await digest(image);
    expect(await repairImage({ ...options, image, output }, context)).toMatchObject({ changed: true });
    expect(await digest(image)).toBe(before);
    expect(await kinds(output)).toEqual([]);
    expect(context.held).toEqual([{ paths: [`${output}.stillframe-partial`], settled: true }]);
    expect((await readdir(folder)).sort()).toEqual(['a.img', 'out.img']);
  });

  it('shows nothing under the name of the output when the repair fails or is cancelled', async () => {
    await writeFile(image, Buffer.alloc(MIB));
    await expect(repairImage({ ...options, image, output }, context)).rejects.toThrow(FormatError);
    await writeRaw(image, await small());
    const cancelled = contextDouble({ signal: AbortSignal.abort(new Error('cancelled')) });
    await expect(repairImage({ ...options, image, output }, cancelled)).rejects.toThrow('cancelled');
    expect(await readdir(folder)).not.toContain('out.img');
    expect(cancelled.held).toEqual([{ paths: [`${output}.stillframe-partial`], settled: false }]);
  });

  it('writes nothing on a dry run, whatever the format', async () => {
    await writeRaw(image, await small());
    const before = await digest(image);
    const dry = { extend: false, dryRun: true };
    expect(await repairImage({ ...dry, image, output }, context)).toMatchObject({ changed: true });
    expect(await digest(image)).toBe(before);
    await writeFile(image, defective);
    expect(await repairImage({ ...dry, image }, context)).toMatchObject({ changed: true });
    expect((await readFile(image)).equals(defective)).toBe(true);
    expect(await readdir(folder)).toEqual(['a.img']);
    expect(context.held).toEqual([]);
  });

  it('makes no copy of a descriptor, which would still name the data of the old one', async () => {
    await writeRaw(join(folder, 'a-flat.vmdk'), await small());
    const text = [
      '# Disk DescriptorFile',
      'version=1',
      'CID=fffffffe',
      'parentCID=ffffffff',
      'createType="monolithicFlat"',
      `RW ${(10 * MIB) / 512} FLAT "a-flat.vmdk" 0`,
      '',
    ];
    await writeFile(image, text.join('\n'));
    await expect(repairImage({ ...options, image, output }, context)).rejects.toMatchObject({
      code: 'disk-format-unsupported',
      message: expect.stringContaining(`${image} is a VMDK descriptor`),
      hint: expect.stringContaining('in place'),
    });
    expect(await repairImage({ ...options, image }, context)).toMatchObject({ changed: true });
    expect(await kinds(join(folder, 'a-flat.vmdk'))).toEqual([]);
  });
});

describe('repairImage of a streamOptimized VMDK', () => {
  const partial = (path: string): string => `${path}.stillframe-partial`;

  it('writes it anew in its place, and says what no longer fits', async () => {
    await writeFile(image, defective);
    expect(await repairImage({ ...options, image }, context)).toMatchObject({ changed: true });
    expect(await kinds(image)).toEqual(['esp', 'msr', 'windows']);
    expect(context.warnings).toEqual([expect.stringMatching(/a\.img is another file now: .*digest no longer fits\.$/)]);
    const target = partial(`${image}.repaired`);
    expect(context.held).toEqual([{ paths: [target, partial(target)], settled: true }]);
    expect(await readdir(folder)).toEqual(['a.img']);
    const bytes = await readFile(image);
    expect(bytes.includes('RW 524288 SPARSE "a.img"')).toBe(true);
    expect(bytes.includes('ddb.toolsVersion = "2147483647"')).toBe(true);
  });

  it('leaves it as it is where nothing is to be done', async () => {
    await writeFile(image, sound);
    expect(await repairImage({ ...options, image }, context)).toMatchObject({ changed: false });
    expect((await readFile(image)).equals(sound)).toBe(true);
    expect(context.warnings).toEqual([]);
    expect(context.held).toMatchObject([{ settled: true }]);
    expect(await readdir(folder)).toEqual(['a.img']);
  });

  it('writes another file in any case, where one is asked for', async () => {
    for (const disk of [defective, sound]) {
      await writeFile(image, disk);
      context = contextDouble();
      await repairImage({ ...options, image, output }, context);
      expect((await readFile(image)).equals(disk)).toBe(true);
      expect(await kinds(output)).toEqual(['esp', 'msr', 'windows']);
      expect(context.warnings).toEqual([expect.stringContaining('out.img is another file now')]);
      expect(context.held).toEqual([{ paths: [partial(output)], settled: true }]);
    }
    expect((await readFile(output)).includes('ddb.toolsVersion')).toBe(false);
    expect((await readdir(folder)).sort()).toEqual(['a.img', 'out.img']);
  });

  it('leaves no file when it is cancelled', async () => {
    await writeFile(image, defective);
    const cancelled = contextDouble({ signal: AbortSignal.abort(new Error('cancelled')) });
    await expect(repairImage({ ...options, image }, cancelled)).rejects.toThrow('cancelled');
    expect((await readFile(image)).equals(defective)).toBe(true);
    expect(await readdir(folder)).toEqual(['a.img']);
    expect(cancelled.held).toMatchObject([{ settled: false }]);
  });
});

it('tells an archive by its bytes, and repairs the disk inside', async () => {
  const ovf = ovfOf({ drives: [{ href: 'a.vmdk', unit: 0 }] });
  await writeFile(
    image,
    tarOf([
      ['vm.ovf', ovf],
      ['a.vmdk', defective],
    ]),
  );
  expect(await repairImage({ ...options, image }, context)).toMatchObject({ changed: true });
  expect(await kinds(`${image}`).catch(({ code }) => code)).toBe('disk-format-unknown');
  const target = `${image}.repaired.stillframe-partial`;
  expect(context.held).toEqual([{ paths: [target, `${target}.stillframe-partial`], settled: true }]);
});

it('refuses an image that another program has open, and one that is not there', async () => {
  await expect(repairImage({ ...options, image }, context)).rejects.toMatchObject({ code: 'file-missing' });
  await mkdir(`${image}.lck`);
  await writeFile(join(`${image}.lck`, 'M1.lck'), '');
  for (const to of [{}, { output }]) {
    await writeRaw(image, await small());
    await expect(repairImage({ ...options, image, ...to }, context)).rejects.toMatchObject({ code: 'disk-in-use' });
    await writeFile(image, defective);
    await expect(repairImage({ ...options, image, ...to }, context)).rejects.toMatchObject({ code: 'disk-in-use' });
  }
  expect((await readdir(folder)).sort()).toEqual(['a.img', 'a.img.lck']);
});
