import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { extractMsi, extractWithSetup } from '../../../src/drivers/tools-msi.ts';
import { fakeTools } from './fake-tools.ts';

const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');

let temp: string;
let target: string;
beforeEach(async () => {
  temp = await mkdtemp(join(tmpdir(), 'stillframe-msi-'));
  target = join(temp, 'out');
  await writeFile(join(temp, 'setup.exe'), 'MZ');
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await rm(temp, { recursive: true, force: true });
});

/** 7-Zip finds an MSI; whatever unpacks writes one file, or a link. */
function played({ link = false } = {}) {
  const { tools, calls } = fakeTools(async ({ tool }) => {
    if (tool === '7zz') await writeFile(join(temp, 'opened-setup.exe', 'a.msi'), COMPOUND);
    else if (link) await symlink('/etc/passwd', join(target, 'x.inf'));
    else await writeFile(join(target, 'x.inf'), 'x');
    return '';
  });
  const context = { tools, temp, signal: new AbortController().signal, log: { info: () => {} } };
  return { calls, context: context as unknown as Parameters<typeof extractMsi>[2] };
}
const setup = (): string => join(temp, 'setup.exe');
const onWindows = (): unknown => vi.stubGlobal('process', { ...process, platform: 'win32' });

describe('extractMsi', () => {
  it('unpacks with msiextract on Linux', async () => {
    const { calls, context } = played();
    await extractMsi(setup(), target, context);
    const msi = join(temp, 'opened-setup.exe', 'a.msi');
    expect(calls.at(-1)).toMatchObject({ tool: 'msiextract', args: ['-C', target, msi] });
    expect(await readdir(target)).toEqual(['x.inf']);
  });

  it('asks msiexec for an administrative image on Windows', async () => {
    onWindows();
    const { calls, context } = played();
    await extractMsi(setup(), target, context);
    const msi = join(temp, 'opened-setup.exe', 'a.msi');
    expect(calls.at(-1)).toMatchObject({
      tool: 'msiexec.exe',
      args: ['/a', `"${msi}"`, '/qn', '/l*v', `"${join(temp, 'msiexec.log')}"`, `TARGETDIR="${target}"`],
    });
  });

  it('refuses links in what came out', async () => {
    await expect(extractMsi(setup(), target, played({ link: true }).context)).rejects.toThrow('a symbolic link');
  });
});

describe('extractWithSetup', () => {
  it('is refused where the installer cannot run', async () => {
    const { calls, context } = played();
    await expect(extractWithSetup('/x/setup.exe', target, context)).rejects.toMatchObject({ code: 'input-invalid' });
    expect(calls).toEqual([]);
    await expect(readdir(target)).rejects.toThrow('ENOENT');
  });

  it('lets the installer write its image without asking, on Windows', async () => {
    onWindows();
    const { calls, context } = played();
    await extractWithSetup(setup(), target, context);
    expect(calls[0]).toMatchObject({
      tool: setup(),
      args: ['/S', '/A', '/v', expect.stringMatching(/^\/qn .* TARGETDIR="/)],
    });
  });

  it('refuses links in what came out', async () => {
    onWindows();
    await mkdir(target);
    await symlink('/etc/passwd', join(target, 'y.inf'));
    await expect(extractWithSetup(setup(), target, played().context)).rejects.toThrow('a symbolic link');
  });
});
