import { expect, it } from 'vitest';
import type { PublishTemplateResult } from '../../../../actions/publish-template/result.ts';
import { renderSummary } from '../../../../actions/publish-template/summary.ts';

const RESULT: PublishTemplateResult = {
  ...{ vm: 'vm-1', inventoryPath: '/DC/vm/ws', as: 'template', server: 'vc.example.com', ova: 'ab'.repeat(32) },
  verification: { verdict: 'application', writers: ['NTDS'], at: '2026-11-28T11:00:00.000Z' },
  ...{ replaced: [], removed: [], dryRun: false },
};
const REPLACED = { replaced: [{ vm: 'vm-0', name: 'ws.previous-8' }] };

function parts(more: Partial<PublishTemplateResult> = {}): string[] {
  return renderSummary({ ...RESULT, ...more }).split('\n\n');
}

it('says what was published, where, by which proof and of which OVA', () => {
  expect(parts()).toEqual([
    '## Publication',
    '✅ The template **/DC/vm/ws** is published',
    [
      '|  |  |',
      '| --- | --- |',
      '| server | vc.example.com |',
      '| managed object | vm-1 |',
      '| proven | application |',
      `| SHA-256 of the OVA | ${'ab'.repeat(32)} |\n`,
    ].join('\n'),
  ]);
});

it('names an item by its id, and no machine that is not there any more', () => {
  const [, said, table] = parts({ as: 'library-item', libraryItem: 'i-1', inventoryPath: 'golden/ws', ...REPLACED });
  expect(said).toBe('✅ The library item **golden/ws** is published');
  expect(table).toContain('| library item | i-1 |');
  expect(table).not.toContain('managed object');
});

it('says of a dry run that nothing was changed', () => {
  expect(parts({ dryRun: true, as: 'vm' })[1]).toBe('The VM **/DC/vm/ws** would be published; nothing was changed');
});

it('lists what was replaced and removed, and what Terraform makes of it', () => {
  const [, , table, note] = parts({ ...REPLACED, removed: [{ vm: 'vm-9', name: 'ws.previous-6' }] });
  expect(table).toContain('| was there before | ws.previous-8 (vm-0) |\n| removed | ws.previous-6 (vm-9) |');
  expect(note).toMatch(/^> \[!NOTE\]\n> The name has a new managed object .*`ignore_changes = /);
});

it.each([[RESULT], [{ ...RESULT, ...REPLACED, as: 'library-item' } as const]])(
  'warns nobody of an id that is as it was',
  (result) => {
    expect(renderSummary(result)).not.toContain('Terraform');
  },
);
