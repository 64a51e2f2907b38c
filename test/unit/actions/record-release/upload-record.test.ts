import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DefaultArtifactClient } from '@actions/artifact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkArtifact, uploadRecord } from '../../../../actions/record-release/upload-record.ts';
import type { WholeReports } from '../../../../src/release/read-reports.ts';
import { playedContext } from '../played-context.ts';

const RUN = { ACTIONS_RUNTIME_TOKEN: 't', ACTIONS_RESULTS_URL: 'https://results.example/' };
const ENTERPRISE = { ...RUN, GITHUB_SERVER_URL: 'https://git.corp' };
const WISH = { name: undefined, withOva: false, retentionDays: 30, env: RUN };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-artifact-'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

describe('checkArtifact', () => {
  const check = (...[wish, name = 'ws']: [Parameters<typeof checkArtifact>[0], string?]) => {
    const context = playedContext(folder);
    return { artifact: checkArtifact(wish, name, context), warning: context.said.warning };
  };

  it('is called after the release, or as it was told', () => {
    expect(check(WISH)).toEqual({ artifact: 'ws-release', warning: [] });
    expect(check({ ...WISH, name: 'mine' }).artifact).toBe('mine');
    expect(check(undefined)).toEqual({ artifact: undefined, warning: [] });
  });

  it('is none on Enterprise Server, which is said', () => {
    const { artifact, warning } = check({ ...WISH, env: ENTERPRISE });
    expect(artifact).toBeUndefined();
    expect(warning).toEqual([expect.stringMatching(/has no service for these artifacts: nothing is uploaded/)]);
  });

  it.each([
    ['ws', 'a:b'],
    ['a/b', undefined],
  ])('is refused where a name cannot be one: %s, %s', (name, artifact) => {
    expect(() => check({ ...WISH, name: artifact }, name)).toThrow(expect.objectContaining({ code: 'input-invalid' }));
  });
});

/** What GitHub was given: of each artifact its name, its files by their names in it with their content, and its options. */
async function upload(more: Partial<typeof WISH> = {}, proof?: { manifest: string }) {
  const path = async (name: string): Promise<string> => {
    await writeFile(join(folder, name), name);
    return join(folder, name);
  };
  const files = {
    ...{ record: await path('release.json'), sbom: await path('sbom.cdx.json') },
    ...{ page: await path('release.html'), notes: await path('notes.md') },
  };
  const reports = {
    'convert-ova': { part: 'convert-ova', path: await path('one.json'), result: { ova: await path('there.ova') } },
    ...(proof && {
      'verify-quiesce': {
        ...{ part: 'verify-quiesce', path: await path('two.json') },
        result: { manifest: proof.manifest && (await path(proof.manifest)) },
      },
    }),
  } as unknown as WholeReports;
  const taken: unknown[] = [];
  vi.spyOn(DefaultArtifactClient.prototype, 'uploadArtifact').mockImplementation(async (name, paths, root, options) => {
    const texts = await Promise.all(
      paths.map(async (file) => [file.slice(root.length + 1), await readFile(file, 'utf8')] as const),
    );
    taken.push({ name, files: Object.fromEntries(texts), options });
    return { id: taken.length, size: 7 };
  });
  const context = playedContext(await mkdtemp(join(folder, 'temp-')));
  const wish = { ...WISH, ...more };
  const uploaded = await uploadRecord(files, reports, { artifact: 'ws-release', name: 'ws', wish, context });
  return { uploaded, taken, said: context.said.info };
}

const EVERYTHING = {
  ...{ 'release.json': 'release.json', 'sbom.cdx.json': 'sbom.cdx.json', 'release.html': 'release.html' },
  ...{ 'notes.md': 'notes.md', 'convert-ova.json': 'one.json' },
};
const PAGE = {
  name: 'ws-release.html',
  files: { 'ws-release.html': 'release.html' },
  options: { skipArchive: true, retentionDays: 30 },
};

describe('uploadRecord', () => {
  it('gives one with everything, each report under the name of its step, and the page as the browser shows it', async () => {
    const { uploaded, taken, said } = await upload();
    expect(taken).toEqual([{ name: 'ws-release', files: EVERYTHING, options: { retentionDays: 30 } }, PAGE]);
    expect(uploaded).toEqual([
      { name: 'ws-release', id: 1, size: 7 },
      { name: 'ws-release.html', id: 2, size: 7 },
    ]);
    expect(said).toEqual(['[Uploading artifacts]']);
  });

  it('gives the OVA beside them where that is wanted, for a day', async () => {
    const { taken } = await upload({ withOva: true });
    expect(taken.slice(1)).toEqual([
      PAGE,
      { name: 'ws.ova', files: { 'ws.ova': 'there.ova' }, options: { skipArchive: true, retentionDays: 1 } },
    ]);
  });

  it.each(['manifest.zip', ''])('gives the manifest of the snapshot where there is one: %j', async (manifest) => {
    const { taken } = await upload({}, { manifest });
    const files = { ...EVERYTHING, 'verify-quiesce.json': 'two.json', ...(manifest && { [manifest]: manifest }) };
    expect(taken[0]).toMatchObject({ files });
    expect(Object.keys((taken[0] as { files: object }).files)).toHaveLength(Object.keys(files).length);
  });
});
