import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type CatalogDouble, startCatalog } from '../../fakes/catalog/start.ts';
import { type ActRepository, makeActRepository } from '../../fakes/github/act-repository.ts';
import { goTool } from '../../fakes/runner/go-tool.ts';
import { startVsphere, type Vsphere } from '../../fakes/vsphere/start.ts';
import { buildSampleMedia } from '../../media/build.ts';
import { tuesdayOptions, tuesdayTemplate } from './patch-tuesday-run.ts';

/** A release by hand that failed goes on where it was: act runs the workflows to copy. */

let parent = '';
let repository: ActRepository;
let catalog: CatalogDouble;
let vsphere: Vsphere;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'stillframe-resumed-'));
  repository = await makeActRepository(parent);
  catalog = await startCatalog();
  vsphere = await startVsphere({ api: 'vcenter' });
});
afterEach(async () => {
  await catalog.close();
  await vsphere.close();
  await rm(parent, { recursive: true, force: true });
});

it('skips disk and OVA after a failed upload, says why, and makes them anew when an input has changed', async () => {
  const act = await goTool('github.com/nektos/act', 'v0.2.89');
  const template = tuesdayTemplate(await buildSampleMedia(), 'ws-a');
  const unattend = await readFile(join(import.meta.dirname, '../../../examples/templates/unattend.xml'), 'utf8');
  await repository.commit({ 'templates/ws-a.yml': template, 'templates/unattend.xml': unattend });
  const release = (secrets: Record<string, string> = {}) => {
    const options = tuesdayOptions(vsphere, catalog, parent);
    return repository.run(act, 'workflow_dispatch', 'release-template.yml', {
      ...options,
      secrets: { ...options.secrets, ...secrets },
      payload: { inputs: { template: 'templates/ws-a.yml' } },
    });
  };
  const templates = async () => (await vsphere.state()).vms.filter(({ template: is }) => is).map(({ name }) => name);

  const failed = await release({ VSPHERE_PASSWORD: 'wrong' });
  expect(failed.exitCode, failed.log).toBe(1);
  expect(failed.log).toContain('Built, not reused: nothing is kept of ws-a');
  expect(failed.log).toContain('Packed, not reused: nothing is kept of ws-a');
  expect(await templates()).not.toContain('ws-a');

  const resumed = await release();
  expect(resumed.exitCode, resumed.log).toBe(0);
  expect(resumed.log).toMatch(/Reused, not built: same Stillframe, ISO, .*updates, drivers, .* as in run \d+ of /);
  expect(resumed.log).toMatch(/Reused, not packed: same Stillframe, disk, machine, .* as in run \d+ of /);
  expect(resumed.log).not.toContain('Apply image');
  expect(await templates()).toContain('ws-a');

  await repository.commit({ 'templates/ws-a.yml': template.replace('size: 4 GiB', 'size: 5 GiB') });
  const changed = await release();
  expect(changed.exitCode, changed.log).toBe(0);
  expect(changed.log).toMatch(/Built, not reused: other inputs than run \d+ had: size of the disk: 4 GiB -> 5 GiB\b/);
  expect(changed.log).toMatch(/Packed, not reused: other inputs than run \d+ had: the content of the disk has changed/);
  expect(changed.log).toContain('Apply image');
});
