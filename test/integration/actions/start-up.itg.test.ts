import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runBundle } from '../../fakes/runner/run-bundle.ts';

/** What a start has to read before it can refuse its first input. */

const MOST = 2e6;

let work = '';
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'stillframe-start-up-'));
});
afterAll(() => rm(work, { recursive: true, force: true }));

/** Files of the bundle that Node loaded, as its own coverage lists them. */
async function loaded(folder: string): Promise<string[]> {
  const files = new Set<string>();
  for (const name of await readdir(folder)) {
    const { result } = JSON.parse(await readFile(join(folder, name), 'utf8')) as { result: readonly { url: string }[] };
    for (const { url } of result) if (/^file:.*\/dist\//.test(url)) files.add(fileURLToPath(url));
  }
  return [...files];
}

it.each(['upload-esxi', 'build-vhd'])('%s loads no HTTP client of others, and little besides', async (action) => {
  const coverage = join(work, action);
  const { exitCode } = await runBundle(action, {}, { jobFolder: work, env: { NODE_V8_COVERAGE: coverage } });
  expect(exitCode).toBe(1);
  const files = await loaded(coverage);
  expect(files.length).toBeGreaterThan(5);
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST);
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  expect(texts.filter((text) => text.includes('class ProxyAgent'))).toEqual([]);
});
