import { mkdir, mkdtemp, open, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type ConvertEngine, type ConvertSource, openImage } from '../../../src/ova/open-image.ts';
import type { ToolRunner } from '../../../src/tools/tool-runner.ts';
import { openFiles } from './open-files.ts';
import { type Member, manifestOf, ovfOf, tarOf } from './sample-ova.ts';

const root = await mkdtemp(join(tmpdir(), 'stillframe-open-image-'));
afterAll(() => rm(root, { recursive: true, force: true }));
let folder = '';
let calls: string[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(root, 'case-'));
  calls = [];
});

const RAW = Buffer.alloc(1024, 'raw ');
const QCOW2 = Buffer.concat([Buffer.from('QFI\xfb\0\0\0\x03', 'latin1')], 1024);

/** A machine with qemu-img, which unpacks whatever it is given to a kilobyte; or one without. */
function toolsOf(qemuImg: boolean): ToolRunner {
  return {
    has: async (tool) => qemuImg && tool === 'qemu-img',
    find: () => Promise.reject(new Error('not asked for')),
    run: async (_, args) => {
      calls.push(args[0] ?? '');
      if (args[0] === 'convert') await writeFile(args.at(-1) ?? '', Buffer.alloc(1024, 'qemu'));
      return { exitCode: 0, stdout: args[0] === 'map' ? EMPTY : '{}', stderr: '' };
    },
  };
}

async function opened(path: string, engine: ConvertEngine, qemuImg = true): Promise<ConvertSource> {
  return openImage(path, engine, { tools: toolsOf(qemuImg), temp: folder, signal: new AbortController().signal });
}

/** The engine that read it, and the first bytes. */
async function read(path: string, engine: ConvertEngine, qemuImg = true): Promise<readonly [string, string]> {
  const source = await opened(path, engine, qemuImg);
  const bytes = (await source.disk.read(0, 4)).toString();
  await source.disk.close();
  expect(await openFiles(folder)).toBe(0);
  return [source.engine, bytes];
}

