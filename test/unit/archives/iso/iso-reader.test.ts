import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openIso } from '../../../../src/archives/iso/iso-reader.ts';
import { fakeTools } from '../../drivers/fake-tools.ts';

const USE = { input: 'iso', code: 'not-windows-media' } as const;
const signal = new AbortController().signal;

let work: string;
let path: string;
beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'stillframe-iso-'));
  path = join(work, 'x.iso');
  await writeFile(path, '');
});
afterEach(() => rm(work, { recursive: true, force: true }));

function open(platform: NodeJS.Platform, missing: readonly string[], at = path) {
  const { tools, calls } = fakeTools(({ tool }) => (tool === '7zz' ? '' : work), missing);
  return { calls, reader: openIso(at, USE, { tools, temp: work, hold: () => () => {}, signal }, platform) };
}

it.each([
  ['linux', [], '7zz'],
  // Asked for even where it is not found: the error of the runner says how to install it.
  ['linux', ['7zz'], '7zz'],
  ['win32', [], '7zz'],
  ['win32', ['7zz'], 'powershell.exe'],
] as const)('on %s without %j it asks %s', async (platform, missing, tool) => {
  const { calls, reader } = open(platform, missing);
  await reader;
  expect(calls[0]?.tool).toBe(tool);
});

it('asks no program for a file that is not there', async () => {
  const { calls, reader } = open('linux', [], join(work, 'none.iso'));
  await expect(reader).rejects.toMatchObject({
    code: 'file-missing',
    message: `The ISO ${join(work, 'none.iso')} (input iso) does not exist`,
  });
  expect(calls).toEqual([]);
});
