import { encodeVhdDynamicHeader } from '../../../../src/disk/vhd/vhd-dynamic-header.ts';
import { encodeVhdFooter, type VhdFooter } from '../../../../src/disk/vhd/vhd-footer.ts';

export const BLOCK = 512 * 1024;
/** Where each part begins in the file: copy of the footer, header, table, two blocks with their bitmap, footer. */
export const AT = { header: 512, table: 1536, firstBitmap: 2048, first: 2560 } as const;

export interface SampleVhd {
  readonly footer?: Partial<VhdFooter>;
  readonly tableEntries?: number;
}

export const footerOf = (more: Partial<VhdFooter> = {}): Buffer =>
  encodeVhdFooter({
    type: 'dynamic',
    size: 3 * BLOCK + 1024,
    headerOffset: AT.header,
    timestamp: 1e9,
    creator: 'win ',
    uuid: Buffer.alloc(16, 7),
    ...more,
  });

/** A dynamic VHD of three blocks of 512 KiB and two sectors; block 2 alone is stored, filled with `2`. */
export function sampleVhd({ footer = {}, tableEntries = 4 }: SampleVhd = {}): Buffer {
  const closing = footerOf(footer);
  const table = Buffer.alloc(512, 0xff);
  table.writeUInt32BE(AT.firstBitmap / 512, 2 * 4);
  return Buffer.concat([
    closing,
    encodeVhdDynamicHeader({ tableOffset: AT.table, tableEntries, blockSize: BLOCK }),
    table,
    Buffer.alloc(512, 0xff),
    Buffer.alloc(BLOCK, '2'),
    closing,
  ]);
}
