/** VHDs written here, read by qemu-img. */

import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDisk } from '../../../src/disk/open-disk.ts';
import { writeVhd } from '../../../src/disk/vhd/vhd-writer.ts';
import { assertSameContent, run, SAMPLE_IMAGES, writeSample } from './sample-images.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-vhd-'));
  for (const image of SAMPLE_IMAGES) await writeSample(image, join(folder, `${image.name}.raw`));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(['dynamic', 'fixed'] as const)('%s', (type) => {
  test.each(SAMPLE_IMAGES)('$name has the same size and content', async ({ name, size }) => {
    const vhd = join(folder, `${name}-${type}.vhd`);
    const source = await openDisk(join(folder, `${name}.raw`));
    await writeVhd(source, vhd, { type });
    await source.close();
    const info: unknown = JSON.parse(await run('qemu-img', 'info', '-f', 'vpc', '--output=json', vhd));
    expect(info).toMatchObject({ 'virtual-size': size });
    await assertSameContent(join(folder, `${name}.raw`), vhd, 'vpc');
    const back = await openDisk(vhd);
    expect(back).toMatchObject({ size, format: `vhd-${type}` });
    await back.close();
  });

  test('is sparse where the disk is zero, and the same bytes each time', async () => {
    const paths = [join(folder, 'one.vhd'), join(folder, 'two.vhd')];
    for (const path of paths) {
      const source = await openDisk(join(folder, 'sparse.raw'));
      await writeVhd(source, path, { type, timestamp: 1_700_000_000 });
      await source.close();
    }
    const [one, two] = await Promise.all(paths.map((path) => readFile(path)));
    expect(one?.equals(two ?? Buffer.alloc(0))).toBe(true);
    const { blocks, size } = await stat(paths[0] ?? '');
    expect(blocks * 512).toBeLessThan(8 * 2 ** 20);
    if (type === 'dynamic') expect(size).toBeLessThan(20 * 2 ** 20);
    expect((await readdir(folder)).filter((name) => name.includes('partial'))).toEqual([]);
  });
});
