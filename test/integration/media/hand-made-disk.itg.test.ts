import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takePart } from '../../judges/disk-part.ts';
import { buildSampleMedia } from '../../media/build.ts';
import { makeHandMadeDisk } from '../../media/hand-made-disk.ts';
import { sha256OfFile } from '../../media/media-cache.ts';
import { tools } from '../../media/media-tools.ts';
import { LOADER, plainWindowsDisk, WINDOWS_SIZE } from './plain-windows-disk.ts';

const MIB = 2 ** 20;
const RECOVERY_SIZE = 64 * MIB;

let work = '';
let raw = '';
let vhd = '';
let plain = '';

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'stillframe-hand-made-test-'));
  const { windowsIso } = await buildSampleMedia();
  await tools.run('7zz', ['x', '-y', `-o${work}`, windowsIso, 'sources/install.wim']);
  plain = await plainWindowsDisk(join(work, 'sources', 'install.wim'), 1, work);
  vhd = join(work, 'hand-made.vhd');
  await makeHandMadeDisk(plain, vhd, { recoverySize: RECOVERY_SIZE });
  raw = join(work, 'hand-made.img');
  await tools.run('qemu-img', ['convert', '-f', 'vpc', '-O', 'raw', vhd, raw]);
});

afterAll(async () => {
  await rm(work, { recursive: true, force: true });
});

async function partition(number: number, disk = raw): Promise<{ type: string; guid: string; attributes: string }> {
  const { stdout } = await tools.run('sgdisk', ['-i', String(number), disk]);
  const field = (pattern: RegExp): string => pattern.exec(stdout)?.[1] ?? '';
  return {
    type: field(/GUID code: ([0-9A-F-]+)/),
    guid: field(/unique GUID: ([0-9A-F-]+)/),
    attributes: field(/Attribute flags: ([0-9A-F]+)/),
  };
}

describe('makeHandMadeDisk', () => {
  it('puts a protected Recovery partition before ESP, MSR and Windows', async () => {
    const { stdout } = await tools.run('sgdisk', ['-v', raw]);
    expect(stdout).toContain('No problems found');
    expect(await partition(1)).toMatchObject({
      type: 'DE94BBA4-06D1-4D40-A16A-BFD50179D6AC',
      attributes: '8000000000000001',
    });
    expect((await partition(2)).type).toBe('C12A7328-F81F-11D2-BA4B-00A0C93EC93B');
    expect((await partition(3)).type).toBe('E3C9E316-0B5C-4DB8-817D-F92DF00215AE');
    expect((await partition(4)).type).toBe('EBD0A0A2-B9E5-4433-87C0-68B6B72699C7');
  });

  it('keeps the GUIDs of the partitions and of the disk', async () => {
    const before = join(work, 'before.img');
    await tools.run('qemu-img', ['convert', '-f', 'vpc', '-O', 'raw', plain, before]);
    for (const number of [1, 2, 3]) {
      expect((await partition(number + 1)).guid).toBe((await partition(number, before)).guid);
    }
    const guid = async (disk: string) =>
      /Disk identifier \(GUID\): (\S+)/.exec((await tools.run('sgdisk', ['-p', disk])).stdout)?.[1];
    expect(await guid(raw)).toBe(await guid(before));
    await rm(before);
  });

  it('leaves clean volumes: the recovery environment on its own, Windows as it was', async () => {
    const recovery = join(work, 'recovery.ntfs');
    await takePart(raw, { offset: MIB, size: RECOVERY_SIZE }, recovery);
    await tools.run('ntfsfix', ['-n', recovery]);
    const { stdout } = await tools.run('ntfsls', ['-a', '-p', '/Recovery/WindowsRE', recovery]);
    expect(stdout.split('\n')).toEqual(expect.arrayContaining(['Winre.wim', 'boot.sdi', 'ReAgent.xml']));
    await tools.run('7zz', ['x', '-y', '-tntfs', `-o${work}/re`, recovery, 'Recovery/WindowsRE/Winre.wim']);
    await tools.run('wimlib-imagex', ['verify', join(work, 're', 'Recovery', 'WindowsRE', 'Winre.wim')]);

    const windowsAt = 117 * MIB + RECOVERY_SIZE;
    const windows = join(work, 'windows.ntfs');
    await takePart(raw, { offset: windowsAt, size: WINDOWS_SIZE }, windows);
    await tools.run('ntfsfix', ['-n', windows]);
    const volume = await readFile(windows);
    for (const sector of [0, volume.length - 512]) {
      expect(volume.readUInt32LE(sector + 0x1c)).toBe(windowsAt / 512);
      volume.writeUInt32LE((117 * MIB) / 512, sector + 0x1c);
    }
    expect(volume.equals(await readFile(join(work, 'plain-windows.ntfs')))).toBe(true);
  });

  it('makes the boot store refer to the Recovery partition', async () => {
    const esp = join(work, 'esp.fat');
    await takePart(raw, { offset: MIB + RECOVERY_SIZE, size: 100 * MIB }, esp);
    await tools.run('fsck.fat', ['-n', esp]);
    const store = join(work, 'BCD');
    await tools.run('mcopy', ['-n', '-i', esp, '::/EFI/Microsoft/Boot/BCD', store]);
    const get = async (object: string, element: string): Promise<string> =>
      (await tools.run('hivexget', [store, `\\Objects\\${object}\\Elements\\${element}`, 'Element'])).stdout;
    const winre = (await get(LOADER, '14000008')).trim();
    expect(winre).toMatch(/^\{[0-9a-f-]{36}\}$/);
    expect((await get(winre, '12000002')).trim()).toBe('\\windows\\system32\\winload.efi');

    const { stdout } = await tools.run('hivexregedit', ['--export', store, `\\Objects\\${winre}\\Elements\\11000001`]);
    const device = Buffer.from(/hex\(3\):(\S+)/.exec(stdout)?.[1]?.replaceAll(',', '') ?? '', 'hex');
    const { guid } = await partition(1);
    const fields = guid.split('-');
    const stored = fields
      .map((field, index) => (index < 3 ? Buffer.from(field, 'hex').reverse() : Buffer.from(field, 'hex')))
      .reduce((all, field) => Buffer.concat([all, field]), Buffer.alloc(0));
    expect(device.indexOf(stored)).toBeGreaterThan(16);
    expect(device.toString('utf16le')).toContain('\\Recovery\\WindowsRE\\Winre.wim');
  });

  it('gives the same bytes for the same disk', async () => {
    const again = join(work, 'again.vhd');
    await makeHandMadeDisk(plain, again, { recoverySize: RECOVERY_SIZE });
    expect(await sha256OfFile(again)).toBe(await sha256OfFile(vhd));
  });
});
