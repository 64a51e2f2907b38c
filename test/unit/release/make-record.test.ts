import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { HISTORY_LENGTH, type ReleaseRecord } from '../../../src/release/release-record.ts';
import { FACTS, previousRecord, sampleRecord } from './sample-record.ts';
import { ALL, BAKED_TWICE, LAYOUT, OVA, sampleReport, sha } from './sample-reports.ts';

const schema = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../schema/release.schema.json'), 'utf8'),
) as object;
const validate = new Ajv({ allErrors: true }).compile(schema);

function valid(record: ReleaseRecord): ReleaseRecord {
  // As it is read again, not as it is in memory.
  validate(JSON.parse(JSON.stringify(record)));
  expect(validate.errors).toBeNull();
  return record;
}

describe('makeRecord', () => {
  it('says what it is made of, in the order of the flow', async () => {
    const { run: _, ...record } = valid(await sampleRecord());
    expect(record).toEqual({
      schema: 1,
      name: 'ws2019',
      windows: {
        product: 'windows-server-2019',
        edition: 'Windows Server 2019 SERVERSTANDARD',
        displayName: 'Windows Server 2019 Standard',
        language: 'en-US',
        applied: '17763.107',
        build: '17763.9620',
      },
      inputs: [
        { role: 'template', name: 'ws2019.yml', sha256: sha('template') },
        { role: 'iso', name: 'ws2019.iso', sha256: sha('iso') },
        { role: 'tools-iso', name: 'VMware Tools', sha256: sha('tools-iso') },
        { role: 'tools-setup', name: 'setup64.exe', sha256: sha('setup') },
        { role: 'file', name: 'Corp/a.txt', sha256: sha('a') },
        { role: 'script', name: 'join.ps1', sha256: sha('join') },
      ],
      packages: [
        {
          kb: 'KB5098818',
          kind: 'servicing-stack',
          title: '2026-11 Cumulative <Update>',
          date: '2026-11-10',
          build: '17763.9603',
          file: 'SSU-17763.9603-x64.cab',
          sha256: sha('ssu'),
          source: { file: 'lcu.msu', url: 'https://catalog.example/lcu.msu', sha256: sha('lcu-msu') },
        },
        {
          kb: 'KB5098818',
          kind: 'cumulative',
          title: '2026-11 Cumulative <Update>',
          date: '2026-11-10',
          build: '17763.9619',
          file: 'Windows10.0-KB5098818-x64.cab',
          sha256: sha('lcu'),
          source: { file: 'lcu.msu', url: 'https://catalog.example/lcu.msu', sha256: sha('lcu-msu') },
        },
        { kb: 'KB5012170', title: '.NET', file: 'kb5012170.msu', sha256: sha('dotnet') },
      ],
      drivers: [
        {
          name: 'pvscsi',
          version: '1.3.25.0',
          date: '2022-03-03',
          provider: 'VMware, Inc.',
          signer: 'Microsoft Windows Hardware',
          sha256: sha('pvscsi'),
          boot: true,
        },
        { name: 'own', version: '1.0.0.0', sha256: sha('own'), boot: false },
      ],
      vmwareTools: { version: '12.5.0' },
      features: ['TelnetClient'],
      tools: {
        stillframe: sha('bundle'),
        engine: 'wimlib',
        programs: [{ name: 'wimlib-imagex', version: '1.13.5', sha256: sha('wimlib') }],
        converter: 'native',
      },
      layout: LAYOUT,
      ova: {
        file: 'ws2019.ova',
        sha256: OVA,
        size: 6 * 2 ** 30,
        capacity: 40 * 2 ** 30,
        guestId: 'windows2019srv_64Guest',
        diskSha256: sha('disk'),
      },
      bake: {
        build: '17763.9620',
        toolsVersion: '12.5.4',
        seal: 'none',
        imageState: 'IMAGE_STATE_COMPLETE',
        steps: [{ id: '30-update-01', result: 'ok, restarted' }],
      },
      proof: {
        by: 'snapshot',
        verdict: 'application',
        level: 'application',
        writers: ['System Writer', 'SqlServerWriter'],
      },
      publication: { as: 'template', name: 'ws2019' },
      findings: [{ action: 'build-vhd', code: 'updates-staged', severity: 'info' }],
    });
  });

  it('keeps times, machines and paths apart', async () => {
    const { run } = await sampleRecord();
    expect(run).toEqual({
      at: '2026-11-28T09:00:00.000Z',
      id: '4711',
      repository: 'corp/templates',
      runner: FACTS.run.runner,
      steps: ALL.map((action) => ({
        action,
        ok: true,
        durationMs: 1000,
        report: sha(JSON.stringify(sampleReport(action))),
      })),
      findings: [
        {
          action: 'build-vhd',
          code: 'updates-staged',
          severity: 'info',
          seen: 'In /tmp/x they <wait>.',
          remedy: 'Wait.',
        },
      ],
      evidence: [{ name: 'vss-manifest.zip', sha256: sha('manifest') }],
      server: 'vc:8443',
      vm: 'vm-50',
      inventoryPath: '/DC/vm/Templates/ws2019',
      snapshotMs: 4200,
      provedAt: '2026-11-28T08:00:00Z',
      history: [],
    });
  });

  it('says of a stage that was skipped which run had done it, and nothing of one that was done', async () => {
    const from = { run: '4600', at: '2026-11-27T00:00:00.000Z' };
    const { run } = await sampleRecord({}, [
      sampleReport('build-vhd', { reuse: { reused: true, why: 'same', from } }),
      sampleReport('convert-ova', { reuse: { reused: false, why: 'other' } }),
    ]);
    expect(run.steps.map(({ action, doneBy }) => [action, doneBy])).toEqual([
      ['build-vhd', from],
      ['convert-ova', undefined],
    ]);
    expect(run.steps[1]).not.toHaveProperty('doneBy');
  });

  it('differs in nothing else between two runs', async () => {
    const { run: one, ...first } = await sampleRecord();
    const elsewhere = { name: 'other', system: 'Linux 6.2.0', arch: 'ARM64', node: '24.18.0' };
    const moved = (text: string): string =>
      text
        .replaceAll('/out/', '/srv/b/')
        .replaceAll('vm-50', 'vm-77')
        .replaceAll('vc:8443', 'vc9')
        .replaceAll('candidate-1', 'candidate-2');
    const reports = ALL.map(
      (action) =>
        JSON.parse(moved(JSON.stringify({ ...sampleReport(action), durationMs: 7 }))) as ReturnType<
          typeof sampleReport
        >,
    );
    const run = {
      ...FACTS.run,
      at: '2027-01-01T00:00:00.000Z',
      id: '5',
      runner: elsewhere,
      previous: await previousRecord(),
    };
    const { run: two, ...second } = await sampleRecord({ run }, reports);
    expect(second).toEqual(first);
    expect(two).not.toEqual(one);
  });

  it('has no part of what was left out', async () => {
    const record = valid(
      await sampleRecord({}, [
        sampleReport('build-vhd', {
          inputs: { iso: { file: 'a.iso', sha256: sha('iso') }, drivers: [], files: [], scripts: [], features: [] },
        }),
        sampleReport('convert-ova'),
      ]),
    );
    expect(record).not.toHaveProperty('proof');
    expect(record).not.toHaveProperty('bake');
    expect(record).not.toHaveProperty('imageBake');
    expect(record).not.toHaveProperty('publication');
    expect(record).not.toHaveProperty('vmwareTools');
    expect(record.windows).not.toHaveProperty('product');
    expect(record.windows.build).toBe('17763.107');
    expect(record.inputs.map(({ role }) => role)).toEqual(['template', 'iso']);
    expect(record.run).not.toHaveProperty('server');
    expect(record.run.evidence).toEqual([]);
  });

  it('names the build that the updates promise where no guest was asked, and the candidate where none was published', async () => {
    const reports = ALL.filter((action) => action !== 'bake-template' && action !== 'publish-template');
    const record = await sampleRecord(
      { product: 'windows-server-2022' },
      reports.map((action) => sampleReport(action)),
    );
    expect(record.windows).toMatchObject({ build: '17763.9619', product: 'windows-server-2022' });
    expect(record.run.inventoryPath).toBe('/DC/vm/ws2019.candidate-1');
  });

  it('has the first boot on Hyper-V, and in its place the one on vSphere that did what was left', async () => {
    const record = valid(
      await sampleRecord(
        {},
        BAKED_TWICE.toReversed().map((part) => sampleReport(part)),
      ),
    );
    expect(record.windows.build).toBe('17763.9620');
    expect(record.bake).toMatchObject({ build: '17763.9620', toolsVersion: '12.5.4' });
    expect(record.imageBake).toEqual({
      build: '17763.9619',
      seal: 'none',
      imageState: 'IMAGE_STATE_COMPLETE',
      steps: [{ id: '20-feature-01', result: 'ok' }],
      waits: ['50-vmware-tools'],
    });
    const steps = record.run.steps.map(({ action, on }) => (on === undefined ? action : `${action} on ${on}`));
    const flow = ['build-vhd', 'bake-template on hyper-v', 'convert-ova', 'upload-esxi', 'bake-template'];
    expect(steps).toEqual(['fetch-updates', 'extract-drivers', ...flow, 'verify-quiesce', 'publish-template']);
    const { history } = valid(
      await sampleRecord({
        run: { ...FACTS.run, previous: { ...record, ova: { ...record.ova, sha256: sha('old') } } },
      }),
    ).run;
    expect(history[0]?.steps.slice(2, 4)).toEqual([
      { action: 'build-vhd', durationMs: 1000 },
      { action: 'bake-template', on: 'hyper-v', durationMs: 1000 },
    ]);
  });

  it('names the build that the guest on Hyper-V said, where the rest is left to who clones', async () => {
    const baked = sampleReport('bake-image', { build: '17763.9700', seal: 'generalize' });
    const reports = ALL.filter((part) => part !== 'bake-template').map((part) => sampleReport(part));
    const record = valid(await sampleRecord({}, [...reports, baked]));
    expect(record.windows.build).toBe('17763.9700');
    expect(record).not.toHaveProperty('bake');
    expect(record.imageBake?.seal).toBe('generalize');
  });

  const built = () => [sampleReport('build-vhd'), sampleReport('convert-ova')];

  it.each(['vm', 'template'])('calls published what was uploaded as a %s at once', async (as) => {
    const record = valid(await sampleRecord({}, [...built(), sampleReport('upload-esxi', { as })]));
    expect(record.publication).toEqual({ as, name: 'ws2019.candidate-1' });
    expect(record.run).toMatchObject({ server: 'vc:8443', vm: 'vm-50' });
    expect(record.run).not.toHaveProperty('libraryItem');
  });

  it('names the item of a library, whose candidate is gone', async () => {
    const item = { as: 'library-item', libraryItem: 'i-1', inventoryPath: 'EU/West/ws2019' };
    const published = [...ALL.filter((action) => action !== 'publish-template').map((action) => sampleReport(action))];
    const uploaded = sampleReport('upload-esxi', { ...item, vm: undefined });
    for (const reports of [
      [...published, sampleReport('publish-template', item)],
      [...built(), uploaded],
    ]) {
      const record = valid(await sampleRecord({}, reports));
      expect(record.publication).toEqual({ as: 'library-item', name: 'ws2019' });
      expect(record.run).toMatchObject({ server: 'vc:8443', libraryItem: 'i-1', inventoryPath: 'EU/West/ws2019' });
      expect(record.run).not.toHaveProperty('vm');
    }
  });

  it('tells a look at the OVA from a snapshot', async () => {
    const image = { path: '/out/ws2019.ova', layout: LAYOUT };
    const check = sampleReport('verify-quiesce', {
      verdict: 'unproven',
      snapshot: undefined,
      image,
      manifestSha256: undefined,
    });
    const record = valid(await sampleRecord({}, [sampleReport('build-vhd'), sampleReport('convert-ova'), check]));
    expect(record.proof).toEqual({ by: 'offline', verdict: 'unproven', level: 'application', writers: [] });
    expect(record.run).not.toHaveProperty('snapshotMs');
    expect(record.run).not.toHaveProperty('provedAt');
  });

  it('refuses reports that are not of one release', async () => {
    await expect(
      sampleRecord({}, [sampleReport('build-vhd'), sampleReport('convert-ova', { layout: undefined })]),
    ).rejects.toMatchObject({ code: 'reports-disagree' });
  });
});

