import { describe, expect, it } from 'vitest';
import type { DiskLayout } from '../../../src/disk/layout.ts';
import { layoutMarkdown } from '../../../src/disk/layout-markdown.ts';
import { isProtected, layoutPieces, layoutTitle, partitionTitle } from '../../../src/disk/layout-pieces.ts';
import { sampleLayout } from '../actions/sample-layout.ts';

const MIB = 2 ** 20;

describe('layoutMarkdown', () => {
  it('draws the disk to scale and tells its partitions', () => {
    expect(layoutMarkdown(sampleLayout({ recovery: true }))).toBe(`\`\`\`text
GPT disk of 1 GiB, 512-byte sectors
┌─────┬──────────────────────────────────────┬───────────┬─┐
│1 ESP│2 Windows                             │3 Recovery │ │
└─────┴──────────────────────────────────────┴───────────┴─┘
\`\`\`

| # | partition | file system | size | of the disk |  |
| --- | --- | --- | --- | --- | --- |
| 1 | ESP | FAT32 | 100 MiB | 9.8 % |  |
| 2 | Windows | NTFS | 700 MiB | 68.4 % |  |
| 3 | Recovery | NTFS | 200 MiB | 19.5 % | protected |
|  | unallocated |  | 23 MiB | 2.2 % |  |`);
  });

  it('says that a disk has no partitions', () => {
    const empty: DiskLayout = { table: 'none', diskSize: MIB, sectorSize: 512, partitions: [] };
    expect(layoutMarkdown(empty)).toBe('Unpartitioned disk of 1 MiB, 512-byte sectors, no partitions');
  });
});

describe('the pieces of a layout', () => {
  it('are partitions and what lies in none, alignment left out', () => {
    const { partitions } = sampleLayout();
    const sizes = (diskSize: number) => layoutPieces({ ...sampleLayout(), diskSize }).map(({ size }) => size / MIB);
    expect(layoutPieces(sampleLayout()).map(({ partition }) => partition?.index)).toEqual([1, 2, undefined]);
    expect(sizes(803 * MIB)).toEqual([100, 700, 2]);
    expect(sizes(803 * MIB - 1)).toEqual([100, 700]);
    const late = partitions.map((one) => ({ ...one, offset: one.offset + 9 * MIB }));
    expect(layoutPieces({ ...sampleLayout(), partitions: late }).map(({ size }) => size / MIB)).toEqual([
      10, 100, 700, 214,
    ]);
  });

  it('have names for people', () => {
    const [esp] = sampleLayout().partitions;
    if (!esp) throw new Error('no partition');
    expect(partitionTitle(esp)).toBe('ESP');
    expect(partitionTitle({ ...esp, type: 'recovery', mbrType: '0x27' })).toBe('Recovery (0x27)');
    expect(layoutTitle({ ...sampleLayout(), table: 'mbr', sectorSize: 4096 })).toBe(
      'MBR disk of 1 GiB, 4096-byte sectors',
    );
    expect(
      ['0x8000000000000001', '0x0000000000000001', '0x8000000000000000', '0x0'].map((attributes) =>
        isProtected({ ...esp, attributes }),
      ),
    ).toEqual([true, true, false, false]);
  });
});
