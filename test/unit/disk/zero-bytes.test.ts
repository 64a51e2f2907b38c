import { expect, it } from 'vitest';
import { isZero } from '../../../src/disk/zero-bytes.ts';

it.each([0, 1, 2, 65_535, 65_536, 65_537, 131_072, 200_000])('looks at each of %i bytes', (length) => {
  const bytes = Buffer.alloc(length);
  expect(isZero(bytes)).toBe(true);
  for (const at of [0, 1, Math.floor(length / 2), 65_535, 65_536, length - 2, length - 1]) {
    if (at < 0 || at >= length) continue;
    bytes[at] = 1;
    expect(isZero(bytes), `at ${at}`).toBe(false);
    bytes[at] = 0;
  }
});
