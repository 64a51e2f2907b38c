import { expect, it } from 'vitest';
import { encodeTarHeader } from '../../../src/archives/tar/tar-header.ts';
import { recogniseFormat } from '../../../src/disk/recognise-format.ts';
import { memorySource } from './mutated-images.ts';

const at = (place: number, signature: string, size = 1024): Buffer => {
  const bytes = Buffer.alloc(size);
  bytes.write(signature, place, 'latin1');
  return bytes;
};

/** What tar of version 7 writes: no magic, and the sum of the header in seven octal digits. */
function oldTarHeader(sum?: number, name = 'vm.ovf'): Buffer {
  const header = encodeTarHeader({ name, size: 5, modified: 0 });
  header.fill(0, 257, 512);
  header.fill(' ', 148, 156);
  const right = header.reduce((total, byte) => total + byte, 0);
  header.write(`${(sum ?? right).toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return header;
}

it.each([
  ['vmdk-sparse', at(0, 'KDMV')],
  ['vhdx', at(0, 'vhdxfile')],
  ['vmdk-descriptor', at(0, '# Disk DescriptorFile')],
  ['vmdk-descriptor', Buffer.from('# Disk DescriptorFile\n')],
  ['vhd', at(0, 'conectix')],
  ['vhd', at(512, 'conectix')],
  ['vhd', at(1536, 'conectix', 2048)],
  ['vhd', at(0, 'conectix', 512)],
  ['tar', at(257, 'ustar')],
  ['tar', oldTarHeader()],
  ['raw', oldTarHeader(1)],
  ['raw', oldTarHeader(undefined, '')],
  ['raw', oldTarHeader().subarray(0, 511)],
  ['raw', at(511, 'conectix')],
  ['raw', at(1, 'KDMV')],
  ['raw', at(0, 'KDM')],
  ['raw', at(258, 'ustar')],
  ['raw', at(32_768, 'CD001', 40_000)],
  ['raw', at(0x41, '\x7f\x10\xda\xbe')],
  ['raw', Buffer.alloc(0)],
  ['raw', Buffer.from('KDM')],
  ['raw', Buffer.alloc(32_771)],
])('calls it %s by its bytes', async (format, bytes) => {
  expect(await recogniseFormat(memorySource(bytes))).toBe(format);
});

it.each([
  ['QFI\xfb\0\0\0\x01', 0, 'a QCOW image', 'qcow'],
  ['QFI\xfb\0\0\0\x03', 0, 'a QCOW2 image', 'qcow2'],
  ['QED\0', 0, 'a QED image', 'qed'],
  ['\x7f\x10\xda\xbe', 0x40, 'a VirtualBox VDI image', 'vdi'],
  ['COWD', 0, 'a COWD sparse disk of an old ESX', undefined],
  ['SE SPARSE', 0, 'an SESparse snapshot disk', undefined],
  ['WithoutFreeSpace', 0, 'a Parallels disk', 'parallels'],
  ['WithouFreSpacExt', 0, 'a Parallels disk', 'parallels'],
  ['LUKS\xba\xbe', 0, 'a LUKS-encrypted disk', undefined],
  ['<?xml', 0, 'an XML file, such as an OVF descriptor', undefined],
  ['MSWIM\0\0\0', 0, 'a WIM file', undefined],
  ['CD001', 32_769, 'an ISO image', undefined],
  ['PK\x03\x04', 0, 'a ZIP archive', undefined],
  ['7z\xbc\xaf\x27\x1c', 0, 'a 7-Zip archive', undefined],
  ['\x1f\x8b\x08', 0, 'a gzip-compressed file', undefined],
  ['\xfd7zXZ\0', 0, 'an xz-compressed file', undefined],
  ['\x28\xb5\x2f\xfd', 0, 'a zstd-compressed file', undefined],
])('knows %j at %i as %s', async (signature, place, foreign, qemu) => {
  const found = await recogniseFormat(memorySource(at(place, signature, 40_000)));
  expect(found).toMatchObject({ foreign, hint: expect.stringMatching(/^[A-Z].*\.?/) });
  expect(typeof found === 'string' ? found : found.qemu).toBe(qemu);
});
