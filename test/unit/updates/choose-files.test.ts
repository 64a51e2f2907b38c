import { describe, expect, it } from 'vitest';
import { PRODUCT_FACTS } from '../../../src/products/product.ts';
import { chooseFiles, fittingTarget } from '../../../src/updates/choose-files.ts';
import type { CatalogFile } from '../../../src/updates/update.ts';

const SERVER_16 = PRODUCT_FACTS['windows-server-2016'];
const SERVER_19 = PRODUCT_FACTS['windows-server-2019'];
const SERVER_22 = PRODUCT_FACTS['windows-server-2022'];
const SERVER_25 = PRODUCT_FACTS['windows-server-2025'];

const file = (name: string): CatalogFile => ({ name, url: `https://x/${name}`, sha1: 'a' });
const files = (...names: string[]): CatalogFile[] => names.map(file);
const TARGET = { kb: 'KB5122871', kind: 'cumulative' } as const;
const DOTNET = { kb: 'KB5088862', kind: 'dotnet' } as const;
const WANTED = { architecture: 'x64', exclude: [] } as const;
const NAME = 'windows11.0-kb5122871-x64_ab.msu';

describe('chooseFiles', () => {
  it('gives the checkpoints in the order of their numbers, then the target, whatever order they come in', () => {
    const given = files(
      'windows11.0-kb10043080-x64.msu',
      NAME,
      'windows11.0-kb5091299-x64.msu',
      'windows11.0-kb5043080-x64.msu',
    );
    for (const list of [given, given.toReversed()]) {
      expect(chooseFiles(TARGET, list, SERVER_25, WANTED)).toEqual({
        files: [
          { ...file('windows11.0-kb5043080-x64.msu'), kb: 'KB5043080', kind: 'checkpoint' },
          { ...file('windows11.0-kb5091299-x64.msu'), kb: 'KB5091299', kind: 'checkpoint' },
          { ...file('windows11.0-kb10043080-x64.msu'), kb: 'KB10043080', kind: 'checkpoint' },
          { ...file(NAME), kb: 'KB5122871', kind: 'cumulative' },
        ],
        left: [],
      });
    }
  });

  it('gives the target alone where there are no checkpoints, and says what it left', () => {
    const given = files('windows10.0-kb5043080-x64.msu', 'windows10.0-kb5122871-x64.msu');
    const { files: chosen, left } = chooseFiles(TARGET, given, SERVER_22, WANTED);
    expect(chosen.map(({ name }) => name)).toEqual(['windows10.0-kb5122871-x64.msu']);
    expect(left).toEqual([{ name: 'windows10.0-kb5043080-x64.msu', reason: 'not the file of KB5122871' }]);
    const stack = { kb: 'KB5122871', kind: 'servicing-stack' } as const;
    expect(chooseFiles(stack, given, SERVER_25, WANTED).files.map(({ name }) => name)).toEqual([
      'windows10.0-kb5122871-x64.msu',
    ]);
  });

  it.each([
    ['windows11.0-kb5122871-x64.psf', 'neither .msu nor .cab'],
    ['windows11.0-kb5122871-x64.msu.txt', 'neither .msu nor .cab'],
    ['windows11.0-x64.msu', 'its name holds no KB number'],
    ['windows11.0-kb5122871-arm64.msu', 'for arm64'],
    ['windows11.0-kb5122871-x86_1.msu', 'for x86'],
    ['windows11.0-kb5122871.msu', 'for no architecture that its name tells'],
    ['windows11.0-kb5122871-x64-express.msu', 'an express or delta package, which DISM cannot add'],
    ['windows11.0-kb5122871-x64-delta_1.cab', 'an express or delta package, which DISM cannot add'],
  ])('leaves out %s: %s', (name, reason) => {
    expect(chooseFiles(TARGET, files(NAME, name), SERVER_25, WANTED)).toMatchObject({
      files: [{ name: NAME }],
      left: [{ name, reason }],
    });
  });

  it('reads names in any case', () => {
    const [chosen] = chooseFiles(TARGET, files('Windows11.0-KB5122871-X64_AB.MSU'), SERVER_25, WANTED).files;
    expect(chosen).toMatchObject({ kb: 'KB5122871' });
    expect(chooseFiles(TARGET, files('windows11.0_kb5122871_x-x64_.cab'), SERVER_25, WANTED).files).toHaveLength(1);
  });

  it('takes of a .NET entry the file for the runtime in the box', () => {
    const given = files(
      'windows10.0-kb5087068-x64-ndp48.msu',
      'windows10.0-kb5087059-x64-ndp481.msu',
      'windows10.0-kb5087001-x64.msu',
    );
    const chosen = (facts: typeof SERVER_22): unknown => {
      const { files: taken, left } = chooseFiles(DOTNET, given, facts, WANTED);
      return [taken.map(({ kb, kind }) => `${kb} ${kind}`), left.map(({ reason }) => reason)];
    };
    const notOf = (name: string, runtime: string): string =>
      `for a runtime that is not part of ${name} (it has .NET Framework ${runtime})`;
    expect(chosen(SERVER_22)).toEqual([['KB5087068 dotnet'], Array(2).fill(notOf('Windows Server 2022', '4.8'))]);
    expect(chosen(SERVER_25)).toEqual([['KB5087059 dotnet'], Array(2).fill(notOf('Windows Server 2025', '4.8.1'))]);
    expect(chosen(SERVER_19)).toEqual([['KB5087001 dotnet'], Array(2).fill(notOf('Windows Server 2019', '4.7.2'))]);
    expect(() => chosen(SERVER_16)).toThrow('a file of KB5088862 for x64');
  });

  it('takes what is listed twice once, and of an .msu and a .cab of one number the .msu', () => {
    const cab = 'windows11.0-kb5122871-x64_ab.cab';
    for (const given of [files(NAME, NAME), files(cab, NAME), files(NAME, cab, NAME)]) {
      expect(chooseFiles(TARGET, given, SERVER_25, WANTED).files).toEqual([
        { ...file(NAME), kb: 'KB5122871', kind: 'cumulative' },
      ]);
    }
    expect(chooseFiles(TARGET, files(cab, NAME), SERVER_25, WANTED).left).toEqual([
      { name: cab, reason: 'not the file of KB5122871' },
    ]);
    expect(chooseFiles(TARGET, files(cab), SERVER_25, WANTED).files).toMatchObject([{ name: cab }]);
  });

  it.each([
    [TARGET, SERVER_25, ['windows11.0-kb5122871-x64_ab.msu', 'windows11.0-kb5122871-x64_cd.msu']],
    [TARGET, SERVER_22, ['windows10.0-kb5122871-v2-x64.msu', 'windows10.0-kb5122871-x64.msu']],
    [DOTNET, SERVER_22, ['windows10.0-kb5087067-x64-ndp48.msu', 'windows10.0-kb5087068-x64-ndp48.msu']],
  ] as const)('guesses nothing where two fit %j', (candidate, facts, names) => {
    expect(() => chooseFiles(candidate, files(...names), facts, WANTED)).toThrow(
      expect.objectContaining({
        code: 'catalog-changed',
        message: `The catalog's download page has changed: it lacks a single file of ${candidate.kb} for x64 (it names ${names.join(', ')})`,
      }),
    );
    const [name = ''] = names;
    const twins = [file(name), { ...file(name), sha1: 'b' }];
    expect(() => chooseFiles(candidate, twins, facts, WANTED)).toThrow('a single file of');
  });

  it('leaves out an excluded checkpoint, and takes no entry whose own file is excluded', () => {
    const exclude = ['KB5043080', 'KB5087068'];
    const given = files('windows11.0-kb5043080-x64.msu', NAME);
    expect(chooseFiles(TARGET, given, SERVER_25, { ...WANTED, exclude })).toMatchObject({
      files: [{ name: NAME }],
      left: [{ name: 'windows11.0-kb5043080-x64.msu', reason: 'excluded by the template' }],
    });
    const net = files('windows10.0-kb5087068-x64-ndp48.msu', 'windows10.0-kb5087059-x64-ndp481.msu');
    expect(() => chooseFiles(DOTNET, net, SERVER_22, { ...WANTED, exclude })).toThrow(
      expect.objectContaining({
        code: 'input-invalid',
        message:
          'exclude (updates.exclude of the template) names KB5087068, which is what KB5088862 has for Windows Server 2022',
        hint: 'Name KB5088862 there: the newest one before it is taken then.',
      }),
    );
    expect(chooseFiles(DOTNET, net, SERVER_22, { ...WANTED, exclude: ['KB5087059'] }).files).toHaveLength(1);
  });

  it.each([
    [files('a.txt', 'b.msu'), 'a.txt, b.msu'],
    [[], 'none'],
  ])('finds the page changed where no file fits', (given, named) => {
    expect(() => chooseFiles(TARGET, given, SERVER_25, WANTED)).toThrow(
      expect.objectContaining({
        code: 'catalog-changed',
        message: `The catalog's download page has changed: it lacks a file of KB5122871 for x64 (it names ${named})`,
      }),
    );
  });
});

it('fittingTarget is the file of the number, of a .NET entry the first that fits', () => {
  const given = files('windows11.0-kb5043080-x64.msu', NAME);
  expect(fittingTarget(TARGET, given, SERVER_25, 'x64')).toMatchObject({ name: NAME, kb: 'KB5122871' });
  expect(fittingTarget({ ...TARGET, kb: 'KB1000000' }, given, SERVER_25, 'x64')).toBeUndefined();
  expect(fittingTarget(DOTNET, files('a-kb5087059-x64-ndp481.msu'), SERVER_25, 'x64')).toMatchObject({
    kb: 'KB5087059',
  });
  expect(fittingTarget(TARGET, [], SERVER_25, 'x64')).toBeUndefined();
});
