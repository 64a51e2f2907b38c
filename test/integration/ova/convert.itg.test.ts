import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomBytes } from '../../media/sample-content.ts';
import { convert, makeRaw, programBytes, run } from './convert-case.ts';

const MIB = 2 ** 20;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-convert-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** Each makes an image at a path (without ending) and returns its path. */
const CASES: Readonly<Record<string, (path: string) => Promise<string>>> = {
  empty: async (path) => {
    await makeRaw(`${path}.raw`, 32 * MIB, []);
    return `${path}.raw`;
  },
  dense: async (path) => {
    await makeRaw(`${path}.raw`, 24 * MIB, [
      [0, randomBytes('dense', 8 * MIB)],
      [8 * MIB, programBytes(16 * MIB)],
    ]);
    return `${path}.raw`;
  },
  'sparse, as dynamic VHD': async (path) => {
    await makeRaw(`${path}.raw`, 512 * MIB, [
      [0, programBytes(5 * MIB)],
      [300 * MIB - 7, randomBytes('sparse', 200_000)],
      [512 * MIB - 512, randomBytes('end', 512)],
    ]);
    await run('qemu-img', ['convert', '-O', 'vpc', '-o', 'force_size=on', `${path}.raw`, `${path}.vhd`]);
    return `${path}.vhd`;
  },
  'last grain partial, as fixed VHD': async (path) => {
    await makeRaw(`${path}.raw`, 10 * MIB + 3 * 512, [[9 * MIB, programBytes(MIB + 3 * 512)]]);
    await run('qemu-img', [
      'convert',
      '-O',
      'vpc',
      '-o',
      'subformat=fixed,force_size=on',
      `${path}.raw`,
      `${path}.vhd`,
    ]);
    return `${path}.vhd`;
  },
};

/** qemu-img takes a fixed VHD for raw unless it is told: the footer stands at the end. */
function qemuFormat(image: string): string {
  return image.endsWith('.vhd') ? 'vpc' : image.endsWith('.vhdx') ? 'vhdx' : 'raw';
}

describe.each(Object.entries(CASES))('a disk that is %s', (name, make) => {
  it('is the same disk in the OVA, to qemu-img and to 7-Zip', async () => {
    const path = join(folder, name.replace(/\W+/g, '-'));
    const image = await make(path);
    const { vmdk, folder: unpacked, disk } = await convert(image, `${path}.ova`);
    expect(await run('qemu-img', ['check', vmdk])).toContain('No errors were found');
    expect(await run('qemu-img', ['compare', '-f', qemuFormat(image), '-F', 'vmdk', image, vmdk])).toContain(
      'Images are identical',
    );
    const names = (await run('tar', ['-tf', `${path}.ova`])).trim().split('\n');
    expect(names).toEqual(['ws2019-std.ovf', 'ws2019-std.mf', 'ws2019-std-disk1.vmdk']);
    for (const file of [names[0] ?? '', names[2] ?? '']) {
      const [sum] = (await run('sha256sum', [join(unpacked, file)])).split(' ');
      expect(await readFile(join(unpacked, 'ws2019-std.mf'), 'utf8')).toContain(`SHA256(${file})= ${sum}\n`);
    }
    const listed = await run('7zz', ['l', '-slt', vmdk]);
    expect(listed).toContain(`Size = ${disk.capacity}`);
    expect(listed).not.toMatch(/Errors:|Warnings:/);
    if (disk.capacity < 100 * MIB) {
      await run('7zz', ['x', '-y', `-o${unpacked}`, vmdk]);
      const extracted = vmdk.replace(/vmdk$/, 'img');
      expect(await run('qemu-img', ['compare', '-f', qemuFormat(image), '-F', 'raw', image, extracted])).toContain(
        'Images are identical',
      );
    }
    await rm(unpacked, { recursive: true });
  });
});
