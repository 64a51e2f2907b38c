import { expect, it } from 'vitest';
import { type BakeMark, formatBakeMark, parseBakeMark } from '../../../../src/vsphere/vm/bake-mark.ts';

const MARK: BakeMark = {
  started: '2026-11-28T12:00:00.000Z',
  cards: [{ key: 4000, startConnected: true, allowGuestControl: false, backing: '<backing a="ü"/>' }],
  seen: { status: 'failed: 1', toolsVersion: '1', toolsType: '', tail: 'a\nb' },
};
const written = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

it('comes back as it was, on one line that no .vmx file escapes', () => {
  expect(parseBakeMark(formatBakeMark(MARK))).toEqual(MARK);
  expect(formatBakeMark(MARK)).toMatch(/^[A-Za-z0-9_-]+$/);
});

it.each([
  '',
  'e30',
  '%',
  written(null),
  written({ ...MARK, started: 'x' }),
  written({ ...MARK, started: 1 }),
  written({ ...MARK, cards: {} }),
])('takes %j for none', (text) => {
  expect(parseBakeMark(text)).toBeUndefined();
});
