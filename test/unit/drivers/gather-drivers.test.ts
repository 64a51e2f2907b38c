import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Context } from '../../../src/context.ts';
import { type ExtractMethod, gatherDrivers } from '../../../src/drivers/gather-drivers.ts';
import { windowsTarget } from '../../../src/drivers/windows-target.ts';
import { UserError } from '../../../src/errors.ts';
import type { Product } from '../../../src/products/product.ts';
import { fakeTools } from './fake-tools.ts';
import { pvscsiInf, sampleInf, vmxnet3Inf } from './sample-inf.ts';

const root = await mkdtemp(join(tmpdir(), 'stillframe-gather-'));
afterAll(() => rm(root, { recursive: true, force: true }));
afterEach(() => vi.unstubAllGlobals());
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');

let folder = '';
let said: string[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(root, 'case-'));
  said = [];
});

async function put(name: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), content);
}

interface Asked {
  readonly method: ExtractMethod;
  readonly drivers: readonly string[];
  readonly product?: Product;
  readonly missing?: readonly string[];
  /** Bytes of the installer (default: no MSI in it). */
  readonly installer?: Buffer;
  /** What msiexec ends with (default: 0), or why it does not start. */
  readonly msiexec?: number | UserError;
}

/** The installer holds vmxnet3 and a file that is no INF; on the disc lie pvscsi and another such file. */
async function gather(asked: Asked) {
  const { method, drivers, product = 'windows-server-2019', missing = [], msiexec = 0 } = asked;
  await rm(join(folder, 'temp'), { recursive: true, force: true });
  await put('disc/pvscsi/pvscsi.inf', pvscsiInf());
  await put('disc/bad.inf', 'no section');
  await put('setup.exe', asked.installer ?? 'MZ');
  const inside = join(folder, 'temp/installer');
  const { tools, calls } = fakeTools(async ({ tool, args }) => {
    if (tool === '7zz') await put(`temp/opened-setup.exe/a.msi`, COMPOUND);
    if (tool === 'msiexec.exe' && msiexec !== 0) {
      await put('temp/installer/half.inf', 'half');
      if (msiexec instanceof UserError) throw msiexec;
      return msiexec;
    }
    if (['msiextract', 'msiexec.exe', join(folder, 'setup.exe')].includes(tool)) {
      expect(args.join(' ')).toContain(inside);
      await put('temp/installer/vmxnet3/vmxnet3.inf', vmxnet3Inf('NTamd64', '01/01/2024,1'));
      await put('temp/installer/worse.inf', 'no section');
    }
    return '';
  }, missing);
  const context = {
    tools,
    temp: join(folder, 'temp'),
    signal: new AbortController().signal,
    log: { info: (text: string) => void said.push(text) },
  } as unknown as Context;
  const found = await gatherDrivers(
    { method, product, drivers },
    windowsTarget(product),
    { disc: join(folder, 'disc'), setup: join(folder, 'setup.exe') },
    context,
  );
  return {
    places: found.candidates.map(({ place }) => place),
    bad: found.unreadable.map(({ file }) => file),
    ran: calls.map(({ tool }) => tool),
  };
}

const LOOSE = ['pvscsi/pvscsi.inf'];
const INSIDE = ['setup.exe/vmxnet3/vmxnet3.inf'];

describe('gatherDrivers', () => {
  it('looks at the disc alone, or into the installer alone, where that is asked for', async () => {
    expect(await gather({ method: 'iso', drivers: ['vmxnet3'] })).toEqual({ places: LOOSE, bad: ['bad.inf'], ran: [] });
    expect(await gather({ method: 'msi', drivers: ['pvscsi'] })).toEqual({
      places: INSIDE,
      bad: ['setup.exe/worse.inf'],
      ran: ['7zz', 'msiextract'],
    });
    expect(said).toEqual(['Unpacking setup.exe']);
  });

  it('opens the installer only where the loose drivers do not settle it', async () => {
    expect(await gather({ method: 'auto', drivers: ['pvscsi'] })).toMatchObject({ places: LOOSE, ran: [] });
    expect(await gather({ method: 'auto', drivers: [] })).toMatchObject({ places: LOOSE, ran: [] });
    expect(await gather({ method: 'auto', drivers: ['pvscsi', 'vmxnet3'] })).toEqual({
      places: [...LOOSE, ...INSIDE],
      bad: ['bad.inf', 'setup.exe/worse.inf'],
      ran: ['7zz', 'msiextract'],
    });
  });

  it('takes a driver for settled that no loose one binds where the product brings its own', async () => {
    expect(await gather({ method: 'auto', drivers: ['pvscsi'], product: 'windows-server-2025' })).toMatchObject({
      places: LOOSE,
      ran: [],
    });
    await put(
      'disc/x/x.inf',
      sampleInf({ name: 'x', device: 'X\\X', driverVer: '01/01/2024,1', models: { NTarm64: true } }),
    );
    expect((await gather({ method: 'auto', drivers: ['x'] })).ran).toEqual(['7zz', 'msiextract']);
  });

  it('unpacks as the system can: by 7-Zip, or on a Windows without it by the installer itself', async () => {
    expect((await gather({ method: 'auto', drivers: ['vmxnet3'], missing: ['7zz'] })).ran).toEqual([
      '7zz',
      'msiextract',
    ]);
    await expect(gather({ method: 'setup', drivers: [] })).rejects.toMatchObject({ code: 'input-invalid' });
  });

  it('lets the installer unpack itself on Windows, and only where Windows Installer cannot', async () => {
    vi.stubGlobal('process', { ...process, platform: 'win32' });
    const setup = (): string => join(folder, 'setup.exe');
    const asked = { method: 'auto', drivers: ['vmxnet3'] } as const;
    expect((await gather(asked)).ran).toEqual(['7zz', 'msiexec.exe']);
    expect((await gather({ ...asked, missing: ['7zz'], installer: COMPOUND })).ran).toEqual(['msiexec.exe']);
    said = [];
    expect(await gather({ ...asked, missing: ['7zz'] })).toEqual({
      places: [...LOOSE, ...INSIDE],
      bad: ['bad.inf', 'setup.exe/worse.inf'],
      ran: [setup()],
    });
    expect(said).toEqual([
      'Unpacking setup.exe',
      'setup.exe of the Tools disc holds no MSI that can be read here: letting setup.exe unpack itself',
      'Unpacking setup.exe',
    ]);
    // What the first way left half done is gone.
    expect(await gather({ ...asked, msiexec: 1603 })).toEqual({
      places: [...LOOSE, ...INSIDE],
      bad: ['bad.inf', 'setup.exe/worse.inf'],
      ran: ['7zz', 'msiexec.exe', setup()],
    });
    // Another way cannot mend what is wrong with the machine.
    const broken = gather({ ...asked, msiexec: new UserError('tool-missing', 'no msiexec', 'Repair Windows.') });
    await expect(broken).rejects.toMatchObject({ code: 'tool-missing' });
    expect((await gather({ method: 'setup', drivers: [] })).ran).toEqual([setup()]);
    await expect(gather({ ...asked, method: 'msi', msiexec: 1603 })).rejects.toMatchObject({ exitCode: 1603 });
  });
});
