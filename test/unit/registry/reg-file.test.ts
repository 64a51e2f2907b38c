import { expect, it } from 'vitest';
import { binaryValue, dwordValue, stringValue } from '../../../src/registry/hive-tree.ts';
import { formatRegFile } from '../../../src/registry/reg-file.ts';

it('names every level once, deletes first, and escapes names', () => {
  const text = formatRegFile([
    { key: 'A\\B\\C', values: [dwordValue('n"\\', 1)] },
    { key: 'a\\b\\D', values: [stringValue('', 'x')] },
    { key: 'A\\Gone', delete: true },
    { key: 'A\\B', values: [] },
    {
      key: 'E',
      values: [binaryValue('none', Buffer.alloc(0)), { name: 't', type: 0x1a, data: Buffer.from([0, 171]) }],
    },
    { key: 'E\\F', values: [] },
  ]);
  expect(text).toBe(
    [
      'Windows Registry Editor Version 5.00',
      '',
      '[-\\A\\Gone]',
      '',
      '[\\A]',
      '',
      '[\\A\\B]',
      '',
      '[\\A\\B\\C]',
      '"n\\"\\\\"=hex(4):01,00,00,00',
      '',
      '[\\a\\b\\D]',
      '@=hex(1):78,00,00,00',
      '',
      '[\\A\\B]',
      '',
      '[\\E]',
      '"none"=hex(3):',
      '"t"=hex(1a):00,ab',
      '',
      '[\\E\\F]',
      '',
      '',
    ].join('\n'),
  );
});

it('is a heading and no more without edits', () => {
  expect(formatRegFile([])).toBe('Windows Registry Editor Version 5.00\n\n');
});
