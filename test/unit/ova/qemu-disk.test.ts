import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../../src/context.ts';
import { openForeignWithQemu, openKnownWithQemu } from '../../../src/ova/qemu-disk.ts';
import { openFiles } from './open-files.ts';

let folder = '';
let calls: string[][] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-qemu-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

afterEach(async () => {
  expect(await openFiles(folder), 'files still open').toBe(0);
});

/** A qemu-img that says this of every image and makes a raw file of `size` bytes. */
function context(info: object, size = 1024): Pick<Context, 'tools' | 'temp'> {
  calls = [];
  return {
    temp: folder,
    tools: {
      has: async () => true,
      find: async () => 'qemu-img',
      run: async (_, args) => {
        calls.push([...args]);
        if (args[0] === 'convert') await writeFile(args.at(-1) ?? '', Buffer.alloc(size));
        return { stdout: JSON.stringify(info), stderr: '', exitCode: 0 };
      },
    },
  };
}

describe('openForeignWithQemu', () => {
  it('names the format to qemu-img each time, and shows where the disk came from', async () => {
    const disk = await openForeignWithQemu('/a/disk.qcow2', 'qcow2', context({}));
    expect(disk).toMatchObject({ size: 1024, format: 'qcow2 (qemu-img)', path: '/a/disk.qcow2' });
    await disk.close();
    expect(calls[0]).toEqual(['info', '-f', 'qcow2', '--output=json', '/a/disk.qcow2']);
    expect(calls[1]?.slice(0, -1)).toEqual(['convert', '-O', 'raw', '-f', 'qcow2', '/a/disk.qcow2']);
  });

  it.each<[string, object, RegExp]>([
    ['a base', { 'backing-filename': '/etc/passwd' }, /needs another file \(\/etc\/passwd\)/],
    ['a data file', { 'format-specific': { data: { 'data-file': 'x.raw' } } }, /needs another file \(x.raw\)/],
    ['encryption', { encrypted: true }, /is an encrypted qcow2 image/],
    ['a mark that it is corrupt', { 'format-specific': { data: { corrupt: true } } }, /is marked corrupt/],
  ])('refuses an image with %s before it is unpacked', async (_, info, message) => {
    await expect(openForeignWithQemu('/a/disk.qcow2', 'qcow2', context(info))).rejects.toMatchObject({
      code: 'disk-format-unsupported',
      message: expect.stringMatching(message),
    });
    expect(calls.map(([command]) => command)).toEqual(['info']);
  });

  it('refuses a Parallels image whose description speaks of several', async () => {
    const image = join(folder, 'disk.hds');
    const opened = await openForeignWithQemu(image, 'parallels', context({}));
    await opened.close();
    await writeFile(join(folder, 'DiskDescriptor.xml'), '<D><Image></Image></D>');
    await (await openForeignWithQemu(image, 'parallels', context({}))).close();
    await writeFile(join(folder, 'DiskDescriptor.xml'), '<D><Image></Image><Image></Image></D>');
    await expect(openForeignWithQemu(image, 'parallels', context({}))).rejects.toMatchObject({
      code: 'disk-format-unsupported',
      message: expect.stringContaining('snapshots'),
    });
  });

  it.each<[string, (head: Buffer) => unknown, boolean]>([
    ['dynamic', (head) => head.writeUInt32LE(1, 0x4c), true],
    ['fixed', (head) => head.writeUInt32LE(2, 0x4c), true],
    ['undo', (head) => head.writeUInt32LE(3, 0x4c), false],
    ['differencing', (head) => head.writeUInt32LE(4, 0x4c), false],
    ['with the first byte of a parent', (head) => head.writeUInt8(1, 0x1a8), false],
    ['with the last byte of a parent', (head) => head.writeUInt8(1, 0x1b7), false],
    ['with something else around', (head) => head.fill(1, 0x188, 0x1a8).fill(1, 0x1b8), true],
  ])('looks itself whether a VDI is whole: %s', async (_, change, whole) => {
    const image = join(folder, 'disk.vdi');
    const head = Buffer.alloc(512);
    change(head);
    await writeFile(image, head);
    const opened = openForeignWithQemu(image, 'vdi', context({}));
    if (whole) await (await opened).close();
    else {
      await expect(opened).rejects.toMatchObject({
        code: 'disk-format-unsupported',
        message: expect.stringContaining('a VDI of a snapshot'),
      });
      expect(calls).toEqual([]);
    }
  });
});

describe('openKnownWithQemu', () => {
  it('gives a VHD the size in its footer, whoever made it', async () => {
    await (await openKnownWithQemu('/a,b/disk.vhd', 'vhd', 1024, context({}))).close();
    expect(calls[0]?.slice(0, -1)).toEqual([
      'convert',
      '-O',
      'raw',
      '--image-opts',
      'driver=vpc,force_size_calc=current_size,file.driver=file,file.filename=/a,,b/disk.vhd',
    ]);
  });

  it.each([
    ['vhdx', 'vhdx'],
    ['raw', 'raw'],
    ['vmdk-sparse', 'vmdk'],
    ['vmdk-descriptor', 'vmdk'],
  ] as const)('calls %s %s', async (format, driver) => {
    const disk = await openKnownWithQemu('/a/disk', format, 1024, context({}));
    expect(disk.format).toBe(`${driver} (qemu-img)`);
    await disk.close();
    expect(calls[0]?.slice(3, 5)).toEqual(['-f', driver]);
  });

  it('refuses what qemu-img sees with another size', async () => {
    await expect(openKnownWithQemu('/a/disk.vhd', 'vhd', 1024, context({}, 1536))).rejects.toMatchObject({
      name: 'FormatError',
      expected: 'a disk of 1024 bytes',
      found: 'one of 1536 bytes to qemu-img',
    });
  });
});
