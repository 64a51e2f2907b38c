import { crc32 } from '../../../../src/disk/crc32.ts';
import type { WritableDisk } from '../../../../src/disk/disk.ts';
import { readGpt } from '../../../../src/disk/gpt/gpt.ts';
import { encodeGptHeader, type GptHeader } from '../../../../src/disk/gpt/gpt-header.ts';

/** Changes the entries of both copies, as another tool would: with right checksums; and fields of their headers. */
export async function changeEntries(
  disk: WritableDisk,
  change: (entries: Buffer) => unknown,
  fields: Partial<GptHeader> = {},
): Promise<void> {
  const { primary, backup, sectorSize } = await readGpt(disk);
  for (const copy of [primary, backup]) {
    if (!copy.valid) throw copy.problem;
    const entries = Buffer.from(copy.entries);
    change(entries);
    const header = { ...copy.header, ...fields, entriesCrc: crc32(entries) };
    await disk.write(header.entriesLba * sectorSize, entries);
    await disk.write(header.currentLba * sectorSize, encodeGptHeader(header, sectorSize));
  }
}

/** As sgdisk and parted delete a partition: its entry is blank, and the others stay where they are. */
export function blankEntry(disk: WritableDisk, index: number): Promise<void> {
  return changeEntries(disk, (entries) => entries.fill(0, (index - 1) * 128, index * 128));
}
