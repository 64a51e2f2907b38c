import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PRODUCT_FACTS } from '../../../src/products/product.ts';
import { settleListed, updatesOfList } from '../../../src/updates/listed-updates.ts';
import type { ListedPackage } from '../../../src/updates/packages-file.ts';
import type { PreparedFile } from '../../../src/updates/prepare-packages.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-listed-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const hash = (kb: string): string => kb.slice(2).padEnd(64, '0');
const listed = (kb: string, more: Partial<ListedPackage> = {}): ListedPackage => ({
  url: `https://x/${kb}.msu`,
  name: `${kb.toLowerCase()}-x64.msu`,
  sha256: hash(kb),
  kb,
  ...more,
});

async function prepared(entry: ListedPackage, opened: Partial<PreparedFile['opened']> = {}): Promise<PreparedFile> {
  const [update] = updatesOfList([entry]);
  const [file] = update?.files ?? [];
  if (!update || !file) throw new Error('no file');
  const path = join(folder, update.updateId, entry.name);
  await mkdir(join(folder, update.updateId), { recursive: true });
  await writeFile(path, '');
  const fetched = { path, sha1: '', sha256: entry.sha256, size: 0, from: 'in place', received: 0 } as const;
  const inside = { container: 'cab', hotpatch: false, cabs: [], ...opened } as const;
  return { update, file, fetched, opened: inside, signature: { state: 'unchecked', by: '' }, build: undefined };
}

const SERVER_25 = PRODUCT_FACTS['windows-server-2025'];
const SERVER_22 = PRODUCT_FACTS['windows-server-2022'];

describe('settleListed', () => {
  const wim = { container: 'wim' as const, build: '26100.5' };

  it.each([
    ['build', { build: '26100.4946' }, { build: '26100.4656' }],
    ['servicing stack', { stack: '26100.4933' }, { stack: '26100.4640' }],
  ])('knows the newest by its %s, not by its number', async (_what, newest, older) => {
    const list = [listed('KB5063878'), listed('KB5064489')];
    for (const isTurned of [false, true]) {
      const files = await Promise.all([
        prepared(list[0] as ListedPackage, { container: 'wim', ...newest }),
        prepared(list[1] as ListedPackage, { container: 'wim', ...older }),
      ]);
      const settled = await settleListed(isTurned ? files.toReversed() : files, list, SERVER_25);
      const told = settled.map(({ file }) => `${file.kb} ${file.kind}`);
      expect(isTurned ? told.toReversed() : told).toEqual(['KB5063878 cumulative', 'KB5064489 checkpoint']);
    }
  });

  it('puts no two files of one name into a folder', async () => {
    const list = [listed('KB5122871', { name: 'a.msu' }), listed('KB5043080', { name: 'A.msu' })];
    const files = await Promise.all(list.map((entry) => prepared(entry, wim)));
    await expect(settleListed(files, list, SERVER_25)).rejects.toMatchObject({
      code: 'input-invalid',
      message: 'The packages-file has two files with the name a.msu, and both belong into the folder of KB5122871',
    });
    expect(await settleListed(files, list, SERVER_22)).toHaveLength(2);
  });

  it('puts older cumulative updates of Server 2025 beside the newest, as its checkpoints', async () => {
    const list = [listed('KB5122871'), listed('KB5043080'), listed('KB5087068', { name: 'kb5087068-x64-ndp481.msu' })];
    const files = await Promise.all([
      prepared(list[0] as ListedPackage, wim),
      prepared(list[1] as ListedPackage, wim),
      prepared(list[2] as ListedPackage),
    ]);
    const settled = await settleListed(files, list, SERVER_25);
    expect(settled.map(({ file }) => `${file.kb} ${file.kind}`)).toEqual([
      'KB5122871 cumulative',
      'KB5043080 checkpoint',
      'KB5087068 dotnet',
    ]);
    expect((await readdir(join(settled[0]?.fetched.path ?? '', '..'))).sort()).toEqual([
      'kb5043080-x64.msu',
      'kb5122871-x64.msu',
    ]);
    expect(settled[1]?.fetched.path).toBe(join(folder, hash('KB5122871').slice(0, 16), 'kb5043080-x64.msu'));
    expect(settled[0]?.build).toBe('26100.5');
    expect(settled[2]?.build).toBeUndefined();
  });

  it('leaves cumulative updates of other products where they are', async () => {
    const list = [listed('KB5030216'), listed('KB5098825')];
    const inside = { stack: '20348.1', build: '20348.2' };
    const files = await Promise.all(list.map((entry) => prepared(entry, inside)));
    const settled = await settleListed(files, list, SERVER_22);
    expect(settled.map(({ file, fetched }) => [file.kind, fetched.path])).toEqual(
      files.map(({ fetched }) => ['cumulative', fetched.path]),
    );
  });

  it.each([
    ['its identity', {}, { identity: { name: 'Package_for_DotNetRollup_481', version: '10.0.1.1' } }, 'dotnet'],
    ['its name', { name: 'SSU-20348.1-x64.cab' }, {}, 'servicing-stack'],
    ['its name', { name: 'windows10.0-servicingstack-x64.msu' }, {}, 'servicing-stack'],
    ['the stack inside', {}, { stack: '20348.1' }, 'cumulative'],
    ['the list', { kind: 'dotnet' as const }, { stack: '20348.1' }, 'dotnet'],
  ])('tells a kind by %s', async (_, more, inside, kind) => {
    const list = [listed('KB5030216', more)];
    const [settled] = await settleListed([await prepared(list[0] as ListedPackage, inside)], list, SERVER_22);
    expect(settled?.file.kind).toBe(kind);
    expect(settled?.update.kind).toBe(kind);
  });

  it('asks for the kind where nothing tells', async () => {
    const list = [listed('KB5030216')];
    await expect(settleListed([await prepared(list[0] as ListedPackage)], list, SERVER_22)).rejects.toMatchObject({
      code: 'input-invalid',
      hint: expect.stringContaining('Add kind:'),
    });
  });
});

