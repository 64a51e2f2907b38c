import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startInFirmware } from '../../judges/start-firmware.ts';
import { assembleBootApplication } from '../../media/efi/boot-application.ts';
import { tools } from '../../media/media-tools.ts';

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
    await writeFile(join(work, 'bootx64.efi'), await assembleBootApplication('boot manager', work));
    await tools.run('truncate', ['-s', '64M', volume]);
    await tools.run('mkfs.fat', ['-F', '32', volume]);
    await tools.run('mmd', ['-i', volume, '::/EFI', '::/EFI/Boot']);
    await tools.run('mcopy', ['-i', volume, join(work, 'bootx64.efi'), '::/EFI/Boot/']);
    const said = await startInFirmware(volume, 'raw', work);
    expect(said).toMatch(/Stillframe sample boot manager: started from \\EFI\\BOOT\\BOOTX64\.EFI/i);
  });
});
