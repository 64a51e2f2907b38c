import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findMsi } from '../../../src/drivers/find-msi.ts';
import { ToolError, UserError } from '../../../src/errors.ts';
import { writeCabinet } from '../../media/updates/cabinet.ts';
import { fakeTools } from './fake-tools.ts';

const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const signal = new AbortController().signal;

let temp: string;
let setup: string;
beforeEach(async () => {
  temp = await mkdtemp(join(tmpdir(), 'stillframe-msi-'));
  setup = join(temp, 'setup.exe');
  await writeFile(setup, 'MZ and nothing');
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await rm(temp, { recursive: true, force: true });
});

type Files = Readonly<Record<string, Buffer>>;

/** 7-Zip or expand.exe finds these files in what it is given. */
function opener(files: Files, missing: readonly string[] = []) {
  return fakeTools(async ({ tool, args }) => {
    const target = tool === '7zz' ? args.find((arg) => arg.startsWith('-o'))?.slice(2) : args[2];
    await mkdir(target ?? '', { recursive: true });
    for (const [name, bytes] of Object.entries(files)) await writeFile(join(target ?? '', name), bytes);
    return '';
  }, missing);
}

const find = (tools: ReturnType<typeof opener>['tools']): Promise<string> => findMsi(setup, { tools, temp, signal });

describe('findMsi', () => {
  it('finds the MSI by its bytes and prefers the one for x64', async () => {
    const { tools, calls } = opener({ 'a.msi': COMPOUND, 'b64.bin': COMPOUND, 'c.msi': Buffer.from('MZ') });
    expect(await find(tools)).toBe(join(temp, 'opened-setup.exe', 'b64.bin'));
    expect(calls).toMatchObject([
      { tool: '7zz', args: ['x', '-y', '-bd', `-o${join(temp, 'opened-setup.exe')}`, '--', setup] },
    ]);
  });

  it('takes the first by name where both are for one architecture', async () => {
    expect(basename(await find(opener({ 'y.msi': COMPOUND, 'x.msi': COMPOUND }).tools))).toBe('x.msi');
  });

  it.each([0, 5, 2 ** 20 - 3, 2 ** 20 + 1])('carves an MSI that is stored as it is at offset %i', async (offset) => {
    const msi = Buffer.concat([COMPOUND, Buffer.from('rest')]);
    await writeFile(setup, Buffer.concat([Buffer.alloc(offset, 0xd0), msi]));
    const { tools } = fakeTools(() => {
      throw new ToolError('7zz', 2, 'Cannot open the file as archive');
    });
    expect(await readFile(await find(tools))).toEqual(msi);
  });

  it('ends where 7-Zip cannot be started, and does not look for an MSI in the bytes instead', async () => {
    await writeFile(setup, COMPOUND);
    const { tools } = fakeTools(() => {
      throw new UserError('tool-missing', 'no 7zz', 'Install it.');
    });
    await expect(find(tools)).rejects.toMatchObject({ code: 'tool-missing' });
  });

  it('says what to do when there is no MSI', async () => {
    await expect(find(opener({ 'readme.txt': Buffer.from('x') }).tools)).rejects.toMatchObject({
      code: 'driver-not-found',
      message: 'setup.exe of the Tools disc holds no MSI that can be read here',
      hint: expect.stringContaining('method: setup'),
    });
  });
});

describe('findMsi on a Windows without 7-Zip', () => {
  const cabinet = writeCabinet([{ name: 'VMware Tools64.msi', data: COMPOUND }], { time: new Date('2024-01-01') });
  const windows = (files: Files = { 'VMware Tools64.msi': COMPOUND }) => {
    vi.stubGlobal('process', { ...process, platform: 'win32' });
    return opener(files, ['7zz']);
  };

  it('cuts the cabinet out of the installer and has expand.exe open it', async () => {
    await writeFile(setup, Buffer.concat([Buffer.from('MZ program'), cabinet]));
    const { tools, calls } = windows();
    const opened = join(temp, 'opened-setup.exe');
    expect(await find(tools)).toBe(join(opened, 'VMware Tools64.msi'));
    expect(calls).toMatchObject([{ tool: 'expand.exe', args: [join(temp, 'carved.cab'), '-F:*', opened] }]);
    expect(await readFile(join(temp, 'carved.cab'))).toEqual(cabinet);
  });

  it('leaves the cabinet alone that lies in a bare MSI', async () => {
    const msi = Buffer.concat([COMPOUND, cabinet]);
    await writeFile(setup, Buffer.concat([Buffer.from('MZ program'), msi]));
    const { tools, calls } = windows();
    expect(await readFile(await find(tools))).toEqual(msi);
    expect(calls).toEqual([]);
  });

  it('takes no four letters for a cabinet, and no cabinet for an MSI', async () => {
    await writeFile(setup, Buffer.concat([Buffer.from('MZ MSCF\0\0\0\0 is a word'), Buffer.alloc(40)]));
    const { tools, calls } = windows();
    await expect(find(tools)).rejects.toMatchObject({ code: 'driver-not-found' });
    expect(calls).toEqual([]);
    await writeFile(setup, Buffer.concat([Buffer.from('MZ program'), cabinet]));
    await expect(find(windows({ 'readme.txt': Buffer.from('x') }).tools)).rejects.toMatchObject({
      code: 'driver-not-found',
    });
  });

  it('uses 7-Zip where it is there', async () => {
    vi.stubGlobal('process', { ...process, platform: 'win32' });
    const { tools, calls } = opener({ 'a.msi': COMPOUND });
    await find(tools);
    expect(calls.map(({ tool }) => tool)).toEqual(['7zz']);
  });
});
