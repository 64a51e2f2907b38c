import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { attachDisk } from '../../../../src/windows/attach/attached-disk.ts';
import { writeBootFiles } from '../../../../src/windows/attach/boot-files.ts';
import { fakeContext } from '../fake-context.ts';
import { samplePlan } from '../sample-plan.ts';
import { playWindows } from './played-windows.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-boot-'));
});
afterEach(() => rm(folder, { recursive: true }));

interface Case {
  /** The ESP has a volume that can be written. */
  readonly volume?: string;
  readonly hasOwn?: boolean;
  /** It ends well and does nothing. */
  readonly silent?: boolean;
  /** Whether bcdboot works, by program and target. */
  readonly works?: (own: boolean, target: string) => boolean;
}

async function write({ volume = '', hasOwn = true, silent = false, works = () => true }: Case) {
  const plan = samplePlan();
  const attempts: string[] = [];
  const windows = playWindows({
    plan,
    folder,
    answer: ({ tool, args }) => {
      if (args.at(-1)?.endsWith('inspect-disk.ps1') && windows.letters.size === 0) {
        return {
          stdout: JSON.stringify({
            size: 1,
            letters: ['C', 'W'],
            partitions: [{ number: 1, offset: 1, size: 1, letter: '', volume }],
          }),
        };
      }
      if (!tool.endsWith('bcdboot.exe')) return undefined;
      const own = tool !== 'bcdboot.exe';
      attempts.push(`${own ? 'own' : 'host'} ${args.join(' ')}`);
      if (silent) return {};
      return works(own, args[2] ?? '') ? undefined : { exitCode: 0xc0e90002, stderr: 'no' };
    },
  });
  windows.has = async () => hasOwn;
  const context = fakeContext(folder, windows);
  const disk = await attachDisk('x.vhd', context);
  const request = { disk, esp: 1, image: 'W:\\', locale: 'de-DE', rootOf: windows.rootOf };
  const error: unknown = await writeBootFiles(request, context).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return { attempts, error, windows };
}

describe('writeBootFiles', () => {
  it('names the ESP by its volume and takes the bcdboot of the image, with a store that is new', async () => {
    const volume = join(folder, 'volume');
    await mkdir(join(volume, 'EFI', 'Old'), { recursive: true });
    const { attempts, error } = await write({ volume: `${volume}\\` });
    expect(error).toBeUndefined();
    expect(attempts).toEqual([`own W:\\Windows /s ${volume} /f UEFI /l de-DE /c`]);
  });

  it('takes a letter where the volume has no name or cannot be written, and gives it back', async () => {
    const { attempts, error, windows } = await write({});
    expect(error).toBeUndefined();
    expect(attempts).toEqual(['own W:\\Windows /s V: /f UEFI /l de-DE /c']);
    expect(existsSync(join(windows.rootOf('V'), 'EFI', 'Microsoft', 'Boot'))).toBe(true);
    expect(windows.letters.size).toBe(0);
    // Here a backslash is part of the name.
    await writeFile(join(folder, 'a-file\\'), '');
    expect((await write({ volume: join(folder, 'a-file') })).attempts).toEqual(attempts);
  });

  it('does not believe a bcdboot that ends well and wrote nothing', async () => {
    const { error, attempts } = await write({ silent: true });
    expect(attempts).toHaveLength(2);
    expect(error).toMatchObject({
      exitCode: 0,
      tail: expect.stringContaining('it succeeded, but there is no EFI/Microsoft/Boot/BCD') as string,
    });
  });

  it('tries the bcdboot of this machine where that of the image does not run or is not there', async () => {
    expect((await write({ works: (own) => !own })).attempts.map((line) => line.split(' ')[0])).toEqual(['own', 'host']);
    expect((await write({ hasOwn: false })).attempts.map((line) => line.split(' ')[0])).toEqual(['host']);
  });

  it('tells what every attempt came to when none works, and leaves no letter', async () => {
    const volume = join(folder, 'volume');
    await mkdir(volume);
    const { attempts, error, windows } = await write({ volume, works: () => false });
    expect(attempts).toHaveLength(4);
    expect(error).toMatchObject({
      name: 'ToolError',
      tool: 'bcdboot.exe',
      exitCode: 0xc0e90002,
      explanation: expect.stringContaining('No way') as string,
    });
    expect((error as { tail: string }).tail.split('\n')).toHaveLength(4);
    expect((error as { tail: string }).tail).toMatch(
      /^W:\\Windows\\System32\\bcdboot\.exe W:\\Windows \/s \S+ .*0xc0e90002 no/,
    );
    expect(windows.letters.size).toBe(0);
  });
});
