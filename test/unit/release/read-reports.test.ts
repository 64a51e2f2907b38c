import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readReports } from '../../../src/release/read-reports.ts';
import { ALL, BAKED_TWICE, type SampleReport, sampleReport, sha, writeReports } from './sample-reports.ts';

const folder = mkdtempSync(join(tmpdir(), 'stillframe-reports-'));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;
const write = (...reports: SampleReport[]): string[] => writeReports(join(folder, String(count++)), reports);
const IMAGE = sampleReport('build-vhd');
const PACKED = sampleReport('convert-ova');

describe('readReports', () => {
  it('gives each by its action, in whatever order they come, with its digest', async () => {
    const paths = write(...ALL.map((action) => sampleReport(action))).reverse();
    const reports = await readReports(paths);
    expect(new Set(Object.keys(reports))).toEqual(new Set(ALL));
    expect(reports['convert-ova']).toMatchObject({
      action: 'convert-ova',
      path: expect.stringContaining('convert-ova.json'),
      sha256: sha(JSON.stringify(PACKED)),
      ok: true,
      durationMs: 1000,
      findings: [],
      result: PACKED.result,
    });
  });

  it('tells a bake on Hyper-V from one on vSphere, of which a release may have both', async () => {
    const reports = await readReports(write(...BAKED_TWICE.map((part) => sampleReport(part))));
    expect(reports['bake-image']).toMatchObject({ part: 'bake-image', action: 'bake-template' });
    expect(reports['bake-image']?.result.waits).toEqual(['50-vmware-tools']);
    expect(reports['bake-template']).toMatchObject({ part: 'bake-template', action: 'bake-template' });
    expect(reports['bake-template']?.result.toolsVersion).toBe('12.5.4');
  });

  it('does without those that a release can do without', async () => {
    expect(Object.keys(await readReports(write(PACKED, IMAGE)))).toEqual(['convert-ova', 'build-vhd']);
  });

  it('takes a proof that failed, when it has a result', async () => {
    const failed = {
      ...sampleReport('verify-quiesce', { verdict: 'failed' }),
      ok: false,
      error: { code: 'quiesce-failed', message: 'm' },
    };
    expect((await readReports(write(IMAGE, PACKED, failed)))['verify-quiesce']).toMatchObject({ ok: false });
  });

  const failure = { ok: false, error: { code: 'timeout', message: 'it took too long' } };
  it.each<[string, () => string[], string, string]>([
    ['none of build-vhd', () => write(PACKED), 'input-missing', 'has none of build-vhd'],
    ['none of convert-ova', () => write(IMAGE), 'input-missing', 'has none of convert-ova'],
    ['two of one action', () => write(IMAGE, PACKED, IMAGE), 'input-invalid', 'are both reports of build-vhd'],
    [
      'two bakes on Hyper-V',
      () => write(IMAGE, PACKED, sampleReport('bake-image'), sampleReport('bake-image')),
      'input-invalid',
      'are both reports of bake-template',
    ],
    [
      'one that is named like a part',
      () => write(IMAGE, PACKED, { ...sampleReport('bake-image'), action: 'bake-image' }),
      'input-invalid',
      'is a report of bake-image, which makes no part of a release',
    ],
    [
      'a bake on Hyper-V without what it left',
      () => write(IMAGE, PACKED, sampleReport('bake-image', { waits: undefined })),
      'input-invalid',
      "is no report of bake-template that this version reads: result must have required property 'waits'",
    ],
    [
      'one of another action',
      () => write(IMAGE, PACKED, { ...IMAGE, action: 'audit-templates' }),
      'input-invalid',
      'is a report of audit-templates, which makes no part of a release',
    ],
    [
      'one named like what every object has',
      () => write({ ...IMAGE, action: 'constructor' }),
      'input-invalid',
      'is a report of constructor',
    ],
    [
      'a step that failed',
      () => write(IMAGE, { ...PACKED, ...failure, result: null }),
      'reports-disagree',
      'is of a step that failed: it took too long',
    ],
    [
      'a step that failed with a result',
      () => write(IMAGE, { ...PACKED, ...failure }),
      'reports-disagree',
      'is of a step that failed',
    ],
    [
      'a proof without a result',
      () => write(IMAGE, PACKED, { ...sampleReport('verify-quiesce'), ...failure, result: null }),
      'reports-disagree',
      'is of a step that failed',
    ],
    [
      'a result of an older version',
      () => write(IMAGE, sampleReport('convert-ova', { sha256: undefined })),
      'input-invalid',
      "is no report of convert-ova that this version reads: result must have required property 'sha256'",
    ],
    [
      'a digest that is none',
      () => write(IMAGE, sampleReport('convert-ova', { sha256: 'abc' })),
      'input-invalid',
      'result/sha256 must match pattern',
    ],
    [
      'a verdict that is none',
      () => write(IMAGE, PACKED, sampleReport('verify-quiesce', { verdict: 'good' })),
      'input-invalid',
      'result/verdict must be equal to one of',
    ],
    [
      'JSON that is no report',
      () => write({ action: 'build-vhd', result: {} }),
      'input-invalid',
      'is no report of an action of Stillframe',
    ],
    ['a file that is not there', () => [join(folder, 'none.json')], 'file-missing', '(input reports) does not exist'],
  ])('refuses %s', async (_what, paths, code, message) => {
    await expect(readReports(paths())).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
  });

  it('refuses what is no JSON', async () => {
    const path = join(folder, 'text.json');
    writeFileSync(path, 'ok');
    await expect(readReports([path])).rejects.toMatchObject({
      code: 'input-invalid',
      message: expect.stringContaining(`${path} is no report of an action of Stillframe: Unexpected token`),
    });
  });
});
