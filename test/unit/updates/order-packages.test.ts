import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Orderable, orderPackages } from '../../../src/updates/order-packages.ts';

const KINDS = ['servicing-stack', 'checkpoint', 'cumulative', 'dotnet'] as const;

const packages = fc.uniqueArray(
  fc.record({
    kb: fc.integer({ min: 4_000_000, max: 5_999_999 }).map((number) => `KB${number}`),
    kind: fc.constantFrom(...KINDS),
    applyMode: fc.constant('add-package' as const),
    build: fc.option(
      fc.integer({ min: 1, max: 99_999 }).map((ubr) => `17763.${ubr}`),
      { nil: '' },
    ),
    date: fc.constantFrom('', '2026-10-13', '2026-11-10'),
    name: fc.string({ minLength: 1, maxLength: 8 }),
  }),
  { selector: ({ kb, kind, name }) => `${kb} ${kind} ${name}`, maxLength: 12 },
);

test('the order is a function of the set', () => {
  fc.assert(
    fc.property(
      packages.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
      ([list, shuffled]) => {
        expect(orderPackages(shuffled)).toEqual(orderPackages(list));
      },
    ),
  );
});

test('every package stays, with a reason, and no kind comes before one it needs', () => {
  fc.assert(
    fc.property(packages, (list) => {
      const ordered = orderPackages(list);
      expect(ordered).toHaveLength(list.length);
      expect(new Set(ordered.map(({ reason: _, ...rest }) => JSON.stringify(rest)))).toEqual(
        new Set(list.map((entry) => JSON.stringify(entry))),
      );
      const ranks = ordered.map((entry) => KINDS.indexOf(entry.kind));
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      expect(ordered.every((entry) => entry.reason.length > 0)).toBe(true);
    }),
  );
});

test('a baseline goes before the cumulative update that builds on it', () => {
  const base = { applyMode: 'add-package' as const, name: 'x.msu' };
  const set: Orderable[] = [
    { ...base, kb: 'KB5098825', kind: 'cumulative', build: '20348.5417' },
    { ...base, kb: 'KB5097366', kind: 'dotnet' },
    { ...base, kb: 'KB5130216', kind: 'cumulative', build: '20348.1970' },
    { ...base, kb: 'KB5005112', kind: 'servicing-stack' },
  ];
  const ordered = orderPackages(set);
  expect(ordered.map((entry) => entry.kb)).toEqual(['KB5005112', 'KB5130216', 'KB5098825', 'KB5097366']);
  expect(ordered[1]?.reason).toContain('KB5098825');
});

test('each reason is that of its kind, and of two cumulative updates the first goes before the next', () => {
  const base = { applyMode: 'add-package' as const, name: 'x.msu' };
  const ordered = orderPackages([
    { ...base, kb: 'KB5000004', kind: 'dotnet' },
    { ...base, kb: 'KB5000005', kind: 'dotnet' },
    { ...base, kb: 'KB5000001', kind: 'cumulative' },
    { ...base, kb: 'KB5000002', kind: 'cumulative' },
    { ...base, kb: 'KB5000003', kind: 'checkpoint' },
    { ...base, kb: 'KB5000000', kind: 'servicing-stack' },
  ]);
  expect(ordered.map(({ kb, reason }) => `${kb}: ${reason.slice(0, 30)}`)).toEqual([
    'KB5000000: the servicing stack goes first',
    'KB5000003: a checkpoint lies beside its t',
    'KB5000001: before KB5000002, which is new',
    'KB5000002: the cumulative update follows ',
    'KB5000004: the .NET Framework update goes',
    'KB5000005: the .NET Framework update goes',
  ]);
});

test('within a kind the build decides, then date, number and name; what is not known goes first', () => {
  const base = { applyMode: 'add-package' as const, name: 'x.msu', kb: 'KB5000001', kind: 'cumulative' as const };
  const order = (...entries: readonly Partial<Orderable>[]): (string | undefined)[] =>
    orderPackages(entries.map((entry, index) => ({ ...base, ...entry, sha: String(index) }))).map(
      (entry) => (entry as unknown as { sha: string }).sha,
    );
  expect(order({ build: '17763.10' }, { build: '17763.9', date: '2026-12-01' }, { build: '' }, { build: 'x' })).toEqual(
    ['2', '3', '1', '0'],
  );
  expect(order({ date: '2026-11-10' }, { date: '2026-10-13', kb: 'KB5000009' }, {})).toEqual(['2', '1', '0']);
  expect(order({ kb: 'KB10000000' }, { kb: 'KB9000000', name: 'z.msu' }, { kb: 'odd' })).toEqual(['2', '1', '0']);
  expect(order({ name: 'b' }, { name: 'a' })).toEqual(['1', '0']);
});
