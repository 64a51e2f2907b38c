import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localMedia } from '../../../../../src/windows/engines/dism/local-media.ts';
import type { WindowsMedia } from '../../../../../src/windows/media/windows-media.ts';
import { sampleWim } from '../../../archives/wim/sample-wim.ts';

let temp: string;
beforeEach(async () => {
  temp = await mkdtemp(join(tmpdir(), 'stillframe-local-'));
});
afterEach(() => rm(temp, { recursive: true }));

const GROUPS: string[] = [];
const context = () => ({
  temp,
  log: {
    group: <T>(title: string, body: () => Promise<T>): Promise<T> => {
      GROUPS.push(title);
      return body();
    },
  } as never,
});
const root = () => join(temp, 'media');

/** What the disc brings: folders are empty, files the parts of one image. */
async function bring(members: readonly string[], folder: string, parts = members.length): Promise<void> {
  await mkdir(join(folder, 'sources'), { recursive: true });
  const files = members.filter((member) => !member.endsWith('sxs'));
  for (const [index, file] of files.entries()) {
    await writeFile(join(folder, file), sampleWim('<WIM/>', { part: index + 1, parts }));
  }
}

function media(more: Partial<WindowsMedia> = {}, mounted?: string, parts = more.imageParts?.length ?? 1) {
  const extracted: [readonly string[], string][] = [];
  GROUPS.length = 0;
  const disc = {
    root: mounted,
    extract: async (members: readonly string[], folder: string) => {
      extracted.push([members, folder]);
      await bring(members, folder, parts);
    },
  };
  const given = {
    disc,
    imageMember: 'sources/install.wim',
    imageParts: ['sources/install.wim'],
    imageSize: 1,
    sxsMember: undefined,
    hasNetFx3: false,
    setupMembers: [],
    ...more,
  } as unknown as WindowsMedia;
  return { given, extracted };
}

it('copies the image, and the folder of features, out of an ISO that is not mounted', async () => {
  const { given, extracted } = media({ sxsMember: 'sources/sxs' });
  expect(await localMedia(given, context())).toEqual({
    image: join(root(), 'sources', 'install.wim'),
    parts: undefined,
    sxs: join(root(), 'sources', 'sxs'),
  });
  expect(extracted).toEqual([[['sources/install.wim', 'sources/sxs'], root()]]);
  expect(GROUPS).toEqual(['Copy sources/install.wim out of the ISO']);
});

it('copies no folder of features where there is none, and all parts of a split image', async () => {
  const parts = ['sources/install.swm', 'sources/install2.swm'];
  const { given, extracted } = media({ imageMember: 'sources/install.swm', imageParts: parts });
  expect(await localMedia(given, context())).toEqual({
    image: join(root(), 'sources', 'install.swm'),
    parts: join(root(), 'sources', 'install*.swm'),
    sxs: undefined,
  });
  expect(extracted).toEqual([[parts, root()]]);
});

it('copies nothing out of one that is mounted', async () => {
  const mounted = join(temp, 'mounted');
  await bring(['sources/install.wim'], mounted);
  const { given, extracted } = media({ imageSize: 2 ** 52, sxsMember: 'sources/sxs' }, mounted);
  expect(await localMedia(given, context())).toMatchObject({
    image: join(mounted, 'sources', 'install.wim'),
    sxs: join(mounted, 'sources', 'sxs'),
  });
  expect([extracted, GROUPS]).toEqual([[], []]);
});

it('refuses a split image of which a part is missing, and one part alone', async () => {
  for (const imageParts of [['sources/install.swm', 'sources/install2.swm'], ['sources/install.swm']]) {
    const { given } = media({ iso: 'w.iso', imageMember: 'sources/install.swm', imageParts }, undefined, 3);
    await expect(localMedia(given, context())).rejects.toMatchObject({
      code: 'not-windows-media',
      message: expect.stringContaining('is split into 3 parts, and part') as string,
    });
  }
});

it('asks for the space before it copies', async () => {
  const { given, extracted } = media({ imageSize: 2 ** 52 });
  await expect(localMedia(given, context())).rejects.toMatchObject({
    code: 'disk-full',
    message: expect.stringContaining('the Windows image of the ISO') as string,
  });
  expect(extracted).toEqual([]);
});
