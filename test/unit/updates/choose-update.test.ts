import { describe, expect, it } from 'vitest';
import { PRODUCT_FACTS } from '../../../src/products/product.ts';
import { candidateOfEntry, chooseUpdate } from '../../../src/updates/choose-update.ts';
import { compareText } from '../../../src/updates/compare-text.ts';
import type { Want } from '../../../src/updates/judge-row.ts';
import type { ReleaseEntry } from '../../../src/updates/release-info.ts';
import type { CatalogRow } from '../../../src/updates/update.ts';

const PRODUCTS = ['Microsoft Server Operating System-24H2'];
const SYSTEM = 'Microsoft server operating system version 24H2 for x64-based Systems';
let ids = 0;
const row = (title: string, date: string, more: Partial<CatalogRow> = {}): CatalogRow => {
  ids += 1;
  return {
    updateId: String(ids).padStart(4, '0'),
    title,
    products: PRODUCTS,
    classification: 'x',
    date,
    size: 1,
    ...more,
  };
};
const cumulative = (month: string, kb: string, date: string, more: Partial<CatalogRow> = {}, build = ''): CatalogRow =>
  row(`${month} Cumulative Update for ${SYSTEM} (${kb})${build}`, date, more);
const dotnet = (month: string, kb: string, runtimes: string, date: string): CatalogRow =>
  row(`${month} Cumulative Update for .NET Framework ${runtimes} for ${SYSTEM} (${kb})`, date);
const want = (more: Partial<Want> = {}): Want => ({
  facts: PRODUCT_FACTS['windows-server-2025'],
  architecture: 'x64',
  kind: 'cumulative',
  channel: 'regular',
  exclude: [],
  release: { kind: 'latest' },
  entries: new Map(),
  ...more,
});
const entry = (kb: string, letter: string, date: string, ubr = 1): ReleaseEntry => ({
  product: 'windows-server-2025',
  month: date.slice(0, 7),
  letter,
  date,
  build: { number: 26100, ubr },
  kb,
});
const known = (...entries: ReleaseEntry[]): Want['entries'] => new Map(entries.map((one) => [one.kb, one]));
const reasons = (rows: readonly CatalogRow[], wanted: Want): string[] =>
  chooseUpdate(rows, wanted).considered.map(({ kb, reason }) => `${kb}: ${reason}`);

const SEPTEMBER = cumulative('2026-09', 'KB5122871', '2026-09-08');
const AUGUST = cumulative('2026-08', 'KB5120233', '2026-08-11');

