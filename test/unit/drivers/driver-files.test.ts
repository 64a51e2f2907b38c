import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCandidate } from '../../../src/drivers/driver-candidate.ts';
import { copyPackage, packageFiles } from '../../../src/drivers/driver-files.ts';
import { windowsServer } from '../../../src/drivers/windows-target.ts';
import { sampleInf } from './sample-inf.ts';

const INF = sampleInf({ name: 'a', device: 'A\\A', driverVer: '01/01/2024,1', models: { NTamd64: true } });
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'stillframe-files-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function files(inf: string, names: readonly string[]) {
  for (const name of ['a.inf', ...names]) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), name === 'a.inf' ? inf : name);
  }
  return packageFiles(await readCandidate(join(root, 'a.inf'), 'disc/a.inf', windowsServer(17763)), 'amd64');
}

describe('packageFiles', () => {
  it('are the INF file, its catalog and what it copies, found without case', async () => {
    expect(await files(INF, ['A.CAT', 'A.sys', 'other.txt'])).toEqual({
      files: [
        { path: 'a.inf', source: join(root, 'a.inf') },
        { path: 'a.cat', source: join(root, 'A.CAT') },
        { path: 'a.sys', source: join(root, 'A.sys') },
      ],
      unneeded: [],
    });
  });

  it('may lack a catalog that the INF file does not name, and sources that are not copied', async () => {
    const inf = INF.replace(/CatalogFile.*\r\n/, '').replace('a.sys = 1', 'a.sys = 1,x64\r\nb.dll = 1');
    const { files: found, unneeded } = await files(inf, ['X64/a.sys']);
    expect(found.map(({ path }) => path)).toEqual(['a.inf', 'x64/a.sys']);
    expect(unneeded).toEqual(['b.dll']);
  });

  it.each([
    [['a.sys'], 'disc/a.inf names a file that is not there: a.cat'],
    [[], 'disc/a.inf names files that are not there: a.cat, a.sys'],
  ])('are refused when %j is all there is', async (names, message) => {
    await expect(files(INF, names)).rejects.toMatchObject({ code: 'driver-incomplete', message });
  });

  it('are copied under the names that the INF file uses', async () => {
    const { files: found } = await files(INF.replace('a.sys = 1', 'a.sys = 1,sub'), ['A.cat', 'SUB/A.SYS']);
    await copyPackage(found, join(root, 'out'));
    expect((await readdir(join(root, 'out'), { recursive: true })).sort()).toEqual([
      'a.cat',
      'a.inf',
      'sub',
      'sub/a.sys',
    ]);
    expect(await readFile(join(root, 'out/sub/a.sys'), 'utf8')).toBe('SUB/A.SYS');
  });
});
