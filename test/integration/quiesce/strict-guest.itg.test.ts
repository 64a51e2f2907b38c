/**
 * The guest of the vSphere double is what is on its disk: for every rule a disk that breaks it, made from a good one by foreign
 * tools, and what the double says of it.
 */

import { execFile } from 'node:child_process';
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import type { GuestOutcome } from '../../fakes/vsphere/state.ts';
import { GUEST_PASSWORD } from '../../media/answer-file.ts';
import { portableExecutable, SUBSYSTEM } from '../../media/portable-executable.ts';
import { sampleVhd } from './sample-disks.ts';
import { putFile, takeWindows } from './windows-volume.ts';

const run = promisify(execFile);
const MIB = 2 ** 20;
const STAGE = 'Windows/Setup/Stillframe';
const SERVICES = 'ControlSet001\\Services';
let work = '';
let fakeGuest = '';
/** The good disk, and the file of its Windows volume. */
let good = '';
let goodVolume = '';
let windowsAt = 0;

/** A copy of the good disk that a test may spoil; its Windows volume is a file of its own. */
interface Spoilt {
  readonly disk: string;
  /** Copied for whoever asks. */
  volume(): Promise<string>;
  /** Changes the partition table with sgdisk. */
  table(...args: readonly string[]): Promise<void>;
  /** Runs a command of mtools on the ESP. */
  esp(command: string, ...args: readonly string[]): Promise<void>;
  /** Puts a file into Windows over the one that is there. */
  put(path: string, content: string | Buffer): Promise<void>;
  /** Renames a file by its last letter, so that nobody finds it. */
  hide(name: string): Promise<void>;
  /** Merges a text of reg.exe into the SYSTEM hive. */
  system(reg: string): Promise<void>;
  /** A file of Windows, changed and put back. */
  edit(path: string, change: (text: string) => string): Promise<void>;
}

async function inspect(spoil: (disk: Spoilt) => Promise<void>, ...settings: readonly string[]): Promise<GuestOutcome> {
  const folder = await mkdtemp(join(work, 'disk-'));
  const disk = join(folder, 'disk.raw');
  await run('cp', ['--sparse=always', good, disk]);
  let copy: string | undefined;
  const volume = async (): Promise<string> => {
    if (copy === undefined) {
      copy = join(folder, 'windows.ntfs');
      await run('cp', ['--sparse=always', goodVolume, copy]);
    }
    return copy;
  };
  const scratch = join(folder, 'scratch');
  const put = async (path: string, content: string | Buffer): Promise<void> => putFile(await volume(), path, content);
  const get = async (path: string): Promise<Buffer> => {
    const { stdout } = await run('ntfscat', [copy ?? goodVolume, path], { encoding: 'buffer', maxBuffer: 64 * MIB });
    return stdout;
  };
  await spoil({
    disk,
    volume,
    table: async (...args) => void (await run('sgdisk', [...args, disk])),
    esp: async (command, ...args) => void (await run(command, ['-i', `${disk}@@${MIB}`, ...args])),
    put,
    hide: async (name) => hideName(await volume(), name),
    system: async (reg) => {
      const hive = join(folder, 'SYSTEM');
      await writeFile(hive, await get('Windows/System32/config/SYSTEM'));
      await writeFile(scratch, `Windows Registry Editor Version 5.00\n\n${reg}\n`);
      await run('hivexregedit', ['--merge', '--prefix', '\\', hive, scratch]);
      await put('Windows/System32/config/SYSTEM', await readFile(hive));
    },
    edit: async (path, change) => {
      const before = (await get(path)).toString('utf8');
      const after = change(before);
      expect(after).not.toBe(before);
      await put(path, after);
    },
  });
  const { stdout } = await run(fakeGuest, [...settings, '-window', `${windowsAt}=${copy ?? goodVolume}`, disk]);
  await rm(folder, { recursive: true });
  return JSON.parse(stdout) as GuestOutcome;
}

/** Files that tests hide, and where their names stand in the MFT and in the indexes of folders. */
const HIDDEN = ['winload.efi', 'SYSTEM', 'ntoskrnl.exe', 'pvscsi.sys', 'volsnap.sys', 'unattend.xml'] as const;
const nameEnds = new Map<string, number[]>(HIDDEN.map((name) => [name, []]));

