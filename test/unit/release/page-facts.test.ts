import { parse } from 'node-html-parser';
import { beforeAll, expect, it } from 'vitest';
import { factsSection } from '../../../src/release/page-facts.ts';
import type { ReleaseRecord } from '../../../src/release/release-record.ts';
import { sampleRecord } from './sample-record.ts';
import { BAKED_TWICE, OVA, sampleReport, sha } from './sample-reports.ts';

let record: ReleaseRecord;
beforeAll(async () => {
  record = await sampleRecord();
});

/** The lists of the section by their headings: names with what stands behind them. */
function factsOf(of: ReleaseRecord): Partial<Record<string, string[]>> {
  const section = parse(factsSection(of).text);
  return Object.fromEntries(
    section.querySelectorAll('dl').map((list) => {
      const heading = list.parentNode?.querySelector(':scope > summary')?.text ?? '';
      const names = list.querySelectorAll('dt').map(({ text }) => text);
      return [heading, list.querySelectorAll('dd').map(({ text }, index) => `${names[index]}: ${text}`)];
    }),
  );
}

it('says by digest what the release was made of, what made it, and what its first boot did', () => {
  expect(factsOf(record)).toEqual({
    '': [
      `OVA: ws2019.ova, 6 GiB ${OVA}`,
      `Template: ws2019.yml ${sha('template')}`,
      expect.stringContaining('Windows ISO: ws2019.iso '),
      expect.stringContaining('VMware Tools ISO: VMware Tools '),
      `VMware Tools installer: setup64.exe ${sha('setup')}`,
      `File: Corp/a.txt ${sha('a')}`,
      `First-boot script: join.ps1 ${sha('join')}`,
      'VMware Tools: 12.5.4',
      `Driver pvscsi: 1.3.25.0 ${sha('pvscsi')}`,
      `Driver own: 1.0.0.0 ${sha('own')}`,
      'Features: TelnetClient',
    ],
    'Update packages, in the order of their installation': [
      `KB5098818: SSU-17763.9603-x64.cab ${sha('ssu')}`,
      `KB5098818: Windows10.0-KB5098818-x64.cab ${sha('lcu')}`,
      `KB5012170: kb5012170.msu ${sha('dotnet')}`,
    ],
    'Tools and runner': [
      'Engine: wimlib',
      `wimlib-imagex: 1.13.5 ${sha('wimlib')}`,
      `Stillframe:  ${sha('bundle')}`,
      'Runner: builder-7: Linux 6.1.0, X64, Node 24.21.0',
      'Server: vc:8443',
      'Published as: /DC/vm/Templates/ws2019 (vm-50)',
      `Evidence: vss-manifest.zip ${sha('manifest')}`,
    ],
    'First boot': ['30-update-01: ok, restarted'],
  });
});

it('says what the first boot on Hyper-V did, and what it left', async () => {
  const twice = await sampleRecord(
    {},
    BAKED_TWICE.map((part) => sampleReport(part)),
  );
  const { 'First boot on Hyper-V': image, 'First boot': candidate } = factsOf(twice);
  expect(image).toEqual(['20-feature-01: ok', '50-vmware-tools: left for vSphere']);
  expect(candidate).toEqual(['30-update-01: ok, restarted']);
});

it('says nothing of what there was not', () => {
  const { bake: _, publication: __, vmwareTools: ___, ...rest } = record;
  const { stillframe: ____, ...tools } = record.tools;
  const { server: _____, inventoryPath: ______, ...run } = record.run;
  const bare = factsOf({ ...rest, packages: [], features: [], tools, run: { ...run, commit: 'c0ffee', evidence: [] } });
  expect(Object.keys(bare)).toEqual(['', 'Tools and runner']);
  expect((bare[''] ?? []).join('\n')).not.toMatch(/^VMware Tools: |^Features/m);
  expect(bare['Tools and runner']).toEqual([
    'Engine: wimlib',
    `wimlib-imagex: 1.13.5 ${sha('wimlib')}`,
    'Runner: builder-7: Linux 6.1.0, X64, Node 24.21.0',
    'Commit: c0ffee',
  ]);
});

it('takes the Tools of the disc where no bake has seen any, and calls what was not published a candidate', () => {
  const { bake, publication: _, ...rest } = record;
  if (!bake) throw new TypeError('the sample was baked');
  const unseen = factsOf({ ...rest, bake: { ...bake, toolsVersion: '' } });
  expect(unseen['']).toContain(`VMware Tools: ${record.vmwareTools?.version}`);
  expect(unseen['Tools and runner']).toContain(`Candidate: ${record.run.inventoryPath} (vm-50)`);
  const { vm: __, ...run } = record.run;
  const item = { ...record, run: { ...run, libraryItem: 'i-1', inventoryPath: 'Windows/ws2019' } };
  expect(factsOf(item)['Tools and runner']).toContain('Published as: Windows/ws2019 (i-1)');
  const nameless = { ...rest, packages: record.packages.map((one) => ({ ...one, kb: '' })) };
  const packages = factsOf(nameless)['Update packages, in the order of their installation'] ?? [];
  expect(packages[0]).toMatch(/^Update: SSU-/);
});
