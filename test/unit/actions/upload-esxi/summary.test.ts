import { expect, it } from 'vitest';
import type { UploadEsxiResult } from '../../../../actions/upload-esxi/result.ts';
import { renderSummary } from '../../../../actions/upload-esxi/summary.ts';

const RESULT: UploadEsxiResult = {
  vm: 'vm-9',
  inventoryPath: '/DC/vm/ws_1',
  as: 'template',
  server: 'vc',
  product: 'vCenter 8',
  datastore: 'ds',
  existing: 'none',
  uploadedBytes: 10 * 2 ** 20,
  milliseconds: 2000,
  repaired: ['a = b', 'c'],
};

it('says what was made, where, how fast and what was put right', () => {
  expect(renderSummary(RESULT)).toBe(`## Upload

✅ The template **/DC/vm/ws\\_1** is new

|  |  |
| --- | --- |
| server | vc (vCenter 8) |
| managed object | vm-9 |
| datastore | ds |
| uploaded | 10 MiB in 2.0 s, 5 MiB/s |
| put right after the import | a = b |
| put right after the import | c |
`);
});

it('says of one that was kept that nothing was sent, and knows no rate without time', () => {
  expect(
    renderSummary({ ...RESULT, as: 'vm', existing: 'kept', uploadedBytes: 0, milliseconds: 0, repaired: [] }),
  ).toBe(`## Upload

✅ The VM **/DC/vm/ws\\_1** existed and was kept; nothing was uploaded

|  |  |
| --- | --- |
| server | vc (vCenter 8) |
| managed object | vm-9 |
| datastore | ds |
`);
  const quick = renderSummary({ ...RESULT, existing: 'replaced', uploadedBytes: 1, milliseconds: 0 });
  expect(quick).toContain('took the place of the one that had the name');
  expect(quick).toContain('| uploaded | 1 B in 0 ms |');
});

it('says of a library item that nothing has proven it, and through which library a VM came', () => {
  const { vm: _vm, datastore: _datastore, ...rest } = RESULT;
  const item = renderSummary({
    ...rest,
    inventoryPath: 'golden/ws',
    as: 'library-item',
    libraryItem: 'i-1',
    repaired: [],
  });
  expect(item).toContain('✅ The library item **golden/ws** is new');
  expect(item).toContain(
    '| library item | i-1 |\n| proven by | nothing: no quiesced snapshot of it was taken |\n| uploaded |',
  );
  expect(renderSummary({ ...RESULT, via: 'transit' })).toContain(
    '| datastore | ds |\n| through the content library | transit |',
  );
});
