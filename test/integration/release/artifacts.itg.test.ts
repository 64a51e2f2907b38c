import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ResultsService, startResultsService } from '../../fakes/github/results-service.ts';
import { runBundle } from '../../fakes/runner/run-bundle.ts';
import { ALL, OVA, sampleReport, sha, writeReports } from '../../unit/release/sample-reports.ts';

/** Artifacts of a run, uploaded by the bundle to a double of GitHub's service. */

let folder = '';
let service: ResultsService | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-artifacts-'));
});
afterEach(async () => {
  await service?.close();
  service = undefined;
  await rm(folder, { recursive: true, force: true });
});

async function record(inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>>) {
  await writeFile(join(folder, 'ws2019.ova'), 'ova');
  await writeFile(join(folder, 'manifest.zip'), 'evidence');
  const changed = {
    'convert-ova': sampleReport('convert-ova', { ova: join(folder, 'ws2019.ova') }),
    'verify-quiesce': sampleReport('verify-quiesce', { manifest: join(folder, 'manifest.zip') }),
  } as Record<string, ReturnType<typeof sampleReport>>;
  const reports = writeReports(
    join(folder, 'reports'),
    ALL.map((action) => changed[action] ?? sampleReport(action)),
  );
  const log: string[] = [];
  const options = {
    jobFolder: join(folder, 'job'),
    env: { GITHUB_RUN_ID: '1', ...env },
    onLine: (line: string) => log.push(line),
  };
  const result = await runBundle('record-release', { reports: reports.join('\n'), ...inputs }, options);
  return { ...result, log: log.join('\n') };
}

describe('artifacts', () => {
  it('hold everything, and the page and the OVA as they are, the OVA for a day', async () => {
    service = await startResultsService();
    const { exitCode, log, outputs, summary } = await record(
      { artifact: 'with-ova', 'retention-days': '7' },
      service.env,
    );
    expect(exitCode, log).toBe(0);
    const artifacts = service.artifacts();
    expect([...artifacts.keys()]).toEqual(['ws2019-release', 'ws2019-release.html', 'ws2019.ova']);
    expect(JSON.parse(outputs.artifacts ?? '')).toEqual([
      { name: 'ws2019-release', id: 4711, size: artifacts.get('ws2019-release')?.content.length },
      { name: 'ws2019-release.html', id: 4712, size: artifacts.get('ws2019-release.html')?.content.length },
      { name: 'ws2019.ova', id: 4713, size: 3 },
    ]);
    expect(artifacts.get('ws2019-release.html')).toMatchObject({
      mimeType: 'text/html',
      content: await readFile(outputs.page ?? ''),
    });
    expect(sha(artifacts.get('ws2019.ova')?.content.toString() ?? '')).toBe(OVA);
    const names = artifacts.get('ws2019-release')?.content.toString('latin1') ?? '';
    for (const name of [
      'release.json',
      'sbom.cdx.json',
      'release.html',
      'notes.md',
      'manifest.zip',
      'build-vhd.json',
    ]) {
      expect(names).toContain(name);
    }
    const days = [...artifacts.values()].map(({ expiresAt }) =>
      Math.round(((expiresAt?.getTime() ?? 0) - Date.now()) / 86_400_000),
    );
    expect(days).toEqual([7, 7, 1]);
    expect(summary).toContain('Artifacts of this run: `ws2019-release` (');
    expect(log).not.toContain(service.env.ACTIONS_RUNTIME_TOKEN);
  });

  it('have names of their own, which nobody else of the run may have', async () => {
    service = await startResultsService();
    const first = await record({ artifact: 'reports', 'artifact-name': 'a.1' }, service.env);
    expect(first.exitCode, first.log).toBe(0);
    expect([...service.artifacts().keys()]).toEqual(['a.1', 'a.1.html']);
    const second = await record({ artifact: 'reports', 'artifact-name': 'a.1' }, service.env);
    expect(second.exitCode).toBe(1);
    expect(second.log).toContain('::error::The artifact a.1 was not taken: Failed to CreateArtifact');
    expect(second.log).toContain('an artifact with this name already exists on the workflow run');
    expect(second.log).toContain('[artifact-refused]');
    // What was recorded is there all the same.
    expect(JSON.parse(await readFile(join(folder, 'release.json'), 'utf8'))).toMatchObject({ name: 'ws2019' });
  });

  it.each<[string, () => Promise<ResultsService>, Record<string, string>, Record<string, string>, string]>([
    ['a token that is over', () => startResultsService({ token: -1 }), {}, {}, 'token is expired'],
    [
      'a token of another run',
      () => startResultsService({ run: 'other' }),
      {},
      {},
      'the token is not of this run and job',
    ],
    [
      'a time that is too long',
      () => startResultsService(),
      { 'retention-days': '400' },
      {},
      'expires_at is out of range',
    ],
    [
      'a name that is no name of a file',
      () => startResultsService(),
      { 'artifact-name': 'a/b' },
      {},
      'which no name of an artifact may have',
    ],
    [
      'a place without a run',
      () => startResultsService(),
      {},
      { ACTIONS_RUNTIME_TOKEN: '' },
      'there is no workflow run here',
    ],
  ])('are refused with %s', async (_what, start, inputs, env, message) => {
    service = await start();
    const { exitCode, log } = await record({ artifact: 'reports', ...inputs }, { ...service.env, ...env });
    expect(exitCode, log).toBe(1);
    expect(log).toContain(message);
    expect(service.artifacts().size).toBe(0);
  });

  it('are left out on GitHub Enterprise Server with one warning, and nobody is asked', async () => {
    service = await startResultsService();
    const server = { GITHUB_SERVER_URL: 'https://github.corp.example' };
    const { exitCode, log, outputs } = await record({ artifact: 'with-ova' }, { ...service.env, ...server });
    expect(exitCode, log).toBe(0);
    expect(log.match(/::warning/g)).toHaveLength(1);
    expect(log).toContain('::warning::GitHub Enterprise Server has no service for these artifacts');
    expect(service.asked).toEqual([]);
    expect(outputs.artifacts).toBe('[]');
  });

  it('are left out where none are asked for', async () => {
    service = await startResultsService();
    const { exitCode, log } = await record({}, service.env);
    expect(exitCode, log).toBe(0);
    expect(service.asked).toEqual([]);
  });
});