async function write(name: string, content: Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const one = (...members: Member[]): Buffer =>
  tarOf([['vm.ovf', ovfOf({ drives: [{ href: 'a.raw', unit: 0 }] })], ...members]);

/** What qemu-img prints of a MiB that is one hole. */
const EMPTY = JSON.stringify([{ start: 0, length: 2 ** 20, data: false, zero: true }]);

describe('openImage', () => {
  it('reads what it can itself, unless qemu-img is asked for', async () => {
    const path = await write('a.raw', RAW);
    expect(await read(path, 'auto')).toEqual(['native', 'raw ']);
    expect(await read(path, 'native')).toEqual(['native', 'raw ']);
    expect(calls).toEqual([]);
    expect(await read(path, 'qemu-img')).toEqual(['qemu-img', 'qemu']);
    expect(calls).toEqual(['convert']);
  });

  it('asks for the holes of a raw image', async () => {
    const path = join(folder, 'a.raw');
    const file = await open(path, 'w');
    await file.truncate(2 ** 20);
    await file.close();
    const { disk } = await opened(path, 'auto');
    for await (const range of disk.ranges()) expect(range).toEqual({ kind: 'zero', offset: 0, length: 2 ** 20 });
    await disk.close();
    expect(calls).toEqual(['map']);
  });

  it('leaves to qemu-img what it cannot read', async () => {
    const path = await write('a.qcow2', QCOW2);
    expect(await read(path, 'auto')).toEqual(['qemu-img', 'qemu']);
    expect(await read(path, 'qemu-img')).toEqual(['qemu-img', 'qemu']);
    expect(calls).toEqual(['info', 'convert', 'info', 'convert']);
  });

  it.each<[string, Buffer, ConvertEngine, boolean]>([
    ['qemu-img is not asked', QCOW2, 'native', true],
    ['qemu-img is not there', QCOW2, 'auto', false],
    ['qemu-img cannot either', Buffer.concat([Buffer.from('PK\x03\x04')], 1024), 'qemu-img', true],
  ])('refuses another format where %s', async (_, content, engine, qemuImg) => {
    await expect(read(await write('a.img', content), engine, qemuImg)).rejects.toMatchObject({
      code: 'disk-format-unknown',
      message: expect.stringMatching(/a\.img is a (QCOW2 image|ZIP archive), which is not read here$/),
    });
    expect(calls).toEqual([]);
  });

  it('asks a qemu-img that is wanted and not there all the same, so that it is said to be missing', async () => {
    expect(await read(await write('a.qcow2', QCOW2), 'qemu-img', false)).toEqual(['qemu-img', 'qemu']);
  });

  it('opens the disk of an OVA, by itself and by its name', async () => {
    const path = await write('vm.ova', one(['a.raw', RAW]));
    expect(await read(path, 'auto')).toEqual(['native', 'raw ']);
    expect(await read(`${path}!a.raw`, 'native')).toEqual(['native', 'raw ']);
    expect((await opened(path, 'auto').then(({ disk }) => disk.close().then(() => disk))).path).toBe(`${path}!a.raw`);
  });

  it('takes a file whose name holds the separator of members as it is', async () => {
    expect(await read(await write('a!b.raw', RAW), 'auto')).toEqual(['native', 'raw ']);
  });

  it.each<[string, () => Buffer, ConvertEngine, object]>([
    [
      'by qemu-img',
      () => one(['a.raw', RAW]),
      'qemu-img',
      { code: 'input-invalid', message: expect.stringContaining('engine is qemu-img, which reads no OVA') },
    ],
    [
      'that holds what its manifest disowns',
      () => one(['vm.mf', manifestOf([['a.raw', RAW]])], ['a.raw', RAW]),
      'auto',
      { code: 'ova-invalid', message: expect.stringContaining('does not list vm.ovf') },
    ],
    [
      'of several disks',
      () => {
        const drives = [
          { href: 'a.raw', unit: 1 },
          { href: 'b.raw', unit: 0 },
        ];
        return tarOf([
          ['vm.ovf', ovfOf({ drives })],
          ['a.raw', RAW],
          ['b.raw', RAW],
        ]);
      },
      'auto',
      {
        code: 'ova-invalid',
        message: expect.stringContaining('holds 2 disks: b.raw (pvscsi 0:0), a.raw (pvscsi 0:1). The OVA that is made'),
        hint: expect.stringMatching(/^Give the one you mean as .*vm\.ova!b\.raw\.$/),
      },
    ],
    [
      'that lists a disk which no item uses',
      () => {
        const drives = [
          { href: 'a.raw', unit: 0 },
          { href: 'b.raw', unit: 1, unused: true as const },
        ];
        return tarOf([
          ['vm.ovf', ovfOf({ drives })],
          ['a.raw', RAW],
          ['b.raw', RAW],
        ]);
      },
      'auto',
      {
        code: 'ova-invalid',
        message: expect.stringContaining(
          'holds 2 disks: a.raw (pvscsi 0:0), b.raw (in no place). The OVA that is made',
        ),
        hint: expect.stringMatching(/^Give the one you mean as .*vm\.ova!a\.raw\.$/),
      },
    ],
    [
      'of several disks without a descriptor',
      () =>
        tarOf([
          ['a.raw', RAW],
          ['b.raw', RAW],
        ]),
      'auto',
      { code: 'ova-invalid', message: expect.stringContaining('holds 2 disks: a.raw, b.raw.') },
    ],
  ])('refuses an OVA %s, and leaves no file open', async (_, content, engine, error) => {
    await expect(opened(await write('vm.ova', content()), engine)).rejects.toMatchObject(error);
    expect(await openFiles(folder)).toBe(0);
  });

  it('refuses what another program has open, an OVA and an image', async () => {
    for (const [name, content] of [
      ['vm.ova', one(['a.raw', RAW])],
      ['a.raw', RAW],
    ] as const) {
      const path = await write(name, content);
      await mkdir(`${path}.lck`);
      await writeFile(join(`${path}.lck`, 'M1.lck'), '');
      await expect(opened(path, 'auto')).rejects.toMatchObject({ code: 'disk-in-use' });
    }
    expect(await openFiles(folder)).toBe(0);
  });

  it('refuses a disk that ESXi has locked where it lies, beside its descriptor', async () => {
    const flat = await write('flat.vmdk', RAW);
    const sectors = RAW.length / 512;
    const text = `# Disk DescriptorFile\nparentCID=ffffffff\ncreateType="vmfs"\nRW ${sectors} VMFS "flat.vmdk"\nRW 8 ZERO\n`;
    const path = await write('named.vmdk', Buffer.from(text));
    const { ino } = await stat(flat, { bigint: true });
    const lock = join(folder, `.lck-${ino.toString(16).padStart(16, '0')}`);
    await writeFile(lock, '');
    await expect(opened(path, 'auto')).rejects.toMatchObject({
      code: 'disk-in-use',
      message: expect.stringContaining(`${flat} is held open`),
    });
    expect(await openFiles(folder)).toBe(0);
    await rm(lock);
    const { disk } = await opened(path, 'auto');
    expect(disk.size).toBe(RAW.length + 8 * 512);
    await disk.close();
  });

  it('names the file that is not there, and the one that is a folder', async () => {
    for (const path of [join(folder, 'none'), join(folder, 'none!x')])
      await expect(opened(path, 'auto')).rejects.toMatchObject({
        code: 'file-missing',
        message: expect.stringContaining(join(folder, 'none')),
      });
    await expect(opened(folder, 'auto')).rejects.toMatchObject({ message: expect.stringContaining('is not a file') });
  });
});
