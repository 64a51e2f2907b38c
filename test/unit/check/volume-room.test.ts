import { expect, it } from 'vitest';
import { lacksRoom, roomForShadowCopy } from '../../../src/check/volume-room.ts';

const MIB = 2 ** 20;

it.each([
  [100 * MIB, 50],
  [500 * MIB - 1, 50],
  [500 * MIB, 320],
  [1024 * MIB, 320],
])('a volume of %i bytes needs %i MiB', (size, room) => {
  expect(roomForShadowCopy(size)).toBe(room * MIB);
  expect(lacksRoom(size, room * MIB)).toBe(false);
  expect(lacksRoom(size, room * MIB - 1)).toBe(true);
});

it('asks nothing of smaller ones, and of larger ones', () => {
  expect(lacksRoom(100 * MIB - 1, 0)).toBe(false);
  expect(lacksRoom(1024 * MIB + 1, 0)).toBe(false);
});
