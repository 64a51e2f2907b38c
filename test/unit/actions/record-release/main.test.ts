import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { RecordReleaseInputs } from '../../../../actions/record-release/inputs.ts';
import { main } from '../../../../actions/record-release/main.ts';
import { renderSummary } from '../../../../actions/record-release/summary.ts';
import type { Template } from '../../../../src/template/template.ts';
import { FACTS, previousRecord } from '../../release/sample-record.ts';
import { ALL, sampleReport, sha, writeReports } from '../../release/sample-reports.ts';
import { fakeContext } from '../../windows/fake-context.ts';
import { recordedTools } from '../../windows/fake-tools.ts';

const work = mkdtempSync(join(tmpdir(), 'stillframe-record-release-'));
afterAll(() => rmSync(work, { recursive: true }));
let folder = '';
let count = 0;
beforeEach(() => {
  folder = join(work, String(count++));
  mkdirSync(folder);
  writeFileSync(join(folder, 'ws2019.ova'), 'ova');
});

function inputs(change: Partial<RecordReleaseInputs> = {}): RecordReleaseInputs {
  const reports = ALL.filter((action) => action !== 'convert-ova').map((action) => sampleReport(action));
  const packed = sampleReport('convert-ova', { ova: join(folder, 'ws2019.ova') });
  return {
    reports: writeReports(join(folder, 'reports'), [...reports, packed]),
    template: undefined,
    name: undefined,
    directory: undefined,
    previous: undefined,
    artifact: undefined,
    run: FACTS.run,
    ...change,
  };
}
const run = (change?: Partial<RecordReleaseInputs>) => main(inputs(change), fakeContext(folder, recordedTools()));
const read = (path: string) => readFileSync(path, 'utf8');

describe('record-release', () => {
  it('writes its files beside the OVA, of the same release', async () => {
    const { files, record, previous } = await run();
    expect(files).toEqual({
      record: join(folder, 'release.json'),
      sbom: join(folder, 'sbom.cdx.json'),
      page: join(folder, 'release.html'),
      notes: join(folder, 'notes.md'),
      verdict: join(folder, 'verdict.vsa.json'),
    });
    expect(previous).toBeUndefined();
    expect(JSON.parse(read(files.record))).toEqual(JSON.parse(JSON.stringify(record)));
    expect(record.name).toBe('ws2019');
    expect(record.inputs[0]).toMatchObject({ role: 'lock', name: 'ws2019.lock.json', sha256: sha('lock') });
    expect(read(files.sbom)).toContain('"bomFormat": "CycloneDX"');
    expect(read(files.page)).toContain('<h1>ws2019</h1>');
    expect(read(files.notes)).toContain('# ws2019: Windows 17763.9620');
  });

  it('takes the verdict of the release before away where no snapshot was taken', async () => {
    const { files } = await run();
    expect(JSON.parse(read(files.verdict ?? ''))).toMatchObject({ verificationResult: 'PASSED' });
    const packed = sampleReport('convert-ova', { ova: join(folder, 'ws2019.ova') });
    const reports = writeReports(join(folder, 'unproven'), [sampleReport('build-vhd'), packed]);
    expect((await run({ reports })).files).not.toHaveProperty('verdict');
    expect(existsSync(join(folder, 'verdict.vsa.json'))).toBe(false);
    expect(existsSync(join(folder, 'release.json'))).toBe(true);
  });

  it('names the template and what it extends by digest', async () => {
    for (const name of ['a.yml', 'base.yml']) writeFileSync(join(folder, name), name);
    const template = {
      file: join(folder, 'a.yml'),
      bases: [join(folder, 'base.yml')],
      windows: { product: 'windows-server-2025' },
    } as unknown as Template;
    const { record } = await run({ template, name: 'own', directory: join(folder, 'new/sub') });
    expect(record.inputs.slice(0, 3)).toEqual([
      { role: 'template', name: 'a.yml', sha256: sha('a.yml') },
      { role: 'base', name: 'base.yml', sha256: sha('base.yml') },
      { role: 'lock', name: 'ws2019.lock.json', sha256: sha('lock') },
    ]);
    expect(record).toMatchObject({ name: 'own', windows: { product: 'windows-server-2025' } });
    expect(existsSync(join(folder, 'new/sub/release.json'))).toBe(true);
    rmSync(join(folder, 'base.yml'));
    await expect(run({ template, name: 'own' })).rejects.toMatchObject({
      code: 'file-missing',
      message: expect.stringContaining('The base '),
    });
  });

  it('compares with the record that it replaces', async () => {
    writeFileSync(join(folder, 'release.json'), JSON.stringify(await previousRecord()));
    const { record, previous, files } = await run();
    expect(previous?.windows.build).toBe('17763.9500');
    expect(record.run.history.map(({ build }) => build)).toEqual(['17763.9500']);
    expect(read(files.notes)).toContain('| Windows | 17763.9500 | 17763.9620 |');
    expect(read(files.page)).toContain('from 17763.9500');
  });

  it('refuses an OVA that was changed since, and leaves what was recorded', async () => {
    writeFileSync(join(folder, 'ws2019.ova'), 'another');
    await expect(run()).rejects.toMatchObject({
      code: 'hash-mismatch',
      message: expect.stringContaining(`has the SHA-256 ${sha('another')}, and`),
    });
    expect(existsSync(join(folder, 'release.json'))).toBe(false);
    rmSync(join(folder, 'ws2019.ova'));
    await expect(run()).rejects.toMatchObject({ code: 'file-missing', message: expect.stringContaining('The OVA ') });
  });
});

