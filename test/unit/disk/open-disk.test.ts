import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { formatGuid } from '../../../src/disk/guid.ts';
import { readLayout } from '../../../src/disk/layout.ts';
import { openDisk, openDiskIn } from '../../../src/disk/open-disk.ts';
import { encodeVhdFooter } from '../../../src/disk/vhd/vhd-footer.ts';
import { decodeVhdxRegions, VHDX_METADATA_REGION, VHDX_REGION_OFFSETS } from '../../../src/disk/vhdx/vhdx-header.ts';
import type { ByteSource } from '../../../src/files/byte-source.ts';
import { memorySource } from './mutated-images.ts';

const folder = await mkdtemp(join(tmpdir(), 'stillframe-open-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

async function fixture(name: string): Promise<Buffer> {
  return gunzipSync(await readFile(new URL(`../../fixtures/disk/${name}.gz`, import.meta.url)));
}

test.each(['gpt.raw', 'gpt.vhd', 'gpt.vhdx', 'gpt-sparse.vmdk', 'gpt-stream.vmdk'])(
  'the layout of %s takes little reading',
  async (name) => {
    let bytes = 0;
    const source = memorySource(await fixture(name));
    const counting: ByteSource = {
      ...source,
      read: async (offset, length) => {
        bytes += length;
        return source.read(offset, length);
      },
      readInto: async (target, offset) => {
        bytes += target.length;
        await source.readInto(target, offset);
      },
    };
    const { partitions } = await readLayout(await openDiskIn(counting));
    expect(partitions.map(({ type }) => type)).toEqual(['esp', 'msr', 'windows']);
    expect(bytes).toBeLessThan(512 * 1024);
  },
);

test.each(['../secret.bin', '/etc/passwd', 'C:\\disk.bin', '..', ''])('an extent named %j is refused', async (name) => {
  const path = join(folder, 'flat.vmdk');
  await writeFile(path, `# Disk DescriptorFile\nversion=1\ncreateType="monolithicFlat"\nRW 2048 FLAT "${name}" 0\n`);
  await expect(openDisk(path)).rejects.toMatchObject({ code: 'disk-invalid' });
});

test('an extent is found by its name in the encoding of the descriptor', async () => {
  const path = join(folder, 'named.vmdk');
  const text = (encoding: string): Buffer =>
    Buffer.from(
      `# Disk DescriptorFile\nencoding="${encoding}"\ncreateType="monolithicFlat"\nRW 1 FLAT "Gr\xf6\xdfe\x80.bin" 0\n`,
      'latin1',
    );
  await writeFile(join(folder, 'Größe€.bin'), Buffer.alloc(512, 'x'));
  await writeFile(path, text('windows-1252'));
  const disk = await openDisk(path);
  expect((await disk.read(0, 4)).toString()).toBe('xxxx');
  await disk.close();
  await writeFile(path, text('UTF-8'));
  await expect(openDisk(path)).rejects.toMatchObject({
    name: 'FormatError',
    message: expect.stringContaining('in the encoding that it names, found other bytes than UTF-8') as string,
  });
});

test('what is no disk, or encrypted, is refused by name', async () => {
  const refused = async (text: string): Promise<unknown> =>
    openDiskIn(memorySource(Buffer.from(text.padEnd(1024, '\0'), 'latin1'))).then(
      () => 'read',
      (error: unknown) => error,
    );
  expect(await refused('QFI\xfb')).toMatchObject({
    code: 'disk-format-unknown',
    message: expect.stringMatching(/QCOW2/),
  });
  expect(await refused('MSWIM\0\0\0')).toMatchObject({ message: expect.stringMatching(/WIM/) });
  const descriptor = (line: string, extent = 'RW 1 FLAT "a" 0'): string =>
    `# Disk DescriptorFile\n${line}\ncreateType="monolithicFlat"\n${extent}\n`;
  for (const line of ['encryption.keySafe = "x"', 'encryptionKeys="x"', 'ddb.iofilters = "a,vmwarevmcrypt"']) {
    expect(await refused(descriptor(line))).toMatchObject({
      code: 'disk-format-unsupported',
      message: expect.stringMatching(/is an encrypted VMDK/),
    });
  }
  for (const line of ['encoding="UTF-8"', 'ddb.iofilters = "vmwarelwd"']) {
    expect(await refused(descriptor(line))).toMatchObject({ code: 'file-missing' });
  }
  expect(await refused(descriptor('', 'NOACCESS 1 FLAT "a" 0'))).toMatchObject({
    code: 'disk-format-unsupported',
    message: expect.stringMatching(/an extent that is not to be accessed/),
  });
  await expect(openDiskIn(memorySource(Buffer.from('hello')))).rejects.toMatchObject({
    message: expect.stringMatching(/not a disk image/),
  });
});

test('a VHDX whose log is not replayed is refused with the cure', async () => {
  const image = await fixture('gpt.vhdx');
  const { decodeVhdxHeader, encodeVhdxHeader, VHDX_HEADER_OFFSETS } = await import(
    '../../../src/disk/vhdx/vhdx-header.ts'
  );
  for (const offset of VHDX_HEADER_OFFSETS) {
    const header = decodeVhdxHeader(image.subarray(offset, offset + 4096), 'image', offset);
    encodeVhdxHeader({ ...header, logGuid: '00000001-1234-5678-9abc-def012345678' }).copy(image, offset);
  }
  await expect(openDiskIn(memorySource(image))).rejects.toMatchObject({
    code: 'disk-invalid',
    hint: expect.stringMatching(/qemu-img check/),
  });
});

describe('a disk that is nothing without its parent is refused by name', () => {
  test('differencing VHD', async () => {
    const footer = encodeVhdFooter({
      type: 'differencing',
      size: 2 ** 20,
      headerOffset: 512,
      timestamp: 0,
      creator: 'win ',
      uuid: Buffer.alloc(16, 7),
    });
    await expect(openDiskIn(memorySource(Buffer.concat([footer, Buffer.alloc(4096), footer])))).rejects.toMatchObject({
      code: 'disk-format-unsupported',
      message: expect.stringMatching(/differencing VHD:/),
      hint: expect.stringMatching(/Merge/),
    });
  });

  test('differencing VHDX', async () => {
    const image = await fixture('gpt.vhdx');
    const [regionTable] = VHDX_REGION_OFFSETS;
    const regions = decodeVhdxRegions(image.subarray(regionTable, regionTable + 65_536), 'image', regionTable);
    const metadata = regions.get(VHDX_METADATA_REGION)?.offset ?? 0;
    const entry = [...Array(8).keys()]
      .map((index) => metadata + 32 + index * 32)
      .find((at) => formatGuid(image, at) === 'caa16737-fa36-4d43-b3b6-33f0aa44e76b');
    const parameters = metadata + image.readUInt32LE((entry ?? 0) + 16);
    // "Has parent", MS-VHDX 2.2.6.2.1.
    image.writeUInt32LE(image.readUInt32LE(parameters + 4) | 2, parameters + 4);
    await expect(openDiskIn(memorySource(image))).rejects.toMatchObject({
      code: 'disk-format-unsupported',
      message: expect.stringMatching(/differencing VHDX:/),
      hint: expect.stringMatching(/Merge/),
    });
  });
});
