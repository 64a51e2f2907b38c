import { describe, expect, it } from 'vitest';
import { assertProven, type Result, type SnapshotResult } from '../../../../actions/verify-quiesce/main.ts';
import { renderSummary } from '../../../../actions/verify-quiesce/summary.ts';
import { layoutMarkdown } from '../../../../src/disk/layout-markdown.ts';
import type { FreezeMarkers } from '../../../../src/quiesce/marker-script.ts';
import { sampleLayout } from '../sample-layout.ts';

const FINDING = { code: 'quiesce-ignored', severity: 'error', seen: 'it was', remedy: 'do' } as const;
const SNAPSHOT: SnapshotResult = {
  server: 'vCenter 8',
  vm: '/DC/vm/ws',
  moref: 'vm-1',
  host: 'vc.example.com',
  proved: { at: '2026-11-28T12:00:00.000Z' },
  copy: 'ws-copy',
  durationMs: 2000,
  firstBoot: { outcome: 'failed', status: 'failed: x' },
  writers: ['A', 'B'],
  manifestMembers: ['1', '2', '3'],
  fault: { type: 'F', message: 'm' },
  events: [{ time: 't', message: 'e' }],
};
const RESULT: Result = {
  verdict: 'failed',
  findings: [FINDING],
  image: { path: '/a_b.vhd', format: 'vhd', layout: sampleLayout() },
  snapshot: SNAPSHOT,
  level: 'application',
  manifest: '/m.zip',
  evidence: '',
};

describe('the summary of verify-quiesce', () => {
  it('tells what a customized copy came to', () => {
    const told = (customization: SnapshotResult['customization']): string =>
      renderSummary({ ...RESULT, snapshot: { ...SNAPSHOT, ...(customization && { customization }) } });
    const proof = { outcome: 'failed', specification: 'lab', copy: 'c', durationMs: 3000 } as const;
    expect(told(proof)).toContain('| Customized copy | failed with lab after 3.0 s: c, removed again |');
    expect(told({ outcome: 'refused', specification: 'lab' })).toContain('| Customized copy | refused with lab |');
  });

  it('tells what a linked clone of the snapshot came to', () => {
    const told = (checked: boolean): string =>
      renderSummary({
        ...RESULT,
        snapshot: { ...SNAPSHOT, restore: { outcome: 'restored', copy: 'c', durationMs: 3000, checked } },
      });
    expect(told(true)).toContain(
      '| Linked clone of the snapshot | restored after 3.0 s, volume, event log and services asked: c, removed again |',
    );
    expect(told(false)).toContain('volume, event log and services not asked: c');
  });

  it.each<[FreezeMarkers, string]>([
    [
      { freeze: '2026-11-28T12:00:00Z', freezeFail: undefined, thaw: '2026-11-28T12:00:02Z' },
      'run at the freeze and at the thaw, 2.0 s between them',
    ],
    [{ freeze: undefined, freezeFail: undefined, thaw: undefined }, 'not run'],
    [{ freeze: 'x', freezeFail: 'x', thaw: undefined }, 'run at the freeze and after a freeze that failed'],
    [{ freeze: undefined, freezeFail: undefined, thaw: 'x' }, 'run at the thaw'],
  ])('tells of %j', (markers, told) => {
    expect(renderSummary({ ...RESULT, snapshot: { ...SNAPSHOT, markers } })).toContain(`| Marker script | ${told} |`);
    expect(renderSummary(RESULT)).not.toContain('Marker script');
  });

  it('has verdict, findings, snapshot, events and disk', () => {
    expect(renderSummary(RESULT)).toBe(`## Quiescing

❌ **failed**

|  | Code | Seen | What to do |
| --- | --- | --- | --- |
| ❌ error | quiesce-ignored | it was | do |

### Snapshot

|  |  |
| --- | --- |
| Virtual machine | /DC/vm/ws |
| Snapshot of | the disposable copy ws-copy, removed again |
| Server | vCenter 8 |
| First boot | failed: failed: x |
| Answer after | 2.0 s |
| Fault | F: m |
| Manifest | /m.zip (3 files) |
| VSS writers | A, B |

<details><summary>Events of the VM</summary>

| Time | Event |
| --- | --- |
| t | e |

</details>

### /a\\_b.vhd (vhd)

${layoutMarkdown(sampleLayout())}
`);
  });

  it('says what there was none of', () => {
    const { copy: _c, durationMs: _d, firstBoot: _f, fault: _e, ...rest } = SNAPSHOT;
    const bare: SnapshotResult = { ...rest, writers: [], manifestMembers: [], events: [] };
    expect(
      renderSummary({
        verdict: 'ignored',
        findings: [],
        snapshot: bare,
        level: 'application',
        manifest: '',
        evidence: '',
      }),
    ).toBe(`## Quiescing

❌ **ignored**: the quiesce request was silently not carried out

No findings.

### Snapshot

|  |  |
| --- | --- |
| Virtual machine | /DC/vm/ws |
| Snapshot of | the VM itself |
| Server | vCenter 8 |
| Answer after | no snapshot was taken |
| Fault | none |
| Manifest | none |
| VSS writers | none |
`);
    const silent = { ...SNAPSHOT, firstBoot: { outcome: 'unfinished', status: undefined } } as const;
    expect(renderSummary({ ...RESULT, snapshot: silent })).toContain('| First boot | unfinished |');
  });

  it.each([
    ['application', '✅ **application**: VSS writers took part in the snapshot'],
    ['filesystem', '🟡 **filesystem**: the file systems were frozen, no VSS writer took part'],
    ['unproven', '⚪ **unproven**: no error found in the image; only a snapshot proves more'],
  ] as const)('%s has a headline of its own', (verdict, headline) => {
    expect(renderSummary({ verdict, findings: [], level: 'application', manifest: '', evidence: '' })).toBe(
      `## Quiescing\n\n${headline}\n\nNo findings.\n`,
    );
  });
});

describe('assertProven', () => {
  it('is content with what was asked for, and with more', () => {
    expect(() => assertProven({ ...RESULT, verdict: 'application' }, 'filesystem')).not.toThrow();
    expect(() => assertProven({ ...RESULT, verdict: 'filesystem' }, 'filesystem')).not.toThrow();
  });

  it('says what was proven, what was asked for, and the likeliest cause', () => {
    expect(() => assertProven(RESULT, 'application')).toThrow(
      expect.objectContaining({
        code: 'quiesce-failed',
        message: 'The proof of /DC/vm/ws ended with the verdict failed, asked for was application: it was',
        hint: 'do',
      }),
    );
    const { snapshot: _, ...offline } = RESULT;
    expect(() => assertProven({ ...offline, findings: [] }, 'application')).toThrow(
      expect.objectContaining({
        message: 'The check of /a_b.vhd ended with the verdict failed, asked for was application: no cause was found',
        hint: 'See the job summary and docs/troubleshooting.md.',
      }),
    );
  });
});
