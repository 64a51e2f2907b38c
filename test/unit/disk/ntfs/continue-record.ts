import { unprotect } from '../../../../src/disk/ntfs/ntfs-record.ts';

const RECORD = 1024;
const FIRST_ATTRIBUTE = 56;
const LIST = 0x20;
const DATA = 0x80;

/**
 * Splits the clusters of a file's data after the first `clusters` and moves those behind into another record, as NTFS does with a file in
 * more pieces than its record has room for. The data lie in one piece as mkntfs made them.
 * @param volume of 4096-byte clusters, changed in place
 */
export function continueRecord(volume: Buffer, number: number, into: number, clusters: number): void {
  const table = Number(volume.readBigUInt64LE(48)) * volume.readUInt8(13) * 512;
  const placeOf = (record: number): number => table + record * RECORD;
  const attributes = attributesOf(
    unprotect(volume.subarray(placeOf(number), placeOf(number) + RECORD), 'FILE', 'a', 0),
  );
  const data = attributes.find((bytes) => bytes.readUInt32LE(0) === DATA && bytes.readUInt8(9) === 0);
  if (data === undefined) throw new Error(`record ${number} has no data`);
  const run = data.subarray(data.readUInt16LE(32));
  const [countBytes, placeBytes] = [(run[0] ?? 0) & 15, (run[0] ?? 0) >> 4];
  const count = run.readUIntLE(1, countBytes);
  const cluster = run.readIntLE(1 + countBytes, placeBytes);
  const parts = [
    partOf(data, 0, clusters, cluster),
    partOf(data, clusters, count - clusters, cluster + clusters),
  ] as const;
  const list = listOf([
    [0, number],
    [clusters, into],
  ]);
  const own = [...attributes.filter((bytes) => bytes !== data), list, parts[0]];
  own.sort((a, b) => a.readUInt32LE(0) - b.readUInt32LE(0));
  recordOf(own, 0).copy(volume, placeOf(number));
  recordOf([parts[1]], number).copy(volume, placeOf(into));
}

function attributesOf(record: Buffer): Buffer[] {
  const attributes: Buffer[] = [];
  for (let at = record.readUInt16LE(20); record.readUInt32LE(at) !== 0xffffffff; ) {
    const length = record.readUInt32LE(at + 4);
    attributes.push(record.subarray(at, at + length));
    at += length;
  }
  return attributes;
}

/** One run of `count` clusters, which are those of the value from `before` on. */
function partOf(data: Buffer, before: number, count: number, cluster: number): Buffer {
  const part = Buffer.alloc(80);
  data.copy(part, 0, 0, 64);
  part.writeUInt32LE(part.length, 4);
  part.writeBigUInt64LE(BigInt(before), 16);
  part.writeBigUInt64LE(BigInt(before + count - 1), 24);
  part.writeUInt16LE(64, 32);
  part.writeUInt8(0x44, 64);
  part.writeUInt32LE(count, 65);
  part.writeInt32LE(cluster, 69);
  return part;
}

/** A resident attribute list of nothing but the parts of the data. */
function listOf(parts: readonly (readonly [before: number, record: number])[]): Buffer {
  const list = Buffer.alloc(24 + parts.length * 32);
  list.writeUInt32LE(LIST, 0);
  list.writeUInt32LE(list.length, 4);
  list.writeUInt32LE(parts.length * 32, 16);
  list.writeUInt16LE(24, 20);
  parts.forEach(([before, record], index) => {
    const at = 24 + index * 32;
    list.writeUInt32LE(DATA, at);
    list.writeUInt16LE(32, at + 4);
    list.writeUInt8(26, at + 7);
    list.writeBigUInt64LE(BigInt(before), at + 8);
    list.writeUIntLE(record, at + 16, 6);
    list.writeUInt16LE(1, at + 22);
  });
  return list;
}

function recordOf(attributes: readonly Buffer[], base: number): Buffer {
  const record = Buffer.alloc(RECORD);
  record.write('FILE', 0, 'latin1');
  record.writeUInt16LE(48, 4);
  record.writeUInt16LE(3, 6);
  record.writeUInt16LE(FIRST_ATTRIBUTE, 20);
  record.writeUInt16LE(1, 22);
  record.writeUIntLE(base, 32, 6);
  Buffer.concat([...attributes, Buffer.alloc(4, 0xff)]).copy(record, FIRST_ATTRIBUTE);
  record.writeUInt16LE(1, 48);
  for (const [sector, end] of [510, 1022].entries()) {
    record.copy(record, 50 + sector * 2, end, end + 2);
    record.writeUInt16LE(1, end);
  }
  return record;
}
