/** All entries of the catalog double: what the real one lists for four products, with the rows that trap careless clients. */

import { createHash } from 'node:crypto';
import type { Product } from '../../../src/products/product.ts';
import type { UpdatePackageSpec } from '../../media/updates/update-package.ts';
import type { CatalogEntry, Draft } from './catalog-entry.ts';
import { type CumulativeUpdate, cumulativeUpdates } from './cumulative-updates.ts';
import { traps } from './trap-entries.ts';

const SYSTEMS: Readonly<Record<Product, { build: number; title: string; products: readonly string[] }>> = {
  'windows-server-2016': { build: 14393, title: 'Windows Server 2016', products: ['Windows Server 2016'] },
  'windows-server-2019': { build: 17763, title: 'Windows Server 2019', products: ['Windows Server 2019'] },
  'windows-server-2022': {
    build: 20348,
    title: 'Microsoft server operating system version 21H2',
    products: ['Microsoft Server operating system-21H2'],
  },
  'windows-server-2025': {
    build: 26100,
    title: 'Microsoft server operating system version 24H2',
    products: ['Microsoft Server Operating System-24H2'],
  },
};

/** The checkpoint of the real catalog, and a second one that the double adds in July 2026. */
const FIRST_CHECKPOINT = { kb: 'KB5043080', ubr: 1742, date: '2024-09-10' };
const SECOND_CHECKPOINT = { kb: 'KB5091299', ubr: 33174, date: '2026-07-14' };

export function catalogEntries(): CatalogEntry[] {
  const drafts = [
    ...(Object.keys(SYSTEMS) as Product[]).flatMap((product) =>
      cumulativeUpdates(product).flatMap((update) => cumulativeEntries(product, update)),
    ),
    ...servicingStacks(),
    ...baselines(),
    ...dotnetEntries(),
    ...traps(),
  ];
  return link(
    drafts.map((draft) => ({ classification: 'Security Updates', ...draft, updateId: idOf(draft), supersededBy: [] })),
  );
}

function cumulativeEntries(product: Product, update: CumulativeUpdate): Draft[] {
  const system = SYSTEMS[product];
  const preview = update.letter === 'C' || update.letter === 'D';
  const title = (name: string, architecture: string): string =>
    `${update.month} Cumulative Update ${preview ? 'Preview ' : ''}for ${name} for ${architecture}-based Systems (${update.kb})` +
    (product === 'windows-server-2025' && update.date >= '2025-10-01' ? ` (${system.build}.${update.ubr})` : '');
  const common = { kb: update.kb, date: update.date, ...(preview && { classification: 'Updates' }) };
  const files = (architecture: 'x64' | 'arm64'): UpdatePackageSpec[] => lcuFiles(product, update, architecture);
  const main: Draft = {
    ...common,
    title: title(nameIn(product, update), 'x64'),
    products: system.products,
    files: files('x64'),
  };
  if (product === 'windows-server-2019') {
    const client = { ...common, products: ['Windows 10', 'Windows 10 LTSB'] };
    return [
      main,
      { ...client, title: title('Windows 10 Version 1809', 'x64'), files: files('x64') },
      { ...client, title: title('Windows 10 Version 1809', 'arm64'), files: files('arm64') },
    ];
  }
  if (product === 'windows-server-2025' || product === 'windows-server-2022') {
    return [main, { ...common, title: title(system.title, 'arm64'), products: system.products, files: files('arm64') }];
  }
  return [main];
}

/** The catalog writes the same product in several ways: an old name with (1809), the 2022 name with a comma in some months. */
function nameIn(product: Product, update: CumulativeUpdate): string {
  const { title } = SYSTEMS[product];
  if (product === 'windows-server-2019' && update.date < '2024-03-01') return `${title} (1809)`;
  const comma = product === 'windows-server-2022' && Number(update.month.slice(-2)) % 4 === 0;
  return comma ? title.replace('system version', 'system, version') : title;
}

function lcuFiles(product: Product, update: CumulativeUpdate, architecture: 'x64' | 'arm64'): UpdatePackageSpec[] {
  const { build } = SYSTEMS[product];
  const combined = product !== 'windows-server-2016';
  const container = product === 'windows-server-2025' ? 'wim' : 'cab';
  const spec = (kb: string, ubr: number, date: string): UpdatePackageSpec => ({
    kb,
    kind: 'cumulative',
    build: `${build}.${ubr}`,
    container,
    architecture,
    date,
    ...(combined && { stack: `${build}.${ubr - 16}` }),
  });
  const own = spec(update.kb, update.ubr, update.date);
  if (product !== 'windows-server-2025') return [own];
  const checkpoints = [FIRST_CHECKPOINT, SECOND_CHECKPOINT]
    .filter((checkpoint) => checkpoint.date <= update.date && checkpoint.kb !== update.kb)
    .map((checkpoint) => spec(checkpoint.kb, checkpoint.ubr, checkpoint.date));
  return [own, ...checkpoints];
}

