import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { readPatterns } from '../../../src/plan/find-templates.ts';
import { type Plan, type PlanRequest, planRelease } from '../../../src/plan/plan-release.ts';
import { createToolRunner } from '../../../src/runner/tools.ts';
import { type CatalogDouble, startCatalog } from '../../fakes/catalog/start.ts';
import { fakeContext } from '../windows/fake-context.ts';
import { BASE, lockText, template } from './plan-files.ts';
import { type Repository, sampleRepository } from './sample-repository.ts';

const tools = createToolRunner(new AbortController().signal);
let catalog: CatalogDouble;
/** The release information names November, the catalog does not have it yet. */
let late: CatalogDouble;
beforeAll(async () => {
  catalog = await startCatalog();
  late = await startCatalog({ withdrawn: ['KB5098825'] });
});
afterAll(async () => {
  await catalog.close();
  await late.close();
});

const online = (double = catalog, patience: Partial<NonNullable<PlanRequest['catalog']>['patience']> = {}) => ({
  catalogUrl: double.url,
  releaseInfoUrl: double.releaseInfoUrl,
  env: {},
  patience: { timeZone: 'UTC', offsetDays: 0, hour: 0, ...patience },
  now: new Date('2026-11-28T12:00:00Z'),
});

const plan = ({ folder }: Repository, changes: Partial<PlanRequest> = {}): Promise<Plan> =>
  planRelease(
    {
      workspace: folder,
      patterns: readPatterns(['templates/*.yml']),
      onlyChanged: undefined,
      when: 'always',
      targets: [],
      batchSize: 256,
      catalog: undefined,
      ...changes,
    },
    fakeContext(folder, tools),
  );

const built = ({ templates }: Plan): string[] => templates.filter(({ build }) => build).map(({ name }) => name);
const faults = ({ findings }: Plan): string[] =>
  findings.map(
    ({ severity, code, seen, location: at }) => `${severity} ${code} ${at?.file}:${at?.line}:${at?.column} ${seen}`,
  );

const TWO = {
  'templates/base.yml': BASE,
  'templates/a.yml': template('ws-a'),
  'templates/b.yml': template('ws-b', 'runs-on: [self-hosted, linux]\n'),
};