/** Looks at what is stored alone: nearly all of the volume is a hole. */
async function findNames(volume: string): Promise<void> {
  const { stdout } = await run('qemu-img', ['map', '--output=json', '-f', 'raw', volume], { maxBuffer: 64 * MIB });
  const parts = JSON.parse(stdout) as readonly { start: number; length: number; zero: boolean }[];
  const file = await open(volume, 'r');
  for (const { start, length } of parts.filter(({ zero }) => !zero)) {
    const seen = Buffer.alloc(length);
    await file.read(seen, 0, length, start);
    for (const name of HIDDEN) {
      const wanted = Buffer.from(name, 'utf16le');
      for (let found = seen.indexOf(wanted); found >= 0; found = seen.indexOf(wanted, found + 1)) {
        // A name in a FILE_NAME attribute comes behind its own length; one in the registry does not.
        if (seen[found - 2] === name.length) nameEnds.get(name)?.push(start + found + wanted.length - 2);
      }
    }
  }
  await file.close();
}

/** Changes the last letter of a name wherever it stands, so that nobody finds the file. */
async function hideName(volume: string, name: string): Promise<void> {
  const places = nameEnds.get(name) ?? [];
  expect(places.length).toBeGreaterThan(0);
  const file = await open(volume, 'r+');
  for (const place of places) await file.write(Buffer.from('~', 'utf16le'), 0, 2, place);
  await file.close();
}

const nothing = async (): Promise<void> => {};
const UNATTEND = 'Windows/Panther/unattend.xml';

beforeAll(async () => {
  fakeGuest = (await buildVsphereDouble(['fake-guest'])).fakeGuest;
  work = await mkdtemp(join(tmpdir(), 'stillframe-strict-'));
  good = join(work, 'good.raw');
  await run('qemu-img', ['convert', '-O', 'raw', await sampleVhd(), good]);
  goodVolume = join(work, 'good.ntfs');
  const windows = await takeWindows(good, goodVolume);
  windowsAt = windows.offset;
  // Whoever inspects a disk names the volume apart: what is not there needs no copying.
  await run('fallocate', ['-p', '-o', String(windows.offset), '-l', String(windows.size), good]);
  await findNames(goodVolume);
}, 600_000);

afterAll(async () => {
  await rm(work, { recursive: true, force: true });
});

