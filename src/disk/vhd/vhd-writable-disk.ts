/** Changes fixed and dynamic VHDs in place. */

import { FormatError } from '../../errors.ts';
import type { WritableByteSource } from '../../files/byte-source.ts';
import { assertNotCutOff } from '../cut-off.ts';
import type { WritableDisk } from '../disk.ts';
import { writableRawDisk } from '../raw-disk.ts';
import { writableMappedDisk } from '../writable-mapped-disk.ts';
import { readVhdDynamicHeader, readVhdFooter, vhdMapping, vhdTable } from './vhd-disk.ts';
import { VHD_BLOCK_ABSENT, vhdBitmapBytes } from './vhd-dynamic-header.ts';
import { decodeVhdFooter, VHD_FOOTER_BYTES, type VhdFooter } from './vhd-footer.ts';

const SECTOR = 512;
const FILE_ALIGNMENT = 4096;

/** Throws as `openVhd`, and FormatError when the footer at the end is damaged: new blocks could not be told from old ones. */
export async function openVhdForWriting(source: WritableByteSource): Promise<WritableDisk> {
  const footer = await readVhdFooter(source);
  if (footer.headerOffset === undefined) return writableRawDisk(source, 'vhd-fixed', footer.size);
  return openDynamic(source, footer);
}

async function openDynamic(source: WritableByteSource, footer: VhdFooter): Promise<WritableDisk> {
  const footerOffset = source.size - VHD_FOOTER_BYTES;
  const footerBytes = await source.read(footerOffset, VHD_FOOTER_BYTES);
  decodeVhdFooter(footerBytes, source.path, footerOffset);

  const header = await readVhdDynamicHeader(source, footer);
  const table = vhdTable(source, header);
  const bitmap = Buffer.alloc(vhdBitmapBytes(header.blockSize), 0xff);
  const mapping = vhdMapping(source, footer, header, table);
  await assertNotCutOff(mapping);
  return writableMappedDisk({
    ...mapping,
    source,
    allocate: async (block, content) => {
      // The block takes the place of the footer, so the footer is first safe at its new place.
      const start = source.size - VHD_FOOTER_BYTES;
      const data = Math.ceil((start + bitmap.length) / FILE_ALIGNMENT) * FILE_ALIGNMENT;
      const sector = (data - bitmap.length) / SECTOR;
      if (sector >= VHD_BLOCK_ABSENT)
        throw new FormatError(source.path, start, 'room for another block', 'a file of 2 TiB');
      await source.write(data + content.length, footerBytes);
      await source.flush();
      await source.write(data - bitmap.length, Buffer.concat([bitmap, content]));
      await source.flush();
      const entry = Buffer.alloc(4);
      entry.writeUInt32BE(sector);
      await source.write(header.tableOffset + block * 4, entry);
      await source.flush();
      table.forget(block);
    },
    afterWrite: async (block, within, length) => {
      // Some readers take a sector whose bit is clear for zeros.
      const stored = await mapping.locate(block);
      if (stored === undefined) return;
      const first = Math.floor(within / SECTOR);
      const last = Math.floor((within + length - 1) / SECTOR);
      const place = stored - bitmap.length + (first >> 3);
      const bits = await source.read(place, (last >> 3) - (first >> 3) + 1);
      const before = Buffer.from(bits);
      for (let sector = first; sector <= last; sector++) {
        const at = (sector >> 3) - (first >> 3);
        bits[at] = (bits[at] ?? 0) | (0x80 >> (sector & 7));
      }
      if (!bits.equals(before)) await source.write(place, bits);
    },
  });
}
