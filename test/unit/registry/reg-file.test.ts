import { expect, it } from 'vitest';
import { dwordValue, stringValue } from '../../../src/registry/hive-tree.ts';
import { formatRegFile } from '../../../src/registry/reg-file.ts';

it('names every level once, deletes first, and escapes names', () => {
  const text = formatRegFile([
    { key: 'A\\B\\C', values: [dwordValue('n"\\', 1)] },
    { key: 'A\\B\\D', values: [stringValue('', 'x')] },
    { key: 'A\\Gone', delete: true },
  ]);
  const lines = text.split('\n').filter((line) => line !== '');
  expect(lines).toEqual([
    'Windows Registry Editor Version 5.00',
    '[-\\A\\Gone]',
    '[\\A]',
    '[\\A\\B]',
    '[\\A\\B\\C]',
    '"n\\"\\\\"=hex(4):01,00,00,00',
    '[\\A\\B\\D]',
    '@=hex(1):78,00,00,00',
  ]);
});
