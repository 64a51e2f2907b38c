import { describe, expect, it } from 'vitest';
import { decodeBcdDevice, encodeBcdDevice } from '../../../src/bcd/bcd-device.ts';
import { FormatError } from '../../../src/errors.ts';

const PARTITION = {
  diskGuid: '01020304-0506-0708-090a-0b0c0d0e0f10',
  partitionGuid: 'a1a2a3a4-b1b2-c1c2-d1d2-e1e2e3e4e5e6',
};

describe('a BCD device element', () => {
  it('has the bytes that Windows writes', () => {
    expect(encodeBcdDevice(PARTITION).toString('hex')).toBe(
      `${'00'.repeat(16)}06000000000000004800000000000000a4a3a2a1b2b1c2c1d1d2e1e2e3e4e5e6${'00'.repeat(8)}` +
        `0403020106050807090a0b0c0d0e0f10${'00'.repeat(16)}`,
    );
  });

  it('reads back', () => {
    expect(decodeBcdDevice(encodeBcdDevice(PARTITION), 'x')).toEqual(PARTITION);
  });

  it.each([
    ['a ramdisk', 0x10, 3],
    ['an MBR partition', 0x34, 1],
  ])('refuses %s', (_what, offset, value) => {
    const bytes = encodeBcdDevice(PARTITION);
    bytes.writeUInt32LE(value, offset);
    expect(() => decodeBcdDevice(bytes, 'x')).toThrow(FormatError);
  });

  it('refuses another length', () => {
    expect(() => decodeBcdDevice(Buffer.alloc(80), 'x')).toThrow(FormatError);
  });
});
