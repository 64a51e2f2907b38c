import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDisk } from '../../../../src/disk/open-disk.ts';
import {
  type DiskInParts,
  finishVmdkParts,
  partFiles,
  partPath,
  removeLeftParts,
  writeVmdkParts,
} from '../../../../src/disk/vmdk/vmdk-parts.ts';

const KIB = 1024;
const { signal } = new AbortController();
let folder: string;
let made: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-parts-'));
  made = join(folder, 'a.vmdk.unchecked.vmdk');
  path = join(folder, 'a.vmdk');
});
afterEach(() => rm(folder, { recursive: true }));

/** 64 KiB: two volumes with room before, between and behind them, a piece in the first and the last room. */
function sample(changes: Partial<DiskInParts> = {}): DiskInParts {
  return {
    size: 64 * KIB,
    contentId: '0a1b2c3d',
    pieces: [
      { offset: 512, content: Buffer.alloc(512, 1) },
      { offset: 63 * KIB, content: Buffer.alloc(KIB, 4) },
    ],
    parts: [
      { name: 'windows', offset: 32 * KIB, size: 16 * KIB },
      { name: 'esp', offset: 4 * KIB, size: 8 * KIB },
    ],
    ...changes,
  };
}

async function make(disk = sample(), at = made, fills = { esp: 2, windows: 3 }): Promise<void> {
  await writeFile(partPath(at, 'esp'), Buffer.alloc(8 * KIB, fills.esp));
  await writeFile(partPath(at, 'windows'), Buffer.alloc(16 * KIB, fills.windows));
  await writeVmdkParts(disk, at, signal);
}

async function read(from: string): Promise<Buffer> {
  const disk = await openDisk(from);
  try {
    expect(disk.format).toBe('vmdk-twoGbMaxExtentFlat');
    return await disk.read(0, disk.size);
  } finally {
    await disk.close();
  }
}

function whole(fills = { esp: 2, windows: 3 }): Buffer {
  const bytes = Buffer.alloc(64 * KIB);
  bytes.fill(1, 512, KIB);
  bytes.fill(fills.esp, 4 * KIB, 12 * KIB);
  bytes.fill(fills.windows, 32 * KIB, 48 * KIB);
  bytes.fill(4, 63 * KIB);
  return bytes;
}

describe('a disk in parts', () => {
  it('is the volumes at their places with what lies between them', async () => {
    await make();
    expect((await read(made)).equals(whole())).toBe(true);
    expect((await readdir(folder)).sort()).toEqual([
      'a.vmdk.unchecked.part-esp.vmdk',
      'a.vmdk.unchecked.part-rest.vmdk',
      'a.vmdk.unchecked.part-windows.vmdk',
      'a.vmdk.unchecked.vmdk',
    ]);
    expect(partFiles(made, ['esp', 'windows']).toSorted()).toEqual(
      (await readdir(folder)).sort().map((name) => join(folder, name)),
    );
  });

  it('is a descriptor in the words of the format', async () => {
    await make();
    expect((await readFile(made, 'utf8')).split('\n')).toEqual([
      '# Disk DescriptorFile',
      'version=1',
      'CID=0a1b2c3d',
      'parentCID=ffffffff',
      'createType="twoGbMaxExtentFlat"',
      '',
      '# Extent description',
      'RW 8 FLAT "a.vmdk.unchecked.part-rest.vmdk" 0',
      'RW 16 FLAT "a.vmdk.unchecked.part-esp.vmdk" 0',
      'RW 40 FLAT "a.vmdk.unchecked.part-rest.vmdk" 8',
      'RW 32 FLAT "a.vmdk.unchecked.part-windows.vmdk" 0',
      'RW 32 FLAT "a.vmdk.unchecked.part-rest.vmdk" 48',
      '',
      '# The Disk Data Base',
      '#DDB',
      '',
      'ddb.adapterType = "lsilogic"',
      'ddb.virtualHWVersion = "14"',
      '',
    ]);
  });

  it('may begin and end with a part', async () => {
    const parts = [
      { name: 'esp', offset: 0, size: 8 * KIB },
      { name: 'windows', offset: 8 * KIB, size: 16 * KIB },
    ];
    await make(sample({ size: 24 * KIB, pieces: [], parts }));
    expect((await read(made)).equals(Buffer.concat([Buffer.alloc(8 * KIB, 2), Buffer.alloc(16 * KIB, 3)]))).toBe(true);
  });

  it.each([
    ['overlap', { parts: [...sample().parts, { name: 'more', offset: 47 * KIB, size: KIB }] }, 'begins before'],
    ['are no whole sectors', { parts: [{ name: 'esp', offset: 4 * KIB, size: 100 }] }, 'no whole sectors'],
    ['reach past the end', { size: 40 * KIB, pieces: [] }, 'begins before'],
    ['hide a piece', { pieces: [{ offset: 4 * KIB - 1, content: Buffer.alloc(2) }] }, 'lies in a part'],
  ])('refuses parts that %s', async (_what, changes, message) => {
    await expect(make(sample(changes))).rejects.toThrow(message);
  });

  it('is cancelled before its descriptor', async () => {
    await writeFile(partPath(made, 'esp'), '');
    const cancelled = AbortSignal.abort(new Error('cancelled'));
    await expect(writeVmdkParts(sample(), made, cancelled)).rejects.toThrow('cancelled');
    expect(await readdir(folder)).not.toContain('a.vmdk.unchecked.vmdk');
  });
});

