import { expect, it } from 'vitest';
import {
  decodeVmdkDescriptor,
  encodeVmdkDescriptor,
  parseVmdkDescriptor,
  type VmdkDescriptor,
} from '../../../../src/disk/vmdk/vmdk-descriptor.ts';

const DESCRIPTOR: VmdkDescriptor = {
  cid: '1234abcd',
  parentCid: 'ffffffff',
  createType: 'monolithicFlat',
  extents: [
    { access: 'RW', sectors: 2048, type: 'FLAT', file: 'my disk-flat.vmdk', offset: 0 },
    { access: 'RW', sectors: 8, type: 'ZERO' },
  ],
  database: { adapterType: 'lsilogic', 'geometry.heads': '255' },
};

it('reads back what it wrote', () => {
  expect(parseVmdkDescriptor(encodeVmdkDescriptor(DESCRIPTOR))).toEqual(DESCRIPTOR);
  const child = { ...DESCRIPTOR, parentCid: '0123abcd' };
  expect(parseVmdkDescriptor(encodeVmdkDescriptor(child))).toEqual(child);
});

it('is as lenient as VMware is: case, spaces, CR LF, unknown keys, zeros behind', () => {
  const text =
    '# Disk DescriptorFile\r\nVersion = 1\r\nCID=1\r\nisNativeSnapshot="no"\r\nCreateType = "streamOptimized"\r\nrw 16 sparse "a"\r\n\0\0\0junk=1';
  expect(parseVmdkDescriptor(text)).toMatchObject({
    createType: 'streamOptimized',
    parentCid: 'ffffffff',
    extents: [{ access: 'RW', sectors: 16, type: 'SPARSE', file: 'a' }],
  });
});

it('is no descriptor without a type or an extent', () => {
  expect(parseVmdkDescriptor('createType="x"')).toBeUndefined();
  expect(parseVmdkDescriptor('RW 16 SPARSE "a"')).toBeUndefined();
});

it.each<[string, string, string]>([
  ['encoding="windows-1252"', 'e9e4df80', 'éäß€'],
  ['Encoding = GBK', 'd1a9b1a4', '雪堡'],
  ['encoding="Shift_JIS"', '90e1', '雪'],
  ['encoding="windows-932"', '90e1', '雪'],
  ['encoding="windows-950"', 'b3b7', '雪'],
  ['encoding="UTF-8"', 'c3a9', 'é'],
  ['version=1', 'c3a9', 'é'],
])('reads names in the encoding that is named: %s', (line, hex, name) => {
  const bytes = Buffer.concat([Buffer.from(`# Disk DescriptorFile\n${line}\nRW 1 FLAT "`), Buffer.from(hex, 'hex')]);
  expect(decodeVmdkDescriptor(bytes)?.endsWith(`"${name}`)).toBe(true);
});

it('reads no names in an encoding that is not known, or not kept', () => {
  const text = (encoding: string, name: string): string | undefined =>
    decodeVmdkDescriptor(Buffer.from(`encoding="${encoding}"\nRW 1 FLAT "${name}"`, 'latin1'));
  expect(text('x-made-up', 'disk')).toContain('FLAT "disk"');
  expect([text('x-made-up', 'd\xe9sk'), text('UTF-8', 'd\xe9sk')]).toEqual([undefined, undefined]);
});
