import { describe, expect, it } from 'vitest';
import { lockFaults } from '../../../src/updates/check-lock.ts';
import type { LockedFile, LockedUpdate, LockFile } from '../../../src/updates/lock.ts';
import { formatLock, parseLock } from '../../../src/updates/lock-file.ts';

const sha1 = 'a'.repeat(40);
const file = (kb: string, kind: LockedFile['kind'], more: Partial<LockedFile> = {}): LockedFile => ({
  name: `windows11.0-${kb.toLowerCase()}-x64_${sha1}.msu`,
  kb,
  kind,
  url: 'https://catalog.s.download.windowsupdate.com/x.msu',
  size: 1,
  sha1,
  sha256: 'b'.repeat(64),
  ...more,
});
const update = (kb: string, kind: LockedUpdate['kind'], more: Partial<LockedUpdate> = {}): LockedUpdate => ({
  kb,
  kind,
  title: kb,
  'update-id': kb,
  date: '2026-09-08',
  reason: 'newest',
  files: [file(kb, kind)],
  ...more,
});
const CUMULATIVE = update('KB5122871', 'cumulative', {
  build: '26100.33438',
  files: [file('KB5043080', 'checkpoint'), file('KB5122871', 'cumulative')],
});
const DOTNET = update('KB5088862', 'dotnet', { date: '2026-08-11', files: [file('KB5087068', 'dotnet')] });
const LOCK: LockFile = {
  schema: 1,
  date: '2026-09-08',
  build: '26100.33438',
  request: {
    product: 'windows-server-2025',
    architecture: 'x64',
    include: ['cumulative', 'dotnet', 'servicing-stack'],
    release: ['latest'],
    channel: 'regular',
    'media-build': '26100.1742',
  },
  updates: [CUMULATIVE, DOTNET],
};
const asked = (request: Partial<LockFile['request']>, more: Partial<LockFile> = {}): LockFile => ({
  ...LOCK,
  ...more,
  request: { ...LOCK.request, ...request },
});
const holding = (...updates: LockedUpdate[]): LockFile => ({ ...LOCK, updates });
const withFiles = (...files: LockedFile[]): LockFile => holding({ ...CUMULATIVE, files }, DOTNET);

describe('what was asked for', () => {
  const known = { month: '2026-09', letter: 'B' };
  const of = (request: Partial<LockFile['request']>, more: Partial<LockedUpdate> = {}): string[] =>
    lockFaults({ ...asked(request), updates: [{ ...CUMULATIVE, ...known, ...more }, DOTNET] });

  it('is of the month, of the day and of the channel', () => {
    expect(of({ release: ['2026-10'] })).toEqual(['KB5122871 is of 2026-09, and 2026-10 was asked for']);
    expect(of({ release: ['2026-09-07'] })).toEqual(['KB5122871 came out on 2026-09-08, after 2026-09-07']);
    expect(of({}, { letter: 'OOB' })).toEqual(['KB5122871 is of the channel out-of-band, and regular was asked for']);
    expect(of({ channel: 'out-of-band' }, { letter: 'D' })).toEqual([
      'KB5122871 is of the channel preview, and out-of-band was asked for',
    ]);
    const title = '2026-09 Cumulative Update Preview for x64-based Systems (KB5122871)';
    expect(of({}, { letter: undefined, title } as unknown as Partial<LockedUpdate>)).toEqual([
      'KB5122871 is of the channel preview, and regular was asked for',
    ]);
  });

  it('is there where it is, and where nothing tells', () => {
    expect(of({ release: ['2026-09'] })).toEqual([]);
    expect(of({ release: ['2026-09-08'] })).toEqual([]);
    expect(of({ channel: 'preview' }, { letter: 'OOB' })).toEqual([]);
    const untold = { month: undefined, letter: undefined } as unknown as Partial<LockedUpdate>;
    expect([of({ release: ['2026-10'] }, untold), of({ release: ['2026-09-01'] }, untold)]).toEqual([[], []]);
    // Numbers are taken whatever their channel.
    expect(of({ release: ['KB5122871', 'KB5088862'] }, { letter: 'D' })).toEqual([]);
  });

  it('is none of the baselines', () => {
    const baseline = update('KB5030216', 'cumulative', {
      month: '2023-09',
      letter: 'B',
      date: '2023-09-12',
      build: '20348.1970',
    });
    const target = update('KB5095065', 'cumulative', { ...known, build: '20348.5228' });
    const request = {
      product: 'windows-server-2022',
      'media-build': '20348.169',
      include: ['cumulative'],
      release: ['2026-09'],
    } as const;
    expect(lockFaults({ ...asked(request), build: '20348.5228', updates: [baseline, target] })).toEqual([]);
  });
});

