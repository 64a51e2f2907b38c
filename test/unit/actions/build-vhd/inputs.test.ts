import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as buildVhd from '../../../../actions/build-vhd/inputs.ts';
import { defaultEngine } from '../../../../src/windows/engines/choose-engine.ts';
import { PLACE, prepareInputs } from '../prepare-inputs.ts';
import { sampleTemplate } from '../sample-template.ts';

const MIB = 2 ** 20;
const REQUIRED = { iso: 'w.iso', vhd: 'a.vhd', edition: 'standard-core' };
const read = (given: Readonly<Record<string, string>>): Promise<buildVhd.BuildVhdInputs> =>
  prepareInputs(buildVhd, { ...REQUIRED, ...given });
/** What steps before give to one that follows a template. */
const GIVEN = { packages: '[{"path":"a.msu"}]', drivers: '[{"inf":"a.inf"}]', 'tools-setup': 's.exe' };

describe('the inputs of build-vhd', () => {
  it('have defaults', async () => {
    expect(await read({})).toMatchObject({
      template: undefined,
      iso: resolve('w.iso'),
      sha256: undefined,
      edition: 'standard-core',
      vhd: resolve('a.vhd'),
      disk: { format: 'vhd', type: 'dynamic', size: 40 * 1024 * MIB, esp: 260 * MIB, msr: 16 * MIB },
      engine: defaultEngine(process.platform),
      packages: undefined,
      drivers: undefined,
      features: [],
      remoteDesktop: false,
      unattend: undefined,
      toolsSetup: undefined,
      cleanup: true,
      skipNotApplicable: false,
      date: undefined,
      dryRun: false,
    });
  });

  it('leave out on Windows updates that are not for the image, where that is said', async () => {
    const here = Object.getOwnPropertyDescriptor(process, 'platform') ?? {};
    Object.defineProperty(process, 'platform', { ...here, value: 'win32' });
    try {
      expect((await read({ 'not-applicable': 'skip' })).skipNotApplicable).toBe(true);
      expect((await read({ 'not-applicable': 'fail' })).skipNotApplicable).toBe(false);
    } finally {
      Object.defineProperty(process, 'platform', here);
    }
  });

  it('reuse nothing, unless it is said', async () => {
    expect((await read({})).reuse).toBeUndefined();
    expect((await read({ reuse: 'true' })).reuse).toEqual(PLACE.reuse());
    await expect(read({ reuse: 'yes please' })).rejects.toMatchObject({
      code: 'input-invalid',
      message: 'Input reuse: "yes please" is not valid',
    });
  });

  it('are taken as they are given', async () => {
    const sha256 = 'd'.repeat(64);
    const date = new Date(5);
    const given = {
      ...REQUIRED,
      ...GIVEN,
      sha256,
      format: 'vhdx',
      vhd: 'A.VHDX',
      type: 'fixed',
      size: '41 GiB',
      esp: '100 MiB',
      msr: '32 MiB',
      features: 'NetFx3, a.b-c_d',
      'remote-desktop': 'true',
      unattend: 'u.xml',
      engine: 'wimlib',
      cleanup: 'reset-base',
      'dry-run': 'true',
    };
    expect(await prepareInputs(buildVhd, given, { ...PLACE, sourceDate: () => date })).toMatchObject({
      sha256,
      vhd: resolve('A.VHDX'),
      disk: { format: 'vhdx', type: 'fixed', size: 41 * 1024 * MIB, esp: 100 * MIB, msr: 32 * MIB },
      engine: 'wimlib',
      packages: GIVEN.packages,
      drivers: GIVEN.drivers,
      features: ['NetFx3', 'a.b-c_d'],
      remoteDesktop: true,
      unattend: resolve('u.xml'),
      toolsSetup: resolve('s.exe'),
      cleanup: 'reset-base',
      date,
      dryRun: true,
    });
    expect((await read({ cleanup: 'false' })).cleanup).toBe(false);
  });

  it.runIf(process.platform !== 'win32').each([
    [{ 'not-applicable': 'skip' }, 'Input not-applicable: "skip"'],
    [{ 'module-servicing': 'false' }, 'Input module-servicing: "false"'],
    [{ engine: 'dism' }, 'Input engine: "dism"'],
    [{ engine: 'convert-windowsimage' }, 'Input engine: "convert-windowsimage"'],
  ])('that would do nothing here are refused: %j', async (given, message) => {
    await expect(read(given)).rejects.toMatchObject({
      code: 'input-invalid',
      message: expect.stringContaining(message) as string,
    });
  });

  it('name files, values of the registry and scripts, one by one', async () => {
    const registry = '[{"key":"HKLM\\\\SOFTWARE\\\\C","type":"dword","value":1}]';
    expect(await read({ files: 'corp/ => C:\\Corp', registry, 'first-boot-scripts': 'a, b.cmd\nc.ps1' })).toMatchObject(
      {
        files: [{ from: resolve('corp'), to: 'C:\\Corp' }],
        registry: [{ key: 'HKLM\\SOFTWARE\\C', type: 'dword', value: 1 }],
        scripts: [resolve('a, b.cmd'), resolve('c.ps1')],
      },
    );
    await expect(read({ registry: '{}' })).rejects.toMatchObject({ code: 'input-invalid' });
    await expect(read({ files: 'corp' })).rejects.toMatchObject({ code: 'input-invalid' });
  });

  it('come from a template', async () => {
    const template = await sampleTemplate();
    const built = await prepareInputs(buildVhd, { template, ...GIVEN });
    expect(built).toMatchObject({
      template: { name: 'unusual' },
      iso: '/media/w.iso',
      sha256: 'a'.repeat(64),
      edition: 'datacenter-core',
      vhd: resolve('/tmp/runner/stillframe/build-vhd/unusual.vhd'),
      disk: { type: 'fixed', size: 50 * 1024 * MIB, esp: 300 * MIB, msr: 32 * MIB },
      features: ['TelnetClient'],
      remoteDesktop: true,
      unattend: '/media/answer.xml',
      toolsSetup: resolve('s.exe'),
    });
    const vhdx = await sampleTemplate((text) => text.replace('format: vhd', 'format: vhdx'));
    expect(await prepareInputs(buildVhd, { template: vhdx, ...GIVEN })).toMatchObject({
      vhd: resolve('/tmp/runner/stillframe/build-vhd/unusual.vhdx'),
      disk: { format: 'vhdx', type: 'fixed' },
    });
    const without = await sampleTemplate((text) => text.replace('vmware-tools: first-boot', 'vmware-tools: none'));
    expect((await prepareInputs(buildVhd, { template: without, ...GIVEN })).toolsSetup).toBeUndefined();
  });

  it.each<[Record<string, string>, string, string]>([
    [{ iso: '' }, 'Input iso', ''],
    [{ vhd: '' }, 'Input vhd', ''],
    [{ edition: '' }, 'Input edition', ''],
    [{ size: `${40 * MIB + 1} B` }, 'Input size', 'Write a size in whole MiB'],
    [{ esp: '100.5 MiB' }, 'Input esp', 'Write a size in whole MiB'],
    [{ msr: '1 KiB' }, 'Input msr', 'Write a size in whole MiB'],
    [{ features: 'NetFx3, a b' }, 'Input features: "a b"', 'dism /Online /Get-Features'],
    [{ features: '-x' }, 'Input features', ''],
    [{ engine: 'ghost' }, 'Input engine', ''],
    [{ format: 'vdi' }, 'Input format', ''],
    [{ format: 'vhdx' }, 'Input vhd', 'Let it end with .vhdx, or write format: vhd.'],
    [{ vhd: 'a.VHDX' }, 'Input vhd', 'Let it end with .vhd, or write format: vhdx.'],
  ])('refuse %j: %s', async (given, message, hint) => {
    await expect(read(given)).rejects.toMatchObject({
      message: expect.stringContaining(message),
      hint: expect.stringContaining(hint),
    });
  });

  it('say where Windows starts first: on vSphere, unless the template bakes on Hyper-V', async () => {
    expect((await read({})).bakeHost).toBe('vsphere');
    expect((await read({ 'bake-on': 'hyper-v', 'after-first-boot': 'shut-down' })).bakeHost).toBe('hyper-v');
    await expect(read({ 'bake-on': 'hyper-v' })).rejects.toMatchObject({
      code: 'input-invalid',
      message: expect.stringContaining('Input bake-on: "hyper-v"') as string,
      hint: expect.stringContaining('after-first-boot: shut-down or generalize') as string,
    });
  });

  it('need of a template what it asks for of other steps', async () => {
    const template = await sampleTemplate();
    for (const name of Object.keys(GIVEN)) {
      const { [name]: _, ...rest } = GIVEN as Record<string, string>;
      const error = prepareInputs(buildVhd, { template, ...rest });
      await expect(error).rejects.toMatchObject({
        code: 'input-missing',
        message: expect.stringContaining(`input ${name} is empty`),
      });
    }
  });

  it('take an ISO that a template names by its address, with its hash', async () => {
    const template = await sampleTemplate((text) => text.replace('path: /media/w.iso', 'url: https://x/w.iso'));
    const { iso, sha256, downloads } = await prepareInputs(buildVhd, { template, ...GIVEN });
    expect({ iso, sha256 }).toEqual({ iso: 'https://x/w.iso', sha256: 'a'.repeat(64) });
    expect(downloads).toEqual({ cache: PLACE.cache, env: PLACE.env });
    expect((await read({ template, ...GIVEN })).iso).toBe(resolve('w.iso'));
  });
});
