import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { DriverChoice } from '../../../src/drivers/choose-driver.ts';
import { readCandidate } from '../../../src/drivers/driver-candidate.ts';
import { stageDrivers } from '../../../src/drivers/stage-drivers.ts';
import { windowsServer } from '../../../src/drivers/windows-target.ts';
import { contextDouble } from '../repair/context-double.ts';
import { sampleInf } from './sample-inf.ts';

const root = await mkdtemp(join(tmpdir(), 'stillframe-stage-'));
afterAll(() => rm(root, { recursive: true, force: true }));
let folder = '';
let out = '';
beforeEach(async () => {
  folder = await mkdtemp(join(root, 'case-'));
  out = join(folder, 'out/drivers');
  await put('setup.exe', 'MZ');
});

async function put(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
}

/** A driver on the disc with all its files, chosen. */
async function choice(name: string, more: Partial<DriverChoice> = {}): Promise<DriverChoice> {
  const inf = sampleInf({ name: 'nic', device: 'A\\A', driverVer: '03/04/2022,1.5', models: { 'NTamd64.10.0': true } });
  const path = await put('disc/nic/nic.inf', inf.replace('nic.sys = 1', 'nic.sys = 1\r\nspare.dll = 1'));
  await put('disc/nic/NIC.CAT', 'catalog');
  await put('disc/nic/nic.sys', 'driver');
  const chosen = await readCandidate(path, 'Drivers/nic/nic.inf', windowsServer(17_763));
  return { name, chosen, inBox: undefined, newerThanInBox: false, leftOut: ['another one'], ...more };
}
const stage = (choices: readonly DriverChoice[], context = contextDouble()) =>
  stageDrivers(choices, join(folder, 'setup.exe'), out, 'amd64', context);
const tree = async (): Promise<string[]> => (await readdir(out, { recursive: true })).sort();

describe('stageDrivers', () => {
  it('puts each driver and the installer into a folder of its own, and says all about them', async () => {
    const context = contextDouble();
    const inBox = { inf: 'nic.inf', version: '1.0' };
    expect(await stage([await choice('nic', { inBox, newerThanInBox: true })], context)).toEqual([
      {
        name: 'nic',
        inf: join(out, 'nic/nic.inf'),
        class: 'Net',
        classGuid: '{4d36e972-e325-11ce-bfc1-08002be10318}',
        provider: 'Sample Maker',
        hardwareIds: ['A\\A'],
        version: '1.5.0.0',
        date: '2022-03-04',
        architecture: 'amd64',
        services: [{ name: 'nic', startType: 3 }],
        signer: undefined,
        from: 'Drivers/nic',
        decoration: 'NTamd64.10.0',
        inBox,
        newerThanInBox: true,
        files: ['nic.inf', 'nic.cat', 'nic.sys'],
        unneeded: ['spare.dll'],
        leftOut: ['another one'],
      },
    ]);
    expect(await tree()).toEqual([
      'nic',
      'nic/nic.cat',
      'nic/nic.inf',
      'nic/nic.sys',
      'vmware-tools',
      'vmware-tools/setup.exe',
    ]);
    expect(await readFile(join(out, 'nic/nic.cat'), 'utf8')).toBe('catalog');
    expect(context.held).toEqual([{ paths: [join(out, `.stillframe-partial-${process.pid}`)], settled: true }]);
  });

  it.each([
    ['nic', 'nic'],
    ['My_Nic-1.2', 'My_Nic-1.2'],
    ['PCI\\VEN_1', 'nic'],
    ['-nic', 'nic'],
    ['a/b', 'nic'],
    ['..', 'nic'],
  ])('calls the folder of %s %s', async (name, called) => {
    const [driver] = await stage([await choice(name)]);
    expect(driver?.inf).toBe(join(out, called, 'nic.inf'));
    expect((await readdir(out)).sort()).toEqual([called, 'vmware-tools'].sort());
  });

  it('replaces older folders of the same names, leaves others, and removes what a killed run left', async () => {
    await put('out/drivers/nic/old.sys', 'old');
    await put('out/drivers/other/mine.txt', 'mine');
    await put('out/drivers/.stillframe-partial-1/nic/nic.inf', 'half');
    await stage([await choice('nic')]);
    expect(await readdir(out)).toEqual(expect.arrayContaining(['nic', 'other', 'vmware-tools']));
    expect(await readdir(out)).toHaveLength(3);
    expect((await readdir(join(out, 'nic'))).sort()).toEqual(['nic.cat', 'nic.inf', 'nic.sys']);
  });

  it('stages nothing for a driver that Windows has itself', async () => {
    expect(await stage([await choice('nic', { chosen: undefined })])).toEqual([]);
    expect(await tree()).toEqual(['vmware-tools', 'vmware-tools/setup.exe']);
  });

  it('says who signed the catalog, where a tool can tell', async () => {
    const asked: string[] = [];
    const context = contextDouble({
      tools: {
        has: async (tool) => tool === 'osslsigncode',
        find: async (tool) => tool,
        run: async (_, args) => {
          asked.push(...args);
          return { exitCode: 0, stdout: "Signer's certificate:\n\tSigner #0:\n\t\tSubject: /CN=Maker\n", stderr: '' };
        },
      },
    });
    await stage([await choice('nic')], context);
    expect(asked.join(' ')).toContain(join(out, `.stillframe-partial-${process.pid}`, 'nic/nic.cat'));
  });

  it('writes nothing where a file is missing', async () => {
    const broken = await choice('nic');
    await rm(join(folder, 'disc/nic/nic.sys'));
    const context = contextDouble();
    await expect(stage([broken], context)).rejects.toMatchObject({ code: 'driver-incomplete' });
    expect(await readdir(folder)).not.toContain('out');
    expect(context.held).toEqual([]);
  });

  it('shows no folder under its name once it is cancelled', async () => {
    await put('out/drivers/nic/old.sys', 'old');
    const context = contextDouble({ signal: AbortSignal.abort(new Error('cancelled')) });
    await expect(stage([await choice('nic')], context)).rejects.toThrow('cancelled');
    expect(await readdir(join(out, 'nic'))).toEqual(['old.sys']);
    expect(await readdir(out)).not.toContain('vmware-tools');
    expect(context.held).toMatchObject([{ settled: false }]);
  });
});
