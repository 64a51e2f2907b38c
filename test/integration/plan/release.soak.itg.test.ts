import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type CatalogDouble, startCatalog } from '../../fakes/catalog/start.ts';
import { type ActRepository, makeActRepository } from '../../fakes/github/act-repository.ts';
import { goTool } from '../../fakes/runner/go-tool.ts';
import { runBundle } from '../../fakes/runner/run-bundle.ts';
import { startVsphere, type Vsphere } from '../../fakes/vsphere/start.ts';
import { buildSampleMedia, type SampleMedia } from '../../media/build.ts';
import { tuesdayOptions, tuesdayTemplate } from './patch-tuesday-run.ts';

/** Whole releases by act. By day one template is released (workflows.itg.test.ts). */

const UNATTEND = join(import.meta.dirname, '../../../examples/templates/unattend.xml');

let parent = '';
let repository: ActRepository;
let catalog: CatalogDouble;
let vsphere: Vsphere;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'stillframe-release-'));
  repository = await makeActRepository(parent);
  catalog = await startCatalog();
  vsphere = await startVsphere({ api: 'vcenter' });
});
afterEach(async () => {
  await catalog.close();
  await vsphere.close();
  await rm(parent, { recursive: true, force: true });
});

/** Writes the lock of a template as it is after a run of its own. @param month that was the latest then */
async function lockOf(media: SampleMedia, name: string, month?: string): Promise<string> {
  const file = join(parent, `${name}.yml`);
  await writeFile(file, tuesdayTemplate(media, name, month === undefined ? {} : { release: month }));
  const locked = await runBundle(
    'fetch-updates',
    {
      template: file,
      'update-lock': 'true',
      'catalog-url': catalog.url,
      'release-info-url': catalog.releaseInfoUrl,
      directory: join(parent, 'old'),
    },
    { jobFolder: parent, env: { STILLFRAME_CACHE: join(parent, 'downloads') } },
  );
  expect(locked.exitCode).toBe(0);
  const lock = JSON.parse(await readFile(join(parent, `${name}.lock.json`), 'utf8'));
  return JSON.stringify({ ...lock, request: { ...lock.request, release: ['latest'] } }, undefined, 2);
}

const published = async (): Promise<readonly string[]> =>
  (await vsphere.state()).vms
    .filter(({ template }) => template)
    .map(({ name }) => name)
    .sort();

it('builds what a run missed that was displaced while it waited, and nothing that is current', async () => {
  const act = await goTool('github.com/nektos/act', 'v0.2.89');
  const media = await buildSampleMedia();
  await repository.commit({
    'templates/ws-a.yml': tuesdayTemplate(media, 'ws-a'),
    'templates/ws-a.lock.json': await lockOf(media, 'ws-a'),
    'templates/unattend.xml': await readFile(UNATTEND, 'utf8'),
  });
  // Its run waited behind one of ws-a, and the next took its place: it never ran.
  await repository.commit({ 'templates/ws-b.yml': tuesdayTemplate(media, 'ws-b') });
  await repository.commit({ 'templates/ws-c.yml': tuesdayTemplate(media, 'ws-c', { label: 'windows' }) });
  repository.git('push', '-q', 'origin', 'main');
  const built = await repository.run(act, 'schedule', 'patch-tuesday.yml', tuesdayOptions(vsphere, catalog, parent));
  expect(built.exitCode, built.log).toBe(0);
  expect(built.log).toContain('leave templates/ws-a.yml: its lock of 2026-11-10 is current');
  for (const name of ['ws-b', 'ws-c']) expect(built.log).toContain(`build templates/${name}.yml: it has no lock yet`);
  expect(await published()).toEqual(['ws-b', 'ws-c']);
});

