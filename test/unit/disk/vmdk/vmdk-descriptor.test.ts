import { expect, it } from 'vitest';
import {
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
