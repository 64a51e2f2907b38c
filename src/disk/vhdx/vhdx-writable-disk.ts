/**
 * Changes VHDX disks in place without their log: a table entry is written with one write within a sector, after the block
 * it points to is on stable storage, so that there is never anything to replay.
 */

import { createHash } from 'node:crypto';
import type { WritableByteSource } from '../../files/byte-source.ts';
import type { WritableDisk } from '../disk.ts';
import { guidFromDigest } from '../guid.ts';
import { writableMappedDisk } from '../writable-mapped-disk.ts';
import { readVhdxFile, VHDX_FULLY_PRESENT, vhdxMapping } from './vhdx-disk.ts';
import { encodeVhdxHeader, VHDX_HEADER_OFFSETS } from './vhdx-header.ts';

const MEBIBYTE = 2 ** 20;

/** Throws as `openVhdx`. */
export async function openVhdxForWriting(source: WritableByteSource): Promise<WritableDisk> {
  const file = await readVhdxFile(source);
  const { header, headerOffset, table, tableOffset, entryIndex } = file;
  return writableMappedDisk({
    ...vhdxMapping(source, file),
    source,
    allocate: async (block, content) => {
      const offset = Math.ceil(source.size / MEBIBYTE) * MEBIBYTE;
      await source.write(offset, content);
      await source.flush();
      const index = entryIndex(block);
      const entry = Buffer.alloc(8);
      entry.writeBigUInt64LE((BigInt(offset / MEBIBYTE) << 20n) | BigInt(VHDX_FULLY_PRESENT));
      await source.write(tableOffset + index * 8, entry);
      await source.flush();
      table.forget(index);
    },
    // MS-VHDX 2.2.2: both GUIDs change with the first write after opening, in the header that is not the current one.
    beforeFirstWrite: async () => {
      const other = VHDX_HEADER_OFFSETS.find((offset) => offset !== headerOffset) ?? VHDX_HEADER_OFFSETS[0];
      const next = (guid: string): string => guidFromDigest(createHash('sha256').update(guid).digest());
      const changed = {
        ...header,
        sequence: header.sequence + 1n,
        fileWriteGuid: next(header.fileWriteGuid),
        dataWriteGuid: next(header.dataWriteGuid),
      };
      await source.write(other, encodeVhdxHeader(changed));
      await source.flush();
    },
  });
}
