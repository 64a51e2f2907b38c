/** The protective MBR in front of a GPT (UEFI 2.10, section 5.2.3). */

export const MBR_BYTES = 512;
const PARTITION_TABLE = 446;
const ENTRY_BYTES = 16;
const TYPE_GPT_PROTECTIVE = 0xee;
const SIGNATURE = 0xaa55;

/** What the first sector says about the disk; a hybrid MBR lists GPT partitions a second time. */
export type MbrKind = 'protective' | 'hybrid' | 'mbr-partitions' | 'none';

/** @param bytes the first 512 bytes of the disk */
export function classifyMbr(bytes: Buffer): MbrKind {
  if (bytes.readUInt16LE(510) !== SIGNATURE) return 'none';
  const types = [0, 1, 2, 3].map((index) => bytes.readUInt8(PARTITION_TABLE + index * ENTRY_BYTES + 4));
  const others = types.filter((type) => type !== 0 && type !== TYPE_GPT_PROTECTIVE);
  if (types.includes(TYPE_GPT_PROTECTIVE)) return others.length === 0 ? 'protective' : 'hybrid';
  return others.length === 0 ? 'none' : 'mbr-partitions';
}

/** One entry of type 0xEE over the whole disk, as far as 32 bits reach. */
export function encodeProtectiveMbr(diskSize: number, sectorSize: number): Buffer {
  const bytes = Buffer.alloc(MBR_BYTES);
  const entry = PARTITION_TABLE;
  // First and last sector in the old geometry: 0/0/2, and the largest there is.
  bytes.set([0x00, 0x00, 0x02, 0x00, TYPE_GPT_PROTECTIVE, 0xff, 0xff, 0xff], entry);
  bytes.writeUInt32LE(1, entry + 8);
  bytes.writeUInt32LE(Math.min(diskSize / sectorSize - 1, 0xffffffff), entry + 12);
  bytes.writeUInt16LE(SIGNATURE, 510);
  return bytes;
}
