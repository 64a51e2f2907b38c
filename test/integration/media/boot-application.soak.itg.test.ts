import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assembleBootApplication } from '../../media/efi/boot-application.ts';
import { tools } from '../../media/media-tools.ts';

const FIRMWARE = '/usr/share/OVMF';

let work = '';

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'stillframe-efi-test-'));
});

afterAll(async () => {
  await rm(work, { recursive: true, force: true });
});

describe('the sample boot manager', () => {
  it('is started by the firmware, says from where, and turns the machine off', async () => {
    const volume = join(work, 'esp.fat');
    const serial = join(work, 'serial.txt');
    const variables = join(work, 'vars.fd');
    await writeFile(join(work, 'bootx64.efi'), await assembleBootApplication('boot manager', work));
    await tools.run('truncate', ['-s', '64M', volume]);
    await tools.run('mkfs.fat', ['-F', '32', volume]);
    await tools.run('mmd', ['-i', volume, '::/EFI', '::/EFI/Boot']);
    await tools.run('mcopy', ['-i', volume, join(work, 'bootx64.efi'), '::/EFI/Boot/']);
    await copyFile(join(FIRMWARE, 'OVMF_VARS_4M.fd'), variables);
    // The program ends the machine; timeout ends a firmware that never started it.
    await tools.run('timeout', [
      '120',
      'qemu-system-x86_64',
      '-machine',
      'q35,accel=tcg',
      '-m',
      '256',
      '-nodefaults',
      '-display',
      'none',
      '-drive',
      `if=pflash,format=raw,readonly=on,file=${FIRMWARE}/OVMF_CODE_4M.fd`,
      '-drive',
      `if=pflash,format=raw,file=${variables}`,
      '-drive',
      `id=disk,if=none,format=raw,snapshot=on,file=${volume}`,
      '-device',
      'ide-hd,drive=disk,bootindex=0',
      '-serial',
      `file:${serial}`,
    ]);
    const said = await readFile(serial, 'latin1');
    expect(said).toMatch(/Stillframe sample boot manager: started from \\EFI\\BOOT\\BOOTX64\.EFI/i);
  });
});
