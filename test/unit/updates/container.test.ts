import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sniffContainer } from '../../../src/updates/container.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-container-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function sniff(text: string): Promise<string> {
  const path = join(folder, 'x.msu');
  await writeFile(path, text, 'latin1');
  return sniffContainer(path);
}

it.each([
  ['MSCF', 'cab'],
  ['MSCF\0\0\0\0and more', 'cab'],
  ['MSWIM\0\0\0', 'wim'],
  ['MSWIM\0\0\0and more', 'wim'],
])('%j is a %s', async (text, container) => {
  expect(await sniff(text)).toBe(container);
});

it.each([
  ['', '""'],
  ['MSC', '"MSC"'],
  ['MSWIM\0\0', '"MSWIM.."'],
  ['xMSCF\x1f\x7f ~more', '"xMSCF.. "'],
])('%j is neither, and it is said what stands there', async (text, seen) => {
  await expect(sniff(text)).rejects.toMatchObject({
    name: 'FormatError',
    offset: 0,
    expected: 'MSCF (a cabinet) or MSWIM (a WIM)',
    found: seen,
  });
});
