/** Damaged images of every format: a result or an error on purpose, soon, and without much memory. */

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readTarIndex } from '../../../src/archives/tar/tar-index.ts';
import { decodeFatBootSector } from '../../../src/disk/fat/fat-boot-sector.ts';
import { openFatVolume } from '../../../src/disk/fat/fat-volume.ts';
import { findFreeSpace } from '../../../src/disk/free-space.ts';
import { openDiskIn } from '../../../src/disk/open-disk.ts';
import { rawDisk } from '../../../src/disk/raw-disk.ts';
import { parseVmdkDescriptor } from '../../../src/disk/vmdk/vmdk-descriptor.ts';
import type { ByteSource } from '../../../src/files/byte-source.ts';
import { makeFat32 } from './make-fat.ts';
import { endsOnPurpose, FUZZ_RUNS, memorySource, readSome, whileMutated } from './mutated-images.ts';

const TIMEOUT = 60_000 + FUZZ_RUNS * 20;
const KIBIBYTE = 1024;
type Regions = readonly (readonly [start: number, end: number])[];

function fixture(name: string): Buffer {
  return gunzipSync(readFileSync(new URL(`../../fixtures/disk/${name}.gz`, import.meta.url)));
}

/** Some must survive and some must not: otherwise the damage is done in the wrong place. */
async function fuzz(image: Buffer, regions: Regions, body: (source: ByteSource) => Promise<void>): Promise<void> {
  let results = 0;
  for (let seed = 1; seed <= FUZZ_RUNS; seed++) {
    await whileMutated(image, regions, seed, async () => {
      if (await endsOnPurpose(seed, () => body(memorySource(image)))) results++;
    });
  }
  expect(results).toBeGreaterThan(0);
  expect(results).toBeLessThan(FUZZ_RUNS);
  await body(memorySource(image));
}

const openAndRead = async (source: ByteSource): Promise<void> => readSome(await openDiskIn(source));

test(
  'VHD: footer, header, table',
  async () => {
    const image = fixture('gpt.vhd');
    const end = image.length;
    await fuzz(
      image,
      [
        [0, 512],
        [512, 1600],
        [end - 512, end],
      ],
      openAndRead,
    );
  },
  TIMEOUT,
);

test(
  'VHD with checksums put right, so that the fields behind them are reached',
  async () => {
    const image = fixture('gpt.vhd');
    const { vhdChecksum } = await import('../../../src/disk/vhd/vhd-footer.ts');
    await fuzz(
      image,
      [
        [512, 1600],
        [image.length - 512, image.length],
      ],
      async (source) => {
        for (const [start, length, at] of [
          [image.length - 512, 512, 64],
          [512, 1024, 36],
        ] as const) {
          image.writeUInt32BE(vhdChecksum(image.subarray(start, start + length), at), start + at);
        }
        await openAndRead(source);
      },
    );
  },
  TIMEOUT,
);

test(
  'VHDX: headers, regions, metadata, table',
  async () => {
    const image = fixture('gpt.vhdx');
    const { crc32c } = await import('../../../src/disk/crc32.ts');
    const checked = [
      [64 * KIBIBYTE, 4096],
      [128 * KIBIBYTE, 4096],
      [192 * KIBIBYTE, 65536],
    ] as const;
    const tables: Regions = [
      [64 * KIBIBYTE, 64 * KIBIBYTE + 80],
      [128 * KIBIBYTE, 128 * KIBIBYTE + 80],
      [192 * KIBIBYTE, 192 * KIBIBYTE + 80],
      [2048 * KIBIBYTE, 2048 * KIBIBYTE + 256],
      [2112 * KIBIBYTE, 2112 * KIBIBYTE + 64],
      [3072 * KIBIBYTE, 3072 * KIBIBYTE + 64],
    ];
    let seed = 0;
    await fuzz(image, tables, async (source) => {
      // Every other time with the CRCs put right, so that the fields behind them are reached.
      const structures = seed++ % 2 === 0 ? [] : checked;
      const saved = structures.map(([at]) => image.readUInt32LE(at + 4));
      for (const [at, length] of structures) {
        image.writeUInt32LE(0, at + 4);
        image.writeUInt32LE(crc32c(image.subarray(at, at + length)), at + 4);
      }
      try {
        await openAndRead(source);
      } finally {
        for (const [index, [at]] of structures.entries()) image.writeUInt32LE(saved[index] ?? 0, at + 4);
      }
    });
  },
  TIMEOUT,
);

test(
  'VMDK sparse: header, descriptor, tables',
  async () => {
    await fuzz(
      fixture('gpt-sparse.vmdk'),
      [
        [0, 80],
        [512, 1024],
        [0x2a00, 0x2a40],
        [0x2c00, 0x2e00],
      ],
      openAndRead,
    );
  },
  TIMEOUT,
);

