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
