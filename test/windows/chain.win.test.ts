/**
 * Every action, from the bundles, on the Windows build of Node: from ISO, updates and drivers to the published template, each step fed with what the step
 * before said. Paths hold spaces, umlauts, Cyrillic letters and more than 260 characters; template and lists are saved as Windows' editors do.
 */

import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CatalogDouble, startCatalog } from '../fakes/catalog/start.ts';
import { type BundleResult, runBundle } from '../fakes/runner/run-bundle.ts';
import { startVsphere, type Vsphere } from '../fakes/vsphere/start.ts';
import { writeAnswerFile } from '../media/answer-file.ts';
import { buildSampleMedia, type SampleMedia } from '../media/build.ts';
import { sha256OfFile } from '../media/media-cache.ts';
import { writeToolsDisc } from './tools-disc.ts';
import { type Ended, openWindows, type WindowsFixture } from './windows-fixture.ts';

const EXAMPLE = join(import.meta.dirname, '../../examples/ws2019-std/template.yml');
const NOTHING_LEFT = { disks: [], images: [], hives: [], letters: ['C', 'D', 'Z'], faults: [], machines: [] };
/** As a folder of a user is, three times. */
const LONG = ['ein Ordner mit ß '.repeat(6).trim(), 'ещё одна папка '.repeat(7).trim(), 'c'.repeat(90)];

let here: string;
let there: WindowsFixture;
let media: SampleMedia;
let catalog: CatalogDouble;
let vsphere: Vsphere;
let template: string;
let toolsIso: string;
beforeAll(async () => {
  here = await mkdtemp(join(tmpdir(), 'stillframe-win-'));
  media = await buildSampleMedia();
  there = await openWindows();
  [catalog, vsphere] = await Promise.all([startCatalog(), startVsphere({ toolsDelay: 50 })]);
  await mkdir(join(there.folder, ...LONG), { recursive: true });
  await mkdir(join(there.folder, 'job', 'workspace', 'templates'), { recursive: true });
  // As an editor on Windows saves it.
  const text = `\ufeff${(await readFile(EXAMPLE, 'utf8')).replaceAll('\n', '\r\n')}`;
  template = there.path('job', 'workspace', 'templates', 'ws2019-std.yml');
  await writeFile(join(there.folder, 'job', 'workspace', 'templates', 'ws2019-std.yml'), text);
  await writeAnswerFile(join(there.folder, 'Antworten ж.xml'));
  await writeToolsDisc(join(there.folder, 'Tools ü.iso'), '12.5');
  toolsIso = there.path('Tools ü.iso');
});
afterAll(async () => {
  await Promise.all([catalog.close(), vsphere.close(), there.close()]);
  await rm(here, { recursive: true, force: true });
});

/** What earlier steps said; one that failed leaves nothing to the later ones. */
const said: Record<string, BundleResult['outputs']> = {};

/** Runs one step of the job, and keeps its outputs. */
async function step(action: string, inputs: Readonly<Record<string, string>>): Promise<Ended> {
  // One run of a workflow: what an earlier step made is known as its own.
  const ended = await there.run(action, inputs, { env: { GITHUB_RUN_ID: '1' } });
  expect(ended.exitCode, ended.lines.join('\n')).toBe(0);
  said[action] = ended.outputs;
  expect(await there.windows.state()).toEqual(NOTHING_LEFT);
  return ended;
}

/** An output of an earlier step. */
function output(action: string, name: string): string {
  const value = said[action]?.[name];
  if (value === undefined) throw new Error(`${action} did not say ${name}`);
  return value;
}

const onLinux = async (action: string, inputs: Readonly<Record<string, string>>): Promise<void> => {
  expect((await runBundle(action, inputs, { jobFolder: join(here, 'job') })).exitCode).toBe(0);
};
const login = (): Record<string, string> => {
  const { server, username, password, thumbprint } = vsphere;
  return { server, username, password, thumbprint };
};
const updates = (): string => there.path(...LONG, 'Обновления für alle');
const vhd = (): string => there.path(...LONG, 'neu', 'größe.vhd');
const ova = (): string => there.path(...LONG, 'größe ж.ova');

it('fetch-updates searches, downloads, judges, and takes cabinets out with expand.exe', async () => {
  await step('fetch-updates', {
    template,
    'media-build': '17763.107',
    directory: updates(),
    extract: 'true',
    'catalog-url': catalog.url,
    'release-info-url': catalog.releaseInfoUrl,
  });
  const packages = JSON.parse(output('fetch-updates', 'packages')) as { path: string; kind: string }[];
  expect(packages.map(({ kind }) => kind)).toEqual(['servicing-stack', 'servicing-stack', 'cumulative']);
  for (const { path } of packages) expect(path.startsWith(`${updates()}\\`), path).toBe(true);
  // Longer than what expand.exe knows, which the action has to know.
  expect(updates().length).toBeGreaterThan(259);
  expect(output('fetch-updates', 'build')).toBe('17763.9619');
  const expand = (await there.windows.toolRuns()).filter(({ tool }) => tool === 'expand');
  expect(expand.length).toBeGreaterThanOrEqual(4);
  for (const { commandLine, exit } of expand) expect(`${exit} ${commandLine}`).toMatch(/^0 .* -F:/);
});

it('plan-release finds the template by a pattern with backslashes', async () => {
  await step('plan-release', {
    templates: 'templates\\**\\*.yml\r\n!templates\\base\\**\r\n',
    'catalog-url': catalog.url,
    'release-info-url': catalog.releaseInfoUrl,
  });
  const plan = JSON.stringify(said['plan-release']);
  expect(plan).toContain('templates/ws2019-std.yml');
});

