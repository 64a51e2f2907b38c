import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CatalogDouble, startCatalog } from '../../fakes/catalog/start.ts';
import { type ActOptions, type ActRepository, makeActRepository } from '../../fakes/github/act-repository.ts';
import { goTool } from '../../fakes/runner/go-tool.ts';
import { startVsphere, type Vsphere } from '../../fakes/vsphere/start.ts';
import { buildSampleMedia, type SampleMedia } from '../../media/build.ts';

/** The workflows that users copy, run by act. */

let act = '';
let media: SampleMedia;
beforeAll(async () => {
  act = await goTool('github.com/nektos/act', 'v0.2.89');
  media = await buildSampleMedia();
});

let parent = '';
let repository: ActRepository;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'stillframe-act-'));
  repository = await makeActRepository(parent);
});
afterEach(() => rm(parent, { recursive: true, force: true }));

const EXAMPLES = join(import.meta.dirname, '../../../examples');

describe('a pull request', () => {
  const PAYLOAD = { pull_request: { base: { ref: 'main' }, head: { ref: 'work' } } };
  const validate = () => repository.run(act, 'pull_request', 'validate-templates.yml', { payload: PAYLOAD });

  beforeEach(async () => {
    await cp(join(EXAMPLES, 'templates'), join(repository.folder, 'templates'), { recursive: true });
    await repository.commit({});
    repository.git('push', '-q', 'origin', 'main');
    repository.git('checkout', '-q', '-b', 'work');
  });

  it('that breaks a template is annotated at its line', async () => {
    const file = 'templates/ws2022-core.yml';
    const text = await readFile(join(repository.folder, file), 'utf8');
    await repository.commit({ [file]: text.replace('edition:', 'editon:') });
    const { exitCode, log } = await validate();
    expect(exitCode, log).toBe(1);
    expect(log).toContain(`::error file=${file},line=6,col=3::unknown key "editon" in windows.`);
  });

  it('that changes a base says what would be built of it, without the network', async () => {
    const file = 'templates/base/windows-server.yml';
    const text = await readFile(join(repository.folder, file), 'utf8');
    await repository.commit({ [file]: text.replace('cpus: 2', 'cpus: 4') });
    const { exitCode, log } = await validate();
    expect(exitCode, log).toBe(0);
    expect(log).toContain('### Plan: 4 of 4 templates are built');
    expect(log).toContain('build templates/ws2016-standard.yml: it has changed');
  });
});

describe('patch tuesday', () => {
  let catalog: CatalogDouble;
  let vsphere: Vsphere;
  afterEach(async () => {
    await catalog.close();
    await vsphere.close();
  });

  const template = (name: string): string =>
    [
      `name: ${name}`,
      `windows: { product: windows-server-2019, edition: standard-desktop, iso: { path: '${media.windowsIso}' } }`,
      "updates: { media-build: '17763.107' }",
      `drivers: { tools-iso: { path: '${media.toolsIso}' } }`,
      'disk: { size: 4 GiB }',
      'bake: { on: none }',
      'runs-on: [self-hosted, linux]',
      '',
    ].join('\n');

  const options = (): ActOptions => ({
    vars: {
      VSPHERE_SERVER: vsphere.server,
      VSPHERE_THUMBPRINT: vsphere.thumbprint,
      STILLFRAME_CATALOG_URL: catalog.url,
      STILLFRAME_RELEASE_INFO_URL: catalog.releaseInfoUrl,
    },
    secrets: {
      VSPHERE_USERNAME: vsphere.username,
      VSPHERE_PASSWORD: vsphere.password,
      ADMINISTRATOR_PASSWORD: 'Of-a-template-1',
    },
    env: { STILLFRAME_CACHE: join(parent, 'downloads') },
  });
  const tuesday = () => repository.run(act, 'workflow_dispatch', 'patch-tuesday.yml', options());
  const calls = () => readFile(join(repository.github, 'calls'), 'utf8').catch(() => '');

  it('waits while the index is late, builds and publishes when it has come, and does nothing after that', async () => {
    catalog = await startCatalog({ withdrawn: ['KB5098818'] });
    vsphere = await startVsphere({ api: 'vcenter' });
    const unattend = await readFile(join(EXAMPLES, 'templates/unattend.xml'), 'utf8');
    await repository.commit({ 'templates/ws-a.yml': template('ws-a'), 'templates/unattend.xml': unattend });
    repository.git('push', '-q', 'origin', 'main');

    const late = await tuesday();
    expect(late.exitCode, late.log).toBe(0);
    expect(late.log).toContain('leave templates/ws-a.yml: waits for the catalog: KB5098818, the 2026-11 B release');
    expect(await calls()).not.toContain('graphql');

    await catalog.close();
    catalog = await startCatalog();
    const built = await tuesday();
    expect(built.exitCode, built.log).toBe(0);
    expect(built.log).toContain('build templates/ws-a.yml: it has no lock yet');
    expect(built.log).not.toContain(vsphere.password);
    expect(await calls()).toContain('pr create --base main --head stillframe/locks');
    const lock = repository.git(
      '--git-dir',
      join(repository.github, 'remote'),
      'show',
      'stillframe/locks:templates/ws-a.lock.json',
    );
    expect(JSON.parse(lock)).toMatchObject({
      request: { release: ['latest'] },
      build: expect.stringMatching(/^17763\./),
    });
    // Nothing was pushed to the default branch.
    expect(existsSync(join(repository.folder, 'templates/ws-a.lock.json'))).toBe(false);

    const again = await tuesday();
    expect(again.exitCode, again.log).toBe(0);
    expect(again.log).toContain('leave templates/ws-a.yml: its lock of 2026-11-10 is current');
    expect((await calls()).match(/graphql/g)).toHaveLength(1);
  });
});
