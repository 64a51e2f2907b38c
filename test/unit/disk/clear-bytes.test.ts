import { expect, it } from 'vitest';
import { clearBytes } from '../../../src/disk/clear-bytes.ts';

const MIB = 2 ** 20;

it.each([
  [0, 0],
  [5, 5],
  [7, 3],
  [1, 2],
  [0, 64],
  [60, 64],
])('clears from %i up to %i, and nothing beside', (start, end) => {
  const target = new Uint8Array(new SharedArrayBuffer(64)).fill(1);
  clearBytes(target, start, end);
  expect([...target]).toEqual(Array.from({ length: 64 }, (_, at) => (at >= start && at < end ? 0 : 1)));
});

it.each([MIB - 1, MIB, MIB + 1, 2 * MIB + 5])('clears %i bytes', (length) => {
  const target = new Uint8Array(length + 2).fill(1);
  clearBytes(target, 1, length + 1);
  expect([target[0], target.indexOf(0), target.lastIndexOf(0), target.at(-1)]).toEqual([1, 1, length, 1]);
  expect(target.subarray(1, -1).every((byte) => byte === 0)).toBe(true);
});
