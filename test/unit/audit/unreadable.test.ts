import { expect, it } from 'vitest';
import { Unreadable, unreadableFinding, unreadableReason } from '../../../src/audit/unreadable.ts';
import { FileRefused } from '../../../src/vsphere/transfer/file-refused.ts';

it('knows the reason in the errors of readers, and in no others', () => {
  expect(unreadableReason(new Unreadable('delta', 'x'))).toBe('delta');
  expect(unreadableReason(new FileRefused('ranges-ignored', 'x'))).toBe('ranges-ignored');
  expect(unreadableReason(new Error('x'))).toBeUndefined();
});

it('has a remedy for each reason', () => {
  const reasons = ['powered-on', 'encrypted', 'delta', 'raw-device', 'object-store', 'other'] as const;
  const refusals = ['no-privilege', 'no-file', 'ranges-ignored', 'too-much', 'answer'] as const;
  const remedies = [...reasons, ...refusals].map((reason) => unreadableFinding('d', reason, ['a', 'b']).remedy);
  expect(remedies.filter((text) => !/^[A-Z].*\.$/.test(text))).toEqual([]);
  expect(new Set(remedies).size).toBe(remedies.length - 1);
  expect(unreadableFinding('d', 'delta', ['a', 'b'])).toMatchObject({
    code: 'disk-unreadable',
    severity: 'warning',
    seen: 'd could not be looked at: a; b',
  });
});
