/**
 * Sparse disks of terabytes in every format, through the reader into the disk of the OVA. qemu-img walks every grain of a
 * streamOptimized VMDK, half a minute for this size: it compares one of each content, and the others must be the same file.
 */

import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomBytes } from '../../media/sample-content.ts';
import { HUGE_IMAGE, type SampleImage, writeSample } from '../disk/sample-images.ts';
import { assertSameDisk, convertWhole, FORMATS, makeImage } from './convert-case.ts';

/** As large as a VHD can be. */
const LARGEST_VHD: SampleImage = {
  name: 'largest VHD',
  size: 2040 * 2 ** 30,
  patches: [
    [0, randomBytes('start', 4096)],
    [1500 * 2 ** 30 + 512, randomBytes('far', 100_352)],
    [2040 * 2 ** 30 - 512, randomBytes('end', 512)],
  ],
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-huge-'));
});
afterAll(() => rm(folder, { recursive: true }));

const formats = Object.keys(FORMATS);
const isVhd = (format: string): boolean => format.startsWith('vhd-');

describe.each([
  ['3 TiB', HUGE_IMAGE, formats.filter((format) => !isVhd(format))],
  ['2040 GiB', LARGEST_VHD, formats.filter(isVhd)],
])('%s', (title, content, chosen) => {
  const work = (): string => join(folder, title);
  const raw = (): string => join(work(), 'content.raw');
  const hash = async (vmdk: string): Promise<string> =>
    createHash('sha256')
      .update(await readFile(vmdk))
      .digest('hex');
  let expected = '';
  beforeAll(async () => {
    await mkdir(work());
    await writeSample(content, raw());
    const vmdk = await convertWhole(raw(), join(work(), 'disk.ova'));
    await assertSameDisk(raw(), 'raw', vmdk);
    expected = await hash(vmdk);
  });

  it.each(chosen)('%s', async (format) => {
    const place = join(work(), format);
    await mkdir(place);
    const image = join(place, 'image');
    await makeImage(raw(), format, image);
    expect(await hash(await convertWhole(image, join(place, 'disk.ova')))).toBe(expected);
    await rm(place, { recursive: true });
  });

  it('the disk in the OVA', async () => {
    const place = join(work(), 'again');
    await mkdir(place);
    expect(await hash(await convertWhole(join(work(), 'disk.ova'), join(place, 'disk.ova')))).toBe(expected);
  });
});
