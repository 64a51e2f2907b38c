import { describe, expect, it } from 'vitest';
import type { BuildVhdResult } from '../../../../actions/build-vhd/main.ts';
import { renderSummary } from '../../../../actions/build-vhd/summary.ts';
import { layoutMarkdown } from '../../../../src/disk/layout-markdown.ts';
import { drawPlan, type PlanDescription } from '../../../../src/windows/plan/describe-plan.ts';
import { sampleLayout } from '../sample-layout.ts';

const PLAN: PlanDescription = {
  engine: 'wimlib',
  edition: 'E',
  build: '17763.107',
  disk: { size: 2 ** 30, format: 'vhd', type: 'dynamic' },
  partitions: [],
  offline: ['Register a_b', 'Clean'],
  firstBoot: [{ step: '10-x', title: 'Install <x>' }],
  afterFirstBoot: 'shut-down',
  bakeHost: 'vsphere',
};
const BUILT: BuildVhdResult = {
  vhd: '/out/a.vhd',
  edition: 'E',
  displayName: 'Windows Server 2019 Standard',
  build: '17763.107',
  language: 'en-US',
  plan: PLAN,
  layout: sampleLayout(),
  bootDrivers: [
    { name: 'pvscsi', version: '1.0', date: '2022-03-03' },
    { name: 'other', version: '2.0', date: '2022-03-03' },
  ],
  bootManager: { signer: 'Windows', issuer: 'PCA 2011', year: 2011, svn: '7.0' },
  inBoxDrivers: [
    { device: 'd', inf: 'a.inf', version: '1.1', proven: true },
    { device: 'e', inf: 'b.inf', version: '1.2', proven: false },
  ],
  packages: [],
  inputs: {
    iso: { file: 'a.iso', sha256: 'abc' },
    toolsSetup: undefined,
    drivers: [],
    files: [],
    scripts: [],
    features: [],
  },
  programs: [],
  remoteDesktop: true,
  date: '2026-01-01T00:00:00.000Z',
  reuse: undefined,
  findings: [{ code: 'no-effect', severity: 'warning', seen: 's', remedy: 'r' }],
};

const shown = (more: Partial<BuildVhdResult> = {}): string => renderSummary({ ...BUILT, ...more });

it('the summary does not call an image free of a Recovery partition that has one', () => {
  expect(shown({ layout: sampleLayout({ recovery: true }) })).toMatch(
    /^## Windows image built: with a Recovery partition, on which quiesced snapshots fail\n/,
  );
});

it.each([
  [{ reused: true, why: 'same ISO as in run 7' }, {}, 'stage skipped: same ISO as in run 7'],
  [{ reused: false, why: 'the ISO has changed' }, {}, 'made anew: the ISO has changed'],
  [{ reused: true, why: 'same ISO' }, { layout: undefined }, 'would be skipped: same ISO'],
])('the summary says %j', (reuse, more, said) => {
  expect(shown({ reuse, ...more })).toContain(`\n| Reuse | ${said} |\n`);
});

describe('the summary of an image that was built', () => {
  it('has everything in its order', () => {
    expect(shown()).toBe(`## Windows image built: no Recovery partition

|  |  |
| --- | --- |
| Image | /out/a.vhd |
| Edition | Windows Server 2019 Standard |
| Build | 17763.107 (as applied) |
| Engine | wimlib |
| Boot drivers | pvscsi 1.0, other 2.0 |
| Boot manager | signed by Windows, certified by PCA 2011, security version 7.0 |
| Drivers inside Windows | a.inf 1.1, b.inf 1.2 (not read from the image) |
| After first boot | shut-down |
| Remote Desktop | allowed |

${layoutMarkdown(sampleLayout())}

### Done to the image

1. Register a\\_b
1. Clean

### Staged for first boot

1. Install &lt;x>

### Findings

|  | Code | Seen | What to do |
| --- | --- | --- | --- |
| ⚠️ warning | no-effect | s | r |
`);
  });

  it('leaves out what there is none of', () => {
    const bare = shown({
      bootDrivers: [],
      inBoxDrivers: [],
      remoteDesktop: false,
      findings: [],
      plan: { ...PLAN, offline: [], firstBoot: [] },
    });
    expect(bare).toContain('| Boot drivers | none added |');
    expect(bare).toContain('| Drivers inside Windows | none for devices of VMware |');
    expect(bare).toContain('| Remote Desktop | as Windows has it |');
    expect(bare).not.toContain('###');
  });

  it.each([
    [{ signer: undefined, issuer: undefined, year: undefined, svn: undefined }, 'not signed'],
    [
      { signer: undefined, issuer: 'CA', year: undefined, svn: undefined },
      'signed by an unnamed certificate, certified by CA, security version none',
    ],
  ])('says of the boot manager %j: %s', (bootManager, words) => {
    expect(shown({ bootManager })).toContain(`| Boot manager | ${words} |`);
  });
});

it('the summary of a dry run shows the plan, and nothing that was not made', () => {
  const dry = shown({
    vhd: undefined,
    layout: undefined,
    bootManager: undefined,
    inBoxDrivers: undefined,
    findings: [],
  });
  expect(dry).toBe(`## Dry run: nothing was made

|  |  |
| --- | --- |
| Edition | Windows Server 2019 Standard |
| Build | 17763.107 |
| Engine | wimlib |
| Boot drivers | pvscsi 1.0, other 2.0 |
| After first boot | shut-down |
| Remote Desktop | allowed |

\`\`\`text
${drawPlan(PLAN)}
\`\`\`
`);
  expect(shown({ bootManager: undefined })).not.toContain('Drivers inside Windows');
  expect(shown({ inBoxDrivers: undefined })).not.toContain('Boot manager');
});
