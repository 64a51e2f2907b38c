import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openIso } from '../../../../src/archives/iso/open-iso.ts';
import { ToolError } from '../../../../src/errors.ts';
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

it('mounts on Windows what is used where it is, and falls back to 7-Zip where Windows cannot', async () => {
  const mounted = fakeTools(({ args }) => (args.at(-1)?.includes('Get-Volume') ? work : ''));
  const use = { ...USE, inPlace: true };
  const reader = await openIso(path, use, { tools: mounted.tools, temp: work, hold: () => () => {}, signal }, 'win32');
  expect(reader.root).toBe(work);
  expect(mounted.calls.map(({ tool }) => tool)).not.toContain('7zz');
  const refusing = fakeTools(({ tool }) => {
    if (tool === '7zz') return '';
    throw new ToolError('powershell.exe', 1, 'not supported');
  });
  const context = { tools: refusing.tools, temp: work, hold: () => () => {}, signal };
  expect((await openIso(path, use, context, 'win32')).root).toBeUndefined();
  const alone = { ...context, tools: { ...refusing.tools, has: async () => false } };
  await expect(openIso(path, use, alone, 'win32')).rejects.toMatchObject({ code: 'not-windows-media' });
});

it('asks no program for a file that is not there', async () => {
  const { calls, reader } = open('linux', [], join(work, 'none.iso'));
  await expect(reader).rejects.toMatchObject({
    code: 'file-missing',
    message: `The ISO ${join(work, 'none.iso')} (input iso) does not exist`,
  });
  expect(calls).toEqual([]);
});
