import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { extractMsi, extractWithSetup } from '../../../src/drivers/tools-msi.ts';
import { ToolError } from '../../../src/errors.ts';
import { fakeTools } from './fake-tools.ts';

const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const signal = new AbortController().signal;

let temp: string;
beforeEach(async () => {
  temp = await mkdtemp(join(tmpdir(), 'stillframe-msi-'));
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await rm(temp, { recursive: true, force: true });
});

/** 7-Zip sees these files in the installer. */
function sevenZip(files: Readonly<Record<string, Buffer>>) {
  return fakeTools(async ({ tool, args }) => {
    if (tool !== '7zz') return '';
    const target = args.find((arg) => arg.startsWith('-o'))?.slice(2) ?? '';
    await mkdir(target, { recursive: true });
    for (const [name, bytes] of Object.entries(files)) await writeFile(join(target, name), bytes);
    return '';
  });
}

describe('extractMsi', () => {
  it('finds the MSI by its bytes and prefers the one for x64', async () => {
    const { tools, calls } = sevenZip({ 'a.msi': COMPOUND, 'b64.bin': COMPOUND, 'c.msi': Buffer.from('MZ') });
    await extractMsi(join(temp, 'setup.exe'), join(temp, 'out'), { tools, temp, signal });
    expect(calls.at(-1)).toMatchObject({
      tool: 'msiextract',
      args: ['-C', join(temp, 'out'), join(temp, 'opened-setup.exe', 'b64.bin')],
    });
  });

  it('asks msiexec for an administrative image on Windows', async () => {
    vi.stubGlobal('process', { ...process, platform: 'win32' });
    const { tools, calls } = sevenZip({ 'VMware Tools64.msi': COMPOUND });
    await extractMsi(join(temp, 'setup64.exe'), join(temp, 'out'), { tools, temp, signal });
    const msi = join(temp, 'opened-setup64.exe', 'VMware Tools64.msi');
    expect(calls.at(-1)).toMatchObject({
      tool: 'msiexec.exe',
      args: ['/a', `"${msi}"`, '/qn', `TARGETDIR="${join(temp, 'out')}"`],
      quoting: 'verbatim',
    });
  });

  it.each([0, 5, 2 ** 20 - 3, 2 ** 20 + 1])('carves an MSI that is stored as it is at offset %i', async (offset) => {
    const setup = join(temp, 'setup.exe');
    const msi = Buffer.concat([COMPOUND, Buffer.from('rest')]);
    await writeFile(setup, Buffer.concat([Buffer.alloc(offset, 0xd0), msi]));
    const { tools, calls } = fakeTools(({ tool }) => {
      if (tool === '7zz') throw new ToolError('7zz', 2, 'Cannot open the file as archive');
      return '';
    });
    await extractMsi(setup, join(temp, 'out'), { tools, temp, signal });
    expect(await readFile(calls.at(-1)?.args[2] ?? '')).toEqual(msi);
  });

  it('says what to do when there is no MSI', async () => {
    const setup = join(temp, 'setup.exe');
    await writeFile(setup, 'MZ and nothing');
    const { tools } = sevenZip({ 'readme.txt': Buffer.from('x') });
    await expect(extractMsi(setup, join(temp, 'out'), { tools, temp, signal })).rejects.toMatchObject({
      code: 'driver-not-found',
      hint: expect.stringContaining('method: setup'),
    });
  });
});

describe('extractWithSetup', () => {
  it('is refused where the installer cannot run', async () => {
    const { tools } = fakeTools(() => '');
    await expect(extractWithSetup('/x/setup.exe', join(temp, 'out'), { tools, temp, signal })).rejects.toMatchObject({
      code: 'input-invalid',
    });
  });

  it('lets the installer write its image without asking, on Windows', async () => {
    vi.stubGlobal('process', { ...process, platform: 'win32' });
    const { tools, calls } = fakeTools(() => '');
    await extractWithSetup('C:\\setup64.exe', join(temp, 'out'), { tools, temp, signal });
    expect(calls[0]).toMatchObject({
      tool: 'C:\\setup64.exe',
      args: ['/S', '/A', '/P', join(temp, 'out'), '/v', `/qn TARGETDIR="${join(temp, 'out')}"`],
    });
  });
});