describe('a plan without the network', () => {
  it('has every template, and no base for one', async () => {
    const repository = await sampleRepository(TWO);
    const { batches, count, templates, findings, removed } = await plan(repository, { targets: ['vc1', 'vc2'] });
    expect(batches).toEqual([
      {
        template: [
          {
            name: 'ws-a',
            file: 'templates/a.yml',
            product: 'windows-server-2022',
            'runs-on': ['self-hosted', 'windows', 'x64'],
          },
          {
            name: 'ws-b',
            file: 'templates/b.yml',
            product: 'windows-server-2022',
            'runs-on': ['self-hosted', 'linux'],
          },
        ],
        target: ['vc1', 'vc2'],
      },
    ]);
    expect({ count, findings, removed }).toEqual({ count: 4, findings: [], removed: [] });
    expect(templates[0]).toMatchObject({ lock: 'templates/a.lock.json', reason: 'all templates are built', stale: [] });
  });

  it('tells the faults of all files at their lines, those of a base once', async () => {
    const repository = await sampleRepository({
      ...TWO,
      'templates/base.yml': `${BASE}vm: { cpus: 0 }\n`,
      'templates/b.yml': 'extends: base.yml\nname: "b:"\n',
      'templates/c.yml': `name: ws-c\n${BASE.replace('core', 'core\n  langage: x')}customize: { unattend: { file: u.xml } }\n`,
      'templates/d.yml': `name: WS-D\n${BASE}customize: { unattend: { file: u.xml }, first-boot-scripts: [base.yml.cmd] }\n`,
      'templates/e.yml': `# the same name\nname: ws-d\n${BASE}`,
      'templates/f.yml': `name: ws-f\n${BASE}`,
      'templates/f.lock.json': lockText('2026-10', { channel: 'preview' }),
      'templates/g.yml': `name: ws-g\n${BASE}`,
      'templates/g.lock.json': '{',
    });
    const result = await plan(repository);
    expect(faults(result).map((fault) => fault.slice(0, 90))).toEqual([
      expect.stringContaining('error template-invalid templates/base.yml:6:13 vm.cpus: 0 is too small'),
      expect.stringContaining('error template-invalid templates/b.yml:2:7 name: "b:" is not allowed'),
      expect.stringContaining('error template-invalid templates/c.yml:5:3 unknown key "langage"'),
      expect.stringContaining('error template-name-twice templates/e.yml:2:7 The name ws-d is that of templates/d.yml'),
      expect.stringContaining('error file-missing templates/d.yml:7:32 customize.unattend.file names templates/u.xml'),
      expect.stringContaining('error file-missing templates/d.yml:7:62 customize.first-boot-scripts[0] names templ'),
      expect.stringContaining('error lock-invalid templates/f.lock.json:1:1 templates/f.lock.json was made for an'),
      expect.stringContaining('error lock-invalid templates/g.lock.json:1:1 The lock file templates/g.lock.json is'),
    ]);
    expect(result.findings[6]?.remedy).toContain('delete the lock: the next build of templates/f.yml makes it anew');
    expect(result.findings[7]?.remedy).not.toContain('delete the lock');
    expect(JSON.stringify(result.findings)).not.toContain(repository.folder);
  });

  it('takes paths of Windows as the runner that builds will take them', async () => {
    const repository = await sampleRepository({
      'templates/base.yml': BASE,
      'templates/corp/tool/x.txt': '',
      'templates/a.yml':
        "extends: .\\base.yml\nname: ws-a\ncustomize:\n  files: [{ from: 'corp\\tool\\', to: 'C:\\T' }, { from: 'D:\\Share', to: 'C:\\S' }, { from: 'corp\\gone', to: 'C:\\G' }]\n",
    });
    expect(faults(await plan(repository))).toEqual([
      'error file-missing templates/a.yml:4:89 customize.files[2].from names templates/corp/gone, which is not in the repository.',
    ]);
  });

  it('takes names that look the same for one', async () => {
    const repository = await sampleRepository({
      'templates/base.yml': BASE,
      'templates/a.yml': 'extends: base.yml\nname: "Z\u00FCrich"\n',
      'templates/b.yml': 'extends: base.yml\nname: "zu\u0308rich"\n',
    });
    expect((await plan(repository)).findings.map(({ code }) => code)).toEqual(['template-name-twice']);
  });

  it('takes a file without a name that nobody extends for a template that lacks it', async () => {
    const repository = await sampleRepository({ 'templates/base.yml': BASE });
    expect(faults(await plan(repository))).toEqual([
      'error template-invalid templates/base.yml:1:1 the template lacks the key "name"',
    ]);
  });

  it('takes a template that another extends for one, too', async () => {
    const repository = await sampleRepository({
      'templates/a.yml': `name: ws-a\n${BASE}`,
      'templates/b.yml': 'extends: a.yml\nname: ws-b\n',
    });
    expect(built(await plan(repository))).toEqual(['ws-a', 'ws-b']);
  });

  it('is an error where the patterns name nothing, or bases alone', async () => {
    const repository = await sampleRepository({ ...TWO, 'bases/x.yml': 'vm: {}\n' });
    await expect(plan(repository, { patterns: readPatterns(['none/*.yml']) })).rejects.toMatchObject({
      code: 'file-missing',
      message: expect.stringContaining(`no template matches none/*.yml in ${repository.folder}`),
    });
  });

  it('is an error where a file that is named by itself is not there, whatever the others name', async () => {
    const repository = await sampleRepository(TWO);
    const named = (...patterns: string[]) => plan(repository, { patterns: readPatterns(patterns) });
    await expect(named('templates/a.yml', 'templates/typo.yml', 'more/b.yml')).rejects.toMatchObject({
      code: 'file-missing',
      message: `Input templates: no template matches templates/typo.yml, more/b.yml in ${repository.folder}`,
    });
    for (const name of ['templates/ws+core.yml', 'templates/ws@2.yml', 'templates/ws (old).yml', 'templates/!x.yml']) {
      await expect(named('templates/a.yml', name)).rejects.toMatchObject({ code: 'file-missing' });
    }
    await expect(named('templates/*.yml', 'templates')).rejects.toMatchObject({ code: 'file-missing' });
    // One that is left out by itself is nobody's to look for, and a pattern may name nothing beside others.
    expect(built(await named('templates/a.yml', 'templates/x.yml', '!templates/x.yml', 'more/*.yml'))).toEqual([
      'ws-a',
    ]);
  });
});