describe('the strict guest', () => {
  it('starts from a good disk, with Secure Boot too, and installs Tools at its first boot', async () => {
    for (const settings of [[], ['-secure-boot']]) {
      const outcome = await inspect(nothing, ...settings);
      expect(outcome).toMatchObject({ tools: false, firstBoot: true, toolsAfter: true, providerAfter: true });
      expect([outcome.refused, outcome.waiting]).toEqual([undefined, undefined]);
      expect(outcome.steps?.filter(({ failure }) => failure !== undefined)).toEqual([]);
      expect(outcome.steps?.map(({ id }) => id)).toContain('50-vmware-tools');
    }
  });

  it.each<[string, string, readonly string[], (disk: Spoilt) => Promise<void>]>([
    ['BIOS firmware', 'firmware', ['-firmware', 'bios'], nothing],
    ['an empty disk', 'disk-empty', [], ({ table }) => table('--zap-all')],
    ['a damaged partition table', 'no-gpt', [], ({ disk }) => overwrite(disk, 512, 64)],
    ['a partition table without its protective MBR', 'no-gpt', [], ({ disk }) => overwrite(disk, 450, 1, 0x07)],
    ['no EFI system partition', 'no-esp', [], ({ table }) => table('-t', '1:0700')],
    ['an EFI system partition without a file system', 'no-esp', [], ({ disk }) => overwrite(disk, MIB, 512)],
    ['no fallback loader', 'no-loader', [], ({ esp }) => esp('mdel', '::/EFI/Boot/bootx64.efi')],
    [
      'a loader that is no program',
      'loader-damaged',
      [],
      async ({ esp, disk }) => {
        await writeFile(`${disk}.txt`, 'not a program');
        await esp('mcopy', '-o', `${disk}.txt`, '::/EFI/Boot/bootx64.efi');
      },
    ],
    [
      'an unsigned loader under Secure Boot',
      'loader-unsigned',
      ['-secure-boot'],
      (disk) => replaceLoader(disk, 'unsigned'),
    ],
    [
      'a loader that was changed after it was signed',
      'loader-unsigned',
      ['-secure-boot'],
      (disk) => replaceLoader(disk, 'changed'),
    ],
    ['no boot store', 'no-bcd', [], ({ esp }) => esp('mdel', '::/EFI/Microsoft/Boot/BCD')],
    [
      'a damaged boot store',
      'bcd-damaged',
      [],
      async ({ esp, disk }) => {
        await writeFile(`${disk}.bcd`, Buffer.alloc(8192, 'regx'));
        await esp('mcopy', '-o', `${disk}.bcd`, '::/EFI/Microsoft/Boot/BCD');
      },
    ],
    ['a boot store that names no partition of the disk', 'bcd-device', [], ({ table }) => table('-u', '3:R')],
    ['a boot store of another disk', 'bcd-device', [], ({ table }) => table('-U', 'R')],
    ['a Windows partition without NTFS', 'windows-volume', [], async ({ volume }) => overwrite(await volume(), 0, 512)],
    ['no Windows loader', 'no-winload', [], ({ hide }) => hide('winload.efi')],
    ['no registry', 'no-system-hive', [], ({ hide }) => hide('SYSTEM')],
    [
      'a damaged registry',
      'system-hive-damaged',
      [],
      ({ put }) => put('Windows/System32/config/SYSTEM', Buffer.alloc(65_536)),
    ],
    ['no kernel', 'no-kernel', [], ({ hide }) => hide('ntoskrnl.exe')],
    ['a controller without a driver', 'no-disk-driver', ['-controller', 'lsilogic'], nothing],
    [
      'no driver for its PVSCSI controller',
      'no-disk-driver',
      [],
      ({ system }) => system('[-\\DriverDatabase\\DriverInfFiles\\pvscsi.inf]'),
    ],
    [
      'a disk driver that starts on demand',
      'disk-driver-late',
      [],
      ({ system }) => system(`[\\${SERVICES}\\pvscsi]\n"Start"=dword:00000003`),
    ],
    [
      'a disk driver that is put off',
      'disk-driver-late',
      [],
      ({ system }) => system(`[\\${SERVICES}\\pvscsi\\StartOverride]\n"0"=dword:00000003`),
    ],
    ['a disk driver without its file', 'boot-driver-missing', [], ({ hide }) => hide('pvscsi.sys')],
    ['any boot driver without its file', 'boot-driver-missing', [], ({ hide }) => hide('volsnap.sys')],
    [
      'an unsigned disk driver',
      'boot-driver-unsigned',
      [],
      ({ put }) => put('Windows/System32/drivers/pvscsi.sys', portableExecutable('x', 9000, SUBSYSTEM.native)),
    ],
    [
      'a disk driver that is no program',
      'boot-driver-damaged',
      [],
      ({ put }) => put('Windows/System32/drivers/pvscsi.sys', 'text'),
    ],
  ])('does not start with %s: %s', async (_, rule, settings, spoil) => {
    const { refused, toolsAfter } = await inspect(spoil, ...settings);
    expect(refused?.rule).toBe(rule);
    expect(refused?.why.length).toBeGreaterThan(20);
    expect(toolsAfter).toBe(false);
  });

  it.each<[string, string, (disk: Spoilt) => Promise<void>]>([
    ['without an answer file', 'no-answer-file', ({ hide }) => hide('unattend.xml')],
    ['with an answer file that is not well-formed', 'answer-file-invalid', ({ put }) => put(UNATTEND, '<unattend')],
    [
      'with a pass that there is none of',
      'answer-file-invalid',
      ({ edit }) => edit(UNATTEND, (xml) => xml.replace('oobeSystem', 'oobeSytem')),
    ],
    [
      'without a password',
      'waits-for-password',
      ({ edit }) => edit(UNATTEND, (xml) => xml.replace(/<UserAccounts>[\s\S]*<\/UserAccounts>/, '')),
    ],
    [
      'with a password that the policy refuses',
      'password-refused',
      ({ edit }) => edit(UNATTEND, (xml) => xml.replace(GUEST_PASSWORD, 'password')),
    ],
    [
      'with the licence page',
      'waits-for-licence',
      ({ edit }) => edit(UNATTEND, (xml) => xml.replace('<HideEULAPage>true', '<HideEULAPage>false')),
    ],
    [
      'without a language',
      'waits-for-language',
      ({ edit }) => edit(UNATTEND, (xml) => xml.replace('International-Core', 'Intl-Core')),
    ],
    [
      'with components for another architecture',
      'waits-for-language',
      ({ edit }) => edit(UNATTEND, (xml) => xml.replaceAll('"amd64"', '"x86"')),
    ],
  ])('waits at the console %s: %s', async (_, rule, spoil) => {
    const outcome = await inspect(spoil);
    expect(outcome.refused).toBeUndefined();
    expect(outcome.waiting?.rule).toBe(rule);
    expect(outcome.toolsAfter).toBe(false);
  });

  it.each<[string, string, RegExp, (disk: Spoilt) => Promise<void>]>([
    [
      'the installer is not silent',
      '50-vmware-tools',
      /waits for somebody/,
      ({ edit }) => edit(`${STAGE}/steps/50-vmware-tools.cmd`, (text) => text.replace('/qn', '/qb')),
    ],
    ['the installer is no program', '50-vmware-tools', /no program/, (disk) => replaceInstaller(disk)],
    ['a step is empty', '60-remote-desktop', /empty/, ({ put }) => put(`${STAGE}/steps/60-remote-desktop.cmd`, '\r\n')],
    [
      'a driver is not staged',
      '10-driver-pvscsi',
      /not there/,
      ({ edit }) => edit(`${STAGE}/steps/10-driver-pvscsi.cmd`, (text) => text.replace('pvscsi.inf', 'other.inf')),
    ],
  ])('fails at its first boot when %s', async (_, step, why, spoil) => {
    const { steps = [], refused, waiting } = await inspect(spoil);
    expect([refused, waiting]).toEqual([undefined, undefined]);
    expect(steps.find(({ id }) => id === step)?.failure).toMatch(why);
  });

  it('has no Tools after a first boot that does not install them, or that nobody begins', async () => {
    const unstaged = await inspect(({ put }) => put(`${STAGE}/steps/50-vmware-tools.cmd`, '@exit /b 0\r\n'));
    expect([unstaged.firstBoot, unstaged.toolsAfter]).toEqual([true, false]);
    const forgotten = await inspect(({ edit }) =>
      edit('Windows/Setup/Scripts/SetupComplete.cmd', (text) => `@exit /b 0\r\n${text}`),
    );
    expect([forgotten.firstBoot, forgotten.toolsAfter]).toEqual([false, false]);
  });

  it('has no snapshot provider when the installer was told to leave it out', async () => {
    const outcome = await inspect(({ edit }) =>
      edit(`${STAGE}/steps/50-vmware-tools.cmd`, (text) => text.replace(/ADDLOCAL=[A-Za-z0-9,]+/, 'ADDLOCAL=Toolbox')),
    );
    expect([outcome.toolsAfter, outcome.providerAfter]).toEqual([true, false]);
  });
});

