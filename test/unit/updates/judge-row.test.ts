import { describe, expect, it } from 'vitest';
import { PRODUCT_FACTS } from '../../../src/products/product.ts';
import { knownByNumber, unfitKind, unfitProducts, unfitSystem, type Want } from '../../../src/updates/judge-row.ts';
import type { CatalogRow } from '../../../src/updates/update.ts';
import { readTitle } from '../../../src/updates/update-title.ts';

const want = (year: 2016 | 2019 | 2022, kind: Want['kind'] = 'any'): Want => ({
  facts: PRODUCT_FACTS[`windows-server-${year}`],
  architecture: 'x64',
  kind,
  channel: 'regular',
  exclude: [],
  release: { kind: 'latest' },
  entries: new Map(),
});
const row = (title: string, ...products: string[]): CatalogRow => ({
  updateId: '1',
  title,
  products,
  classification: 'x',
  date: '2026-09-08',
  size: 1,
});

describe('unfitKind', () => {
  const CUMULATIVE = '2026-09 Cumulative Update for Windows Server 2019 for x64-based Systems (KB5000001)';
  const STACK = '2026-09 Servicing Stack Update for Windows Server 2019 for x64-based Systems (KB5000001)';
  const NET =
    '2026-09 Cumulative Update for .NET Framework 3.5, 4.7.2 and 4.8 for Windows Server 2019 for x64 (KB5000001)';

  it.each([
    [CUMULATIVE, 'cumulative', undefined],
    [CUMULATIVE, 'any', undefined],
    [CUMULATIVE, 'dotnet', 'a cumulative update of Windows'],
    [CUMULATIVE, 'servicing-stack', 'a cumulative update of Windows'],
    [STACK, 'servicing-stack', undefined],
    [STACK, 'any', undefined],
    [STACK, 'cumulative', 'a servicing-stack update'],
    [NET, 'dotnet', undefined],
    [NET, 'any', undefined],
    [NET, 'cumulative', 'a .NET Framework update'],
    [NET.replace('4.7.2 ', '4.7 '), 'any', 'not for .NET Framework 4.7.2, which is part of Windows Server 2019'],
    [`${CUMULATIVE} Hotpatch`, 'cumulative', 'a hotpatch: it needs a running system at its baseline'],
    [`${CUMULATIVE} Delta`, 'cumulative', 'a delta update: it needs the month before it'],
    [
      '2026-09 Safe OS Dynamic Update for Windows Server 2019 (KB5000001)',
      'any',
      'a Dynamic Update: it is for installation media and WinRE, not for the image',
    ],
    [
      'Malicious Software Removal Tool',
      'any',
      'neither a cumulative nor a servicing-stack nor a .NET Framework update',
    ],
  ] as const)('%s for %s: %s', (title, kind, reason) => {
    expect(unfitKind(readTitle(title), want(2019, kind))).toBe(reason);
  });

  it('asks for no runtime where the cumulative update services it', () => {
    expect(unfitKind(readTitle(NET), want(2016, 'dotnet'))).toBeUndefined();
  });
});

describe('knownByNumber', () => {
  const known = (words: string, year: 2016 | 2019 | 2022 = 2016): string =>
    knownByNumber(readTitle(`2018-11 ${words}`), want(year)).kind;

  it('tells the old servicing stacks of a product, whose titles do not', () => {
    const title = 'Update for Windows Server 2016 for x64-based Systems (KB4465659)';
    expect(known(title)).toBe('servicing-stack');
    expect(known(title, 2019)).toBe('other');
    expect(known(title.replace('KB4465659', 'KB4465658'))).toBe('other');
    expect(unfitKind(knownByNumber(readTitle(title), want(2016)), want(2016, 'servicing-stack'))).toBeUndefined();
  });

  it('leaves to a title what it says itself', () => {
    expect(known('Cumulative Update for Windows Server 2016 for x64-based Systems (KB4465659)')).toBe('cumulative');
    expect(known('Delta Update for Windows Server 2016 (KB4465659)')).toBe('other');
    expect(known('Hotpatch for Windows Server 2016 (KB4465659)')).toBe('other');
  });
});

describe('unfitSystem', () => {
  const told = (title: string, ...products: string[]): string | undefined =>
    unfitSystem(row(title, ...products), readTitle(title), want(2022));
  const NAMES = ['Microsoft server operating system, version 21H2', 'Windows Server 2022'];

  it.each(NAMES)('takes the name %s', (name) => {
    expect(
      told(`2026-09 Cumulative Update for ${name} for x64-based Systems (KB5000001)`, 'WINDOWS server, 2022'),
    ).toBeUndefined();
  });

  it.each([
    ['for Windows Server 2022 for ARM64-based Systems', 'for arm64'],
    ['for Windows Server 2022', 'for an architecture its title does not name'],
    ['for Windows Server 2019 for x64-based Systems', 'for windows server 2019, not Windows Server 2022'],
    ['for x64-based Systems', 'for another system, not Windows Server 2022'],
    [
      'for Windows Server 2022 for x64-based Systems',
      'its products are Windows 11, Windows 10, not Microsoft Server operating system-21H2 or Windows Server 2022',
    ],
  ])('%s: %s', (words, reason) => {
    expect(told(`2026-09 Cumulative Update ${words} (KB5000001)`, 'Windows 11', 'Windows 10')).toBe(reason);
  });
});

it('unfitProducts takes any of the names, among others, without case and commas', () => {
  expect(unfitProducts(row('', 'Windows 11', 'microsoft SERVER operating system-21h2'), want(2022))).toBeUndefined();
  expect(unfitProducts(row(''), want(2019))).toBe('its products are , not Windows Server 2019');
});
