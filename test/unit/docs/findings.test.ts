import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { declaredFindings, findingsTable } from '../../../scripts/docs/findings.ts';
import { FINDING_CODES } from '../../../src/report/finding-codes.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/quiescing.md'), 'utf8');

describe('the table of findings', () => {
  it('has every code, each with a remedy and a source', () => {
    const declared = declaredFindings();
    expect([...declared.keys()].toSorted()).toEqual([...FINDING_CODES].toSorted());
    for (const { code, remedy, source } of [...declared.values()].flat()) {
      expect(remedy, code).toMatch(/^.{20,}[.)]$/s);
      expect(source.length, code).toBeGreaterThan(7);
    }
  });

  it('is what docs/quiescing.md has, a row for each code and nothing else', () => {
    const table = findingsTable();
    expect(page).toContain(`<!-- findings:start -->\n${table}\n<!-- findings:end -->`);
    const rows = table.split('\n').slice(2);
    expect(rows.map((row) => /^\| \[([a-z0-9-]+)\]\(troubleshooting\.md#\1\) \|/.exec(row)?.[1])).toEqual([
      ...FINDING_CODES,
    ]);
    // Five cells, whatever stands in them.
    expect(rows.filter((row) => row.replaceAll('\\|', '').split('|').length !== 7)).toEqual([]);
  });

  it('tells the remedy of each rule, where several come to one finding', () => {
    const row = findingsTable()
      .split('\n')
      .find((line) => line.startsWith('| [tools-not-running]'));
    expect(row).toMatch(/power-on|console of the VM/);
    expect(row).toContain('when Tools were being updated');
    expect(row).toContain('open-vm-tools issue 297');
  });
});