describe('chooseUpdate', () => {
  it('takes the newest, and says of each row once what became of it, newest first', () => {
    const { chosen, considered } = chooseUpdate([AUGUST, SEPTEMBER, AUGUST], want());
    expect(chosen).toEqual({
      row: SEPTEMBER,
      kb: 'KB5122871',
      kind: 'cumulative',
      month: '2026-09',
      date: '2026-09-08',
      build: undefined,
      letter: undefined,
      runtimes: [],
    });
    const told = ({ title, updateId, date }: CatalogRow): unknown => ({ title, updateId, date });
    expect(considered).toEqual([
      { kb: 'KB5122871', ...(told(SEPTEMBER) as object), chosen: true, reason: 'chosen: the newest that fits' },
      { kb: 'KB5120233', ...(told(AUGUST) as object), chosen: false, reason: 'older than KB5122871' },
    ]);
  });

  it('chooses nothing of nothing', () => {
    expect(chooseUpdate([], want())).toEqual({ chosen: undefined, considered: [] });
    const { chosen, considered } = chooseUpdate([row('Feature without a number', '2026-09-08')], want());
    expect(chosen).toBeUndefined();
    expect(considered).toMatchObject([{ kb: '', chosen: false, reason: 'its title names no KB' }]);
  });

  it('lists rows of one day by title and then by id', () => {
    const rows = ['b2', 'b1', 'a4', 'a3'].map((name) => row(name[0] ?? '', '2026-09-08', { updateId: name.slice(1) }));
    expect(chooseUpdate(rows, want()).considered.map(({ title, updateId }) => title + updateId)).toEqual([
      'a3',
      'a4',
      'b1',
      'b2',
    ]);
  });

  it('knows date, build and letter by the release information before the row', () => {
    const titled = cumulative('2026-09', 'KB5122871', '2026-09-20', {}, ' (26100.7)');
    expect(chooseUpdate([titled], want()).chosen).toMatchObject({
      date: '2026-09-20',
      build: '26100.7',
      letter: undefined,
    });
    expect(
      chooseUpdate([titled], want({ entries: known(entry('KB5122871', 'B', '2026-09-08', 9)) })).chosen,
    ).toMatchObject({
      date: '2026-09-08',
      build: '26100.9',
      letter: 'B',
    });
  });

  it('leaves out what the template excludes, before anything else is said of it', () => {
    expect(
      reasons([cumulative('2026-09', 'KB5122871', '2026-09-08', { products: [] })], want({ exclude: ['KB5122871'] })),
    ).toEqual(['KB5122871: excluded by the template']);
  });

  it('takes those that were named, and no others', () => {
    const release = { kind: 'kbs', kbs: ['KB5120233', 'KB5999999'] } as const;
    expect(reasons([SEPTEMBER, AUGUST], want({ release, kind: 'any' }))).toEqual([
      'KB5122871: not one of KB5120233, KB5999999',
      'KB5120233: chosen: the newest that fits',
    ]);
  });

  it('takes what was out on a day, by the release information or else by the row', () => {
    const until = (date: string, entries?: Want['entries']): string[] =>
      reasons([SEPTEMBER], want({ release: { kind: 'until', date }, ...(entries && { entries }) }));
    expect(until('2026-09-07')).toEqual(['KB5122871: released on 2026-09-08, after 2026-09-07']);
    expect(until('2026-09-08')).toEqual(['KB5122871: chosen: the newest that fits']);
    expect(until('2026-09-08', known(entry('KB5122871', 'B', '2026-09-09')))).toEqual([
      'KB5122871: released on 2026-09-09, after 2026-09-08',
    ]);
  });

  it('takes of a month what is of it; of .NET the last one before it too', () => {
    const release = { kind: 'month', month: '2026-09' } as const;
    const untitled = row(`Cumulative Update for ${SYSTEM} (KB5000001)`, '2026-09-08');
    expect(reasons([SEPTEMBER, AUGUST, untitled], want({ release })).toSorted(compareText)).toEqual([
      'KB5000001: of no month, not 2026-09',
      'KB5120233: of 2026-08, not 2026-09',
      'KB5122871: chosen: the newest that fits',
    ]);
    const net = [
      dotnet('2026-08', 'KB5000002', '4.8.1', '2026-08-11'),
      dotnet('2026-10', 'KB5000003', '4.8.1', '2026-10-13'),
    ];
    expect(reasons(net, want({ release, kind: 'dotnet' }))).toEqual([
      'KB5000003: of 2026-10, not 2026-09',
      'KB5000002: chosen: the newest that fits',
    ]);
    const unmonthed = row(`Cumulative Update for .NET Framework 4.8.1 for ${SYSTEM} (KB5000004)`, '2026-09-08');
    expect(reasons([unmonthed], want({ release, kind: 'dotnet' }))).toEqual(['KB5000004: of no month, not 2026-09']);
  });

  it('keeps to the channel: by the letter, by the title, by the calendar', () => {
    const fix = cumulative('2026-09', 'KB5123000', '2026-09-20');
    const preview = row(`2026-09 Cumulative Update Preview for ${SYSTEM} (KB5123001)`, '2026-09-22');
    const rows = [preview, fix, SEPTEMBER];
    const chosen = (channel: Want['channel'], entries?: Want['entries']): string | undefined =>
      chooseUpdate(rows, want({ channel, ...(entries && { entries }) })).chosen?.kb;
    expect([chosen('regular'), chosen('out-of-band'), chosen('preview')]).toEqual([
      'KB5122871',
      'KB5123000',
      'KB5123001',
    ]);
    expect(reasons(rows, want())).toEqual([
      'KB5123001: a preview',
      'KB5123000: an out-of-band release of 2026-09-20; the channel is regular',
      'KB5122871: chosen: the newest that fits',
    ]);
    expect(chosen('regular', known(entry('KB5123000', 'B', '2026-09-20')))).toBe('KB5123000');
    expect(chosen('out-of-band', known(entry('KB5123000', 'D', '2026-09-20')))).toBe('KB5122871');
    const net = dotnet('2026-09', 'KB5000002', '4.8.1', '2026-09-25');
    expect(chooseUpdate([net], want({ kind: 'dotnet' })).chosen?.kb).toBe('KB5000002');
  });
});