describe('finishing', () => {
  it('gives parts and descriptor their names, and leaves nothing else', async () => {
    await make();
    await finishVmdkParts(made, path);
    expect((await readdir(folder)).sort()).toEqual([
      'a.part-0a1b2c3d-esp.vmdk',
      'a.part-0a1b2c3d-rest.vmdk',
      'a.part-0a1b2c3d-windows.vmdk',
      'a.vmdk',
    ]);
    expect((await read(path)).equals(whole())).toBe(true);
  });

  it('replaces the disk before, whose parts go last', async () => {
    await make();
    await finishVmdkParts(made, path);
    await make(sample({ contentId: '11112222' }));
    expect((await read(path)).equals(whole())).toBe(true);
    await finishVmdkParts(made, path);
    expect((await readdir(folder)).filter((name) => name.includes('0a1b2c3d'))).toEqual([]);
    expect((await read(path)).equals(whole())).toBe(true);
  });

  it('replaces itself', async () => {
    await make();
    await finishVmdkParts(made, path);
    await make();
    await finishVmdkParts(made, path);
    expect((await readdir(folder)).length).toBe(4);
    expect((await read(path)).equals(whole())).toBe(true);
  });

  it('gives parts of one content id other names than those of the disk that stands, and the first names to those after', async () => {
    const names = async (): Promise<readonly string[]> =>
      (await readdir(folder)).filter((name) => name.endsWith('-windows.vmdk'));
    for (const [fill, name] of [
      [5, 'a.part-0a1b2c3d-windows.vmdk'],
      [6, 'a.part-0a1b2c3c-windows.vmdk'],
      [7, 'a.part-0a1b2c3d-windows.vmdk'],
    ] as const) {
      const fills = { esp: fill, windows: fill };
      await make(sample(), made, fills);
      await finishVmdkParts(made, path);
      expect(await names()).toEqual([name]);
      expect((await readdir(folder)).length).toBe(4);
      expect((await read(path)).equals(whole(fills))).toBe(true);
      expect(await readFile(path, 'utf8')).toContain('\nCID=0a1b2c3d\n');
    }
  });

  it.each([
    ['00000001', '00000000'],
    ['fffffff0', 'fffffff1'],
  ])('has eight digits for a name, of the content id %s as well', async (contentId, other) => {
    for (const name of [contentId, other]) {
      await make(sample({ contentId }));
      await finishVmdkParts(made, path);
      expect(await readdir(folder)).toContain(`a.part-${name}-windows.vmdk`);
    }
  });

  describe('ended on its way leaves the disk before, though the new one has the same content id', () => {
    const fills = { esp: 5, windows: 6 };
    beforeEach(async () => {
      await make();
      await finishVmdkParts(made, path);
      await make(sample(), made, fills);
    });
    const expectOld = async (): Promise<void> => {
      expect((await read(path)).equals(whole())).toBe(true);
      expect((await readdir(folder)).filter((name) => name.startsWith('a.part-')).length).toBe(3);
      expect(await removeLeftParts(path)).toEqual([]);
    };

    it.each(['rest', 'esp', 'windows'])('at the name of the part %s', async (name) => {
      await rm(partPath(made, name));
      await expect(finishVmdkParts(made, path)).rejects.toMatchObject({ code: 'file-missing' });
      await expectOld();
    });

    it('at the descriptor; the next run succeeds', async () => {
      const inTheWay = join(`${path}.stillframe-partial`, 'folder');
      await mkdir(inTheWay, { recursive: true });
      await expect(finishVmdkParts(made, path)).rejects.toThrow();
      await rm(inTheWay, { recursive: true });
      await rm(`${path}.stillframe-partial`, { recursive: true });
      await expectOld();
      await rm(made);
      await make(sample(), made, fills);
      await finishVmdkParts(made, path);
      expect((await readdir(folder)).length).toBe(4);
      expect((await read(path)).equals(whole(fills))).toBe(true);
    });
  });

  it('says so where the disk before cannot be read, and takes none of its parts', async () => {
    await make();
    await finishVmdkParts(made, path);
    await rm(path);
    await mkdir(path);
    await make();
    await expect(finishVmdkParts(made, path)).rejects.toMatchObject({ code: 'path-invalid' });
    await expect(removeLeftParts(path)).rejects.toMatchObject({ code: 'path-invalid' });
    expect(await readdir(folder)).toContain('a.part-0a1b2c3d-windows.vmdk');
  });

  it('replaces a disk of another kind', async () => {
    await writeFile(path, Buffer.alloc(100 * KIB, 9));
    await make();
    await finishVmdkParts(made, path);
    expect((await read(path)).equals(whole())).toBe(true);
  });
});

