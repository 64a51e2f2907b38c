/** Tells the format of a disk image by its bytes; names lie. */

import type { ByteSource } from '../files/byte-source.ts';
import { VHD_COOKIE, VHD_FOOTER_BYTES } from './vhd/vhd-footer.ts';

export type ImageFormat = 'vhd' | 'vhdx' | 'vmdk-sparse' | 'vmdk-descriptor' | 'tar' | 'raw';

/** A format that is known and not read here: what it is called and what to do about it. */
export interface ForeignFormat {
  readonly foreign: string;
  readonly hint: string;
  /** What qemu-img calls it, where qemu-img can read it whole: the header tells whether it needs another file. */
  readonly qemu?: QemuFormat;
}

export type QemuFormat = 'qcow' | 'qcow2' | 'qed' | 'vdi' | 'parallels';

const CONVERT =
  'Convert it to VHDX, VHD, raw or VMDK first, for example with: qemu-img convert -O raw <image> <image>.raw';
const UNPACK = 'Unpack it and give the disk image inside.';

const FOREIGN: readonly (readonly [signature: string, at: number, foreign: ForeignFormat])[] = [
  ['QFI\xfb\0\0\0\x01', 0, { foreign: 'a QCOW image', hint: CONVERT, qemu: 'qcow' }],
  ['QFI\xfb', 0, { foreign: 'a QCOW2 image', hint: CONVERT, qemu: 'qcow2' }],
  ['QED\0', 0, { foreign: 'a QED image', hint: CONVERT, qemu: 'qed' }],
  ['\x7f\x10\xda\xbe', 0x40, { foreign: 'a VirtualBox VDI image', hint: CONVERT, qemu: 'vdi' }],
  [
    'COWD',
    0,
    { foreign: 'a COWD sparse disk of an old ESX', hint: 'Clone it with vmkfstools -i, or export the VM as OVA.' },
  ],
  [
    'SE SPARSE',
    0,
    { foreign: 'an SESparse snapshot disk', hint: 'Consolidate the snapshots and export the VM as OVA.' },
  ],
  ['WithoutFreeSpace', 0, { foreign: 'a Parallels disk', hint: CONVERT, qemu: 'parallels' }],
  ['WithouFreSpacExt', 0, { foreign: 'a Parallels disk', hint: CONVERT, qemu: 'parallels' }],
  ['LUKS\xba\xbe', 0, { foreign: 'a LUKS-encrypted disk', hint: 'Decrypt it first.' }],
  [
    '<?xml',
    0,
    { foreign: 'an XML file, such as an OVF descriptor', hint: 'Give the OVA, or the disk beside the descriptor.' },
  ],
  ['MSWIM\0\0\0', 0, { foreign: 'a WIM file', hint: 'Give it to build-vhd: a WIM holds files, not a disk.' }],
  ['CD001', 32769, { foreign: 'an ISO image', hint: 'Give it to build-vhd: an ISO holds media, not a disk.' }],
  ['PK\x03\x04', 0, { foreign: 'a ZIP archive', hint: UNPACK }],
  ['7z\xbc\xaf\x27\x1c', 0, { foreign: 'a 7-Zip archive', hint: UNPACK }],
  ['\x1f\x8b\x08', 0, { foreign: 'a gzip-compressed file', hint: UNPACK }],
  ['\xfd7zXZ\0', 0, { foreign: 'an xz-compressed file', hint: UNPACK }],
  ['\x28\xb5\x2f\xfd', 0, { foreign: 'a zstd-compressed file', hint: UNPACK }],
];
const HEAD_BYTES = 512;

/** Reads at most four sectors. */
export async function recogniseFormat(source: ByteSource): Promise<ImageFormat | ForeignFormat> {
  const head = await readUpTo(source, 0, HEAD_BYTES);
  const starts = (signature: string): boolean => head.toString('latin1', 0, signature.length) === signature;
  if (starts('KDMV')) return 'vmdk-sparse';
  if (starts('vhdxfile')) return 'vhdx';
  if (starts('# Disk DescriptorFile')) return 'vmdk-descriptor';
  if (starts(VHD_COOKIE)) return 'vhd';
  if (isTarHeader(head)) return 'tar';
  const foot = await readUpTo(source, source.size - VHD_FOOTER_BYTES, VHD_FOOTER_BYTES);
  if (foot.toString('latin1', 0, VHD_COOKIE.length) === VHD_COOKIE) return 'vhd';
  for (const [signature, at, foreign] of FOREIGN) {
    const bytes =
      at + signature.length <= HEAD_BYTES ? head.subarray(at) : await readUpTo(source, at, signature.length);
    if (bytes.toString('latin1', 0, signature.length) === signature) return foreign;
  }
  return 'raw';
}

/** By its magic; archives as tar of version 7 wrote them have none, but as all have the sum of their header in it. */
function isTarHeader(head: Buffer): boolean {
  if (head.toString('latin1', 257, 262) === 'ustar') return true;
  const digits = /^ *([0-7]+)[ \0]/.exec(head.toString('latin1', 148, 156))?.[1];
  if (head.length < HEAD_BYTES || digits === undefined || head[0] === 0) return false;
  const sum = head.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 0x20 : byte), 0);
  return Number.parseInt(digits, 8) === sum;
}

async function readUpTo(source: ByteSource, offset: number, length: number): Promise<Buffer> {
  if (offset < 0 || offset >= source.size) return Buffer.alloc(0);
  return source.read(offset, Math.min(length, source.size - offset));
}
