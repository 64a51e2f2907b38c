import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  decodeVmdkHeader,
  decodeVmdkMarker,
  encodeVmdkHeader,
  encodeVmdkMarker,
  VMDK_MARKER_FOOTER,
  type VmdkHeader,
} from '../../../../src/disk/vmdk/vmdk-header.ts';
import { FormatError } from '../../../../src/errors.ts';

const HEADER: VmdkHeader = {
  version: 3,
  flags: 0x30001,
  capacity: 83_886_080,
  grainSize: 128,
  descriptorOffset: 1,
  descriptorSize: 20,
  entriesPerTable: 512,
  redundantDirectoryOffset: 0,
  directoryOffset: 'end',
  overHead: 128,
  uncleanShutdown: false,
  compression: 1,
};

it('lays the fields out as ESXi writes them', () => {
  const sector = encodeVmdkHeader(HEADER);
  expect(sector).toHaveLength(512);
  expect(sector.toString('latin1', 0, 4)).toBe('KDMV');
  expect(sector.toString('hex', 4, 12)).toBe('0300000001000300');
  expect(sector.toString('hex', 56, 64)).toBe('ffffffffffffffff');
  expect(sector.toString('hex', 72, 79)).toBe('000a200d0a0100');
});

it('reads back what it wrote, as header and as footer', () => {
  for (const header of [HEADER, { ...HEADER, directoryOffset: 123_456 }]) {
    expect(decodeVmdkHeader(encodeVmdkHeader(header), 'x.vmdk', 0)).toEqual(header);
  }
});

it('names the place of what is wrong', () => {
  const damaged = encodeVmdkHeader(HEADER);
  damaged.write('\n \n\n', 73, 'latin1');
  expect(() => decodeVmdkHeader(damaged, 'x.vmdk', 1024)).toThrow(/x\.vmdk: at offset 1097: .*newline/);
  expect(() => decodeVmdkHeader(Buffer.alloc(512), 'x.vmdk', 0)).toThrow(/KDMV/);
  expect(() => decodeVmdkHeader(Buffer.alloc(100), 'x.vmdk', 0)).toThrow(/100 bytes/);
});

it('tells grain markers from metadata markers', () => {
  expect(decodeVmdkMarker(encodeVmdkMarker(VMDK_MARKER_FOOTER, 1), 'x', 0)).toEqual({
    kind: 'metadata',
    type: VMDK_MARKER_FOOTER,
    sectors: 1,
  });
  const grain = Buffer.alloc(512);
  grain.writeBigUInt64LE(256n, 0);
  grain.writeUInt32LE(777, 8);
  expect(decodeVmdkMarker(grain, 'x', 0)).toEqual({ kind: 'grain', lba: 256, size: 777 });
});

it('answers any sector with a header or a FormatError', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 0, maxLength: 600 }), fc.boolean(), (bytes, magic) => {
      const sector = Buffer.from(bytes);
      if (magic && sector.length >= 4) sector.write('KDMV', 0, 'latin1');
      try {
        expect(decodeVmdkHeader(sector, 'x', 0).capacity).toBeGreaterThanOrEqual(0);
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
    }),
  );
});