describe('the baseline of old media', () => {
  const of2019 = (
    media: string | undefined,
    include: LockFile['request']['include'],
    ...more: LockedUpdate[]
  ): string[] => {
    const { 'media-build': _, ...request } = LOCK.request;
    const product = 'windows-server-2019';
    return lockFaults({
      ...LOCK,
      build: '17763.9364',
      request: { ...request, product, include, ...(media !== undefined && { 'media-build': media }) },
      updates: [update('KB5095058', 'cumulative', { build: '17763.9364' }), ...more],
    });
  };
  const both = ['cumulative', 'servicing-stack'] as const;

  it('was not lost', () => {
    const stack = update('KB5005112', 'servicing-stack', { date: '2021-08-10' });
    expect(of2019('17763.107', both)).toEqual(['media 17763.107 need KB5005112 first, and it is not there']);
    expect(of2019(undefined, both)).toEqual(['media of an unknown build need KB5005112 first, and it is not there']);
    expect([of2019('17763.107', both, stack), of2019(undefined, both, stack)]).toEqual([[], []]);
  });

  it('is nothing that newer media, or an include without it, would have', () => {
    expect([of2019('17763.2114', both), of2019('17763.107', ['cumulative'])]).toEqual([[], []]);
  });
});

describe('lockFaults', () => {
  it('finds the title of another update', () => {
    const title = '2026-08 Cumulative Update for x64-based Systems (KB5120233) (26100.33296)';
    expect(lockFaults(holding({ ...CUMULATIVE, title }, DOTNET))).toEqual([
      'the title of KB5122871 is that of KB5120233',
    ]);
  });

  it('finds none in a good lock', () => {
    expect(lockFaults(LOCK)).toEqual([]);
    expect(lockFaults(asked({ release: ['KB5122871', 'KB5043080', 'KB5088862'] }))).toEqual([]);
    expect(lockFaults(asked({ include: ['cumulative'], release: ['2026-09'] }, { updates: [CUMULATIVE] }))).toEqual([]);
    expect(lockFaults(holding({ ...CUMULATIVE, title: '2026-09 Kumulatives Update' }, DOTNET))).toEqual([]);
    const of2016 = update('KB5098817', 'cumulative', { build: '14393.7967' });
    expect(
      lockFaults({
        ...asked({ product: 'windows-server-2016', 'media-build': '14393.0' }),
        build: '14393.7967',
        updates: [of2016, update('KB5098808', 'servicing-stack', { build: '14393.7962' })],
      }),
    ).toEqual([]);
  });

  it.each([
    [
      'a target that was dropped',
      withFiles(file('KB5043080', 'checkpoint')),
      'KB5122871 has no file of its own kind, cumulative',
    ],
    [
      'kinds that were swapped',
      withFiles(file('KB5043080', 'cumulative'), file('KB5122871', 'checkpoint')),
      'the file of KB5122871, windows11.0-kb5043080-x64',
    ],
    [
      'two targets',
      withFiles(file('KB5122871', 'cumulative'), file('KB5122872', 'cumulative')),
      'more than one file of the kind',
    ],
    [
      'a file of another kind',
      withFiles(...CUMULATIVE.files, file('KB5087068', 'dotnet')),
      'of KB5122871 is of the kind dotnet',
    ],
    [
      'itself as a checkpoint',
      withFiles(...CUMULATIVE.files, file('KB5122871', 'checkpoint', { name: 'x.msu' })),
      'itself as a checkpoint',
    ],
    [
      'a file twice',
      withFiles(...CUMULATIVE.files, file('KB5043080', 'checkpoint')),
      'KB5122871 has the file windows11.0-kb5043080',
    ],
    [
      'a name of another number',
      withFiles(file('KB5122871', 'cumulative', { name: 'windows11.0-kb5122872-x64.msu' })),
      'is one of KB5122872 by its name, of KB5122871 by the lock',
    ],
    [
      'another SHA-1 than in the name',
      withFiles(file('KB5122871', 'cumulative', { sha1: 'c'.repeat(40) })),
      'another SHA-1 in its name',
    ],
    [
      'a checkpoint of a .NET update',
      holding(CUMULATIVE, { ...DOTNET, files: [...DOTNET.files, file('KB5043080', 'checkpoint')] }),
      'KB5088862 of Windows Server 2025 has a checkpoint',
    ],
    [
      'a checkpoint of a product without them',
      {
        ...asked({ product: 'windows-server-2022', 'media-build': '20348.1970' }),
        build: '20348.5',
        updates: [{ ...CUMULATIVE, build: '20348.5' }, DOTNET],
      },
      'KB5122871 of Windows Server 2022 has a checkpoint',
    ],
    [
      'a build of another product',
      { ...holding({ ...CUMULATIVE, build: '20348.1' }, DOTNET), build: '20348.1' },
      'has the build 20348.1, and Windows Server 2025 is 26100',
    ],
    ['media of another product', asked({ 'media-build': '20348.1' }), 'media-build 20348.1 is not Windows Server 2025'],
    ['an update twice', holding(CUMULATIVE, DOTNET, DOTNET), 'it holds KB5088862 twice'],
    ['what is excluded', asked({ exclude: ['KB5122871'] }), 'KB5122871 is excluded and there'],
    ['a file that is excluded', asked({ exclude: ['KB5087068'] }), 'KB5087068 is excluded and there'],
    ['not what was named', asked({ release: ['KB5122999'] }), 'KB5122999 was asked for and is not there'],
    [
      'a kind nobody asked for',
      asked({ include: ['cumulative'] }),
      'KB5088862 is of the kind dotnet, which was not asked for',
    ],
    [
      'no cumulative update',
      { ...holding(DOTNET), date: '2026-08-11' },
      'an update of the kind cumulative was asked for and is not there',
    ],
    ['no .NET update', holding(CUMULATIVE), 'an update of the kind dotnet was asked for and is not there'],
    [
      'no servicing stack of 2016',
      {
        ...asked({ product: 'windows-server-2016', 'media-build': '14393.0' }),
        build: '14393.7967',
        updates: [update('KB5098817', 'cumulative', { build: '14393.7967' })],
      },
      'an update of the kind servicing-stack was asked for and is not there',
    ],
    [
      'a date of its own',
      { ...LOCK, date: '2026-10-08' },
      'its date is 2026-10-08, that of its newest update 2026-09-08',
    ],
    [
      'a build of its own',
      { ...LOCK, build: '26100.4' },
      'its build is 26100.4, that of its newest update 26100.33438',
    ],
  ])('finds %s, once', (what, lock: LockFile, words) => {
    const [first, ...more] = lockFaults(lock);
    expect(first).toContain(words);
    // What was swapped is wrong on both sides.
    expect(more).toEqual(what === 'kinds that were swapped' ? ['KB5122871 has itself as a checkpoint'] : []);
    expect(() => parseLock(formatLock(lock), 'x.lock.json')).toThrow(words);
  });
});

