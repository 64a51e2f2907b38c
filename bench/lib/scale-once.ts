/** node scale-once.ts <work> <size>: does it once in this process, and prints the milliseconds. */

import { renderSummary } from '../../actions/audit-templates/summary.ts';
import { auditTable } from '../../src/audit/audit-table.ts';
import { PRODUCT_FACTS } from '../../src/products/product.ts';
import { chooseUpdate } from '../../src/updates/choose-update.ts';
import type { CatalogRow } from '../../src/updates/update.ts';
import { catalogEntries } from '../../test/fakes/catalog/entries.ts';
import { rowOf } from '../../test/fakes/catalog/in-memory-catalog.ts';
import { ERROR, INFO, result, vm, WARNING } from '../../test/unit/actions/audit-templates/sample-result.ts';
import { planTimes } from './plan-once.ts';

/** Each returns what it took, in milliseconds. */
const WORKS: Readonly<Record<string, (size: number) => number | Promise<number>>> = {
  plan: planned,
  choose: chosen,
  summary: summed,
};

async function planned(templates: number): Promise<number> {
  let took = 0;
  await planTimes({ templates, targets: 20 }, 1, (_, milliseconds) => {
    took = milliseconds;
  });
  return took;
}

/** The cumulative update among rows of the double's catalog, each again and again under another number. */
function chosen(count: number): number {
  const rows = catalogEntries().map(rowOf);
  const many: CatalogRow[] = [];
  for (let index = 0; index < count; index++) {
    const { [index % rows.length]: row } = rows;
    if (row === undefined) continue;
    const kb = `KB${6_000_000 + index}`;
    many.push({ ...row, updateId: `${index}`, title: row.title.replace(/KB\d+/, kb) });
  }
  const started = performance.now();
  const { considered } = chooseUpdate(many, {
    facts: PRODUCT_FACTS['windows-server-2019'],
    architecture: 'x64',
    kind: 'cumulative',
    channel: 'regular',
    exclude: [],
    release: { kind: 'latest' },
    entries: new Map(),
  });
  if (considered.length < count / 2) throw new Error(`only ${considered.length} of ${count} rows were looked at`);
  return performance.now() - started;
}

/** Table and summary of an audit in which every second VM has findings. */
function summed(count: number): number {
  const vms = Array.from({ length: count }, (_, index) =>
    vm(
      `/DC0/vm/Templates/ws-${index}`,
      index % 2 === 0 ? { outcome: 'defective', findings: [ERROR, WARNING, INFO] } : {},
    ),
  );
  const started = performance.now();
  const bytes = auditTable(vms).length + renderSummary(result(vms)).length;
  if (bytes < count * 100) throw new Error(`${bytes} bytes tell nothing of ${count} VMs`);
  return performance.now() - started;
}

const [work = '', size = ''] = process.argv.slice(2);
const { [work]: does } = WORKS;
if (does === undefined) throw new Error(`There is no work "${work}"`);
console.log(`milliseconds ${await does(Number(size))}`);
