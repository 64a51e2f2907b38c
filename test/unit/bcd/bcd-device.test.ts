import { describe, expect, it } from 'vitest';
import { encodeBcdDevice, partitionsWithin, readBcdDevice } from '../../../src/bcd/bcd-device.ts';

const PARTITION = {
  diskGuid: '01020304-0506-0708-090a-0b0c0d0e0f10',
  partitionGuid: 'a1a2a3a4-b1b2-c1c2-d1d2-e1e2e3e4e5e6',
};
const ENCODED = encodeBcdDevice(PARTITION);

/** Sixteen bytes for a GUID, then a descriptor of a type and length. */
function device(type: number, length = 0x48): Buffer {
  const bytes = Buffer.alloc(16 + length);
  bytes.writeUInt32LE(type, 16);
  bytes.writeUInt32LE(length, 24);
  return bytes;
}

describe('a BCD device element', () => {
  it('has the bytes that Windows writes', () => {
    expect(ENCODED.toString('hex')).toBe(
      `${'00'.repeat(16)}06000000000000004800000000000000a4a3a2a1b2b1c2c1d1d2e1e2e3e4e5e6${'00'.repeat(8)}` +
        `0403020106050807090a0b0c0d0e0f10${'00'.repeat(16)}`,
    );
  });

  it('of a partition reads back', () => {
    expect(readBcdDevice(ENCODED)).toEqual({ kind: 'partition', ...PARTITION });
  });

  it.each([
    ['boot', device(5), { kind: 'boot' }],
    ['boot, short', device(5, 16), { kind: 'boot' }],
    ['boot, no more than its header', device(5, 12), { kind: 'boot' }],
    ['boot, cut within its header', device(5, 12).subarray(0, 27), { kind: 'other', what: '27 bytes' }],
    ['locate', device(8), { kind: 'locate' }],
    ['locate with a path', Buffer.concat([device(8, 0x20), Buffer.from('\\Windows\0', 'utf16le')]), { kind: 'locate' }],
    ['a disk', device(0), { kind: 'other', what: 'type 0' }],
    ['a partition by number', device(2), { kind: 'other', what: 'type 2' }],
    ['something too short', Buffer.alloc(27), { kind: 'other', what: '27 bytes' }],
    ['nothing', Buffer.alloc(0), { kind: 'other', what: '0 bytes' }],
  ])('knows %s', (_what, bytes, expected) => {
    expect(readBcdDevice(bytes)).toEqual(expected);
  });

  it.each([
    ['scheme', 0x34, 1],
    ['length', 0x18, 0x50],
  ])('is no partition of a GPT disk with another %s', (_what, offset, value) => {
    const bytes = Buffer.from(ENCODED);
    bytes.writeUInt32LE(value, offset);
    expect(readBcdDevice(bytes)).toEqual({ kind: 'other', what: 'a partition of no GPT disk' });
    expect(partitionsWithin(bytes)).toEqual([]);
  });

  it('is none when it is cut short', () => {
    expect(readBcdDevice(ENCODED.subarray(0, 87))).toEqual({ kind: 'other', what: 'a partition of no GPT disk' });
    expect(partitionsWithin(ENCODED.subarray(0, 87))).toEqual([]);
  });

  it('may hold partitions further in, as that of a RAM disk does', () => {
    const other = { ...PARTITION, partitionGuid: 'b1a2a3a4-b1b2-c1c2-d1d2-e1e2e3e4e5e6' };
    const nested = Buffer.concat([Buffer.alloc(52, 1), ENCODED, encodeBcdDevice(other), Buffer.alloc(4)]);
    expect(partitionsWithin(nested)).toEqual([PARTITION, other]);
    expect(partitionsWithin(ENCODED)).toEqual([PARTITION]);
    // Descriptors begin on multiples of four.
    expect(partitionsWithin(nested.subarray(1))).toEqual([]);
  });
});
