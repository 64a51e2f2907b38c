import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tools } from '../../media/media-tools.ts';
import { buildToolsIso, type ToolsVariantName } from '../../media/tools/build-tools-iso.ts';

const LOOSE = 'Program Files/VMware/VMware Tools/Drivers/pvscsi';
const ADMINISTRATIVE = 'Common Files/VMware/Drivers';

let work = '';

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'stillframe-tools-test-'));
});

afterAll(async () => {
  await rm(work, { recursive: true, force: true });
});

async function unpack(variant: ToolsVariantName): Promise<string> {
  const folder = join(work, variant);
  await tools.run('7zz', ['x', '-y', `-o${folder}`, await buildToolsIso(variant)]);
  return folder;
}

async function installMsi(msi: string, target: string): Promise<string> {
  await tools.run('msiextract', ['-C', target, msi]);
  return join(target, ADMINISTRATIVE);
}

describe('the Tools disc', () => {
  it('has label, manifest and loose pvscsi driver of 12.5', async () => {
    const { stdout } = await tools.run('7zz', ['l', await buildToolsIso('12.5')]);
    expect(stdout).toContain('VMware Tools');
    const folder = await unpack('12.5');
    expect(await readFile(join(folder, 'manifest.txt'), 'latin1')).toContain('monolithic.version = "12.5.0"');
    expect(await readdir(join(folder, LOOSE))).toEqual(expect.arrayContaining(['Win8', 'Win10']));
    for (const system of ['Win8', 'Win10']) {
      expect((await readdir(join(folder, LOOSE, system, 'amd64'))).sort()).toEqual([
        'pvscsi.cat',
        'pvscsi.inf',
        'pvscsi.sys',
        'txtsetup.oem',
      ]);
    }
    expect(await readdir(folder)).not.toContain('setup64.exe');
  });

  it('carries the other drivers in an MSI inside the installer', async () => {
    const folder = await unpack('12.5');
    const inside = join(work, 'inside');
    await tools.run('7zz', ['x', '-y', `-o${inside}`, join(folder, 'setup.exe')]);
    const drivers = await installMsi(join(inside, 'VMware Tools64.msi'), join(work, 'administrative'));
    expect((await readdir(drivers)).sort()).toEqual([
      'efifw',
      'memctl',
      'mouse',
      'pvscsi',
      'video_wddm',
      'vmci',
      'vmxnet3',
      'vss',
    ]);
    const win10 = await readFile(join(drivers, 'vmxnet3', 'Win10', 'vmxnet3.inf'), 'latin1');
    expect(win10).toContain('NTamd64.10.0...20124');
    expect(win10).not.toContain('NTamd64.6');
    const der = await tools.run('openssl', [
      'asn1parse',
      '-inform',
      'DER',
      '-in',
      join(drivers, 'vmxnet3', 'Win8', 'vmxnet3.cat'),
    ]);
    expect(der.stdout).toContain('pkcs7-data');
  });

  it('leaves the models of pvscsi for builds from 20124 on empty in the Win8 folder', async () => {
    const folder = await unpack('12.5');
    const inf = await readFile(join(folder, LOOSE, 'Win8', 'amd64', 'pvscsi.inf'), 'latin1');
    expect(inf).toMatch(/%VMWARE%=pvscsi,NTamd64\.10\.0\.\.\.20124,NTamd64\.6\.2\r\n/);
    expect(inf).toMatch(/\[pvscsi\.NTamd64\.10\.0\.\.\.20124\]\s+\[pvscsi\.NTamd64\.6\.2\]/);
  });

  it('of 10.3 has two installers with the MSI bare behind the program, and no Win10 folder', async () => {
    const folder = await unpack('10.3');
    expect(await readdir(folder)).toEqual(
      expect.arrayContaining(['setup.exe', 'setup64.exe', 'VMwareToolsUpgrader.exe']),
    );
    expect((await readdir(join(folder, LOOSE))).sort()).toEqual(['Win7', 'Win8']);
    const setup = await readFile(join(folder, 'setup64.exe'));
    const start = setup.indexOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    expect(start).toBeGreaterThan(0);
    const { stdout } = await tools.run('7zz', ['l', join(folder, 'setup64.exe')]);
    expect(stdout).toContain('vmxnet3_sys');
  });

  it('of 13.0 has the newer vmxnet3 folder', async () => {
    const folder = await unpack('13.0');
    const inside = join(work, 'inside-13');
    await tools.run('7zz', ['x', '-y', `-o${inside}`, join(folder, 'setup.exe')]);
    const drivers = await installMsi(join(inside, 'VMware Tools64.msi'), join(work, 'administrative-13'));
    expect((await readdir(join(drivers, 'vmxnet3'))).sort()).toEqual(['Win11_24H2', 'Win8']);
  });
});