describe('among rows that fit', () => {
  const winner = (rows: readonly CatalogRow[], more: Partial<Want> = {}): string | undefined => {
    const [straight, turned] = [rows, rows.toReversed()].map(
      (list) => chooseUpdate(list, want({ channel: 'preview', ...more })).chosen,
    );
    expect(turned).toEqual(straight);
    return straight?.row.updateId;
  };

  it('the month decides before the build', () => {
    const old = cumulative('2026-08', 'KB5000001', '2026-10-01', {}, ' (26100.9)');
    const recent = cumulative('2026-09', 'KB5000002', '2026-09-08', {}, ' (26100.1)');
    expect(winner([old, recent])).toBe(recent.updateId);
    const unmonthed = row(`Cumulative Update for ${SYSTEM} (KB5000003)`, '2026-10-08');
    expect(winner([old, unmonthed])).toBe(old.updateId);
  });

  it('then the build before the date, as a number', () => {
    const high = cumulative('2026-09', 'KB5000001', '2026-09-08', {}, ' (26100.10)');
    const low = cumulative('2026-09', 'KB5000002', '2026-09-20', {}, ' (26100.9)');
    const unknown = cumulative('2026-09', 'KB5000003', '2026-09-30');
    expect(winner([high, low])).toBe(high.updateId);
    expect(winner([low, unknown])).toBe(low.updateId);
  });

  it('then the date, then the runtimes, then the lower id', () => {
    const early = cumulative('2026-09', 'KB5000001', '2026-09-08');
    const late = cumulative('2026-09', 'KB5000002', '2026-09-09');
    expect(winner([early, late])).toBe(late.updateId);
    const one = dotnet('2026-09', 'KB5000003', '4.8.1', '2026-09-08');
    const three = dotnet('2026-09', 'KB5000004', '3.5, 4.8 and 4.8.1', '2026-09-08');
    expect(winner([one, three], { kind: 'dotnet' })).toBe(three.updateId);
    expect(reasons([one, three], want({ kind: 'dotnet' })).toSorted(compareText)).toEqual([
      'KB5000003: KB5000004 covers more runtimes',
      'KB5000004: chosen: the newest that fits',
    ]);
    const same = [
      cumulative('2026-09', 'KB5000001', '2026-09-08', { updateId: 'b' }),
      cumulative('2026-09', 'KB5000001', '2026-09-08', { updateId: 'a' }),
    ];
    expect(winner(same)).toBe('a');
    expect(reasons(same, want())).toEqual([
      'KB5000001: chosen: the newest that fits',
      'KB5000001: the same update as the chosen entry a',
    ]);
  });

  it('one for fewer runtimes of an older month is older', () => {
    const one = dotnet('2026-08', 'KB5000003', '4.8.1', '2026-08-08');
    const three = dotnet('2026-09', 'KB5000004', '3.5, 4.8 and 4.8.1', '2026-09-08');
    const peer = dotnet('2026-09', 'KB5000005', '3.5, 4.8 and 4.8.1', '2026-09-07');
    expect(reasons([one, three, peer], want({ kind: 'dotnet' }))).toEqual([
      'KB5000004: chosen: the newest that fits',
      'KB5000005: older than KB5000004',
      'KB5000003: older than KB5000004',
    ]);
  });
});

describe('candidateOfEntry', () => {
  const named = entry('KB5122871', 'B', '2026-09-08', 33438);

  it('is what the release information says', () => {
    const short = row('2026-09 Security Update (KB5122871) (26100.1)', '2026-10-01');
    expect(candidateOfEntry(short, named, want())).toEqual({
      row: short,
      kb: 'KB5122871',
      kind: 'cumulative',
      month: '2026-09',
      date: '2026-09-08',
      build: '26100.33438',
      letter: 'B',
      runtimes: [],
    });
    expect(candidateOfEntry(row('Sicherheitsupdate', '2026-10-01'), named, want())).toMatchObject({ kb: 'KB5122871' });
  });

  it.each([
    ['2026-09 Security Update (KB5122999)', {}, 'it is KB5122999, not KB5122871'],
    ['2026-09 Servicing Stack Update (KB5122871)', {}, 'a servicing-stack update'],
    ['2026-09 Hotpatch (KB5122871)', {}, 'a hotpatch or a delta update'],
    ['2026-09 Delta (KB5122871)', {}, 'a hotpatch or a delta update'],
    ['2026-09 Sicherheitsupdate arm64 (KB5122871)', {}, 'for arm64'],
    [
      '2026-09 Sicherheitsupdate x64 (KB5122871)',
      { products: ['Windows 11'] },
      'its products are Windows 11, not Microsoft Server Operating System-24H2 or Windows Server 2025',
    ],
  ])('%s is none', (title, more, reason) => {
    expect(candidateOfEntry(row(title, '2026-09-08', more), named, want())).toBe(reason);
  });
});
