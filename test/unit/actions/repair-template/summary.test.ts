import { expect, it } from 'vitest';
import { renderSummary } from '../../../../actions/repair-template/summary.ts';
import { layoutMarkdown } from '../../../../src/disk/layout-markdown.ts';
import type { Repair } from '../../../../src/repair/repair-disk.ts';
import { sampleLayout } from '../sample-layout.ts';

const BEFORE = sampleLayout({ recovery: true });
const AFTER = sampleLayout();
const REPAIR = {
  changed: true,
  before: BEFORE,
  after: AFTER,
  bootStores: ['/EFI/Microsoft/Boot/BCD', '/x'],
  findings: [{ code: 'no-effect', severity: 'info', seen: 's', remedy: 'r' }],
} as unknown as Repair;
const inputs = (more: { output?: string; dryRun?: boolean } = {}): Parameters<typeof renderSummary>[0] => ({
  image: '/in/a_b.vhd',
  extend: false,
  dryRun: false,
  sourceDate: undefined,
  ...more,
});

it('says what was removed, then the disk before and after', () => {
  expect(renderSummary(inputs(), REPAIR)).toBe(`## Repair

✅ Removed from /in/a\\_b.vhd: **1 Recovery partition(s)**

### Before

${layoutMarkdown(BEFORE)}

### After

${layoutMarkdown(AFTER)}

✅ Removed from \`\\EFI\\Microsoft\\Boot\\BCD\`, \`\\x\`: the recovery sequence.

|  | Code | Seen | What to do |
| --- | --- | --- | --- |
| ℹ️ info | no-effect | s | r |
`);
});

it('names the copy that was written, and says what a dry run would do', () => {
  expect(renderSummary(inputs({ output: '/out.vhd', dryRun: true }), REPAIR)).toContain(
    '📝 Dry run: to be removed from /out.vhd: **1 Recovery partition(s)**',
  );
});

it('says that there is nothing to repair', () => {
  const nothing = { ...REPAIR, changed: false, before: AFTER, bootStores: [], findings: [] };
  expect(renderSummary(inputs(), nothing)).toBe(`## Repair

✅ Nothing to repair in /in/a\\_b.vhd

### Before

${layoutMarkdown(AFTER)}
`);
});
