/** Starts a disk in QEMU with OVMF, as firmware starts a machine whose variables name no loader: by \EFI\Boot\bootx64.efi. */

import { spawn } from 'node:child_process';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';

const FIRMWARE = '/usr/share/OVMF';
const TIME_OUT = 120_000;
/** OVMF says so on the serial port when it cannot load the disk's loader, and when that gave the machine back: it goes on to a program of its own, for ever. */
const GIVEN_UP = /BdsDxe: (failed|No bootable option|loading [^\r\n]* from Fv\()[^\r\n]*(?=[\r\n])/;

/**
 * @param format as QEMU calls it; the disk is not changed
 * @param work a folder of its own
 * @returns what the machine wrote to its serial port until its loader turned it off
 * @throws when the firmware gives the loader up, when QEMU fails, and when nothing turns the machine off within two minutes
 */
export async function startInFirmware(
  disk: string,
  format: 'raw' | 'vpc' | 'vhdx' | 'vmdk',
  work: string,
): Promise<string> {
  const variables = join(work, 'vars.fd');
  await copyFile(join(FIRMWARE, 'OVMF_VARS_4M.fd'), variables);
  const flash = `if=pflash,format=raw,readonly=on,file=${FIRMWARE}/OVMF_CODE_4M.fd`;
  const machine = spawn('qemu-system-x86_64', [
    ...['-machine', 'q35,accel=tcg', '-m', '256', '-nodefaults', '-display', 'none'],
    ...['-drive', flash, '-drive', `if=pflash,format=raw,file=${variables}`],
    ...['-drive', `id=disk,if=none,format=${format},snapshot=on,file=${disk}`],
    ...['-device', 'ide-hd,drive=disk,bootindex=0', '-serial', 'stdio'],
  ]);
  return new Promise((resolve, reject) => {
    let said = '';
    let errors = '';
    const end = (why: string): void => {
      reject(new Error(`${why}\n${errors}${said}`));
      machine.kill('SIGKILL');
    };
    const timer = setTimeout(() => end('the loader did not turn the machine off'), TIME_OUT);
    machine.stdout.setEncoding('latin1').on('data', (text: string) => {
      said += text;
      const [line] = GIVEN_UP.exec(said) ?? [];
      if (line !== undefined) end(`the firmware does not start the disk's loader: ${line}`);
    });
    machine.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    machine.once('error', reject);
    machine.once('close', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve(said);
      else end(`qemu-system-x86_64 ended with ${code}`);
    });
  });
}
