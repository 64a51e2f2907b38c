/** Layouts for tests of what people are shown. */

import type { DiskLayout, LayoutPartition } from '../../../src/disk/layout.ts';

const MIB = 2 ** 20;

function partition(index: number, type: LayoutPartition['type'], offset: number, size: number): LayoutPartition {
  return {
    index,
    type,
    typeGuid: 't',
    guid: `guid-${type}`,
    name: type,
    attributes: type === 'recovery' ? '0x8000000000000001' : '0x0',
    offset: offset * MIB,
    size: size * MIB,
    fileSystem: type === 'esp' ? 'fat32' : 'ntfs',
  };
}

/** ESP and Windows, with a Recovery partition behind them where that is asked for. */
export function sampleLayout({ recovery = false } = {}): DiskLayout {
  return {
    table: 'gpt',
    diskSize: 1024 * MIB,
    sectorSize: 512,
    partitions: [
      partition(1, 'esp', 1, 100),
      partition(2, 'windows', 101, 700),
      ...(recovery ? [partition(3, 'recovery', 801, 200)] : []),
    ],
  } as DiskLayout;
}
