import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { KNOWN_SCRIPTS, scriptTable } from '../../../scripts/windows/known-scripts.ts';

describe('what the double of powershell.exe answers', () => {
  it('is what the scripts say today; look at its answers, then run known-scripts.ts --write', async () => {
    expect(await readFile(KNOWN_SCRIPTS, 'utf8')).toBe(scriptTable());
  });

  it('has a digest of its own for each script', () => {
    const table = JSON.parse(scriptTable()) as Record<string, string>;
    expect(Object.keys(table).every((digest) => /^[0-9a-f]{64}$/.test(digest))).toBe(true);
    expect(new Set(Object.values(table)).size).toBe(Object.keys(table).length);
    expect(Object.values(table)).toContain('detach-disk');
  });
});
