import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hashFile } from '../../../src/files/hash-file.ts';
import { type CatalogDouble, startCatalog } from '../../fakes/catalog/start.ts';
import { type BundleOptions, runBundle } from '../../fakes/runner/run-bundle.ts';
import { startVsphere } from '../../fakes/vsphere/start.ts';
import { writeAnswerFile } from '../../media/answer-file.ts';
import { buildSampleMedia, type SampleMedia } from '../../media/build.ts';
import { tuesdayTemplate } from '../plan/patch-tuesday-run.ts';
import { differences } from './differences.ts';
import { elsewhere } from './elsewhere.ts';

/**
 * Two whole releases from one lock, in different folders, on different numbers of processors, against different servers: the same disk, the
 * same OVA, and records that differ in nothing but times and what the place they ran in is called. By day two OVAs are compared (artefacts).
 */

/** All that may differ in release.json; each is a time, a name of the place, or follows from one. */
const MAY_DIFFER = [
  'run.at',
  'run.provedAt',
  'run.id',
  'run.runner.name',
  'run.server',
  'run.vm',
  'run.snapshotMs',
  'run.steps.*.durationMs',
  // Of a report, in which paths and times stand; and of the evidence, in which VSS counts its snapshots.
  'run.steps.*.report',
  'run.evidence.*.sha256',
  // Texts for people name paths and machines.
  'run.findings.*.seen',
];

const SIGNAL = new AbortController().signal;
let parent = '';
let catalog: CatalogDouble;
let media: SampleMedia;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'stillframe-two-runs-'));
  catalog = await startCatalog();
  media = await buildSampleMedia();
});
afterAll(async () => {
  await catalog.close();
  await rm(parent, { recursive: true, force: true });
});

type Place = Pick<BundleOptions, 'under' | 'env'>;

/** The template with the lock that a run before has made. */
async function makeLock(): Promise<string> {
  const folder = join(parent, 'lock');
  await mkdir(folder);
  const template = join(folder, 'ws.yml');
  await writeFile(template, tuesdayTemplate(media, 'ws', { bake: true }));
  const inputs = { template, 'update-lock': 'true', directory: join(folder, 'updates'), ...sources() };
  const { exitCode } = await runBundle('fetch-updates', inputs, { jobFolder: join(folder, 'job') });
  expect(exitCode).toBe(0);
  return folder;
}

const sources = () => ({ 'catalog-url': catalog.url, 'release-info-url': catalog.releaseInfoUrl });

async function release(folder: string, lock: string, place: Place): Promise<Record<'vhd' | 'ova' | 'record', string>> {
  const vsphere = await startVsphere({ api: 'vcenter' });
  try {
    await mkdir(folder, { recursive: true });
    for (const name of ['ws.yml', 'ws.lock.json']) await cp(join(lock, name), join(folder, name));
    const reports: string[] = [];
    const step = async (action: string, inputs: Record<string, string>) => {
      const lines: string[] = [];
      const { exitCode, outputs } = await runBundle(
        action,
        { template: join(folder, 'ws.yml'), ...inputs },
        { jobFolder: join(folder, 'job'), ...place, onLine: (line) => lines.push(line) },
      );
      expect(exitCode, lines.join('\n')).toBe(0);
      reports.push(outputs.report ?? '');
      return (name: string): string => outputs[name] ?? '';
    };
    const { server, username, password, thumbprint } = vsphere;
    const vcenter = { server, username, password, thumbprint };
    const updates = await step('fetch-updates', { directory: join(folder, 'updates'), ...sources() });
    const drivers = await step('extract-drivers', { directory: join(folder, 'drivers') });
    const image = await step('build-vhd', {
      vhd: join(folder, 'ws.vhd'),
      packages: updates('packages'),
      drivers: drivers('drivers'),
      'tools-setup': drivers('tools-setup'),
      unattend: await writeAnswerFile(join(folder, 'unattend.xml'), 'Of-a-template-1'),
    });
    const ova = await step('convert-ova', {
      disk: image('vhd'),
      ova: join(folder, 'ws.ova'),
      'first-boot': image('first-boot'),
      'after-first-boot': image('after-first-boot'),
    });
    const upload = await step('upload-esxi', { ...vcenter, ova: ova('ova') });
    const vm = upload('vm');
    await step('bake-template', { ...vcenter, vm, build: updates('build') });
    const verify = await step('verify-quiesce', { ...vcenter, vm, timeout: '2 min' });
    await step('publish-template', { ...vcenter, vm, verification: verify('report') });
    const record = await step('record-release', { reports: reports.join('\n') });
    return { vhd: image('vhd'), ova: ova('ova'), record: record('record') };
  } finally {
    await vsphere.close();
  }
}

it('are one release', async () => {
  const lock = await makeLock();
  const other = await elsewhere(join(parent, 'other'));
  const [one, two] = await Promise.all([
    release(join(parent, 'one'), lock, { env: { GITHUB_RUN_ID: '1', RUNNER_NAME: 'builder-1' } }),
    release(join(parent, 'other', 'deep', 'er'), lock, {
      under: other.under,
      env: { ...other.env, GITHUB_RUN_ID: '22222', RUNNER_NAME: 'b2' },
    }),
  ]);
  expect(await hashFile(two.vhd, SIGNAL)).toBe(await hashFile(one.vhd, SIGNAL));
  expect(await hashFile(two.ova, SIGNAL)).toBe(await hashFile(one.ova, SIGNAL));
  const records = await Promise.all([one, two].map(async ({ record }) => JSON.parse(await readFile(record, 'utf8'))));
  const found = differences(records[0], records[1]);
  expect(found.filter((path) => !MAY_DIFFER.includes(path))).toEqual([]);
  // They were different runs on different runners.
  expect(found).toEqual(expect.arrayContaining(['run.id', 'run.runner.name', 'run.server']));
});
