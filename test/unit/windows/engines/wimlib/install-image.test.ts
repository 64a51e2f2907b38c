import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  extractImageFiles,
  extractInstallImage,
  extractSxs,
} from '../../../../../src/windows/engines/wimlib/install-image.ts';
import type { WindowsMedia } from '../../../../../src/windows/media/windows-media.ts';
import { sampleWim } from '../../../archives/wim/sample-wim.ts';
import { recordedTools } from '../../fake-tools.ts';

describe('what is taken out of the ISO', () => {
  let temp: string;
  beforeEach(async () => {
    temp = await mkdtemp(join(tmpdir(), 'stillframe-install-'));
  });
  afterEach(() => rm(temp, { recursive: true, force: true }));

  /** Media whose disc gives every file it is asked for, read-only as a disc does. */
  function media(
    more: Partial<WindowsMedia> = {},
    parts = more.imageParts?.length ?? 1,
  ): { media: WindowsMedia; asked: unknown[] } {
    const asked: unknown[] = [];
    const disc = {
      extract: async (members: readonly string[], folder: string) => {
        asked.push([members, folder]);
        for (const member of members) {
          await mkdir(dirname(join(folder, member)), { recursive: true });
          const part = members.indexOf(member) + 1;
          await writeFile(join(folder, member), sampleWim('<WIM/>', { part, parts }), { mode: 0o400 });
        }
      },
    } as unknown as WindowsMedia['disc'];
    const image = 'sources/Install.wim';
    return {
      asked,
      media: {
        iso: '/w.iso',
        disc,
        imageMember: image,
        imageParts: [image],
        imageSize: 10,
        sxsMember: undefined,
        hasNetFx3: false,
        setupMembers: [],
        ...more,
      },
    };
  }

  it('is the image, which can then be written', async () => {
    const tools = recordedTools();
    const { media: given, asked } = media();
    const path = await extractInstallImage(given, { tools, temp });
    expect(path).toBe(join(temp, 'media', 'sources', 'Install.wim'));
    expect(asked).toEqual([[['sources/Install.wim'], join(temp, 'media')]]);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(tools.calls).toEqual([]);
  });

  it('are the parts of a split image, joined, and no longer kept', async () => {
    const tools = recordedTools();
    const imageParts = ['sources/install.swm', 'sources/install2.swm'];
    const path = await extractInstallImage(media({ imageParts }).media, { tools, temp });
    expect(path).toBe(join(temp, 'install.wim'));
    expect(tools.calls.map(({ tool, args }) => [tool, ...args])).toEqual([
      ['wimlib-imagex', 'join', path, ...imageParts.map((part) => join(temp, 'media', part))],
    ]);
    expect(await readdir(temp)).toEqual([]);
  });

  it('is refused before anything is joined where a part is missing', async () => {
    const tools = recordedTools();
    const { media: given } = media({ imageParts: ['sources/install.swm', 'sources/install2.swm'] }, 3);
    await expect(extractInstallImage(given, { tools, temp })).rejects.toMatchObject({
      code: 'not-windows-media',
      message: expect.stringContaining('part 3 is missing') as string,
    });
    expect(tools.calls).toEqual([]);
  });

  it.each([
    [1, ['a.wim']],
    [0.6, ['a.swm', 'b.swm']],
  ])('is refused where there is no room for %s times the disk', async (share, imageParts) => {
    const { media: given, asked } = media({ imageParts, imageSize: share * 2 ** 60 });
    await expect(extractInstallImage(given, { tools: recordedTools(), temp })).rejects.toMatchObject({
      code: 'disk-full',
      message: expect.stringContaining('the Windows image of the ISO') as string,
    });
    expect(asked).toEqual([]);
  });

  it('is the folder of features, where there is one', async () => {
    const { media: given, asked } = media({ sxsMember: 'Sources/SxS' });
    expect(await extractSxs(given, join(temp, 'iso'))).toBe(join(temp, 'iso', 'Sources', 'SxS'));
    expect(asked).toEqual([[['Sources/SxS'], join(temp, 'iso')]]);
    const without = media();
    expect(await extractSxs(without.media, temp)).toBeUndefined();
    expect(without.asked).toEqual([]);
  });

  it('are of one image the files that are looked into, found in any case', async () => {
    const folder = join(temp, 'image');
    const tools = recordedTools();
    const files = await extractImageFiles('i.wim', 3, folder, { tools });
    expect(files.folder).toBe(folder);
    expect(tools.calls).toEqual([
      {
        tool: 'wimlib-imagex',
        args: [
          ...['extract', 'i.wim', '3', '/Windows/Boot', '/Windows/System32/config/SYSTE?'],
          '/Windows/System32/config/SOFTWAR?',
          ...['/Windows/System32/config/DRIVER?', '/Windows/System32/config/BCD-Templat?'],
          ...['/Windows/Setup/Scripts/SetupComplete.cm?', '--preserve-dir-structure', '--nullglob', '--no-acls'],
          ...['--no-attributes', `--dest-dir=${folder}`],
        ],
        options: { env: { WIMLIB_IMAGEX_IGNORE_CASE: '1' } },
      },
    ]);
    await mkdir(join(folder, 'windows', 'BOOT'), { recursive: true });
    expect(await files.find('Windows/Boot')).toBe('windows/BOOT');
    expect(await files.find('Windows/System32')).toBeUndefined();
  });
});