describe('what is left', () => {
  it('is parts that no descriptor names; files of others are not looked at', async () => {
    await make();
    await finishVmdkParts(made, path);
    const others = [
      'a-20261128-core.vmdk',
      'a.part-0a1b2c3-esp.vmdk',
      'a.part-0a1b2c3d-esp.vmdk.bak',
      'a.part-0A1B2C3D-esp.vmdk',
      'b.part-99999999-esp.vmdk',
      'a.vmdk.part-99999999-esp.vmdk',
    ];
    const left = ['a.part-99999999-esp.vmdk', 'a.part-99999999-windows.vmdk'];
    for (const name of [...others, ...left]) await writeFile(join(folder, name), '');
    expect(await removeLeftParts(path)).toEqual(left.map((name) => join(folder, name)));
    expect(await readdir(folder)).toEqual(expect.arrayContaining(others));
    expect((await read(path)).equals(whole())).toBe(true);
    expect(await removeLeftParts(path)).toEqual([]);
  });

  it('is every part where the descriptor is not there, or is none', async () => {
    const left = join(folder, 'a.part-99999999-rest.vmdk');
    await writeFile(left, '');
    expect(await removeLeftParts(path)).toEqual([left]);
    await writeFile(left, '');
    await writeFile(path, Buffer.alloc(200 * KIB, 7));
    expect(await removeLeftParts(path)).toEqual([left]);
  });

  it('is nothing where there is no folder', async () => {
    expect(await removeLeftParts(join(folder, 'none', 'a.vmdk'))).toEqual([]);
  });
});