describe('the summary of record-release', () => {
  it('begins with the verdict, and shows disk, changes, updates and times', async () => {
    writeFileSync(join(folder, 'release.json'), JSON.stringify(await previousRecord()));
    const text = renderSummary(await run());
    expect(text.split('\n').slice(0, 3)).toEqual([
      '## ws2019: Windows 17763.9620',
      '',
      '✅ **Application-consistent snapshots**: VSS writers took part in the snapshot',
    ]);
    expect(text).toContain('│1│2│3 Windows');
    expect(text).toContain('### Since the release before\n\n#### New updates\n\n- [KB5098818](');
    expect(text).toContain('|  | the ISO |  | 17763.107 |  |\n| 2026-11-10 | KB5098818 | cumulative | 17763.9619 |');
    expect(text).toContain('|  | this release |  | 17763.9620 |  |');
    expect(text).toContain('### Times\n\n| step | took |');
    expect(text).toContain(`| build-vhd | 1.0 s | ${'█'.repeat(4)} |`);
    expect(text).toContain('| all steps | 8.0 s |  |');
    expect(text).toContain('| published as | template /DC/vm/Templates/ws2019 |');
    expect(text).toContain('In /tmp/x they &lt;wait>.');
    expect(text.trimEnd().split('\n').at(-1)).toBe(
      'Written: `release.json`, `sbom.cdx.json`, `release.html`, `notes.md`, `verdict.vsa.json`',
    );
  });

  it('says by its name what was published where nobody knows its path', async () => {
    const result = await run();
    const { inventoryPath: _, ...rest } = result.record.run;
    const text = renderSummary({ ...result, record: { ...result.record, run: rest } });
    expect(text).toContain('| published as | template ws2019 |');
  });

  it('has its parts in this order, and names the OVA by its digest', async () => {
    const result = await run();
    const text = renderSummary(result);
    expect(text.match(/^#+ .*$/gm)).toEqual([
      '## ws2019: Windows 17763.9620',
      ...['### Disk', '### Updates', '### Times', '### Findings'],
    ]);
    expect(text).toContain('|  |  |\n| --- | --- |\n| Windows | ');
    expect(text).toContain(`| SHA-256 of the OVA | ${result.record.ova.sha256} |`);
    expect(text).toContain('| released | KB | kind | Windows is then | title |');
    expect(text).toMatch(/\| {2}\| the ISO \| {2}\| 17763\.\d+ \| {2}\|\n/);
    expect(text).toContain('|  | this release |  | 17763.9620 |  |');
    expect(text).toContain('| step | took |  |');
  });

  it('leaves out what there is none of', async () => {
    const result = await run();
    const { publication: _, proof: __, ...rest } = result.record;
    const text = renderSummary({ ...result, record: { ...rest, run: { ...rest.run, findings: [], steps: [] } } });
    expect(text).toContain('⚪ **Not proven**: nobody has tried');
    for (const part of ['published as', 'Since the release before', '### Findings']) expect(text).not.toContain(part);
    expect(text).toContain('| all steps | 0 ms |  |');
  });
});