it('extract-drivers takes pvscsi and vmxnet3 out of the disc', async () => {
  await step('extract-drivers', { template, 'tools-iso': toolsIso, directory: there.path(...LONG, 'Treiber ж') });
  const drivers = JSON.parse(output('extract-drivers', 'drivers')) as { name: string }[];
  expect(drivers.map(({ name }) => name)).toEqual(['pvscsi', 'vmxnet3']);
});

it('build-vhd makes the image with DISM, updates and features in it', async () => {
  const ended = await step('build-vhd', {
    template,
    iso: await there.bring(media.windowsIso, 'диск ü.iso'),
    sha256: media.sha256.windowsIso,
    vhd: vhd(),
    packages: output('fetch-updates', 'packages'),
    drivers: output('extract-drivers', 'drivers'),
    'tools-setup': output('extract-drivers', 'tools-setup'),
    unattend: there.path('Antworten ж.xml'),
  });
  expect(ended.outputs).toMatchObject({ engine: 'dism', vhd: vhd() });
});

it('convert-ova makes the OVA that Linux makes of the same disk, byte by byte', async () => {
  const inputs = {
    'first-boot': output('build-vhd', 'first-boot'),
    'after-first-boot': output('build-vhd', 'after-first-boot'),
  };
  await step('convert-ova', { ...inputs, template, disk: output('build-vhd', 'vhd'), ova: ova() });
  expect(ova().length).toBeGreaterThan(300);
  // Nothing beside the OVA but what the steps before made.
  expect((await readdir(join(there.folder, ...LONG))).sort()).toEqual([
    ...['größe ж.ova', 'neu', 'Обновления für alle', 'Treiber ж'].sort(),
  ]);
  const other = join(here, 'größe ж.ova');
  await onLinux('convert-ova', {
    ...inputs,
    template: EXAMPLE,
    disk: join(there.folder, ...LONG, 'neu', 'größe.vhd'),
    ova: other,
  });
  expect(output('convert-ova', 'sha256')).toBe(await sha256OfFile(other));
  expect(await sha256OfFile(join(there.folder, ...LONG, 'größe ж.ova'))).toBe(await sha256OfFile(other));
});

it('repair-template writes the bytes that Linux writes', async () => {
  await step('repair-template', { image: ova(), output: there.path(...LONG, 'repariert.ova') });
  const [given, other] = [join(here, 'given.ova'), join(here, 'repaired.ova')];
  await copyFile(join(there.folder, ...LONG, 'größe ж.ova'), given);
  await onLinux('repair-template', { image: given, output: other });
  expect(await sha256OfFile(join(there.folder, ...LONG, 'repariert.ova'))).toBe(await sha256OfFile(other));
});

it('upload-esxi sends it as a candidate, bake-template carries its first boot out', async () => {
  const upload = await step('upload-esxi', { ...login(), template, ova: ova() });
  await step('bake-template', {
    ...login(),
    template,
    vm: upload.outputs.vm ?? '',
    build: output('fetch-updates', 'build'),
  });
});

it('verify-quiesce reads the image, and proves the candidate by a snapshot', async () => {
  const { outputs } = await step('verify-quiesce', {
    ...login(),
    template,
    image: ova(),
    vm: output('upload-esxi', 'vm'),
    report: there.path(...LONG, 'отчёт.json'),
  });
  expect(outputs.verdict).toBe('application');
  expect(outputs.report).toBe(there.path(...LONG, 'отчёт.json'));
  const report = JSON.parse(await readFile(join(there.folder, ...LONG, 'отчёт.json'), 'utf8')) as {
    result: { image: { path: string; layout: { partitions: { type: string }[] } } };
  };
  expect(report.result.image.path).toBe(ova());
  expect(report.result.image.layout.partitions.map(({ type }) => type)).toEqual(['esp', 'msr', 'windows']);
});

it('publish-template makes the candidate the template, audit-templates finds it sound', async () => {
  await step('publish-template', {
    ...login(),
    template,
    vm: output('upload-esxi', 'vm'),
    verification: output('verify-quiesce', 'report'),
  });
  await step('audit-templates', { ...login(), table: there.path(...LONG, 'Übersicht.csv') });
  const table = await readFile(join(there.folder, ...LONG, 'Übersicht.csv'), 'utf8');
  expect(table).toMatch(/ws2019-std.*sound/);
});

it('record-release makes one record of what every step reported, in a list as Windows writes it', async () => {
  const steps = ['fetch-updates', 'extract-drivers', 'build-vhd', 'convert-ova', 'upload-esxi', 'bake-template'];
  const reports = [...steps, 'verify-quiesce', 'publish-template'].map((action) => output(action, 'report'));
  const directory = there.path(...LONG, 'Записи ü');
  await step('record-release', { template, reports: reports.join('\r\n'), directory });
  expect(output('record-release', 'record')).toBe(`${directory}\\release.json`);
  const folder = join(there.folder, ...LONG, 'Записи ü');
  const files = ['notes.md', 'release.html', 'release.json', 'sbom.cdx.json'];
  expect(await readdir(folder)).toEqual(expect.arrayContaining(files));
  const record = JSON.parse(await readFile(join(folder, 'release.json'), 'utf8')) as {
    name: string;
    ova: { sha256: string };
    proof: { verdict: string };
  };
  expect(record).toMatchObject({ name: 'ws2019-std', ova: { sha256: output('convert-ova', 'sha256') } });
  expect(JSON.stringify(record)).toContain('"application"');
});
