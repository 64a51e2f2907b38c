import { expect, it } from 'vitest';
import type { Result } from '../../../../actions/repair-template/main.ts';
import { renderSummary } from '../../../../actions/repair-template/summary.ts';
import { layoutMarkdown } from '../../../../src/disk/layout-markdown.ts';
import { sampleLayout } from '../sample-layout.ts';

const BEFORE = sampleLayout({ recovery: true });
const AFTER = sampleLayout();
const REPAIR = {
  changed: true,
  before: BEFORE,
  after: AFTER,
  bootStores: ['/EFI/Microsoft/Boot/BCD', '/x'],
  findings: [{ code: 'repair-bcd-left', severity: 'info', seen: 's', remedy: 'r' }],
} satisfies Result;
const inputs = (more: { output?: string; dryRun?: boolean } = {}): Parameters<typeof renderSummary>[0] => ({
  offline: { image: '/in/a_b.vhd', extend: false, dryRun: false, sourceDate: undefined, ...more },
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
| ℹ️ info | repair-bcd-left | s | r |
`);
});

it('names the copy that was written, and says what a dry run would do', () => {
  expect(renderSummary(inputs({ output: '/out.vhd', dryRun: true }), REPAIR)).toContain(
    '📝 Dry run: to be removed from /out.vhd: **1 Recovery partition(s)**',
  );
});

const LIVE = {
  vm: 'vm-42',
  inventoryPath: '/DC0/vm/ws_1',
  server: 'vc.example.com',
  template: true,
  copy: 'ws_1.before-repair-0badcafe',
  provenBy: 'outside',
} as const;
const liveInputs = (dryRun = false): Parameters<typeof renderSummary>[0] =>
  ({ live: { vm: 'ws_1', dryRun } }) as Parameters<typeof renderSummary>[0];

it('says of a template what became of it, what was copied before, and what comes next', () => {
  const { bootStores: _, ...rest } = REPAIR;
  expect(renderSummary(liveInputs(), { ...rest, findings: [], live: LIVE })).toBe(`## Repair

✅ Removed from /DC0/vm/ws\\_1: **1 Recovery partition(s)**

|  |  |
| --- | --- |
| server | vc.example.com |
| managed object | vm-42 |
| it is | a template |
| safety copy | ws\\_1.before-repair-0badcafe |
| disk read | from outside, while it was off |

Next: verify-quiesce with this \`vm\` proves that its snapshots quiesce; then the safety copy can go.

### Before

${layoutMarkdown(BEFORE)}

### After

${layoutMarkdown(AFTER)}
`);
  const alone = { ...LIVE, template: false, provenBy: 'guest' } as const;
  const { copy: _copy, ...without } = alone;
  const said = renderSummary(liveInputs(true), { ...rest, live: without });
  expect(said).toContain('📝 Dry run: to be removed from /DC0/vm/ws');
  expect(said).toContain(
    '| it is | a VM that is off |\n| safety copy | none |\n| disk read | by its own Windows alone |',
  );
  expect(said).not.toContain('Next:');
});

it('says that there is nothing to repair', () => {
  const nothing = { ...REPAIR, changed: false, before: AFTER, bootStores: [], findings: [] };
  expect(renderSummary(inputs(), nothing)).toBe(`## Repair

✅ Nothing to repair in /in/a\\_b.vhd

### Before

${layoutMarkdown(AFTER)}
`);
});
