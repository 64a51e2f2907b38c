import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ownBundle } from '../../../src/job/own-bundle.ts';

const work = mkdtempSync(join(tmpdir(), 'stillframe-bundle-'));
afterAll(() => rmSync(work, { recursive: true }));

/** @returns the entry of a dist with these files in `shared` */
function dist(name: string, files: Readonly<Record<string, string>>): string {
  const shared = join(work, name, 'shared');
  mkdirSync(shared, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(shared, file), text);
  return join(work, name, 'build-vhd', 'index.js');
}
const CODE = { 'index.js': 'a', '12.index.js': 'b', 'x.wasm': 'c' };

describe('ownBundle', () => {
  it('tells code by every one of its bytes and names, and by nothing else', async () => {
    const own = await ownBundle(dist('a', CODE));
    expect(own).toMatch(/^[0-9a-f]{64}$/);
    expect(await ownBundle(dist('same', { ...CODE, 'licenses.txt': 'x', 'package.json': '{}' }))).toBe(own);
    const others = [
      { ...CODE, 'index.js': 'A' },
      { ...CODE, 'x.wasm': 'C' },
      { 'index.js': 'a', '13.index.js': 'b', 'x.wasm': 'c' },
      { 'index.js': 'a', '12.index.js': 'b' },
      { ...CODE, 'more.mjs': '' },
    ];
    const digests = await Promise.all(others.map((files, index) => ownBundle(dist(`other-${index}`, files))));
    expect(new Set([own, ...digests]).size).toBe(others.length + 1);
  });

  it('is nothing where the source runs', async () => {
    expect(await ownBundle(join(work, 'none', 'build-vhd', 'index.js'))).toBeUndefined();
    expect(await ownBundle(dist('half', { 'x.wasm': 'c' }))).toBeUndefined();
    expect(await ownBundle()).toBeUndefined();
  });
});
