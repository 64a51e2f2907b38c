import { expect, it } from 'vitest';
import type { BakedCandidateResult, BakedImageResult } from '../../../../actions/bake-template/main.ts';
import { renderSummary } from '../../../../actions/bake-template/summary.ts';
import { sampleLayout } from '../sample-layout.ts';

const RESULT: BakedCandidateResult = {
  host: 'vsphere',
  vm: 'vm-42',
  inventoryPath: '/DC/vm/ws|x',
  server: 'vc:8443',
  ova: 'a'.repeat(64),
  seal: 'none',
  toolsVersion: '12.4.5',
  build: '17763.8027',
  imageState: 'IMAGE_STATE_COMPLETE',
  firstBoot: [{ id: '30-update-01', result: 'ok, restarted', attempts: 2, ended: '2026-11-28T07:00:00Z' }],
  before: false,
};

it('says what is in the candidate, and how each step ended', () => {
  expect(renderSummary(RESULT)).toBe(
    [
      '## First boot',
      '',
      '✅ The candidate **/DC/vm/ws\\|x** is baked',
      '',
      '|  |  |',
      '| --- | --- |',
      '| server | vc:8443 |',
      '| managed object | vm-42 |',
      '| Windows | 17763.8027 |',
      '| VMware Tools | 12.4.5 |',
      '| sealed | no, for clones with a customization |',
      '| ImageState | IMAGE\\_STATE\\_COMPLETE |',
      '',
      '| step | result | attempts | ended |',
      '| --- | --- | --- | --- |',
      '| 30-update-01 | ok, restarted | 2 | 2026-11-28T07:00:00Z |',
      '',
    ].join('\n'),
  );
});

it('says when it was baked before, and what it is sealed for', () => {
  const text = renderSummary({ ...RESULT, before: true, seal: 'generalize' });
  expect(text).toContain('was baked by an earlier run');
  expect(text).toContain('generalized, for plain clones');
});

it('says of an image what is left for vSphere, and how its disk looks', () => {
  const { seal, build, imageState, firstBoot } = RESULT;
  const image: BakedImageResult = {
    host: 'hyper-v',
    image: 'D:\\a\\x.vhd',
    waits: ['50-vmware-tools', '55-check-vmware-tools'],
    after: 'shut-down',
    layout: sampleLayout(),
    findings: [],
    ...{ seal, build, imageState, firstBoot },
  };
  const text = renderSummary(image);
  expect(text).toContain(
    '✅ The image **D:\\\\a\\\\x.vhd** is baked on Hyper-V\n\n|  |  |\n| --- | --- |\n| Windows | 17763.8027 |',
  );
  expect(text).toMatch(/\| left for vSphere \| 50-vmware-tools, 55-check-vmware-tools \|/);
  expect(text).toMatch(/\| 30-update-01 \| ok, restarted \|/);
  expect(text).toContain('```');
  expect(renderSummary({ ...image, waits: [] })).toMatch(/\| left for vSphere \| nothing \|/);
});
