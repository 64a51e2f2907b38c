/** A well-laid-out disk made with external tools alone (sgdisk, mkfs.fat, mtools, mkntfs, wimlib, qemu-img), for tests to start from. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { putPart } from '../../judges/disk-part.ts';
import { fileTime, MEDIA_TIME, tools } from '../../media/media-tools.ts';
import { encodeHive } from '../../media/registry/regf-writer.ts';
import { registryKey } from '../../media/registry/registry-key.ts';
import { bcdTemplate } from '../../media/windows/bcd-template.ts';
import { KEY_SECURITY } from '../../media/windows/security-descriptors.ts';

const MIB = 2 ** 20;
const ESP_AT = 1 * MIB;
const ESP_SIZE = 100 * MIB;
const WINDOWS_AT = 117 * MIB;
export const WINDOWS_SIZE = 256 * MIB;
const DISK_SIZE = 374 * MIB;

export const LOADER = '{5e1d2a3b-0000-4000-8000-00000000c0de}';

/** @returns path of the VHD */
export async function plainWindowsDisk(installWim: string, index: number, work: string): Promise<string> {
  const raw = join(work, 'plain.img');
  await tools.run('truncate', ['-s', String(DISK_SIZE), raw]);
  await tools.run('sgdisk', [
    '-n',
    '1:2048:+100M',
    '-t',
    '1:ef00',
    '-c',
    '1:EFI system partition',
    '-n',
    '2:0:+16M',
    '-t',
    '2:0c01',
    '-c',
    '2:Microsoft reserved partition',
    '-n',
    '3:0:+256M',
    '-t',
    '3:0700',
    '-c',
    '3:Basic data partition',
    raw,
  ]);
  const esp = join(work, 'plain-esp.fat');
  await tools.run('truncate', ['-s', String(ESP_SIZE), esp]);
  await tools.run('mkfs.fat', ['-F', '32', '-h', String(ESP_AT / 512), esp]);
  await writeFile(join(work, 'plain-BCD'), bootStore());
  await tools.run('mmd', ['-i', esp, '::/EFI', '::/EFI/Microsoft', '::/EFI/Microsoft/Boot', '::/EFI/Boot']);
  await tools.run('mcopy', ['-i', esp, join(work, 'plain-BCD'), '::/EFI/Microsoft/Boot/BCD']);
  const windows = join(work, 'plain-windows.ntfs');
  await tools.run('truncate', ['-s', String(WINDOWS_SIZE), windows]);
  await tools.run('mkntfs', ['-Q', '-F', '-p', String(WINDOWS_AT / 512), '-H', '255', '-S', '63', windows]);
  await tools.run('wimlib-imagex', ['apply', installWim, String(index), windows]);
  await putPart(esp, raw, { offset: ESP_AT, size: ESP_SIZE });
  await putPart(windows, raw, { offset: WINDOWS_AT, size: WINDOWS_SIZE });
  const vhd = join(work, 'plain.vhd');
  await tools.run('qemu-img', ['convert', '-f', 'raw', '-O', 'vpc', '-o', 'subformat=dynamic,force_size=on', raw, vhd]);
  return vhd;
}

/** One loader beside the objects of the template. */
function bootStore(): Buffer {
  const store = registryKey('NewStoreRoot', {
    ...bcdTemplate(),
    [`Objects\\${LOADER}`]: {
      Description: { Type: 0x10200003 },
      Elements: { '12000004': { Element: 'Windows Server' }, '22000002': { Element: '\\Windows' } },
    },
    'Objects\\{9dea862c-5cdd-4e70-acc1-f32b344d4795}\\Elements\\23000003': { Element: LOADER },
  });
  return encodeHive(store, 'BCD', fileTime(MEDIA_TIME), KEY_SECURITY);
}
