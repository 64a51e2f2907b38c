import { expect, it } from 'vitest';
import { hashMismatch } from '../../../src/download/hash-mismatch.ts';

it('names the file, both hashes and where it came from', () => {
  expect(hashMismatch('n', 'sha1', 'a', 'b', '/p')).toMatchObject({
    code: 'hash-mismatch',
    message: 'n: SHA-1 is b, expected a (from /p)',
  });
  expect(hashMismatch('n', 'sha256', 'a', 'b', '/p').message).toContain('SHA-256 is b');
});
