import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { yamlBlocks } from '../../../scripts/docs/yaml-blocks.ts';
import { ROOT } from '../../../scripts/root.ts';
import { type CatalogDouble, startCatalog } from '../../fakes/catalog/start.ts';
import { type ActRepository, makeActRepository } from '../../fakes/github/act-repository.ts';
import { rewriteWorkflow } from '../../fakes/github/rewrite-for-act.ts';
import { goTool } from '../../fakes/runner/go-tool.ts';
import { startVsphere, type Vsphere } from '../../fakes/vsphere/start.ts';
import { buildSampleMedia } from '../../media/build.ts';
import { tuesdayOptions, tuesdayTemplate } from './patch-tuesday-run.ts';

/** A release by the workflow for GitHub Enterprise Server, called as the page on limits calls it: act runs both. */

let parent = '';
let repository: ActRepository;
let catalog: CatalogDouble;
let vsphere: Vsphere;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'stillframe-enterprise-'));
  repository = await makeActRepository(parent);
  catalog = await startCatalog();
  vsphere = await startVsphere({ api: 'vcenter' });
});
afterEach(async () => {
  await catalog.close();
  await vsphere.close();
  await rm(parent, { recursive: true, force: true });
});

/** The workflow of the page, with a new lock. */
function callerOfThePage(): string {
  const block = yamlBlocks(ROOT).find(
    ({ page, text }) => page === 'docs/limits.md' && text.includes('release-on-enterprise-server.yml'),
  );
  const text = block?.text.replace(/^( +)unattend: .*$/m, '$&\n$1update-lock: true');
  return rewriteWorkflow(text ?? '', '.stillframe');
}

it('builds, proves, publishes and records a template of a plan, and keeps OVA, record and lock on the share', async () => {
  const act = await goTool('github.com/nektos/act', 'v0.2.89');
  await repository.commit({
    '.github/workflows/release.yml': callerOfThePage(),
    'templates/ws-a.yml': tuesdayTemplate(await buildSampleMedia(), 'ws-a'),
    'templates/unattend.xml': await readFile(join(ROOT, 'examples/templates/unattend.xml'), 'utf8'),
  });
  const released = await repository.run(act, 'workflow_dispatch', 'release.yml', {
    ...tuesdayOptions(vsphere, catalog, parent),
    payload: { inputs: { templates: 'templates/ws-a.yml' } },
  });
  expect(released.exitCode, released.log).toBe(0);
  // The template leaves its first boot to whoever clones, and what was uploaded is not checked offline.
  const ran = [...released.log.matchAll(/Success - Main \.\/\.stillframe\/actions\/([a-z-]+)/g)].map(
    ([, name]) => name,
  );
  expect(ran).toEqual([
    'plan-release',
    'check-release',
    'fetch-updates',
    'extract-drivers',
    'build-vhd',
    'convert-ova',
    'upload-esxi',
    'verify-quiesce',
    'publish-template',
    'record-release',
  ]);
  for (const secret of [vsphere.password, 'Of-a-template-1']) expect(released.log).not.toContain(secret);
  const templates = (await vsphere.state()).vms.filter(({ template }) => template).map(({ name }) => name);
  expect(templates).toEqual(['ws-a']);
  const share = join(parent, 'releases/ws-a');
  expect(await readdir(share)).toEqual(
    expect.arrayContaining(['template.ova', 'release.json', 'release.html', 'sbom.cdx.json', 'ws-a.lock.json']),
  );
  expect(JSON.parse(await readFile(join(share, 'release.json'), 'utf8'))).toMatchObject({ name: 'ws-a' });
});
