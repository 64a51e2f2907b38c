import { expect, it } from 'vitest';
import { formatRepairMark, parseRepairMark, type RepairMark } from '../../../../src/repair/live/repair-mark.ts';

const MARK: RepairMark = {
  vm: '50-uuid',
  run: '0badcafe',
  state: 'running',
  template: true,
  cards: [{ key: 4000, startConnected: true, allowGuestControl: false, backing: '<backing a="b">ü</backing>' }],
};

it('goes through a .vmx file and back', () => {
  const text = formatRepairMark(MARK);
  expect(text).toMatch(/^[\w-]+$/);
  expect(parseRepairMark(text)).toEqual(MARK);
  const over = { ...MARK, state: 'over', ended: '2026-11-28T12:00:00.000Z' } as const;
  expect(parseRepairMark(formatRepairMark(over))).toEqual(over);
});

it.each<[string, unknown]>([
  ['null', null],
  ['no VM', { ...MARK, vm: '' }],
  ['a number for the run', { ...MARK, run: 1 }],
  ['another state', { ...MARK, state: 'x' }],
  ['no word on the template', { ...MARK, template: undefined }],
  ['no cards', { ...MARK, cards: {} }],
])('is not taken from %s', (_, value) => {
  expect(parseRepairMark(Buffer.from(JSON.stringify(value)).toString('base64url'))).toBeUndefined();
});

it('is not taken from anything else', () => {
  expect(parseRepairMark('')).toBeUndefined();
  expect(parseRepairMark('*')).toBeUndefined();
});
