import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type CatalogDouble, startCatalog } from '../../fakes/catalog/start.ts';
import { DIST_ROOT } from '../../fakes/runner/run-bundle.ts';
import { runStep, type Step } from '../../fakes/runner/run-step.ts';
import { buildSampleMedia, type SampleMedia } from '../../media/build.ts';

/** A step does all that its template asks for, or ends. */

let folder = '';
let media: SampleMedia;
let catalog: CatalogDouble;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-taken-whole-'));
  media = await buildSampleMedia();
  catalog = await startCatalog();
});
afterAll(async () => {
  await catalog.close();
  await rm(folder, { recursive: true, force: true });
});

const NOTHING = { updates: '{ include: [] }', drivers: '{ include: [] }', customize: '{ vmware-tools: none }' };

async function templateWith(sections: Readonly<Record<string, string>>): Promise<string> {
  const path = join(await mkdtemp(join(folder, 'template-')), 't.yml');
  const windows = '{ product: windows-server-2019, edition: standard-desktop, iso: { path: ws.iso } }';
  const lines = Object.entries({ name: 'ws2019', windows, ...sections }).map(([key, value]) => `${key}: ${value}\n`);
  await writeFile(path, lines.join(''));
  return path;
}

async function build(inputs: Readonly<Record<string, string>>): Promise<Step> {
  const vhd = join(await mkdtemp(join(folder, 'image-')), 'a.vhd');
  return runStep(folder, 'build-vhd', { iso: media.windowsIso, vhd, size: '2 GiB', esp: '100 MiB', ...inputs });
}

async function fetchUpdates(template: string, more: Readonly<Record<string, string>> = {}): Promise<Step> {
  const directory = await mkdtemp(join(folder, 'updates-'));
  const doubles = { 'catalog-url': catalog.url, 'release-info-url': catalog.releaseInfoUrl };
  const env = { STILLFRAME_CACHE: join(folder, 'cache') };
  return runStep(folder, 'fetch-updates', { template, directory, ...doubles, ...more }, { env });
}

const kbs = ({ outputs }: Step): string[] =>
  (JSON.parse(outputs.packages ?? '[]') as { kb: string; kind: string }[]).map(({ kb, kind }) => `${kb} ${kind}`);

describe('build-vhd', () => {
  it.each([
    ['packages', { updates: '{ include: [cumulative] }' }, 'updates.include: [cumulative]', 'fetch-updates'],
    ['drivers', { drivers: '{ include: [pvscsi] }' }, 'drivers.include: [pvscsi]', 'extract-drivers'],
    ['tools-setup', { customize: '{}' }, 'customize.vmware-tools: first-boot', 'extract-drivers'],
  ])('A.1 ends when its template asks for %s and the input is empty', async (input, wish, key, step) => {
    const template = await templateWith({ ...NOTHING, ...wish });
    const { exitCode, error, printed } = await build({ template, [input]: '' });
    expect([exitCode, error?.code]).toEqual([1, 'input-missing']);
    expect(error?.message).toContain(`input ${input} is empty, but "${key}" needs it`);
    expect(error?.hint).toContain(`${input} comes from ${step} (output ${input})`);
    const line =
      (await readFile(template, 'utf8')).split('\n').findIndex((text) => text.startsWith(key.slice(0, 7))) + 1;
    expect(printed).toMatch(new RegExp(`^::error .*file=${template},line=${line},`, 'm'));
  });

  it('A.1 is given all that the example asks for by the workflow of the README', async () => {
    const readme = await readFile(join(DIST_ROOT, 'README.md'), 'utf8');
    const blocks = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text);
    const workflow = blocks.find((text) => text.includes('/build-vhd@')) ?? '';
    const { jobs } = parse(workflow) as { jobs: { template: { steps: { id?: string; with: object }[] } } };
    const given = Object.keys(jobs.template.steps.find(({ id }) => id === 'image')?.with ?? {});
    expect(given).toEqual(expect.arrayContaining(['packages', 'drivers', 'tools-setup', 'administrator-password']));
    const { error } = await build({ template: join(DIST_ROOT, 'examples/ws2019-std/template.yml') });
    const missing = [...(error?.message ?? '').matchAll(/input (\S+) is empty/g)].map(([, name]) => name);
    expect(missing.filter((name) => !given.includes(name ?? ''))).toEqual([]);
    expect(missing).toHaveLength(3);
  });

  it('A.4 takes the answer file of the example with a password from the environment', async () => {
    const example = join(DIST_ROOT, 'examples/ws2019-std/unattend.xml');
    expect(existsSync(example), 'the example has an answer file').toBe(true);
    // As the file says.
    const unattend = join(folder, 'unattend.xml');
    const script = `envsubst '$ADMINISTRATOR_PASSWORD' < '${example}' > '${unattend}'`;
    const env = { ...process.env, ADMINISTRATOR_PASSWORD: 'Only-for-tests-1' };
    await promisify(execFile)('sh', ['-c', script], { env });
    const { exitCode, printed } = await build({ template: await templateWith(NOTHING), unattend });
    expect(exitCode, printed).toBe(0);
    expect(printed).not.toContain('may wait at the console');
    expect(printed).not.toContain('Only-for-tests-1');
  });
});

describe('fetch-updates', () => {
  it('A.3 takes a day as release, as its input does', async () => {
    const template = await templateWith({ updates: '{ release: 2026-10-20 }' });
    const step = await fetchUpdates(template, { 'media-build': '17763.6000' });
    expect(step.error?.message).toBeUndefined();
    expect(step.outputs.build).toBe('17763.9497');
  });

  it('A.3 takes channel, exclude and media-build from the template', async () => {
    const wish = 'media-build: 17763.107, channel: preview';
    const preview = await fetchUpdates(await templateWith({ updates: `{ ${wish} }` }));
    expect(preview.error?.message).toBeUndefined();
    expect(kbs(preview)).toEqual(expect.arrayContaining(['KB5005112 servicing-stack', 'KB5099102 cumulative']));
    const without = await fetchUpdates(await templateWith({ updates: `{ ${wish}, exclude: [KB5099102] }` }));
    expect(without.error?.message).toBeUndefined();
    expect(kbs(without).filter((kb) => kb.endsWith(' cumulative'))).toEqual(['KB5098818 cumulative']);
  });

  it('A.2 ends at media of another product', async () => {
    const { exitCode, error } = await fetchUpdates(await templateWith({}), { 'media-build': '20348.587' });
    expect([exitCode, error?.code]).toEqual([1, 'input-invalid']);
    expect(error?.message).toContain('Input media-build: "20348.587"');
  });

  it('A.2 says that the media are newer than the update that was chosen', async () => {
    const inputs = { release: '2026-10', 'media-build': '17763.9990' };
    const { findings } = await fetchUpdates(await templateWith({}), inputs);
    expect(findings.map(({ code }) => code)).toContain('media-newer');
  });
});