it('says that a lock is empty', () => {
  expect(() => parseLock(formatLock(holding()), 'x.lock.json')).toThrow(
    'x.lock.json is not valid: updates is an empty list. Wanted: At least one update.',
  );
});

it('a lock that names KBs is asked for those alone, not for kinds', () => {
  const named = asked({ include: ['servicing-stack'], release: ['KB5122871', 'KB5043080'] }, { updates: [CUMULATIVE] });
  expect(lockFaults(named)).toEqual([]);
  expect(lockFaults(asked({ release: ['latest'], include: ['cumulative'] }, { updates: [CUMULATIVE] }))).toEqual([]);
});

it('.NET entries have numbers and builds of their own', () => {
  const odd = { ...DOTNET, build: '10.0.1' };
  expect(lockFaults(holding(CUMULATIVE, odd))).toEqual([]);
  // The build at the top is that of Windows, whatever others say of themselves.
  expect(lockFaults(holding(CUMULATIVE, { ...DOTNET, build: '26100.99999' }))).toEqual([]);
});

it('the highest build of the cumulative updates counts, as a number', () => {
  const baseline = update('KB5030216', 'cumulative', { build: '26100.9999', date: '2026-01-01' });
  expect(lockFaults(holding(baseline, CUMULATIVE, DOTNET))).toEqual([]);
  expect(lockFaults({ ...LOCK, build: '26100.9999', updates: [CUMULATIVE, baseline, DOTNET] })).toEqual([
    'its build is 26100.9999, that of its newest update 26100.33438',
  ]);
});