/** Server 2016 gets one most months; those of 2019 ended in August 2021. */
function servicingStacks(): Draft[] {
  const of2016 = cumulativeUpdates('windows-server-2016').filter(
    (update) => update.letter === 'B' && update.ubr % 3 !== 0,
  );
  return of2016.map((update): Draft => {
    const kb = `KB${Number(update.kb.slice(2)) - 9}`;
    return {
      kb,
      date: update.date,
      title: `${update.month} Servicing Stack Update for Windows Server 2016 for x64-based Systems (${kb})`,
      products: ['Windows Server 2016'],
      files: [{ kb, kind: 'servicing-stack', build: `14393.${update.ubr - 5}`, container: 'cab', date: update.date }],
    };
  });
}

function baselines(): Draft[] {
  const stack = (month: string, kb: string, ubr: number, date: string): Draft => ({
    kb,
    date,
    title: `${month} Servicing Stack Update for Windows Server 2019 for x64-based Systems (${kb})`,
    products: ['Windows Server 2019'],
    files: [{ kb, kind: 'servicing-stack', build: `17763.${ubr}`, container: 'cab', date }],
  });
  // Until 2019 the catalog calls a servicing stack an update like any other (aaronparker/LatestUpdate, docs/GET-STACK.md).
  const of2016 = (month: string, kb: string, ubr: number, date: string): Draft[] => {
    const files: Draft['files'] = [{ kb, kind: 'servicing-stack', build: `14393.${ubr}`, container: 'cab', date }];
    const title = (system: string): string => `${month} Update for ${system} for x64-based Systems (${kb})`;
    return [
      { kb, date, title: title('Windows Server 2016'), products: ['Windows Server 2016'], files },
      { kb, date, title: title('Windows 10 Version 1607'), products: ['Windows 10', 'Windows 10 LTSB'], files },
    ];
  };
  return [
    ...of2016('2018-05', 'KB4132216', 2270, '2018-05-17'),
    ...of2016('2018-11', 'KB4465659', 2600, '2018-11-13'),
    stack('2021-06', 'KB5003711', 1999, '2021-06-08'),
    stack('2021-08', 'KB5005112', 2090, '2021-08-10'),
    {
      ...stack('2021-08', 'KB5005112', 2090, '2021-08-10'),
      title: '2021-08 Servicing Stack Update for Windows 10 Version 1809 for x64-based Systems (KB5005112)',
      products: ['Windows 10', 'Windows 10 LTSB'],
    },
    ...cumulativeEntries('windows-server-2022', {
      month: '2023-09',
      letter: 'B',
      date: '2023-09-12',
      kb: 'KB5030216',
      ubr: 1970,
    }),
  ];
}

/** Every second month or so; the row with most runtimes has two files, other rows cover fewer. */
function dotnetEntries(): Draft[] {
  return cumulativeUpdates('windows-server-2022')
    .filter((update) => update.letter === 'B' && Number(update.month.slice(-2)) % 2 === 0)
    .flatMap((update) => [
      dotnet(update, 'Windows Server 2019', ['Windows Server 2019'], '3.5, 4.7.2 and 4.8', ['', 'ndp48'], 400),
      dotnet(update, 'Windows Server 2019', ['Windows Server 2019'], '3.5 and 4.7.2', [''], 410),
      dotnet(
        update,
        'Microsoft server operating system version 21H2',
        ['Microsoft Server operating system-21H2'],
        '3.5, 4.8 and 4.8.1',
        ['ndp48', 'ndp481'],
        420,
      ),
      dotnet(
        update,
        'Microsoft server operating system version 24H2',
        ['Microsoft Server Operating System-24H2'],
        '3.5 and 4.8.1',
        ['ndp481'],
        430,
      ),
    ]);
}

function dotnet(
  update: CumulativeUpdate,
  system: string,
  products: readonly string[],
  runtimes: string,
  marks: readonly string[],
  offset: number,
): Draft {
  const number = Number(update.kb.slice(2)) + offset;
  return {
    kb: `KB${number}`,
    date: update.date,
    title: `${update.month} Cumulative Update for .NET Framework ${runtimes} for ${system} for x64 (KB${number})`,
    products,
    // The row's KB is the parent; each file has a number of its own.
    files: marks.map((mark, index) => ({
      kb: `KB${number + 1 + index}`,
      kind: 'dotnet',
      build: '10.0',
      container: 'cab',
      date: update.date,
      ...(mark !== '' && { mark }),
    })),
  };
}

/** The same title has the same id for ever. */
function idOf(draft: Draft): string {
  const hex = createHash('sha1').update(draft.title).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Each update is superseded by the next one of its line: same title but for month, KB and build. */
function link(entries: CatalogEntry[]): CatalogEntry[] {
  const line = (entry: CatalogEntry): string =>
    entry.title
      .replace(/^\d{4}-\d{2} /, '')
      .replace(/ \(.*$/, '')
      .replace(' (1809)', '')
      .replace('system, version', 'system version');
  const lines = new Map<string, CatalogEntry[]>();
  for (const entry of entries) lines.set(line(entry), [...(lines.get(line(entry)) ?? []), entry]);
  return entries.map((entry) => {
    const next = (lines.get(line(entry)) ?? [])
      .filter((other) => other.date > entry.date)
      .sort((a, b) => (a.date < b.date ? -1 : 1))[0];
    return next ? { ...entry, supersededBy: [next.updateId] } : entry;
  });
}
