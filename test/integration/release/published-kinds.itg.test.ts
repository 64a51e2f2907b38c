import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReleaseRecord } from '../../../src/release/release-record.ts';
import { runStep } from '../../fakes/runner/run-step.ts';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import { sampleReport, writeReports } from '../../unit/release/sample-reports.ts';
import { type Inputs, publishOva, step } from '../publish/publish-steps.ts';
import { type LiveVsphere, run, withVsphere } from '../quiesce/live-run.ts';
import { makeOva } from '../vsphere/upload-job.ts';

/** Every kind of publication, as the bundles report it of what they did on the double, is recorded as what it is. */

let work = '';
let ova = '';
beforeAll(async () => {
  await buildVsphereDouble();
  work = await mkdtemp(join(tmpdir(), 'stillframe-kinds-'));
  ova = await makeOva(work, 'small', 2 ** 19);
});
afterAll(() => rm(work, { recursive: true, force: true }));

/** @param last reports of what was done with the OVA, beside those of a build that is made up */
async function record(vsphere: LiveVsphere, ...last: readonly (string | undefined)[]) {
  const sha256 = createHash('sha256')
    .update(await readFile(ova))
    .digest('hex');
  const built = writeReports(join(vsphere.folder, 'built'), [
    sampleReport('build-vhd'),
    sampleReport('convert-ova', { ova, sha256 }),
  ]);
  const reports = [...built, ...last].join('\n');
  const inputs = { reports, directory: join(vsphere.folder, 'record') };
  const recorded = await runStep(vsphere.folder, 'record-release', inputs, { env: { GITHUB_RUN_ID: '1' } });
  const read = async (): Promise<ReleaseRecord> => JSON.parse(await readFile(recorded.outputs.record ?? '', 'utf8'));
  return { ...recorded, read };
}

const upload = (vsphere: LiveVsphere, inputs: Inputs) =>
  step(vsphere, 'upload-esxi', { ova, 'network-map': 'VM Network', ...inputs }, '1');

it.each(['vm', 'template'])('an upload as %s, and none of one that was kept', async (as) => {
  await withVsphere({}, async (vsphere) => {
    const made = await upload(vsphere, { as, name: 'ws' });
    const recorded = await record(vsphere, made.outputs.report);
    expect(recorded.exitCode, recorded.printed).toBe(0);
    const { publication, run: place } = await recorded.read();
    expect(publication).toEqual({ as, name: 'ws' });
    expect(place).toMatchObject({ vm: made.outputs.vm, inventoryPath: '/DC0/vm/ws', server: vsphere.server });
    expect(recorded.outputs['verification-summary']).toBe('');

    const kept = await upload(vsphere, { as, name: 'ws', 'if-exists': 'keep' });
    const refused = await record(vsphere, kept.outputs.report);
    expect(refused.exitCode).toBe(1);
    expect(refused.printed).toContain('is of what had the name before: /DC0/vm/ws was kept');
  });
});

it('an item of a library', async () => {
  await withVsphere({}, async (vsphere) => {
    await run(vsphere, 'library.create', 'golden');
    const published = await publishOva(vsphere, '1', ova, { as: 'library-item', library: 'golden' });
    const recorded = await record(vsphere, published.outputs.report);
    expect(recorded.exitCode, recorded.printed).toBe(0);
    const { publication, run: place } = await recorded.read();
    expect(publication).toEqual({ as: 'library-item', name: 'ws' });
    expect(place).toMatchObject({ libraryItem: published.outputs['library-item'], inventoryPath: 'golden/ws' });
    expect(place).not.toHaveProperty('vm');
  });
});
