import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readVerification } from '../../../src/publish/verification.ts';

const folder = mkdtempSync(join(tmpdir(), 'stillframe-verification-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SUBJECT = { host: 'vc.example.com', moref: 'vm-42', ova: 'a'.repeat(64) };
const SNAPSHOT = {
  ...SUBJECT,
  server: 'VMware vCenter',
  vm: '/DC/vm/ws.candidate-1',
  writers: ['NTDS', 'SqlServerWriter'],
  proved: { at: '2026-11-28T12:00:00.000Z', changeVersion: '7' },
};
const RESULT = { verdict: 'application', snapshot: SNAPSHOT };
const REPORT = { schema: 1, action: 'verify-quiesce', ok: true, result: RESULT };

function read(report: unknown, level: 'application' | 'filesystem' = 'application') {
  const path = join(folder, 'report.json');
  writeFileSync(path, typeof report === 'string' ? report : JSON.stringify(report));
  return readVerification(path, SUBJECT, level);
}

const withSnapshot = (change: object) => ({ ...REPORT, result: { ...RESULT, snapshot: { ...SNAPSHOT, ...change } } });

describe('readVerification', () => {
  it('gives the verdict and who took part', async () => {
    const proved = { at: '2026-11-28T12:00:00.000Z', changeVersion: '7' };
    expect(await read(REPORT)).toEqual({ verdict: 'application', writers: SNAPSHOT.writers, ...proved });
    expect(await read(withSnapshot({ proved: { at: proved.at } }))).toEqual({
      verdict: 'application',
      writers: SNAPSHOT.writers,
      at: proved.at,
    });
    expect(await read({ ...REPORT, result: { ...RESULT, verdict: 'filesystem' } }, 'filesystem')).toMatchObject({
      verdict: 'filesystem',
    });
    expect(await read(withSnapshot({ writers: undefined }))).toMatchObject({ writers: [] });
  });

  it.each<[string, unknown, string]>([
    ['another VM', withSnapshot({ moref: 'vm-43' }), 'it proves vm-43 on vc.example.com, not vm-42 on vc.example.com'],
    ['nothing', withSnapshot({ moref: undefined }), 'it proves nothing on vc.example.com, not vm-42 on vc.example.com'],
    ['no server', withSnapshot({ host: undefined }), 'it proves vm-42 on no server, not vm-42 on vc.example.com'],
    ['another server', withSnapshot({ host: 'vc2' }), 'it proves vm-42 on vc2, not vm-42 on vc.example.com'],
    [
      'another OVA',
      withSnapshot({ ova: 'b'.repeat(64) }),
      `when its OVA was ${'b'.repeat(64)}, and now it is ${SUBJECT.ova}`,
    ],
    ['no OVA', withSnapshot({ ova: undefined }), 'when its OVA was not known'],
    [
      'too little',
      { ...REPORT, result: { ...RESULT, verdict: 'filesystem' } },
      'the verdict is filesystem, and application is asked for',
    ],
    ['a failure', { ...REPORT, ok: false, result: { ...RESULT, verdict: 'failed' } }, 'the verdict is failed'],
    [
      'a step that failed',
      { ...REPORT, ok: false, error: { message: 'full disk' } },
      'verify-quiesce failed: full disk',
    ],
    ['a step that failed in silence', { ...REPORT, ok: false }, 'it does not say why'],
    ['an offline check', { ...REPORT, result: { verdict: 'unproven' } }, 'it is of an offline check'],
    ['what was not proven', { ...REPORT, result: { ...RESULT, verdict: 'unproven' } }, 'took no snapshot'],
    ['a time that is not said', withSnapshot({ proved: undefined }), 'it does not say what it proved, and when'],
    ['a time that is none', withSnapshot({ proved: { at: 'x' } }), 'it does not say what it proved, and when'],
    ['no result', { ...REPORT, result: null }, 'it is of an offline check'],
    ['no verdict', { ...REPORT, result: { snapshot: SNAPSHOT } }, 'it is of an offline check'],
  ])('refuses the proof of %s', async (_what, report, why) => {
    await expect(read(report)).rejects.toMatchObject({
      code: 'not-proven',
      message: expect.stringContaining(why) as string,
    });
  });

  it.each([
    ['a file that is no JSON', '{'],
    ['nothing', 'null'],
    ['the report of another action', { ...REPORT, action: 'upload-esxi' }],
    ['a report of another form', { ...REPORT, schema: 2 }],
  ])('refuses %s', async (_what, report) => {
    await expect(read(report)).rejects.toMatchObject({
      code: 'input-invalid',
      message: expect.stringContaining('is no report of verify-quiesce') as string,
    });
  });

  it('names the input when the file is missing', async () => {
    await expect(readVerification(join(folder, 'none.json'), SUBJECT, 'application')).rejects.toMatchObject({
      code: 'file-missing',
      message: expect.stringContaining('(input verification)') as string,
    });
  });
});
