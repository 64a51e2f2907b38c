import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DriverCandidate, findDrivers, isUsable, readCandidate } from '../../../src/drivers/driver-candidate.ts';
import { rankCandidates, rankDrivers } from '../../../src/drivers/rank-candidates.ts';
import { windowsServer } from '../../../src/drivers/windows-target.ts';
import { sampleInf } from './sample-inf.ts';

const device = 'A\\A';
const models = { NTamd64: true };
const FILES: Readonly<Record<string, string>> = {
  'new/a.inf': sampleInf({ name: 'a', device, driverVer: '03/03/2022,1.3.25.0', models }),
  'old/A.INF': sampleInf({ name: 'a', device, driverVer: '03/03/2022,1.3.15.0', models }),
  'same/a.inf': sampleInf({ name: 'a', device, driverVer: '03/03/2022,1.3.25.0', models }),
  'arm/a.inf': sampleInf({ name: 'a', device, driverVer: '01/01/2026,9.0.0.0', models: { NTarm64: true } }),
  'store/a.inf': sampleInf({ name: 'a', device, driverVer: '01/01/2026,8.0.0.0', models }).replace('%12%', '%13%'),
  'b/b.inf': sampleInf({ name: 'b', device, driverVer: '01/01/2020,1', models: { NTarm64: true } }),
};

let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'stillframe-rank-'));
  for (const [path, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function candidates(build: number): Promise<readonly DriverCandidate[]> {
  return (await findDrivers(root, windowsServer(build), '')).candidates;
}

const reasons = (ranked: { leftOut: readonly { reason: string }[] }) => ranked.leftOut.map(({ reason }) => reason);

describe('rankDrivers', () => {
  it('takes the newest that applies of each INF name, and says of each other why it was left out', async () => {
    const ranked = rankDrivers(await candidates(14393), windowsServer(14393));
    expect(ranked.map(({ name, chosen }) => [name, chosen?.place])).toEqual([
      ['a', 'new/a.inf'],
      ['b', undefined],
    ]);
    expect(ranked[0] && reasons(ranked[0])).toEqual([
      'arm/a.inf: none of its models sections (NTarm64) is for build 14393 (amd64).',
      'store/a.inf: it runs from the driver store (%13%), which Windows can from build 16299 on, and this is 14393.',
      'same/a.inf: the same version, 1.3.25.0 of 2022-03-03.',
      'old/A.INF: version 1.3.15.0 of 2022-03-03 ranks behind.',
    ]);
    expect(ranked[1] && reasons(ranked[1])).toEqual([
      'b/b.inf: none of its models sections (NTarm64) is for build 14393 (amd64).',
    ]);
  });

  it('takes every driver of one INF name: each for its devices, and each extension by its id', async () => {
    const target = windowsServer(17763);
    const folder = join(root, '..', `${basename(root)}-namesakes`);
    const extension = (id: string, version: string): string =>
      sampleInf({ name: 'x', device: 'X\\X', driverVer: `01/01/2024,${version}`, models }).replace(
        'Provider',
        `ExtensionId = {${id}}\r\nProvider`,
      );
    const files = {
      '1/a.inf': sampleInf({ name: 'a', device: 'N\\NIC', driverVer: '01/01/2020,1.0.0.0', models }),
      '2/A.inf': sampleInf({ name: 'a', device: 'S\\DISK', driverVer: '01/01/2024,2.0.0.0', models }),
      '3/a.inf': sampleInf({ name: 'a', device: 'N\\NIC', driverVer: '01/01/2019,1.0.0.0', models }),
      '4/x.inf': extension('11111111-0000-0000-0000-000000000000', '1.0.0.0'),
      '5/x.inf': extension('22222222-0000-0000-0000-000000000000', '2.0.0.0'),
      '6/x.inf': extension('22222222-0000-0000-0000-000000000000', '3.0.0.0'),
    };
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const ranked = rankDrivers((await findDrivers(folder, target, '')).candidates, target);
    await rm(folder, { recursive: true });
    expect(ranked.map(({ name, chosen, leftOut }) => [name, chosen?.place, leftOut.length])).toEqual([
      ['a', '1/a.inf', 1],
      ['a-2', '2/A.inf', 0],
      ['x', '4/x.inf', 0],
      ['x-2', '6/x.inf', 1],
    ]);
  });

  it('takes one that runs from the driver store where Windows can', async () => {
    const ranked = rankDrivers(await candidates(16299), windowsServer(16299));
    expect(ranked[0]?.chosen?.place).toBe('store/a.inf');
  });

  it('gives the same whatever the order of what is given', async () => {
    const target = windowsServer(17763);
    const all = await candidates(17763);
    expect(rankCandidates(all.toReversed(), target).chosen).toBe(rankCandidates(all, target).chosen);
    expect(rankDrivers([], target)).toEqual([]);
  });
});

describe('readCandidate', () => {
  it('applies when it binds and nothing hinders it', async () => {
    const read = (name: string, build: number) => readCandidate(join(root, name), name, windowsServer(build));
    expect(isUsable(await read('new/a.inf', 14393))).toBe(true);
    expect(isUsable(await read('arm/a.inf', 17763))).toBe(false);
    expect(isUsable(await read('store/a.inf', 16298))).toBe(false);
    expect(isUsable(await read('store/a.inf', 16299))).toBe(true);
    expect((await read('new/a.inf', 14393)).obstacle).toBeUndefined();
  });

  it('says which file is not there', async () => {
    await expect(readCandidate(join(root, 'none.inf'), 'none.inf', windowsServer(17763))).rejects.toMatchObject({
      code: 'file-missing',
    });
  });
});