describe('the history of a record', () => {
  const historyAfter = async (previous: ReleaseRecord) =>
    valid(await sampleRecord({ run: { ...FACTS.run, previous } })).run.history;

  it('begins with the release before', async () => {
    const previous = await previousRecord();
    expect(await historyAfter(previous)).toEqual([
      {
        at: '2026-10-20T09:00:00.000Z',
        ova: sha('ova before'),
        size: 5 * 2 ** 30,
        build: '17763.9500',
        verdict: 'application',
        steps: ALL.map((action) => ({ action, durationMs: 1000 })),
      },
    ]);
  });

  it('has a release that was recorded twice once', async () => {
    const previous = await previousRecord();
    const once = await sampleRecord({ run: { ...FACTS.run, previous } });
    expect(await historyAfter(once)).toEqual(once.run.history);
  });

  it('forgets what is too old', async () => {
    const previous = await previousRecord();
    const [one] = await historyAfter(previous);
    if (!one) throw new Error('no history');
    const many = Array.from({ length: HISTORY_LENGTH }, (_, index) => ({ ...one, build: String(index) }));
    const history = await historyAfter({ ...previous, run: { ...previous.run, history: many } });
    expect(history.map(({ build }) => build)).toEqual(['17763.9500', ...many.slice(0, -1).map(({ build }) => build)]);
  });
});
