import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { windowsServer } from '../../../../src/drivers/windows-target.ts';
import { readGivenDrivers } from '../../../../src/windows/plan/given-drivers.ts';
import { PVSCSI_DEVICE, sampleInf } from '../../drivers/sample-inf.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'stillframe-given-'));
  const inf = sampleInf({
    name: 'a',
    device: PVSCSI_DEVICE,
    driverVer: '03/03/2022,1.0',
    models: { NTamd64: true },
    startType: 0,
    service: 'a',
  });
  for (const path of ['one/a.inf', 'two/deep/a.inf']) await put(path, inf);
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function put(path: string, content: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), content);
}
const at = (path: string): string => join(root, path);
const places = async (text: string): Promise<[string, string][]> =>
  (await readGivenDrivers(text, windowsServer(17763))).candidates.map(({ path, place }) => [path, place]);

describe('readGivenDrivers', () => {
  it('takes files and folders with all below them, by line or comma, each file once', async () => {
    expect(await places(`${at('one/a.inf')}, ${at('two')}/\n\n ${at('one')}`)).toEqual([
      [at('one/a.inf'), at('one/a.inf')],
      [at('two/deep/a.inf'), `${at('two')}/deep/a.inf`],
    ]);
    expect(await places(' ')).toEqual([]);
  });

  it('sees paths from here', async () => {
    const here = relative(process.cwd(), at('one'));
    expect(await places(here)).toEqual([[at('one/a.inf'), `${here}/a.inf`]]);
  });

  it('takes of JSON an absolute INF, or one beside its folder, or one seen from here', async () => {
    const entries = [
      { inf: at('one/a.inf'), path: '/nowhere' },
      { inf: 'deep/a.inf', path: at('two') },
    ];
    expect((await places(` ${JSON.stringify(entries)}`)).map(([path]) => path)).toEqual([
      at('one/a.inf'),
      at('two/deep/a.inf'),
    ]);
    const here = [{ inf: relative(process.cwd(), at('one/a.inf')), path: 3 }];
    expect((await places(JSON.stringify(here))).map(([path]) => path)).toEqual([at('one/a.inf')]);
  });

  it('tells of a folder what could not be read, and throws it where nothing else is there', async () => {
    await put('one/bad.inf', 'no section');
    const { candidates, findings } = await readGivenDrivers(at('one'), windowsServer(17763));
    expect(candidates).toHaveLength(1);
    expect(findings).toEqual([
      {
        code: 'inf-unreadable',
        severity: 'warning',
        seen: expect.stringMatching(/^An INF file among the drivers was left out: .*bad\.inf/) as string,
        remedy: 'If it is a driver you need, take it from its vendor again.',
      },
    ]);
    await put('bad/bad.inf', 'no section');
    await expect(places(at('bad'))).rejects.toMatchObject({ name: 'FormatError' });
  });

  it.each([
    ['[{"inf":""', /^Input drivers is not valid JSON: /],
    ['[null]', /^Input drivers has an entry 1 without "inf"$/],
    ['[{"inf":"/a"},3]', /^Input drivers has an entry 2 without "inf"$/],
    ['[{"inf":3}]', /^Input drivers has an entry 1 without "inf"$/],
  ])('refuses %s', async (text, message) => {
    await expect(places(text)).rejects.toMatchObject({
      code: 'input-invalid',
      message: expect.stringMatching(message) as string,
      hint: expect.stringContaining('output "drivers" of extract-drivers') as string,
    });
  });

  it('says which folder holds no INF file, and what is not there', async () => {
    await put('empty/readme.txt', '');
    await expect(places(at('empty'))).rejects.toMatchObject({
      code: 'input-invalid',
      message: `Input drivers names the folder ${at('empty')}, which holds no INF file`,
    });
    await expect(places(at('none'))).rejects.toMatchObject({
      code: 'file-missing',
      message: `The driver ${at('none')} (input drivers) does not exist`,
    });
  });
});
