import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReusableStage, StagePart } from '../../../src/reuse/stage.ts';
import { type CacheOptions, openStageCache, type StageCache } from '../../../src/reuse/stage-cache.ts';
import { type PlayedContext, playedContext } from '../actions/played-context.ts';

const MIB = 2 ** 20;
let folder = '';
let context: PlayedContext;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-kept-'));
  context = playedContext(folder);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const kept = (): string => join(folder, 'kept');
const open = (options: Partial<CacheOptions> = {}, own: PlayedContext = context): Promise<StageCache> =>
  openStageCache({ folder: kept(), maxBytes: 100 * MIB, run: '7', ...options }, own);

function stage(size: string, changes: Partial<ReusableStage> = {}, more: readonly StagePart[] = []): ReusableStage {
  const parts = [
    { kind: 'ISO', name: 'the ISO', value: 'a secret' },
    { kind: 'disk', name: 'size of the disk', value: size, shown: true },
    ...more,
  ];
  return { action: 'build-vhd', name: 'ws', parts, ...changes };
}

async function made(name: string, content: string | Buffer = name): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function entry(index = 0): Promise<string> {
  return join(kept(), 'entries', (await readdir(join(kept(), 'entries'))).sort()[index] ?? 'none');
}

const target = (): string => join(folder, 'taken');

it('gives back what was kept of the very same parts, with what was told besides', async () => {
  await (await open()).keep(stage('40 GiB'), await made('disk'), { findings: [1] });
  const cache = await open({ run: '8' });
  const found = await cache.take(stage('40 GiB'), target());
  expect(found).toEqual({
    facts: {
      reused: true,
      why: expect.stringMatching(/^same ISO, disk as in run 7 of \d{4}-\d\d-\d\d \d\d:\d\d UTC$/),
      from: { run: '7', at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) },
    },
    sha256: createHash('sha256').update('disk').digest('hex'),
    result: { findings: [1] },
  });
  expect(await readFile(target(), 'utf8')).toBe('disk');
  expect(context.said.info[0]).toMatch(/^Kept for later runs \((clone|link|copy)\): disk, 4 B$/);
  expect(context.held).toEqual(['path', '-path']);
  expect(await readdir(join(kept(), 'making'))).toEqual([]);
  expect(context.said.warning).toEqual([]);
});

it('puts it in place of what a killed run left there', async () => {
  const cache = await open();
  await cache.keep(stage('40 GiB'), await made('disk'), {});
  await writeFile(target(), 'half of another');
  expect((await cache.take(stage('40 GiB'), target())).facts.reused).toBe(true);
  expect(await readFile(target(), 'utf8')).toBe('disk');
});

it('says of a dry run what would be, and makes nothing', async () => {
  const cache = await open();
  expect((await cache.look(stage('40 GiB'))).facts).toEqual({ reused: false, why: 'nothing is kept of ws' });
  await cache.keep(stage('40 GiB'), await made('disk'), {});
  expect((await cache.look(stage('40 GiB'))).facts.reused).toBe(true);
  expect(existsSync(target())).toBe(false);
});

it('lets nobody else in, and keeps no part that is not shown', async () => {
  await (await open()).keep(stage('40 GiB'), await made('disk'), {});
  const text = await readFile(join(await entry(), 'entry'), 'utf8');
  expect(text).toContain('40 GiB');
  expect(text).not.toContain('a secret');
  if (process.platform === 'win32') return;
  expect((await stat(join(kept(), 'entries'))).mode & 0o777).toBe(0o700);
  expect((await stat(join(kept(), 'making'))).mode & 0o777).toBe(0o700);
  expect((await stat(join(await entry(), 'entry'))).mode & 0o777).toBe(0o600);
});

describe('on a miss it says why', () => {
  it('compares with the last result of the same template and action', async () => {
    const cache = await open();
    await cache.keep(stage('20 GiB'), await made('a'), {});
    await nextMillisecond();
    await (await open({ run: '9' })).keep(stage('30 GiB'), await made('b'), {});
    await cache.keep(stage('50 GiB', { name: 'other' }), await made('c'), {});
    await cache.keep(stage('60 GiB', { action: 'convert-ova' }), await made('d'), {});
    const found = await cache.take(stage('40 GiB'), target());
    expect(found).toEqual({
      facts: { reused: false, why: 'other inputs than run 9 had: size of the disk: 30 GiB -> 40 GiB' },
    });
    expect(existsSync(target())).toBe(false);
  });

  it('names all that changed, and of secrets only that they did', async () => {
    const cache = await open();
    await cache.keep(stage('40 GiB'), await made('a'), {});
    const [, disk] = stage('60 GiB').parts;
    const changed = stage('60 GiB', { parts: [{ kind: 'ISO', name: 'the ISO', value: 'b' }, ...(disk ? [disk] : [])] });
    expect((await cache.look(changed)).facts.why).toBe(
      'other inputs than run 7 had: the ISO has changed; size of the disk: 40 GiB -> 60 GiB',
    );
  });

  it('knows nothing of another template', async () => {
    const cache = await open();
    await cache.keep(stage('40 GiB', { name: 'other' }), await made('a'), {});
    expect((await cache.look(stage('41 GiB'))).facts.why).toBe('nothing is kept of ws');
  });
});