async function overwrite(path: string, at: number, length: number, byte = 0): Promise<void> {
  const file = await open(path, 'r+');
  await file.write(Buffer.alloc(length, byte), 0, length, at);
  await file.close();
}

async function replaceLoader({ esp, disk }: Spoilt, how: 'unsigned' | 'changed'): Promise<void> {
  const [loader, other] = [`${disk}.efi`, `${disk}.other.efi`];
  await esp('mcopy', '::/EFI/Boot/bootx64.efi', loader);
  if (how === 'unsigned') await run('osslsigncode', ['remove-signature', '-in', loader, '-out', other]);
  else {
    const bytes = await readFile(loader);
    bytes.writeUInt8(bytes.readUInt8(0x400) ^ 1, 0x400);
    await writeFile(other, bytes);
  }
  await esp('mcopy', '-o', other, '::/EFI/Boot/bootx64.efi');
}

async function replaceInstaller({ volume, put }: Spoilt): Promise<void> {
  const { stdout } = await run('ntfsls', ['-p', `/${STAGE}/tools`, await volume()]);
  const name = stdout.split('\n').find((line) => line.endsWith('.exe'));
  if (name === undefined) throw new Error(`no installer among ${stdout}`);
  await put(`${STAGE}/tools/${name.trim()}`, 'text');
}