describe('updatesOfList', () => {
  it('makes each package an update of its own', () => {
    const [plain, stack, checkpoint] = updatesOfList([
      listed('KB5030216'),
      listed('KB5005112', { kind: 'servicing-stack' }),
      listed('KB5043080', { kind: 'checkpoint' }),
    ]);
    expect(plain).toEqual({
      kb: 'KB5030216',
      kind: 'cumulative',
      title: 'kb5030216-x64.msu',
      updateId: '5030216000000000',
      reason: 'named in packages-file',
      files: [{ ...listed('KB5030216'), kind: 'cumulative' }],
    });
    expect([stack?.kind, stack?.files[0]?.kind]).toEqual(['servicing-stack', 'servicing-stack']);
    expect([checkpoint?.kind, checkpoint?.files[0]?.kind]).toEqual(['cumulative', 'checkpoint']);
    const { kb: _, ...unnamed } = listed('KB5030216');
    expect(updatesOfList([unnamed])[0]).toMatchObject({ kb: '', files: [{ kb: '' }] });
  });
});

describe('what a listed package is', () => {
  const { kb: _, ...unnamed } = listed('KB5030216');
  const settled = async (
    entry: ListedPackage,
    inside: Partial<PreparedFile['opened']>,
  ): Promise<PreparedFile | undefined> => (await settleListed([await prepared(entry, inside)], [entry], SERVER_22))[0];

  it('says the list, else the package; a number nobody knows is none', async () => {
    expect(await settled(listed('KB5030216'), { kb: 'KB5000000', stack: 'x' })).toMatchObject({
      file: { kb: 'KB5030216' },
      update: { kb: 'KB5030216' },
    });
    expect((await settled(unnamed, { kb: 'KB5000000', stack: 'x' }))?.file.kb).toBe('KB5000000');
    expect((await settled(unnamed, { stack: 'x' }))?.file.kb).toBe('');
    const stranger = await settleListed(
      [await prepared(unnamed, { kb: 'KB5000000', stack: 'x' })],
      [{ ...listed('KB1'), kind: 'dotnet' }],
      SERVER_22,
    );
    expect(stranger[0]?.file).toMatchObject({ kb: 'KB5000000', kind: 'cumulative' });
  });

  it('has no build where it is of .NET', async () => {
    expect((await settled(listed('KB5030216', { kind: 'dotnet' }), { build: '20348.1' }))?.build).toBeUndefined();
    expect((await settled(listed('KB5030216', { kind: 'cumulative' }), { build: '20348.1' }))?.build).toBe('20348.1');
  });

  it.each([
    ['a.msu', { container: 'wim' }, 'cumulative'],
    ['SSU-x.msu', { identity: { name: 'Package_for_RollupFix', version: '1' } }, 'cumulative'],
    ['SSU-x.msu', { identity: { name: 'Package_for_KB1', version: '1' } }, 'servicing-stack'],
    ['x-NDP48.msu', {}, 'dotnet'],
  ] as const)('%s with %j is %s', async (name, inside, kind) => {
    expect((await settled(listed('KB5030216', { name }), inside))?.file.kind).toBe(kind);
  });

  it.each(['xssu-1.msu', 'x-ndp.msu', 'a.msu'])('%s alone says nothing', async (name) => {
    await expect(settled(listed('KB5030216', { name }), {})).rejects.toThrow(
      `${name}: neither its name nor its content`,
    );
  });
});

describe('beside the target', () => {
  it('a checkpoint of the list is moved as well, and keeps the kind of its update', async () => {
    const list = [listed('KB5043080', { kind: 'checkpoint' }), listed('KB5122871', { kind: 'cumulative' })];
    const files = await Promise.all(list.map((entry) => prepared(entry)));
    await rm(join(folder, hash('KB5122871').slice(0, 16)), { recursive: true });
    const [checkpoint, target] = await settleListed(files, list, SERVER_25);
    expect(checkpoint).toMatchObject({ file: { kind: 'checkpoint' }, update: { kind: 'cumulative' } });
    expect(checkpoint?.fetched.path).toBe(join(folder, hash('KB5122871').slice(0, 16), 'kb5043080-x64.msu'));
    expect(target?.fetched.path).toBe(files[1]?.fetched.path);
  });

  it('nothing is moved where there is no target', async () => {
    const list = [listed('KB5043080', { kind: 'checkpoint' }), listed('KB5000001', { kind: 'dotnet' })];
    const files = await Promise.all(list.map((entry) => prepared(entry)));
    const settled = await settleListed(files, list, SERVER_25);
    expect(settled.map(({ fetched }) => fetched.path)).toEqual(files.map(({ fetched }) => fetched.path));
  });

  it('the highest number is the target, and one without a number the lowest', async () => {
    const { kb: _, ...unnamed } = listed('KB9999999', { name: 'a.msu', kind: 'cumulative' });
    const list = [listed('KB10000000', { kind: 'cumulative' }), listed('KB9999998', { kind: 'cumulative' }), unnamed];
    const settled = await settleListed(await Promise.all(list.map((entry) => prepared(entry))), list, SERVER_25);
    expect(settled.map(({ file }) => file.kind)).toEqual(['cumulative', 'checkpoint', 'checkpoint']);
  });
});
