import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { keptBy } from '../../../scripts/build/kept.ts';

it('works on a text once, and on another anew', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stillframe-kept-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const make = vi.fn((text: string) => text.toUpperCase());
  for (let turn = 0; turn < 2; turn++) {
    expect(await keptBy('one', join(folder, 'made'), make)).toBe('ONE');
    expect(await keptBy('two', join(folder, 'made'), make)).toBe('TWO');
  }
  expect(make.mock.calls).toEqual([['one'], ['two']]);
  // Nothing half made lies there under the final name, and nothing beside it.
  expect(readdirSync(join(folder, 'made')).toSorted()).toEqual([
    '3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3',
    expect.stringMatching(/^[0-9a-f]{64}$/),
  ]);
});
