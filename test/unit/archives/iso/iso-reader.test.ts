import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openIso, parseListing } from '../../../../src/archives/iso/iso-reader.ts';
import { FormatError } from '../../../../src/errors.ts';
import { fakeTools } from '../../drivers/fake-tools.ts';

let work: string;
beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'stillframe-iso-'));
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await rm(work, { recursive: true, force: true });
});

describe('parseListing', () => {
  it('reads the files of a listing by 7-Zip, not the folders', () => {
    const text =
      'Path = a b\nFolder = +\nSize = 0\n\nPath = a b/c.inf\nFolder = -\nSize = 3\n\nPath = d\\e.txt\nSize = 1\n\n';
    expect(parseListing(text, 'x.iso')).toEqual(['a b/c.inf', 'd/e.txt']);
  });

  it.each(['../x', 'a/../../x', '/etc/passwd', 'C:\\x', '..\\x'])('refuses a member called %s', (path) => {
    expect(() => parseListing(`Path = ${path}\nSize = 1\n\n`, 'x.iso')).toThrow(FormatError);
  });
});

// The way of a Windows runner without 7-Zip, with a double of PowerShell: never run on real Windows.
describe('openIso on Windows', () => {
  it('mounts the image, reads it, and dismounts it', async () => {
    vi.stubGlobal('process', { ...process, platform: 'win32' });
    const volume = join(work, 'volume');
    await mkdir(join(volume, 'Drivers/pvscsi'), { recursive: true });
    await writeFile(join(volume, 'Drivers/pvscsi/x.inf'), 'inf');
    await writeFile(join(volume, 'setup.exe'), 'MZ');
    const { tools, calls } = fakeTools(() => `${volume}\r\n`, ['7zz']);
    let registered = 0;
    const iso = await openIso('C:\\tools.iso', {
      tools,
      temp: work,
      onCleanup: () => {
        registered += 1;
        return () => {
          registered -= 1;
        };
      },
    });
    expect(registered).toBe(1);
    expect(await iso.list()).toEqual(['Drivers/pvscsi/x.inf', 'setup.exe']);
    await iso.extract(['Drivers/pvscsi', 'setup.exe'], join(work, 'out'));
    expect(await readFile(join(work, 'out/Drivers/pvscsi/x.inf'), 'utf8')).toBe('inf');
    await iso.close();
    expect(registered).toBe(0);
    expect(calls.map(({ tool }) => tool)).toEqual(['powershell.exe', 'powershell.exe']);
    expect(calls[0]?.args.at(-1)).toContain('Mount-DiskImage');
    expect(calls[1]?.args.at(-1)).toContain('Dismount-DiskImage');
    // The path travels in the environment: nothing in it can become PowerShell text.
    expect(
      calls.every(({ env, args }) => env?.STILLFRAME_ISO === 'C:\\tools.iso' && !args.join(' ').includes('tools.iso')),
    ).toBe(true);
  });
});