/** Which of two is the last is told by their times. */
async function nextMillisecond(): Promise<void> {
  const before = Date.now();
  while (Date.now() === before) await new Promise((done) => setTimeout(done, 1));
}

describe('what is damaged is removed, told and not used', () => {
  const damages: readonly (readonly [string, (folder: string) => Promise<void>])[] = [
    ['content of another length', (at) => appendFile(join(at, 'content'), 'x')],
    ['other content of the same length', (at) => writeFile(join(at, 'content'), 'DISK')],
    ['half of the content', (at) => truncate(join(at, 'content'), 2)],
    ['no content', (at) => rm(join(at, 'content'))],
    [
      'an entry that was changed',
      async (at) => {
        const text = await readFile(join(at, 'entry'), 'utf8');
        await writeFile(join(at, 'entry'), text.replace('"run":"7"', '"run":"8"'));
      },
    ],
    ['half an entry', (at) => truncate(join(at, 'entry'), 90)],
    ['no entry', (at) => rm(join(at, 'entry'))],
  ];
  it.each(damages)('%s', async (_what, damage) => {
    const cache = await open();
    // A copy, so that damaging it is damaging it alone.
    const disk = await made('disk');
    await cache.keep(stage('40 GiB'), disk, {});
    await rm(disk);
    await damage(await entry());
    const found = await cache.take(stage('40 GiB'), target());
    expect(found).toEqual({
      facts: { reused: false, why: expect.stringMatching(/^what was kept is not what it was: damaged/) },
    });
    expect(existsSync(target())).toBe(false);
    expect(await readdir(join(kept(), 'entries'))).toEqual([]);
    expect(await readdir(join(kept(), 'making'))).toEqual([]);
    expect(context.said.warning).toEqual([
      expect.stringContaining('Nothing is reused: what was kept is not what it was'),
    ]);
    // Made anew, it is kept again.
    await cache.keep(stage('40 GiB'), await made('disk'), {});
    expect((await cache.take(stage('40 GiB'), target())).facts.reused).toBe(true);
  });
});

it('finds nothing under another secret, and is not disturbed by it', async () => {
  const cache = await open();
  await cache.keep(stage('40 GiB'), await made('disk'), {});
  await rm(join(kept(), 'secret'));
  const other = await open();
  expect((await other.take(stage('40 GiB'), target())).facts).toEqual({ reused: false, why: 'nothing is kept of ws' });
  expect(context.said.warning).toEqual([]);
});

describe('the bound', () => {
  const big = (name: string) => made(name, Buffer.alloc(MIB, name));
  const sizes = ['1 GiB', '2 GiB', '3 GiB'] as const;
  const holds = async (cache: StageCache): Promise<readonly boolean[]> => {
    const found: boolean[] = [];
    for (const size of sizes) found.push((await cache.look(stage(size))).facts.reused);
    return found;
  };

  it('takes the least recently used first', async () => {
    const cache = await open({ maxBytes: 2.5 * MIB });
    await cache.keep(stage('1 GiB'), await big('a'), {});
    await cache.keep(stage('2 GiB'), await big('b'), {});
    for (const name of await readdir(join(kept(), 'entries'))) {
      await utimes(join(kept(), 'entries', name, 'entry'), new Date(1000), new Date(1000));
    }
    expect((await cache.take(stage('1 GiB'), target())).facts.reused).toBe(true);
    await cache.keep(stage('3 GiB'), await big('c'), {});
    expect(await holds(cache)).toEqual([true, false, true]);
    expect(await readdir(join(kept(), 'making'))).toEqual([]);
  });

  it('is kept to the byte', async () => {
    const cache = await open({ maxBytes: 3 * MIB });
    for (const size of sizes) await cache.keep(stage(size), await big(size), {});
    expect(await holds(cache)).toEqual([true, true, true]);
    const less = await open({ maxBytes: 3 * MIB - 1 });
    await less.keep(stage('4 GiB'), await made('d'), {});
    expect((await holds(cache)).filter(Boolean)).toHaveLength(2);
  });

  it('keeps nothing that is larger by itself, and says so', async () => {
    const cache = await open({ maxBytes: MIB / 2 });
    await cache.keep(stage('1 GiB'), await big('a'), {});
    expect(await holds(cache)).toEqual([false, false, false]);
    expect(context.said.warning).toEqual([
      'a is not kept for later runs: it takes 1 MiB, and the bound of all is 512 KiB (STILLFRAME_KEPT_SIZE).',
    ]);
    const fits = await open({ maxBytes: MIB });
    await fits.keep(stage('1 GiB'), await big('a'), {});
    expect(await holds(fits)).toEqual([true, false, false]);
  });

  it.skipIf(process.platform === 'win32')('counts no holes', async () => {
    const cache = await open({ maxBytes: MIB });
    const disk = await made('fixed', 'head');
    await truncate(disk, 500 * MIB);
    await cache.keep(stage('1 GiB'), disk, {});
    expect(await holds(cache)).toEqual([true, false, false]);
  });

  it('clears what is no entry first', async () => {
    const cache = await open({ maxBytes: MIB });
    await mkdir(join(kept(), 'entries', 'x'));
    await writeFile(join(kept(), 'entries', 'x', 'content'), Buffer.alloc(MIB));
    await cache.keep(stage('1 GiB'), await made('small'), {});
    expect(await holds(cache)).toEqual([true, false, false]);
    expect(existsSync(join(kept(), 'entries', 'x'))).toBe(false);
  });
});