test(
  'VMDK streamOptimized: header, tables, markers and deflate streams',
  async () => {
    await fuzz(
      fixture('gpt-stream.vmdk'),
      [
        [0, 80],
        [0x2a00, 0x2e00],
        [64 * KIBIBYTE, 70 * KIBIBYTE],
      ],
      openAndRead,
    );
  },
  TIMEOUT,
);

test('VMDK descriptor: any text is a descriptor or is not', () => {
  const text = fixture('gpt-sparse.vmdk').subarray(512, 1024);
  for (let seed = 1; seed <= FUZZ_RUNS; seed++) {
    const copy = Buffer.from(text);
    for (let index = 0; index < 4; index++)
      copy[(seed * 7919 + index * 104729) % copy.length] = (seed * 31 + index) % 256;
    parseVmdkDescriptor(copy.toString('latin1'));
  }
});

test(
  'GPT',
  async () => {
    const image = fixture('gpt.raw');
    const end = image.length;
    const { crc32 } = await import('../../../src/disk/crc32.ts');
    await fuzz(
      image,
      [
        [512, 604],
        [1024, 1408],
        [end - 512, end - 420],
        [446, 512],
      ],
      async (source) => {
        const head = Buffer.from(image.subarray(512, 1024));
        head.writeUInt32LE(0, 16);
        const before = image.readUInt32LE(528);
        const length = head.readUInt32LE(12);
        if (length <= 512) image.writeUInt32LE(crc32(head.subarray(0, length)), 528);
        try {
          await readSome(rawDisk(source));
        } finally {
          image.writeUInt32LE(before, 528);
        }
      },
    );
  },
  TIMEOUT,
);

test(
  'NTFS and FAT: free space of damaged volumes never throws',
  async () => {
    const image = fixture('gpt.raw');
    const ntfs = image.indexOf('NTFS    ') - 3;
    const mft = ntfs + Number(image.readBigUInt64LE(ntfs + 48)) * 4096;
    const esp = 64 * 512;
    const regions: Regions = [
      [ntfs, ntfs + 80],
      [mft, mft + 8 * 1024],
      [esp, esp + 64],
      [esp + 512, esp + 1024],
    ];
    for (let seed = 1; seed <= FUZZ_RUNS; seed++) {
      await whileMutated(image, regions, seed, async () => {
        const isResult = await endsOnPurpose(seed, async () => {
          await findFreeSpace(rawDisk(memorySource(image)));
        });
        expect(isResult).toBe(true);
      });
    }
    expect((await findFreeSpace(rawDisk(memorySource(image)))).volumes.map(({ kept }) => kept)).toEqual([
      undefined,
      undefined,
    ]);
  },
  TIMEOUT,
);

test(
  'FAT: finding a file and reading it',
  async () => {
    const esp = makeFat32({
      'EFI/Boot/bootx64.efi': Buffer.alloc(5000, 'boot'),
      'EFI/Microsoft/Boot/BCD': Buffer.alloc(9000),
    });
    const image = Buffer.alloc(esp.size);
    for (const { offset, content } of esp.pieces) if (content instanceof Uint8Array) image.set(content, offset);
    const boot = decodeFatBootSector(image.subarray(0, 512), 'image', 0);
    await fuzz(
      image,
      [
        [0, 90],
        ...boot.fatOffsets.map((start) => [start, start + 64] as const),
        [boot.dataOffset, boot.dataOffset + 8 * boot.clusterSize],
      ],
      async (source) => {
        const volume = await openFatVolume(rawDisk(source), 0, image.length);
        for (const path of ['/EFI/Boot/bootx64.efi', '/EFI/Microsoft/Boot/BCD']) {
          const file = await volume.find(path);
          if (file) await volume.readFile(file, 2 ** 20);
        }
      },
    );
  },
  TIMEOUT,
);

test(
  'tar',
  async () => {
    const header = (name: string, size: string, type: string): Buffer => {
      const block = Buffer.alloc(512);
      block.write(name, 0);
      block.write(size, 124);
      block.write(type, 156);
      block.write('ustar\x0000', 257, 'latin1');
      block.fill(0x20, 148, 156);
      block.write(
        `${block
          .reduce((sum, byte) => sum + byte, 0)
          .toString(8)
          .padStart(6, '0')}\0 `,
        148,
      );
      return block;
    };
    const pax = Buffer.alloc(512);
    pax.write('13 size=1024\n', 0);
    const image = Buffer.concat([
      header('x', '00000000015', 'x'),
      pax,
      header('d.vmdk', '00000002000', '0'),
      Buffer.alloc(1024),
      header('e.vmdk', '00000001000', '0'),
      Buffer.alloc(512 * 3),
    ]);
    await fuzz(
      image,
      [
        [0, 512],
        [512, 530],
        [1024, 1536],
      ],
      async (source) => {
        await readTarIndex(source);
      },
    );
  },
  TIMEOUT,
);
