/** Tells the regular release of a month from fixes between them where the release information does not. */

import { parseBuild } from './build-number.ts';
import { compareText } from './compare-text.ts';
import { unfitKind, unfitSystem, type Want } from './judge-row.ts';
import { patchTuesday } from './release-request.ts';
import type { CatalogRow } from './update.ts';
import { readTitle, type TitleFacts } from './update-title.ts';

const DAY_MS = 86_400_000;

/**
 * The regular release of each month where the release information does not tell: of the cumulative updates that were out from the
 * day before Patch Tuesday on the first one, by build and then by date. A row that was dated anew is still its month's first;
 * what came out three days after Patch Tuesday is not (KB5058920 of 2025-04-11 beside KB5055526 of 04-08).
 */
export function regularOfMonths(rows: readonly CatalogRow[], want: Want): ReadonlySet<string> {
  const first = new Map<string, { row: CatalogRow; title: TitleFacts; kb: string }>();
  for (const row of rows) {
    const title = readTitle(row.title);
    const { kb, month, kind, preview } = title;
    if (kb === undefined || month === undefined || kind !== 'cumulative' || preview) continue;
    if (unfitKind(title, want) !== undefined || unfitSystem(row, title, want) !== undefined) continue;
    if (Date.parse(row.date) < Date.parse(patchTuesday(month)) - DAY_MS) continue;
    const known = first.get(month);
    if (!known || isEarlier({ row, title }, known)) first.set(month, { row, title, kb });
  }
  return new Set([...first.values()].map(({ kb }) => kb));
}

interface TitledRow {
  readonly row: CatalogRow;
  readonly title: TitleFacts;
}

function isEarlier(a: TitledRow, b: TitledRow): boolean {
  const builds = (a.title.build && parseBuild(a.title.build)?.ubr) || 0;
  const others = (b.title.build && parseBuild(b.title.build)?.ubr) || 0;
  if (builds > 0 && others > 0 && builds !== others) return builds < others;
  return (compareText(a.row.date, b.row.date) || compareText(a.row.updateId, b.row.updateId)) < 0;
}