describe('only what has changed', () => {
  async function changed(files: Readonly<Record<string, string>>): Promise<string[]> {
    const repository = await sampleRepository({
      ...TWO,
      'templates/c.yml': `name: ws-c\n${BASE}customize:\n  unattend: { file: c/u.xml }\n  files: [{ from: c/corp, to: 'C:\\' }]\n  first-boot-scripts: [c/s.ps1]\n`,
      'templates/c/u.xml': '<a/>',
      'templates/c/s.ps1': '',
      'templates/c/corp/deep/file.txt': '',
      'templates/c/corporate.txt': '',
      'README.md': '',
    });
    await repository.commit(files);
    const result = await plan(repository, { onlyChanged: 'HEAD^' });
    expect(result.count).toBe(built(result).length);
    for (const { build, reason } of result.templates) {
      expect(reason).toBe(build ? 'it has changed' : 'neither it nor a file that it names has changed');
    }
    return built(result);
  }

  it.each([
    ['nothing of them', { 'README.md': 'x', 'templates/c/corporate.txt': 'x' }, []],
    ['the template', { 'templates/a.yml': template('ws-a', '# x\n') }, ['ws-a']],
    ['the base', { 'templates/base.yml': `${BASE}# x\n` }, ['ws-a', 'ws-b']],
    ['the lock', { 'templates/b.lock.json': lockText('2026-10') }, ['ws-b']],
    ['the answer file', { 'templates/c/u.xml': 'x' }, ['ws-c']],
    ['a script', { 'templates/c/s.ps1': 'x' }, ['ws-c']],
    ['a file in a folder that is copied', { 'templates/c/corp/deep/file.txt': 'x' }, ['ws-c']],
  ])('%s', async (_what, files, names) => {
    expect(await changed(files)).toEqual(names);
  });

  it('names what was removed, and builds it under its new name', async () => {
    const repository = await sampleRepository(TWO);
    repository.git('mv', 'templates/a.yml', 'templates/new.yml');
    repository.git('rm', '-q', 'templates/b.yml');
    const result = await plan(repository, { onlyChanged: 'HEAD' });
    expect(result.removed).toEqual(['templates/a.yml', 'templates/b.yml']);
    expect(result.templates.map(({ file, build }) => [file, build])).toEqual([['templates/new.yml', true]]);
    await rm(join(repository.folder, 'templates'), { recursive: true });
    // The last one is gone: nothing is built, and that is no mistake in the patterns.
    const nothing = await plan(repository, { onlyChanged: 'HEAD' });
    expect(nothing.removed).toEqual(['templates/a.yml', 'templates/b.yml', 'templates/base.yml']);
    expect(nothing.count).toBe(0);
  });

  it('sees what changed in a submodule and behind a link', async () => {
    const media = await sampleRepository({ 'u.xml': '<a/>' });
    media.git('status');
    const repository = await sampleRepository({
      'base.yml': BASE,
      'shared/a.yml': `extends: ../base.yml\nname: ws-a\n`,
      'templates/b.yml': 'extends: ../base.yml\nname: ws-b\ncustomize: { unattend: { file: ../corp/u.xml } }\n',
      'templates/c.yml': 'extends: ../base.yml\nname: ws-c\n',
    });
    const { folder, git } = repository;
    git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', media.folder, 'corp');
    await symlink('../shared/a.yml', join(folder, 'templates/a.yml'));
    await repository.commit({});
    await media.commit({ 'u.xml': '<b/>' });
    git('-C', 'corp', 'pull', '-q');
    await repository.commit({});
    expect(built(await plan(repository, { onlyChanged: 'HEAD^' }))).toEqual(['ws-b']);
    await repository.commit({ 'shared/a.yml': 'extends: ../base.yml\n# new\nname: ws-a\n' });
    expect(built(await plan(repository, { onlyChanged: 'HEAD^' }))).toEqual(['ws-a']);
  });

  it('says which KBs a lock names in place of which', async () => {
    const repository = await sampleRepository({ ...TWO, 'templates/a.lock.json': lockText('2026-10') });
    await repository.write({
      'templates/a.lock.json': lockText('2026-11'),
      'templates/b.lock.json': lockText('2026-10'),
    });
    const { templates } = await plan(repository, { onlyChanged: 'main' });
    expect(templates.map(({ since }) => since)).toEqual([
      [{ kind: 'cumulative', from: 'KB5096945', to: 'KB5098825' }],
      [{ kind: 'cumulative', to: 'KB5096945' }],
    ]);
  });

  it('says what comes where the lock before was none that can be read', async () => {
    const repository = await sampleRepository({ ...TWO, 'templates/a.lock.json': '<<<<<<< HEAD' });
    await repository.write({ 'templates/a.lock.json': lockText('2026-11') });
    const { templates } = await plan(repository, { onlyChanged: 'main' });
    expect(templates[0]?.since).toEqual([{ kind: 'cumulative', to: 'KB5098825' }]);
  });
});

