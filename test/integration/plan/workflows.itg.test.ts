import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CatalogDouble, startCatalog } from '../../fakes/catalog/start.ts';
import { type ActRepository, makeActRepository } from '../../fakes/github/act-repository.ts';
import { goTool } from '../../fakes/runner/go-tool.ts';
import { startVsphere, type Vsphere } from '../../fakes/vsphere/start.ts';
import { buildSampleMedia, type SampleMedia } from '../../media/build.ts';
import { lockText, template } from '../../unit/plan/plan-files.ts';
import { tuesdayOptions, tuesdayTemplate } from './patch-tuesday-run.ts';

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
    const whole = `windows: { product: windows-server-2022, edition: standard-core, iso: { path: /media/ws2022.iso } }\nupdates: { media-build: '20348.3000' }\n`;
    await repository.commit({
      'templates/a.yml': template('a').replace('extends: base.yml\n', whole),
      'templates/a.lock.json': lockText('2026-10'),
      'templates/b.yml': template('b').replace('extends: base.yml\n', whole),
    });
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

  it('that changes a base and a lock says what would be built, and from which update to which, without the network', async () => {
    const file = 'templates/base/windows-server.yml';
    const text = await readFile(join(repository.folder, file), 'utf8');
    await repository.commit({
      [file]: text.replace('cpus: 2', 'cpus: 4'),
      'templates/a.lock.json': lockText('2026-11'),
    });
    const { exitCode, log } = await validate();
    expect(exitCode, log).toBe(0);
    expect(log).toContain('### Plan: 5 of 6 templates are built');
    expect(log).toContain('build templates/ws2016-standard.yml: it has changed');
    expect(log).toMatch(/\| templates\/a\.yml \| yes \| it has changed \| cumulative: KB5096945 -> KB5098825 \|/);
  });
});

describe('the weekly audit', () => {
  it('switches a schedule on that GitHub has switched off, and fails for one that somebody has', async () => {
    await repository.commit({ 'README.md': 'x' });
    const state = (name: string) => join(repository.github, `state-${name}.yml`);
    const look = () => repository.run(act, 'workflow_dispatch', 'audit-templates.yml', { job: 'schedules' });
    await writeFile(state('patch-tuesday'), 'disabled_inactivity\n');
    const { exitCode, log } = await look();
    expect(exitCode, log).toBe(0);
    expect(log).toContain(
      'The schedule of patch-tuesday.yml was off because nothing was committed for 60 days. It is on again.',
    );
    expect(await readFile(state('patch-tuesday'), 'utf8')).toBe('active\n');
    await writeFile(state('audit-templates'), 'disabled_manually\n');
    const told = 'The schedule of audit-templates.yml does not run: disabled_manually.';
    let again = await look();
    // act may lose the last line of a step that fails right after it (nektos/act reads a step's output beside it): it is asked again.
    for (let turn = 0; turn < 9 && !again.log.includes(told); turn++) again = await look();
    expect(again.exitCode, again.log).toBe(1);
    expect(again.log).toContain(told);
    expect(again.log).not.toContain('patch-tuesday.yml was off');
  });
});

describe('patch tuesday', () => {
  let catalog: CatalogDouble;
  let vsphere: Vsphere;
  afterEach(async () => {
    await catalog.close();
    await vsphere.close();
  });

  const tuesday = () => repository.run(act, 'schedule', 'patch-tuesday.yml', tuesdayOptions(vsphere, catalog, parent));
  const calls = () => readFile(join(repository.github, 'calls'), 'utf8').catch(() => '');

  it('waits while the index is late, builds and publishes when it has come, and does nothing after that', async () => {
    catalog = await startCatalog({ withdrawn: ['KB5098818'] });
    vsphere = await startVsphere({ api: 'vcenter' });
    const unattend = await readFile(join(EXAMPLES, 'templates/unattend.xml'), 'utf8');
    await repository.commit({
      'templates/ws-a.yml': tuesdayTemplate(media, 'ws-a'),
      'templates/unattend.xml': unattend,
    });
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
    await assertAttested(
      join(parent, 'releases/ws-a/ws-a'),
      await readFile(join(repository.github, 'statements.jsonl'), 'utf8'),
    );
    // Nothing was pushed to the default branch.
    expect(existsSync(join(repository.folder, 'templates/ws-a.lock.json'))).toBe(false);

    const again = await tuesday();
    expect(again.exitCode, again.log).toBe(0);
    expect(again.log).toContain('leave templates/ws-a.yml: its lock of 2026-11-10 is current');
    expect((await calls()).match(/graphql/g)).toHaveLength(1);

    const options = { ...tuesdayOptions(vsphere, catalog, parent), job: 'audit' };
    const audited = await repository.run(act, 'schedule', 'audit-templates.yml', options);
    expect(audited.exitCode, audited.log).toBe(0);
    const kept = join(repository.github, 'artifacts/audit');
    const tables = await Promise.all((await readdir(kept)).map((name) => readFile(join(kept, name), 'utf8')));
    expect(tables.join().match(/^\/DC0\/vm\/\S+?,vm-\d+,sound,/gm)).toEqual([expect.stringMatching(/\/ws-a,/)]);
  });
});

/** Three statements of the OVA that lies there, which lie beside it with what they are verified by. */
async function assertAttested(release: string, statements: string): Promise<void> {
  const attested = statements
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Statement);
  const sha256 = createHash('sha256')
    .update(await readFile(`${release}.ova`))
    .digest('hex');
  expect(attested.map(({ subject }) => subject)).toEqual(
    [1, 2, 3].map(() => [{ name: 'ws-a.ova', digest: { sha256 } }]),
  );
  expect(attested.map(({ predicateType }) => predicateType)).toEqual([
    'https://slsa.dev/provenance/v1',
    'https://cyclonedx.org/bom',
    'https://slsa.dev/verification_summary/v1',
  ]);
  expect(attested[2]?.predicate).toMatchObject({ verificationResult: 'PASSED' });
  const bundles = (await readFile(`${release}.attestations.jsonl`, 'utf8')).trim().split('\n');
  const payloads = bundles.map(
    (line) => (JSON.parse(line) as { dsseEnvelope: { payload: string } }).dsseEnvelope.payload,
  );
  expect(payloads.map((payload) => JSON.parse(Buffer.from(payload, 'base64').toString('utf8')) as Statement)).toEqual(
    attested,
  );
  expect(await readFile(`${release}.trusted-root.jsonl`, 'utf8')).toContain('sigstore.trustedroot');
}

interface Statement {
  readonly subject: readonly { readonly name: string; readonly digest: object }[];
  readonly predicateType: string;
  readonly predicate: object;
}
