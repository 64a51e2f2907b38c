import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type CatalogDouble, startCatalog } from '../../fakes/catalog/start.ts';
import { type ActRepository, makeActRepository } from '../../fakes/github/act-repository.ts';
import { goTool } from '../../fakes/runner/go-tool.ts';
import { runBundle } from '../../fakes/runner/run-bundle.ts';
import { startVsphere, type Vsphere } from '../../fakes/vsphere/start.ts';
import { buildSampleMedia } from '../../media/build.ts';
import { tuesdayOptions, tuesdayTemplate } from './patch-tuesday-run.ts';

/** Whole releases by act. By day one template is released (workflows.itg.test.ts). */

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

it('catches up a month that never ran, beside a new template on another runner, and does nothing the second time', async () => {
  const act = await goTool('github.com/nektos/act', 'v0.2.89');
  const media = await buildSampleMedia();
  const unattend = await readFile(join(import.meta.dirname, '../../../examples/templates/unattend.xml'), 'utf8');
  // The lock that a run in October made: asked for the latest, it got what was out then.
  const old = join(parent, 'old.yml');
  await writeFile(old, tuesdayTemplate(media, 'ws-a', { release: '2026-10' }));
  const locked = await runBundle(
    'fetch-updates',
    {
      template: old,
      'update-lock': 'true',
      'catalog-url': catalog.url,
      'release-info-url': catalog.releaseInfoUrl,
      directory: join(parent, 'old'),
    },
    { jobFolder: parent, env: { STILLFRAME_CACHE: join(parent, 'downloads') } },
  );
  expect(locked.exitCode).toBe(0);
  const lock = JSON.parse(await readFile(join(parent, 'old.lock.json'), 'utf8'));
  await repository.commit({
    'templates/ws-a.yml': tuesdayTemplate(media, 'ws-a'),
    'templates/ws-a.lock.json': JSON.stringify(
      { ...lock, request: { ...lock.request, release: ['latest'] } },
      undefined,
      2,
    ),
    'templates/ws-b.yml': tuesdayTemplate(media, 'ws-b', { label: 'windows', bake: true }),
    'templates/unattend.xml': unattend,
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
  const { vms } = await vsphere.state();
  const templates = vms.filter(({ template }) => template).map(({ name }) => name);
  expect(templates).toEqual(expect.arrayContaining(['ws-a', 'ws-b']));
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
