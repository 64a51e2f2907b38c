/**
 * Changes VHDX disks in place without their log: a table entry is written with one write within a sector, after the block
 * it points to is on stable storage, so that there is never anything to replay.
 */

import { createHash } from 'node:crypto';
import type { WritableByteSource } from '../../files/byte-source.ts';
import { assertNotCutOff } from '../cut-off.ts';
import type { WritableDisk } from '../disk.ts';
import { guidFromDigest } from '../guid.ts';
import { writableMappedDisk } from '../writable-mapped-disk.ts';
import { encodeVhdxEntry, VHDX_ALIGNMENT, VHDX_ENTRY_BYTES } from './vhdx-block-table.ts';
import { readVhdxFile, vhdxMapping } from './vhdx-disk.ts';
import { encodeVhdxHeader, VHDX_HEADER_OFFSETS } from './vhdx-header.ts';

/** Throws as `openVhdx`. */
export async function openVhdxForWriting(source: WritableByteSource): Promise<WritableDisk> {
  const file = await readVhdxFile(source);
  const { header, headerOffset, table, tableOffset, entryIndex } = file;
  const mapping = vhdxMapping(source, file);
  await assertNotCutOff(mapping);
  return writableMappedDisk({
    ...mapping,
    source,
    allocate: async (block, content) => {
      const offset = Math.ceil(source.size / VHDX_ALIGNMENT) * VHDX_ALIGNMENT;
      await source.write(offset, content);
      await source.flush();
      const index = entryIndex(block);
      await source.write(tableOffset + index * VHDX_ENTRY_BYTES, encodeVhdxEntry(offset));
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
