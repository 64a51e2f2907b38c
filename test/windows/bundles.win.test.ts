/** The bundles on the Windows build of Node do what they do here, with Windows' paths. */

import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CatalogDouble, startCatalog } from '../fakes/catalog/start.ts';
import { runBundle } from '../fakes/runner/run-bundle.ts';
import { startVsphere, type Vsphere } from '../fakes/vsphere/start.ts';
import { sampleVhd } from '../integration/quiesce/sample-disks.ts';
import { sha256OfFile } from '../media/media-cache.ts';
import { type Ended, openWindows, type WindowsFixture } from './windows-fixture.ts';

const TEMPLATE = join(import.meta.dirname, '../integration/chain/startable-template.yml');

let here: string;
let there: WindowsFixture;
let vhd: string;
let catalog: CatalogDouble;
let vsphere: Vsphere;
beforeAll(async () => {
  here = await mkdtemp(join(tmpdir(), 'stillframe-win-'));
  vhd = await sampleVhd();
  there = await openWindows();
  catalog = await startCatalog();
  vsphere = await startVsphere({ toolsDelay: 50 });
  // As an editor on Windows saves it.
  const text = await readFile(TEMPLATE, 'utf8');
  await writeFile(join(there.folder, 'template.yml'), text.replaceAll('\n', '\r\n'));
  await there.bring(vhd, 'диск ü.vhd');
});
afterAll(async () => {
  await Promise.all([catalog.close(), vsphere.close(), there.close()]);
  await rm(here, { recursive: true, force: true });
});

/** The run, when it ended well. */
const well = (ended: Ended): Ended => {
  expect(ended.exitCode, ended.lines.join('\n')).toBe(0);
  return ended;
};

let onLinux: string;
it('convert-ova makes the OVA that it makes on Linux, byte by byte', async () => {
  onLinux = join(here, 'linux.ova');
  const inputs = { 'skip-free-space': 'true' };
  const linux = await runBundle(
    'convert-ova',
    { ...inputs, template: TEMPLATE, disk: vhd, ova: onLinux },
    { jobFolder: join(here, 'job') },
  );
  expect(linux.exitCode).toBe(0);
  const windows = well(
    await there.run('convert-ova', {
      ...inputs,
      template: there.path('template.yml'),
      disk: there.path('диск ü.vhd'),
      ova: there.path('linux.ova'),
    }),
  );
  expect(windows.outputs.ova).toBe(there.path('linux.ova'));
  expect(await sha256OfFile(join(there.folder, 'linux.ova'))).toBe(await sha256OfFile(onLinux));
  expect(windows.outputs.sha256).toBe(linux.outputs.sha256);
});

it('convert-ova writes into a folder whose path is longer than 260 characters', async () => {
  const names = ['ein Ordner mit ß '.repeat(6).trim(), 'ещё одна папка '.repeat(7).trim(), 'c'.repeat(90)];
  await mkdir(join(there.folder, ...names), { recursive: true });
  const ova = there.path(...names, 'linux.ova');
  expect(ova.length).toBeGreaterThan(300);
  well(await there.run('convert-ova', { template: there.path('template.yml'), disk: there.path('диск ü.vhd'), ova }));
  expect(await readdir(join(there.folder, ...names))).toEqual(['linux.ova']);
});

it('verify-quiesce reads the image offline', async () => {
  const inputs = { image: there.path('linux.ova'), report: there.path('report.json') };
  const ended = well(await there.run('verify-quiesce', inputs));
  const report = JSON.parse(await readFile(join(there.folder, 'report.json'), 'utf8')) as {
    result: { image: { path: string; layout: { partitions: { type: string }[] } } };
  };
  expect(report.result.image.path).toBe(there.path('linux.ova'));
  expect(report.result.image.layout.partitions.map(({ type }) => type)).toEqual(['esp', 'msr', 'windows']);
  expect(ended.outputs.verdict).toBe('unproven');
  expect(ended.outputs.report).toBe(there.path('report.json'));
});

it('repair-template leaves the same bytes as on Linux', async () => {
  const output = join(here, 'repaired.ova');
  const linux = await runBundle('repair-template', { image: onLinux, output }, { jobFolder: join(here, 'job') });
  expect(linux.exitCode).toBe(0);
  well(await there.run('repair-template', { image: there.path('linux.ova'), output: there.path('repaired.ova') }));
  expect(await sha256OfFile(join(there.folder, 'repaired.ova'))).toBe(await sha256OfFile(output));
});

it('fetch-updates searches, downloads and judges; the packages have their Windows paths', async () => {
  const ended = well(
    await there.run('fetch-updates', {
      product: 'windows-server-2019',
      'media-build': '17763.107',
      directory: there.path('updates'),
      'catalog-url': catalog.url,
      'release-info-url': catalog.releaseInfoUrl,
    }),
  );
  const packages = JSON.parse(ended.outputs.packages ?? '[]') as { path: string; kb: string }[];
  expect(packages.length).toBeGreaterThanOrEqual(2);
  for (const { path } of packages) expect(path.startsWith(`${there.path('updates')}\\`), path).toBe(true);
  expect(ended.outputs.build).toBe('17763.9619');
  // There is no 7-Zip on that machine: the packages were opened by expand.exe, and not by the one that Wine has.
  const expand = (await there.windows.toolRuns()).filter(({ tool }) => tool === 'expand');
  expect(expand.length).toBeGreaterThan(0);
  for (const { commandLine, exit } of expand) {
    expect(commandLine).toContain(' -F:');
    expect(exit, commandLine).toBe(0);
  }
});

it('upload-esxi sends the OVA and makes a template; verify-quiesce proves it live', async () => {
  const { server, username, password, thumbprint } = vsphere;
  const login = { server, username, password, thumbprint };
  const upload = well(
    await there.run('upload-esxi', {
      ...login,
      template: there.path('template.yml'),
      ova: there.path('linux.ova'),
      as: 'vm',
    }),
  );
  expect(upload.outputs['inventory-path']).toBe('/DC0/vm/ws2019-std');
  const vm = upload.outputs.vm ?? '';
  const proof = await there.run('verify-quiesce', { ...login, vm, directory: there.path('proof') });
  expect(proof.outputs.verdict, proof.lines.join('\n')).toBe('application');
});