describe('several runs at once', () => {
  it('keep the same without disturbing each other', async () => {
    const caches = await Promise.all([1, 2, 3].map((run) => open({ run: String(run) })));
    const disk = await made('disk');
    await Promise.all(caches.map((cache) => cache.keep(stage('40 GiB'), disk, {})));
    expect(context.said.warning).toEqual([]);
    expect(await readdir(join(kept(), 'entries'))).toHaveLength(1);
    expect(await readdir(join(kept(), 'making'))).toEqual([]);
    expect((await (await open()).take(stage('40 GiB'), target())).facts.reused).toBe(true);
  });

  it('take what is kept at once', async () => {
    const cache = await open();
    await cache.keep(stage('40 GiB'), await made('disk'), {});
    const found = await Promise.all([1, 2, 3].map((n) => cache.take(stage('40 GiB'), join(folder, `taken-${n}`))));
    expect(found.map(({ facts }) => facts.reused)).toEqual([true, true, true]);
  });
});

it('leaves nothing behind of a run that was killed while it kept something', async () => {
  // Held before it is made: the post step or the next run of the action removes it.
  const seen: unknown[] = [];
  const own: PlayedContext = {
    ...context,
    hold: (kind, data) => {
      seen.push([kind.kind, data]);
      return () => {};
    },
  };
  await (await open({}, own)).keep(stage('40 GiB'), await made('disk'), {});
  expect(seen[0]).toEqual(['path', { paths: [expect.stringContaining(join(kept(), 'making'))] }]);
});

it('fails nothing when it cannot keep, and says why', async () => {
  const cache = await open();
  await cache.keep(stage('40 GiB'), join(folder, 'none'), {});
  expect(context.said.warning).toEqual([expect.stringMatching(/^none could not be kept for later runs: ENOENT/)]);
  expect(context.held).toEqual(['path', '-path']);
});

it('says so when what it made cannot get its place, and leaves nothing of it', async () => {
  const cache = await open();
  await rm(join(kept(), 'entries'), { recursive: true });
  await writeFile(join(kept(), 'entries'), '');
  await cache.keep(stage('40 GiB'), await made('disk'), {});
  expect(context.said.warning).toEqual([expect.stringMatching(/^disk could not be kept for later runs: /)]);
  expect(context.said.info).toEqual([]);
  expect(await readdir(join(kept(), 'making'))).toEqual([]);
});

it('holds what it removes until it is gone', async () => {
  const seen: unknown[] = [];
  const own: PlayedContext = {
    ...context,
    hold: (_kind, data) => {
      seen.push(data);
      return () => {};
    },
  };
  const cache = await open({}, own);
  await cache.keep(stage('40 GiB'), await made('disk'), {});
  await rm(join(await entry(), 'entry'));
  await cache.look(stage('40 GiB'));
  expect(seen).toHaveLength(2);
  expect(seen[1]).toEqual({ paths: [expect.stringContaining(join(kept(), 'making'))] });
  expect(seen[1]).not.toEqual(seen[0]);
});

it('ends when the run is cancelled', async () => {
  const reason = new Error('cancelled');
  const own = playedContext(folder, { signal: AbortSignal.abort(reason) });
  const cache = await open({}, own);
  await expect(cache.keep(stage('40 GiB'), await made('disk'), {})).rejects.toBe(reason);
  expect(await readdir(join(kept(), 'entries'))).toEqual([]);
  expect(await readdir(join(kept(), 'making'))).toEqual([]);
  await (await open()).keep(stage('40 GiB'), join(folder, 'disk'), {});
  await expect(cache.take(stage('40 GiB'), target())).rejects.toBe(reason);
});

it('says that the place for what is taken is at fault, where it is', async () => {
  const cache = await open();
  await cache.keep(stage('40 GiB'), await made('disk'), {});
  await expect(cache.take(stage('40 GiB'), join(folder, 'none', 'x'))).rejects.toMatchObject({ code: 'ENOENT' });
  expect((await cache.look(stage('40 GiB'))).facts.reused).toBe(true);
});

it('refuses a folder that is a file, in words', async () => {
  await writeFile(kept(), '');
  await expect(open()).rejects.toMatchObject({
    code: 'path-invalid',
    message: expect.stringMatching(/^The folder of kept results \(STILLFRAME_KEPT\) /),
  });
});