describe('by what is out', () => {
  const LOCKED = { ...TWO, 'templates/a.lock.json': lockText('2026-11'), 'templates/b.lock.json': lockText('2026-10') };

  it('builds what is behind, and nothing that is current, however often it is asked', async () => {
    const repository = await sampleRepository(LOCKED);
    const result = await plan(repository, { when: 'patch-tuesday', catalog: online() });
    expect(result.templates).toMatchObject([
      { name: 'ws-a', build: false, reason: 'its lock of 2026-11-10 is current', stale: [] },
      {
        name: 'ws-b',
        build: true,
        reason: 'the catalog has newer updates: KB5096945 -> KB5098825',
        stale: [{ kind: 'cumulative', from: 'KB5096945', to: 'KB5098825' }],
      },
    ]);
    expect(result.findings).toEqual([]);
    await repository.write({ 'templates/b.lock.json': lockText('2026-11') });
    const again = await plan(repository, { when: 'patch-tuesday', catalog: online() });
    expect([again.count, again.batches]).toEqual([0, []]);
  });

  it('catches up after months without a run', async () => {
    const repository = await sampleRepository(LOCKED);
    const now = new Date('2027-01-20T12:00:00Z');
    const result = await plan(repository, { when: 'patch-tuesday', catalog: { ...online(), now } });
    expect(built(result)).toEqual(['ws-b']);
  });

  it('builds everything with always, and tells all the same what is behind', async () => {
    const repository = await sampleRepository(LOCKED);
    const { templates, count } = await plan(repository, { catalog: online() });
    expect(count).toBe(2);
    expect(templates.map(({ stale }) => stale.length)).toEqual([0, 1]);
  });

  it('waits for what the catalog does not have yet, once said for all', async () => {
    const repository = await sampleRepository({ ...LOCKED, 'templates/c.yml': template('ws-c') });
    const result = await plan(repository, { when: 'patch-tuesday', catalog: online(late) });
    expect(built(result)).toEqual([]);
    expect(result.templates[1]?.reason).toContain('waits for the catalog: ');
    expect(result.findings).toMatchObject([{ code: 'catalog-behind', severity: 'warning' }]);
    expect(result.findings[0]?.seen).toMatch(/^ws-a, ws-b, ws-c: KB5098825, the 2026-11 B release/);
  });

  it('counts a release only when it has been out for as long as was asked', async () => {
    const repository = await sampleRepository(LOCKED);
    const at = (offsetDays: number) =>
      plan(repository, { when: 'patch-tuesday', catalog: online(catalog, { offsetDays }) });
    expect(built(await at(18))).toEqual(['ws-b']);
    const patient = await at(19);
    expect(built(patient)).toEqual([]);
    // What a lock holds already is not taken back.
    expect(patient.templates.map(({ stale }) => stale)).toEqual([[], []]);
    // What the builds are told, so that they wait for the same.
    expect(patient.updatesUntil).toBe('2026-11-09');
    expect((await at(0)).updatesUntil).toBeUndefined();
    expect((await plan(repository)).updatesUntil).toBeUndefined();
  });

  it('builds what has no lock, and what has one of another request', async () => {
    const repository = await sampleRepository({
      ...TWO,
      'templates/b.lock.json': lockText('2026-11', { channel: 'preview' }),
    });
    const result = await plan(repository, { when: 'patch-tuesday', catalog: online() });
    expect(result.templates).toMatchObject([
      { build: true, reason: 'it has no lock yet', stale: [{ kind: 'cumulative', to: 'KB5098825' }] },
      { build: true, reason: expect.stringContaining('(channel: preview in the lock, regular now)') },
    ]);
    expect(result.findings).toEqual([]);
  });

  it('asks for each question once, and not at all for what has not changed', async () => {
    const repository = await sampleRepository(LOCKED);
    const before = catalog.requests.length;
    await plan(repository, { catalog: online() });
    const one = catalog.requests.length - before;
    const more = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`templates/x${i}.yml`, template(`x${i}`)]));
    await repository.commit(more);
    await plan(repository, { catalog: online() });
    expect(catalog.requests.length - before).toBe(2 * one);
    await plan(repository, { catalog: online(), onlyChanged: 'HEAD' });
    expect(catalog.requests.length - before).toBe(2 * one);
  });

  it('fails where the catalog cannot be asked and decides, and says so where it does not', async () => {
    const repository = await sampleRepository(LOCKED);
    const other = await startCatalog({ faults: [{ kind: 'html', html: '<p>a new look</p>', match: /Search/ }] });
    onTestFinished(() => other.close());
    const down = { ...online(other), releaseInfoUrl: 'none' };
    await expect(plan(repository, { when: 'patch-tuesday', catalog: down })).rejects.toMatchObject({
      code: 'catalog-changed',
    });
    const always = await plan(repository, { catalog: down });
    expect(built(always)).toEqual(['ws-a', 'ws-b']);
    expect(always.findings).toMatchObject([{ code: 'stale-unknown', severity: 'warning' }]);
  });
});
