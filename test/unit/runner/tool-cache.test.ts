import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findInToolCache } from '../../../src/runner/tool-cache.ts';

let cache: string;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'stillframe-tool-cache-'));
});
afterEach(() => rmSync(cache, { recursive: true }));

function put(version: string, { file = 'tool', arch = process.arch as string, complete = true } = {}): string {
  const folder = join(cache, 'tool', version, arch);
  mkdirSync(folder, { recursive: true });
  if (complete) writeFileSync(`${folder}.complete`, '');
  writeFileSync(join(folder, file), '');
  return join(folder, file);
}

it('gives the newest version by number, a release before its pre-releases', async () => {
  for (const version of ['9.20.3', '10.2.9', '10.10.0-rc.1', '10.10.0', '10.9.11', '10.10.0-beta']) put(version);
  expect(await findInToolCache(cache, 'tool')).toBe(join(cache, 'tool', '10.10.0', process.arch, 'tool'));
  rmSync(join(cache, 'tool', '10.10.0'), { recursive: true });
  rmSync(join(cache, 'tool', '10.10.0-rc.1'), { recursive: true });
  rmSync(join(cache, 'tool', '10.10.0-beta'), { recursive: true });
  expect(await findInToolCache(cache, 'tool')).toBe(join(cache, 'tool', '10.9.11', process.arch, 'tool'));
  put('10.9.12');
  expect(await findInToolCache(cache, 'tool')).toBe(join(cache, 'tool', '10.9.12', process.arch, 'tool'));
});

it('passes over what is half there, of another architecture, no version, or without the program', async () => {
  const found = put('1.0.0', { file: 'tool.exe' });
  put('2.0.0', { complete: false });
  put('3.0.0', { arch: 'mips' });
  put('latest');
  put('v5.0.0');
  put('4.0.0', { file: 'other' });
  expect(await findInToolCache(cache, 'tool')).toBe(found);
});

it('gives nothing without a cache, or what the cache has not', async () => {
  put('1.0.0');
  expect(await findInToolCache(cache, 'other')).toBeUndefined();
  expect(await findInToolCache('', 'tool')).toBeUndefined();
  expect(await findInToolCache(undefined, 'tool')).toBeUndefined();
  expect(await findInToolCache(join(cache, 'gone'), 'tool')).toBeUndefined();
});