it('takes a lock without what may be left out', () => {
  const { build: _, ...unbuilt } = LOCK;
  const { build: ____, ...unknown } = CUMULATIVE;
  expect(lockFaults({ ...unbuilt, updates: [unknown, DOTNET] })).toEqual([]);
  const { date: __, ...undated } = CUMULATIVE;
  const { date: ___, ...undatedNet } = DOTNET;
  expect(lockFaults(holding(undated, undatedNet))).toEqual([]);
  expect(lockFaults(holding({ ...CUMULATIVE, build: 'odd' }, DOTNET))).toEqual([
    'KB5122871 has the build odd, and Windows Server 2025 is 26100',
  ]);
});

it('reads number and SHA-1 of a name in any case, with any mark between', () => {
  const named = (name: string): string[] => lockFaults(withFiles(file('KB5122871', 'cumulative', { name })));
  expect(named(`Windows11.0_KB5122871_x64_${'A'.repeat(40)}.MSU`)).toEqual([]);
  expect(named(`windows11.0_kb5122872_x64.msu`)).toHaveLength(1);
  expect(named(`windows11.0-kb5122871-x64_${'C'.repeat(40)}.msu`)).toHaveLength(1);
  expect(named(`windows11.0-kb5122871-x64_${'c'.repeat(40)}.msu.txt`)).toEqual([]);
});

const TITLE = '2026-09 Cumulative Update for Microsoft server operating system version 24H2 (KB5122871) (26100.33438)';

it.each<[string, Partial<LockedUpdate>, readonly string[]]>([
  ['the month of its title', { title: TITLE, month: '2026-09' }, []],
  [
    'another month',
    { title: TITLE, month: '2026-08' },
    ['the month of KB5122871 is 2026-08, and its title says 2026-09'],
  ],
  ['no month', { title: TITLE }, []],
  ['a title without a month', { month: '2026-09', letter: 'B' }, []],
  [
    'a title without a month, of another than its day',
    { month: '2026-08', letter: 'B' },
    ['the month of KB5122871 is 2026-08, and it came out on 2026-09-08'],
  ],
  // An out-of-band release may come out early in the month after its own.
  ['an out-of-band release of another month than its day', { month: '2026-08', letter: 'OOB' }, []],
  ['neither a title nor a day to go by', { month: '2026-08', letter: 'B', date: undefined } as never, []],
  ['a day that is none', { date: '2026-02-30' }, ['KB5122871 came out on 2026-02-30, which is no day']],
  ['a day that no clock knows', { date: '2026-02-99' }, ['KB5122871 came out on 2026-02-99, which is no day']],
])('judges an update with %s', (_what, more, faults) => {
  const changed = { ...CUMULATIVE, ...more };
  const date = changed.date ?? '2026-09-08';
  expect(
    lockFaults({
      ...asked({ channel: 'out-of-band' }),
      updates: [changed, { ...DOTNET, date: '2026-01-01' }],
      date: changed.date ? date : '2026-01-01',
    }),
  ).toEqual(faults);
});

it('misses no build', () => {
  const { build: _, ...unbuilt } = LOCK;
  expect(lockFaults(unbuilt)).toEqual(['its build is missing, that of its newest update 26100.33438']);
  const { build: __, ...unknown } = CUMULATIVE;
  expect(lockFaults({ ...unbuilt, updates: [{ ...unknown, title: TITLE, month: '2026-09' }, DOTNET] })).toEqual([
    'the build of KB5122871 is missing, and its title says 26100.33438',
  ]);
});

it('names what is there three times once', () => {
  expect(lockFaults(holding(CUMULATIVE, DOTNET, DOTNET, DOTNET))).toEqual(['it holds KB5088862 twice']);
});
