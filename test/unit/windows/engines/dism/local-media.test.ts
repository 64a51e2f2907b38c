import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { localMedia } from '../../../../../src/windows/engines/dism/local-media.ts';
import type { WindowsMedia } from '../../../../../src/windows/media/windows-media.ts';

const GROUPS: string[] = [];
const context = {
  temp: tmpdir(),
  log: {
    group: <T>(title: string, body: () => Promise<T>): Promise<T> => {
      GROUPS.push(title);
      return body();
    },
  } as never,
};
const ROOT = join(tmpdir(), 'media');

function media(more: Partial<WindowsMedia> = {}, root?: string) {
  const extracted: [readonly string[], string][] = [];
  GROUPS.length = 0;
  const disc = {
    root,
    extract: async (members: readonly string[], folder: string) => void extracted.push([members, folder]),
  };
  const given = {
    disc,
    imageMember: 'sources/install.wim',
    imageParts: ['sources/install.wim'],
    imageSize: 1,
    sxsMember: undefined,
    setupMembers: [],
    ...more,
  } as unknown as WindowsMedia;
  return { given, extracted };
}

it('copies the image, and the folder of features, out of an ISO that is not mounted', async () => {
  const { given, extracted } = media({ sxsMember: 'sources/sxs' });
  expect(await localMedia(given, context)).toEqual({
    image: join(ROOT, 'sources', 'install.wim'),
    parts: undefined,
    sxs: join(ROOT, 'sources', 'sxs'),
  });
  expect(extracted).toEqual([[['sources/install.wim', 'sources/sxs'], ROOT]]);
  expect(GROUPS).toEqual(['Copy sources/install.wim out of the ISO']);
});

it('copies no folder of features where there is none, and all parts of a split image', async () => {
  const parts = ['sources/install.swm', 'sources/install2.swm'];
  const { given, extracted } = media({ imageMember: 'sources/install.swm', imageParts: parts });
  expect(await localMedia(given, context)).toEqual({
    image: join(ROOT, 'sources', 'install.swm'),
    parts: join(ROOT, 'sources', 'install*.swm'),
    sxs: undefined,
  });
  expect(extracted).toEqual([[parts, ROOT]]);
});

it('copies nothing out of one that is mounted', async () => {
  const { given, extracted } = media({ imageSize: 2 ** 52, sxsMember: 'sources/sxs' }, '/mnt/iso');
  expect(await localMedia(given, context)).toMatchObject({
    image: join('/mnt/iso', 'sources', 'install.wim'),
    sxs: join('/mnt/iso', 'sources', 'sxs'),
  });
  expect([extracted, GROUPS]).toEqual([[], []]);
});

it('asks for the space before it copies', async () => {
  const { given, extracted } = media({ imageSize: 2 ** 52 });
  await expect(localMedia(given, context)).rejects.toMatchObject({
    code: 'disk-full',
    message: expect.stringContaining('the Windows image of the ISO') as string,
  });
  expect(extracted).toEqual([]);
});
