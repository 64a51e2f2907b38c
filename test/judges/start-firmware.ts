/** Starts a disk in QEMU with OVMF, as firmware starts a machine whose variables name no loader: by \EFI\Boot\bootx64.efi. */

import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tools } from '../media/media-tools.ts';

const FIRMWARE = '/usr/share/OVMF';

/**
 * @param format as QEMU calls it; the disk is not changed
 * @param work a folder of its own
 * @returns what the machine wrote to its serial port until its loader turned it off; fails when none does within two minutes
 */
export async function startInFirmware(disk: string, format: 'raw' | 'vpc' | 'vhdx', work: string): Promise<string> {
  const serial = join(work, 'serial.txt');
  const variables = join(work, 'vars.fd');
  await copyFile(join(FIRMWARE, 'OVMF_VARS_4M.fd'), variables);
  const flash = `if=pflash,format=raw,readonly=on,file=${FIRMWARE}/OVMF_CODE_4M.fd`;
  await tools.run('timeout', [
    ...['120', 'qemu-system-x86_64', '-machine', 'q35,accel=tcg', '-m', '256', '-nodefaults', '-display', 'none'],
    ...['-drive', flash, '-drive', `if=pflash,format=raw,file=${variables}`],
    ...['-drive', `id=disk,if=none,format=${format},snapshot=on,file=${disk}`],
    ...['-device', 'ide-hd,drive=disk,bootindex=0', '-serial', `file:${serial}`],
  ]);
  return readFile(serial, 'latin1');
}
