import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MOUNTED_ISO, mountIso } from '../../../../src/archives/iso/mounted-iso.ts';
import { ToolError } from '../../../../src/errors.ts';
import { type Call, fakeTools } from '../../drivers/fake-tools.ts';

// The way of a Windows runner without 7-Zip, with a double of PowerShell: never run on real Windows.
const USE = { input: 'iso', code: 'not-windows-media' } as const;
const ISO = 'C:\\a $b\\tools.iso';
const forever = new AbortController().signal;

let work: string;
let volume: string;
beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'stillframe-mount-'));
  volume = join(work, 'volume');
  await mkdir(join(volume, 'Drivers/pvscsi'), { recursive: true });
  await writeFile(join(volume, 'Drivers/pvscsi/x.inf'), 'inf');
  await writeFile(join(volume, 'setup.exe'), 'MZ');
});
afterEach(() => rm(work, { recursive: true, force: true }));

function step({ args }: Call): string {
  const script = args.at(-1) ?? '';
  if (script.includes('Dismount-DiskImage')) return 'dismount';
  if (script.includes('Mount-DiskImage')) return 'mount';
  return script.includes('Get-Volume') ? 'root' : 'attached';
}

/** Windows, which gives these answers to the question for the letter, one after the other, the last one for ever. */
function windows(roots: readonly string[], { attached = 'False', signal = forever } = {}) {
  const left = [...roots];
  const { tools, calls } = fakeTools((call) => {
    const what = step(call);
    if (what === 'attached') return `${attached}\r\n`;
    return what === 'root' ? `${left.length > 1 ? left.shift() : left[0]}\r\n` : '';
  });
  const held: unknown[] = [];
  const hold = (kind: { readonly kind: string }, data: unknown): (() => void) => {
    const entry = { kind: kind.kind, data, steps: calls.map(step) };
    held.push(entry);
    return () => held.splice(held.indexOf(entry), 1);
  };
  const pauses: number[] = [];
  const reader = mountIso(ISO, USE, { tools, hold, signal }, async (milliseconds) => pauses.push(milliseconds));
  return { reader, tools, calls, held, pauses };
}

it('mounts the image, reads it, and dismounts it; held before it is mounted', async () => {
  const { reader, calls, held } = windows([volume]);
  const iso = await reader;
  expect(held).toEqual([{ kind: 'mounted-iso', data: { path: ISO }, steps: ['attached'] }]);
  expect(iso).toMatchObject({ path: ISO, root: volume });
  expect(await iso.list()).toEqual([
    { path: 'Drivers/pvscsi/x.inf', size: 3 },
    { path: 'setup.exe', size: 2 },
  ]);
  await iso.extract(['Drivers/pvscsi', 'setup.exe'], join(work, 'out'));
  expect(await readFile(join(work, 'out/Drivers/pvscsi/x.inf'), 'utf8')).toBe('inf');
  await iso.close();
  expect(held).toEqual([]);
  expect(calls.map(step)).toEqual(['attached', 'mount', 'root', 'dismount']);
  for (const { tool, args, env } of calls) {
    expect(tool).toBe('powershell.exe');
    expect(args.slice(0, -1)).toEqual(['-NoProfile', '-NonInteractive', '-Command']);
    expect(args.at(-1)).toMatch(/^\$ErrorActionPreference = 'Stop'\n/);
    // The path travels in the environment: nothing in it can become PowerShell text.
    expect(env).toEqual({ STILLFRAME_ISO: ISO });
    expect(args.join(' ')).not.toContain('tools.iso');
  }
});

it('waits for the letter, and for files behind it', async () => {
  await mkdir(join(work, 'empty'));
  const { reader, pauses } = windows(['', '', join(work, 'none'), join(work, 'empty'), volume]);
  expect((await reader).root).toBe(volume);
  expect(pauses).toEqual([500, 500, 500, 500]);
});

it('gives up after half a minute, and leaves the mount to be undone', async () => {
  const { reader, pauses, held } = windows(['']);
  await expect(reader).rejects.toMatchObject({
    code: 'timeout',
    message: `Windows mounted ${ISO}, but gave it no drive letter with files behind it`,
    hint: expect.stringContaining('mountvol /E'),
  });
  expect(pauses.length).toBe(59);
  expect(held.length).toBe(1);
});

it('ends with the signal while it waits', async () => {
  const controller = new AbortController();
  const reason = new Error('cancelled');
  controller.abort(reason);
  await expect(windows([''], { signal: controller.signal }).reader).rejects.toBe(reason);
});

it('leaves alone what was mounted before', async () => {
  const { reader, calls, held } = windows([volume], { attached: 'True' });
  const iso = await reader;
  await iso.close();
  expect(held).toEqual([]);
  expect(calls.map(step)).toEqual(['attached', 'root']);
});

it('takes no link out of foreign media', async () => {
  await symlink('/etc', join(volume, 'link'));
  const iso = await windows([volume]).reader;
  await expect(iso.extract(['link'], join(work, 'out'))).rejects.toThrow('a symbolic link');
});

it('says what Windows says of a file that it cannot mount', async () => {
  const failing = (error: Error) => {
    const { tools } = fakeTools(() => Promise.reject(error));
    return mountIso(ISO, USE, { tools, hold: () => () => {}, signal: forever });
  };
  await expect(failing(new ToolError('powershell.exe', 1, ' The file is corrupt.\nAt line 2'))).rejects.toMatchObject({
    code: 'not-windows-media',
    message: `Windows cannot mount ${ISO}: The file is corrupt.`,
    hint: expect.stringContaining('"iso"'),
  });
  await expect(failing(new ToolError('powershell.exe', 1, ''))).rejects.toMatchObject({
    message: `Windows cannot mount ${ISO}: powershell.exe ended with exit code 1`,
  });
  await expect(failing(new Error('cancelled'))).rejects.toThrow(/^cancelled$/);
});

it('is undone from its data alone', async () => {
  const { tools, calls } = fakeTools(() => '');
  const log = {
    info: () => {},
    warning: () => {},
    debug: () => {},
    group: <T>(_: string, body: () => Promise<T>) => body(),
  };
  await MOUNTED_ISO.undo({ path: ISO }, { tools, log, signal: forever });
  expect(MOUNTED_ISO.what({ path: ISO })).toBe(`the mounted image ${ISO}`);
  expect(calls.map(step)).toEqual(['dismount']);
  expect(calls[0]?.args.at(-1)).toContain('if ($image.Attached)');
});
