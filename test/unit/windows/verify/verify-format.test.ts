import { expect, it } from 'vitest';
import { verifyFormat } from '../../../../src/windows/verify/verify-format.ts';

it.each([
  ['vhd-dynamic', { format: 'vhd', type: 'dynamic' }],
  ['vhd-fixed', { format: 'vhd', type: 'fixed' }],
  ['vhdx', { format: 'vhdx', type: 'dynamic' }],
  ['vhdx', { format: 'vhdx', type: 'fixed' }],
] as const)('takes %s for %j, and no other', (format, asked) => {
  expect(() => verifyFormat({ format }, asked)).not.toThrow();
  for (const other of ['vhd-dynamic', 'vhd-fixed', 'vhdx', 'raw'].filter((each) => each !== format)) {
    expect(() => verifyFormat({ format: other }, asked)).toThrow(`the image file is ${other}, planned was ${format}`);
  }
});
