/** Reads fixed and dynamic VHDs. */

import { FormatError, UserError } from '../../errors.ts';
import { type ByteSource, windowOf } from '../../files/byte-source.ts';
import type { Disk } from '../disk.ts';
import { type BlockMapping, mappedDisk } from '../mapped-disk.ts';
import { rawDisk } from '../raw-disk.ts';
import { TableReader } from '../table-reader.ts';
import {
  decodeVhdDynamicHeader,
  VHD_BLOCK_ABSENT,
  VHD_DYNAMIC_HEADER_BYTES,
  type VhdDynamicHeader,
  vhdBitmapBytes,
} from './vhd-dynamic-header.ts';
import { decodeVhdFooter, VHD_COOKIE, VHD_FOOTER_BYTES, type VhdFooter } from './vhd-footer.ts';

const SECTOR = 512;

/** @throws FormatError when a structure is wrong, UserError disk-format-unsupported for a differencing disk */
export async function openVhd(source: ByteSource): Promise<Disk> {
  const footer = await readVhdFooter(source);
  if (footer.headerOffset === undefined) {
    return rawDisk(windowOf(source, 0, footer.size), 'vhd-fixed');
  }
  const header = await readVhdDynamicHeader(source, footer);
  return mappedDisk(vhdMapping(source, footer, header, vhdTable(source, header)));
}

/** How a dynamic VHD maps its blocks. */
export function vhdMapping(
  source: ByteSource,
  footer: VhdFooter,
  header: VhdDynamicHeader,
  table: TableReader,
): BlockMapping {
  const bitmapBytes = vhdBitmapBytes(header.blockSize);
  return {
    size: footer.size,
    format: 'vhd-dynamic',
    source,
    blockSize: header.blockSize,
    // The sector bitmap is not asked: a block's sectors never written are zeros in the file, and no reader in use masks by it.
    locate: async (block) => {
      const { page, at } = await table.entry(block);
      const sector = page.readUInt32BE(at);
      return sector === VHD_BLOCK_ABSENT ? undefined : sector * SECTOR + bitmapBytes;
    },
  };
}

/**
 * The footer at the end of the file or, where that one is damaged, its copy at the start of a dynamic disk.
 * @throws FormatError when neither is right, UserError for a differencing disk
 */
export async function readVhdFooter(source: ByteSource): Promise<VhdFooter> {
  const end = source.size - VHD_FOOTER_BYTES;
  if (end < 0) throw new FormatError(source.path, 0, 'a VHD of at least 512 bytes', `${source.size} bytes`);
  let footer: VhdFooter;
  try {
    footer = decodeVhdFooter(await source.read(end, VHD_FOOTER_BYTES), source.path, end);
  } catch (error) {
    const copy = await source.read(0, VHD_FOOTER_BYTES);
    if (!(error instanceof FormatError) || copy.toString('latin1', 0, 8) !== VHD_COOKIE) throw error;
    footer = decodeVhdFooter(copy, source.path, 0);
  }
  if (footer.type === 'differencing') {
    throw new UserError(
      'disk-format-unsupported',
      `${source.path} is a differencing VHD: it only holds what changed against a parent`,
      'Merge it into its parent first (Merge-VHD or diskpart "merge vdisk") and give the merged disk.',
    );
  }
  if (footer.type === 'fixed' && footer.size > end) {
    throw new FormatError(
      source.path,
      end,
      `a fixed VHD of ${footer.size} bytes and its footer`,
      `${source.size} bytes`,
    );
  }
  return footer;
}

/** @throws FormatError when the header is damaged or its table too short for the disk */
export async function readVhdDynamicHeader(source: ByteSource, footer: VhdFooter): Promise<VhdDynamicHeader> {
  const offset = footer.headerOffset ?? 0;
  const header = decodeVhdDynamicHeader(await source.read(offset, VHD_DYNAMIC_HEADER_BYTES), source.path, offset);
  const needed = Math.ceil(footer.size / header.blockSize);
  if (header.tableEntries < needed) {
    throw new FormatError(source.path, offset + 28, `${needed} blocks for the disk's size`, `${header.tableEntries}`);
  }
  return header;
}

/** @throws FormatError when the table does not lie within the file */
export function vhdTable(source: ByteSource, header: VhdDynamicHeader): TableReader {
  return new TableReader(source, header.tableOffset, header.tableEntries, 4);
}
