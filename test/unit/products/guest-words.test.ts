import { expect, it } from 'vitest';
import {
  AFTER_FIRST_BOOT,
  AFTER_FIRST_BOOT_SETTING,
  GUEST_KEY,
  LOG_KEYS,
  LOG_PIECE_BYTES,
} from '../../../src/products/guest-words.ts';

it('has a key for everything that is said, none twice', () => {
  const keys = [...Object.values(GUEST_KEY), AFTER_FIRST_BOOT_SETTING];
  expect(new Set(keys).size).toBe(keys.length);
  for (const key of keys) expect(key).toMatch(/^stillframe\.[a-z-]+$/);
  expect(AFTER_FIRST_BOOT).toEqual(['stay', 'shut-down', 'generalize']);
});

it('keeps a piece of the log below 6 KB, and all of them far below the 1 MiB of guestinfo', () => {
  const piece = Buffer.alloc(LOG_PIECE_BYTES).toString('base64').length;
  expect(piece).toBeLessThan(6000);
  expect(piece * LOG_KEYS).toBeLessThan(2 ** 20 / 8);
});
