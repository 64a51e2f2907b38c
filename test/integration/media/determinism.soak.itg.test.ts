import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSampleMedia, type SampleMedia } from '../../media/build.ts';
import { sha256OfFile } from '../../media/media-cache.ts';
import { buildToolsIso } from '../../media/tools/build-tools-iso.ts';

let work = '';
let first: SampleMedia;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'stillframe-media-test-'));
  first = await buildSampleMedia(join(work, 'first'));
});

afterAll(async () => {
  await rm(work, { recursive: true, force: true });
});

describe('buildSampleMedia', () => {
  it('gives the same bytes in another folder, at another time, in another time zone', async () => {
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Auckland';
    try {
      const second = await buildSampleMedia(join(work, 'second'));
      expect(second.sha256).toEqual(first.sha256);
      expect(await fileHashes(second.updates.folder)).toEqual(await fileHashes(first.updates.folder));
      expect(second.windowsIso).not.toBe(first.windowsIso);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('reports what lies in the files', async () => {
    expect(await sha256OfFile(first.windowsIso)).toBe(first.sha256.windowsIso);
    for (const { path, sha256 } of Object.values(first.updates.packages)) expect(await sha256OfFile(path)).toBe(sha256);
  });

  it('finds everything in the cache the next time', async () => {
    const cache = join(work, 'first');
    const before = await readdir(cache);
    expect(await buildSampleMedia(cache)).toEqual(first);
    expect(await readdir(cache)).toEqual(before);
  });

  it('lets several ask at once: one result, nothing left over', async () => {
    const cache = join(work, 'shared');
    const paths = await Promise.all([1, 2, 3].map(() => buildToolsIso('12.5', cache)));
    expect(new Set(paths).size).toBe(1);
    expect(await readdir(cache)).toHaveLength(1);
    expect(await sha256OfFile(paths[0] ?? '')).toBe(first.sha256.toolsIso);
  });
});

async function fileHashes(folder: string): Promise<readonly (readonly [string, string])[]> {
  const names = (await readdir(folder)).sort();
  return Promise.all(names.map(async (name) => [name, await sha256OfFile(join(folder, name))] as const));
}
