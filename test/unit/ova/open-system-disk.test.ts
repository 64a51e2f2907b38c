import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openImageOrOva, openSystemDisk } from '../../../src/ova/open-system-disk.ts';
import { openFiles } from './open-files.ts';
import { ovfOf, tarOf } from './sample-ova.ts';

const folder = await mkdtemp(join(tmpdir(), 'stillframe-system-disk-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const raw = (mark: string): Buffer => Buffer.alloc(1024, mark);

const OVA = join(folder, 'vm.ova');
await writeFile(
  OVA,
  tarOf([
    [
      'vm.ovf',
      ovfOf({
        drives: [
          { href: 'data.raw', unit: 1 },
          { href: 'system.raw', unit: 0 },
        ],
      }),
    ],
    ['data.raw', raw('d')],
    ['system.raw', raw('s')],
  ]),
);
const IMAGE = join(folder, 'disk.raw');
await writeFile(IMAGE, raw('i'));

describe('openImageOrOva', () => {
  it('opens an image as it is, asking for its holes', async () => {
    const opened = await openImageOrOva(IMAGE, async () => undefined);
    expect(opened).toMatchObject({ kind: 'image', disk: { size: 1024, format: 'raw', path: IMAGE } });
    expect(await openFiles(folder)).toBe(1);
    await opened.close();
    expect(await openFiles(folder)).toBe(0);
  });

  it('lists the disks of an OVA, or the one that is named', async () => {
    const all = await openImageOrOva(OVA);
    expect(all).toMatchObject({ kind: 'ova', named: false, ova: { path: OVA } });
    expect(all.kind === 'ova' && all.disks.map(({ member }) => member.name)).toEqual(['system.raw', 'data.raw']);
    await all.close();
    const one = await openImageOrOva(`${OVA}!data.raw`);
    expect(one).toMatchObject({ kind: 'ova', named: true });
    expect(one.kind === 'ova' && one.disks.map(({ member }) => member.name)).toEqual(['data.raw']);
    await one.close();
    expect(await openFiles(folder)).toBe(0);
  });

  it('takes a file whose own name holds the separator as it is', async () => {
    const path = join(folder, 'a!b.raw');
    await writeFile(path, raw('b'));
    const opened = await openImageOrOva(path);
    expect(opened).toMatchObject({ kind: 'image', disk: { path } });
    await opened.close();
  });

  it.each([
    ['a member of an image', `${IMAGE}!x`, { code: 'ova-invalid', message: expect.stringContaining('no member "x"') }],
    [
      'a member that is not there',
      `${OVA}!x`,
      { code: 'ova-invalid', message: expect.stringContaining('there is no member "x"') },
    ],
    ['a file that is not there', join(folder, 'none'), { code: 'file-missing' }],
    [
      'a file whose name begins with the separator',
      '!none',
      { code: 'file-missing', message: expect.stringContaining('!none') },
    ],
  ])('refuses %s, and leaves no file open', async (_, path, error) => {
    await expect(openImageOrOva(path)).rejects.toMatchObject(error);
    expect(await openFiles(folder)).toBe(0);
  });
});

describe('openSystemDisk', () => {
  it.each([
    [OVA, 's'],
    [`${OVA}!data.raw`, 'd'],
    [IMAGE, 'i'],
  ])('opens the disk alone: %s', async (path, mark) => {
    const disk = await openSystemDisk(path);
    expect((await disk.read(0, 1)).toString()).toBe(mark);
    expect(await openFiles(folder)).toBe(1);
    await disk.close();
    expect(await openFiles(folder)).toBe(0);
  });

  it('leaves no file open where the disk is none', async () => {
    await expect(openSystemDisk(`${OVA}!vm.ovf`)).rejects.toMatchObject({ code: 'disk-format-unknown' });
    expect(await openFiles(folder)).toBe(0);
  });
});
