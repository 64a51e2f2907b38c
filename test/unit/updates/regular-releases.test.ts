import { expect, it } from 'vitest';
import { PRODUCT_FACTS } from '../../../src/products/product.ts';
import type { Want } from '../../../src/updates/judge-row.ts';
import { regularOfMonths } from '../../../src/updates/regular-releases.ts';
import type { CatalogRow } from '../../../src/updates/update.ts';

const WANT: Want = {
  facts: PRODUCT_FACTS['windows-server-2025'],
  architecture: 'x64',
  kind: 'cumulative',
  channel: 'regular',
  exclude: [],
  release: { kind: 'latest' },
  entries: new Map(),
};
const SYSTEM = 'Microsoft server operating system version 24H2 for x64-based Systems';
let ids = 0;
const row = (title: string, date: string, updateId = String(++ids)): CatalogRow => ({
  updateId,
  title,
  products: ['Microsoft Server Operating System-24H2'],
  classification: 'x',
  date,
  size: 1,
});
/** Patch Tuesday of 2026-09 is the 8th. */
const september = (kb: string, date: string, { build = '', id }: { build?: string; id?: string } = {}): CatalogRow =>
  row(`2026-09 Cumulative Update for ${SYSTEM} (${kb})${build && ` (${build})`}`, date, id);
const regular = (...rows: CatalogRow[]): string[] => [...regularOfMonths(rows, WANT)].sort();

it('is the first of each month', () => {
  const october = row(`2026-10 Cumulative Update for ${SYSTEM} (KB5000010)`, '2026-10-13');
  expect(regular(september('KB5000002', '2026-09-11'), september('KB5000001', '2026-09-08'), october)).toEqual([
    'KB5000001',
    'KB5000010',
  ]);
});

it.each([
  ['2026-09-07', 'KB5000001'],
  ['2026-09-06', 'KB5000002'],
])('counts from the day before Patch Tuesday on: %s', (date, kb) => {
  expect(regular(september('KB5000001', date), september('KB5000002', '2026-09-11'))).toEqual([kb]);
});

it('goes by the build where both say one, however they were dated anew', () => {
  const first = september('KB5000001', '2026-09-20', { build: '26100.5' });
  const later = september('KB5000002', '2026-09-11', { build: '26100.10' });
  expect(regular(first, later)).toEqual(['KB5000001']);
  expect(regular(later, first)).toEqual(['KB5000001']);
  // One of them says none: the date decides.
  expect(regular(first, september('KB5000003', '2026-09-11'))).toEqual(['KB5000003']);
  expect(regular(september('KB5000003', '2026-09-11'), first)).toEqual(['KB5000003']);
});

it('decides between equals by the id, in whatever order they come', () => {
  const a = september('KB5000001', '2026-09-08', { id: 'a', build: '26100.5' });
  const b = september('KB5000002', '2026-09-08', { id: 'b', build: '26100.5' });
  expect([regular(a, b), regular(b, a)]).toEqual([['KB5000001'], ['KB5000001']]);
});

it.each([
  ['a preview', `2026-09 Cumulative Update Preview for ${SYSTEM} (KB5000001)`],
  ['of another kind', `2026-09 Cumulative Update for .NET Framework 3.5 and 4.8.1 for ${SYSTEM} (KB5000001)`],
  ['without a month', `Cumulative Update for ${SYSTEM} (KB5000001)`],
  ['without a number', `2026-09 Cumulative Update for ${SYSTEM}`],
  ['of another system', '2026-09 Cumulative Update for Windows 11 Version 24H2 for x64-based Systems (KB5000001)'],
  [
    'of another architecture',
    '2026-09 Cumulative Update for Microsoft server operating system version 24H2 for arm64-based Systems (KB5000001)',
  ],
])('is nothing %s', (_what, title) => {
  expect(regular(row(title, '2026-09-08'))).toEqual([]);
});