it('ends before anything is made where a stage is asked for by a word that is none; a word that is empty asks for it', async () => {
  const act = await goTool('github.com/nektos/act', 'v0.2.89');
  const step = (more: string): string =>
    `on: workflow_dispatch\njobs:\n  a:\n    runs-on: [self-hosted, linux]\n    steps:\n      - uses: actions/checkout@v4\n` +
    `      - uses: ./.stillframe/actions/release-template\n        with:\n          template: templates/ws-a.yml\n          server: vc\n` +
    `          username: \${{ secrets.VSPHERE_USERNAME }}\n          catalog-url: nowhere\n          password: \${{ secrets.VSPHERE_PASSWORD }}\n${more}`;
  await repository.commit({
    'templates/ws-a.yml': tuesdayTemplate(await buildSampleMedia(), 'ws-a', { unattend: false }),
    '.github/workflows/typo.yml': step('          verify: ture\n          upload: 1\n'),
    '.github/workflows/empty.yml': step(`          verify: \${{ vars.NONE }}\n          upload: \${{ vars.NONE }}\n`),
  });
  const options = tuesdayOptions(vsphere, catalog, parent);
  const typo = await repository.run(act, 'workflow_dispatch', 'typo.yml', options);
  expect(typo.exitCode, typo.log).toBe(1);
  for (const word of ['Input verify: "ture"', 'Input upload: "1"']) expect(typo.log).toContain(`${word} is not valid`);
  expect(typo.log).not.toContain('actions/fetch-updates');
  // It ends in the step after, which knows no such catalog.
  const empty = await repository.run(act, 'workflow_dispatch', 'empty.yml', options);
  expect(empty.log).toContain('This release builds the OVA, uploads it,');
  expect(empty.log).toContain('proves it, publishes what is proven, records it.');
  expect(empty.exitCode, empty.log).toBe(1);
  expect(empty.log).toContain('Input catalog-url: "nowhere" is not valid');
});

it('catches up a month that never ran, beside a new template on another runner, and does nothing the second time', async () => {
  const act = await goTool('github.com/nektos/act', 'v0.2.89');
  const media = await buildSampleMedia();
  await repository.commit({
    'templates/ws-a.yml': tuesdayTemplate(media, 'ws-a'),
    // That a run in October made: asked for the latest, it got what was out then.
    'templates/ws-a.lock.json': await lockOf(media, 'ws-a', '2026-10'),
    'templates/ws-b.yml': tuesdayTemplate(media, 'ws-b', { label: 'windows', bake: true }),
    'templates/unattend.xml': await readFile(UNATTEND, 'utf8'),
  });
  repository.git('push', '-q', 'origin', 'main');
  const tuesday = () =>
    repository.run(act, 'workflow_dispatch', 'patch-tuesday.yml', tuesdayOptions(vsphere, catalog, parent));

  const built = await tuesday();
  expect(built.exitCode, built.log).toBe(0);
  expect(built.log).toMatch(/build templates\/ws-a\.yml: the catalog has newer updates: .*KB5096938 -> KB5098818/);
  expect(built.log).toContain('build templates/ws-b.yml: it has no lock yet');
  // The composite lets the one start, not the other, and proves and publishes both.
  expect(built.log.match(/Success - Main .*\bbake\b/g)).toHaveLength(1);
  expect(built.log.match(/Success - Main .*\bpublish\b/g)).toHaveLength(2);
  expect(await published()).toEqual(['ws-a', 'ws-b']);
  const remote = ['--git-dir', join(repository.github, 'remote')];
  const committed = repository.git(...remote, 'ls-tree', '--name-only', '-r', 'stillframe/locks', 'templates/');
  expect(committed.split('\n')).toEqual(
    expect.arrayContaining(['templates/ws-a.lock.json', 'templates/ws-b.lock.json']),
  );

  const again = await tuesday();
  expect(again.exitCode, again.log).toBe(0);
  for (const name of ['ws-a', 'ws-b']) {
    expect(again.log).toContain(`leave templates/${name}.yml: its lock of 2026-11-10 is current`);
  }
});
