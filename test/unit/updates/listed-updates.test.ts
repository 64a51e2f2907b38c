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
