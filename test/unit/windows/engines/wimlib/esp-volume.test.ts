import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ToolError } from '../../../../../src/errors.ts';
import { createEsp, type EspRequest } from '../../../../../src/windows/engines/wimlib/esp-volume.ts';
import { type RecordedTools, recordedTools } from '../../fake-tools.ts';

const CLOCK = { TZ: 'UTC' };
let folder: string;
let request: EspRequest;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-esp-'));
  for (const path of [
    'EFI/bootmgfw.efi',
    'EFI/en-US/bootmgfw.efi.mui',
    'fonts/a.ttf',
    'Resources/x/bootres.dll',
    'DVD/boot.sdi',
  ]) {
    await mkdir(join(folder, 'boot', dirname(path)), { recursive: true });
    await writeFile(join(folder, 'boot', path), path);
  }
  await mkdir(join(folder, 'work'));
  request = {
    file: join(folder, 'esp'),
    size: 100 * 2 ** 20,
    start: 2 ** 20,
    serial: '0d2793fe',
    bootFolder: join(folder, 'boot'),
    work: join(folder, 'work'),
    bcd: Buffer.from('store'),
    recoveryBcd: Buffer.from('small store'),
  };
});

afterEach(() => rm(folder, { recursive: true }));

describe('createEsp', () => {
  it('arranges the boot files as bcdboot does, with the boot manager once more as the fallback', async () => {
    await createEsp(request, CLOCK, recordedTools());
    const files = (await readdir(request.work, { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    );
    expect(files.map((entry) => join(entry.parentPath, entry.name).slice(request.work.length + 1)).sort()).toEqual([
      'EFI/Boot/bootx64.efi',
      'EFI/Microsoft/Boot/BCD',
      'EFI/Microsoft/Boot/Fonts/a.ttf',
      'EFI/Microsoft/Boot/Resources/x/bootres.dll',
      'EFI/Microsoft/Boot/bootmgfw.efi',
      'EFI/Microsoft/Boot/en-US/bootmgfw.efi.mui',
      'EFI/Microsoft/Recovery/BCD',
    ]);
    const read = (path: string): Promise<string> => readFile(join(request.work, path), 'utf8');
    expect(await read('EFI/Boot/bootx64.efi')).toBe('EFI/bootmgfw.efi');
    expect(await read('EFI/Microsoft/Boot/BCD')).toBe('store');
    expect(await read('EFI/Microsoft/Recovery/BCD')).toBe('small store');
  });

  it('formats FAT32 with its place on the disk and copies in order, folders first', async () => {
    const tools = recordedTools();
    await createEsp(request, CLOCK, tools);
    expect((await stat(request.file)).size).toBe(request.size);
    const [format, ...copies] = tools.calls;
    const options = [
      '-F',
      '32',
      '-i',
      '0d2793fe',
      '-n',
      'SYSTEM',
      '-h',
      '2048',
      '-S',
      '512',
      '--invariant',
      request.file,
    ];
    expect(format).toEqual({ tool: 'mkfs.fat', args: options, options: { env: CLOCK } });
    expect(copies.every(({ options: { env } }) => env === CLOCK)).toBe(true);
    expect(copies.map(({ tool, args }) => [tool, ...args.filter((arg) => !arg.startsWith(folder))])).toEqual([
      ['mmd', '-i', '::/EFI'],
      ['mmd', '-i', '::/EFI/Boot', '::/EFI/Microsoft'],
      ['mcopy', '-Q', '-i', '::/EFI/Boot/'],
      ['mmd', '-i', '::/EFI/Microsoft/Boot', '::/EFI/Microsoft/Recovery'],
      ['mmd', '-i', '::/EFI/Microsoft/Boot/Fonts', '::/EFI/Microsoft/Boot/Resources', '::/EFI/Microsoft/Boot/en-US'],
      ['mcopy', '-Q', '-i', '::/EFI/Microsoft/Boot/'],
      ['mcopy', '-Q', '-i', '::/EFI/Microsoft/Boot/Fonts/'],
      ['mmd', '-i', '::/EFI/Microsoft/Boot/Resources/x'],
      ['mcopy', '-Q', '-i', '::/EFI/Microsoft/Boot/Resources/x/'],
      ['mcopy', '-Q', '-i', '::/EFI/Microsoft/Boot/en-US/'],
      ['mcopy', '-Q', '-i', '::/EFI/Microsoft/Recovery/'],
    ]);
  });

  it.each(['EFI', 'EFI/bootmgfw.efi'])('cannot do without %s', async (path) => {
    await rm(join(request.bootFolder, path), { recursive: true });
    await expect(createEsp(request, CLOCK, recordedTools())).rejects.toMatchObject({
      code: 'not-windows-media',
      message: expect.stringContaining('bootmgfw.efi') as string,
    });
  });

  it('says that the partition is too small when it is full, and nothing of the kind otherwise', async () => {
    const failing = (stderr: string): RecordedTools =>
      recordedTools(({ tool }) => (tool === 'mcopy' ? { exitCode: 1, stderr } : {}));
    await expect(createEsp(request, CLOCK, failing('Disk full'))).rejects.toMatchObject({
      code: 'image-too-small',
      message: expect.stringContaining('of 100 MiB is too small') as string,
    });
    await rm(request.file);
    await rm(request.work, { recursive: true });
    await mkdir(request.work);
    await expect(createEsp(request, CLOCK, failing('cannot open'))).rejects.toBeInstanceOf(ToolError);
  });
});
