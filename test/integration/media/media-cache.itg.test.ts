import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cachedFolder } from '../../media/media-cache.ts';
import { whileNoOther } from '../../media/one-builder.ts';

let work = '';
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'stillframe-media-cache-'));
});
afterAll(() => rm(work, { recursive: true, force: true }));

describe('cachedFolder', () => {
  it('leaves nothing of a build that failed, and builds again', async () => {
    const cache = join(work, 'failing');
    const failing = cachedFolder(
      'thing',
      ['iso'],
      async (folder) => {
        await writeFile(join(folder, 'half'), 'half');
        throw new RangeError('power cut');
      },
      cache,
    );
    await expect(failing).rejects.toThrow('power cut');
    expect(await readdir(cache)).toEqual([]);
    const { folder, built } = await cachedFolder('thing', ['iso'], (target) => mkdir(join(target, 'whole')), cache);
    expect(built).toBe(true);
    expect(await readdir(folder)).toEqual(['whole']);
  });

  it('keys by the sources', async () => {
    const cache = join(work, 'keys');
    const nothing = (): Promise<void> => Promise.resolve();
    const one = await cachedFolder('thing', ['iso'], nothing, cache);
    const other = await cachedFolder('thing', ['iso', 'efi'], nothing, cache);
    expect(basename(one.folder)).not.toBe(basename(other.folder));
  });

  it('builds once for all who ask at the same time', async () => {
    const cache = join(work, 'asked');
    let builds = 0;
    const build = async (folder: string): Promise<void> => {
      builds++;
      await writeFile(join(folder, 'thing'), '');
    };
    const all = await Promise.all([1, 2, 3].map(() => cachedFolder('thing', ['iso'], build, cache)));
    expect(builds).toBe(1);
    expect(all.filter(({ built }) => built)).toHaveLength(1);
    expect(new Set(all.map(({ folder }) => folder)).size).toBe(1);
    expect(await readdir(cache)).toEqual([basename(all[0]?.folder ?? '')]);
  });
});

describe('a lock', () => {
  it('holds others up until the work is done, however that ends', async () => {
    const lock = join(work, 'lock');
    const order: string[] = [];
    let end = (): void => {};
    const first = whileNoOther(lock, async () => {
      await new Promise<void>((resolve) => {
        end = resolve;
      });
      order.push('first');
      throw new RangeError('power cut');
    });
    const second = whileNoOther(lock, () => Promise.resolve(order.push('second')));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(order).toEqual([]);
    end();
    await expect(first).rejects.toThrow('power cut');
    await second;
    expect(order).toEqual(['first', 'second']);
    expect(await readdir(work)).not.toContain('lock');
  });

  it('that a process left which has ended holds nobody up', async () => {
    const lock = join(work, 'left');
    const pid = execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }).trim();
    await symlink(pid, lock);
    expect(await whileNoOther(lock, () => Promise.resolve('built'))).toBe('built');
  });
});
