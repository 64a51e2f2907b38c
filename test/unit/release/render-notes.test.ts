import { describe, expect, it } from 'vitest';
import { compareReleases, updatesOf } from '../../../src/release/compare-releases.ts';
import { kbPage } from '../../../src/release/kb-page.ts';
import { renderChanges, renderNotes } from '../../../src/release/render-notes.ts';
import { previousRecord, sampleRecord } from './sample-record.ts';
import { OVA, sha } from './sample-reports.ts';

describe('renderNotes', () => {
  it('says what is new since the release before', async () => {
    expect(renderNotes(await sampleRecord(), await previousRecord())).toBe(`# ws2019: Windows 17763.9620

Windows Server 2019 Standard, en-US. Quiesced snapshot: **application**, 2 VSS writers took part.

## New updates

- [KB5098818](https://support.microsoft.com/help/5098818) 2026-11 Cumulative &lt;Update> (2026-11-10, build 17763.9619)

## No longer in it

- [KB5070883](https://support.microsoft.com/help/5070883) 2026-10 Cumulative Update (build 17763.9500)

## Changes

|  | before | now |
| --- | --- | --- |
| Windows | 17763.9500 | 17763.9620 |
| Driver own | none | 1.0.0.0 |
| Driver pvscsi | 1.3.20.0 | 1.3.25.0 |
| Feature TelnetClient | none | on |
| Size of the OVA | 5 GiB | 6 GiB (+1 GiB) |

\`sha256:${OVA}\` ws2019.ova
`);
  });

  it('lists all updates of the first release', async () => {
    const { proof: _, ...record } = await sampleRecord();
    const text = renderNotes(record, undefined);
    expect(text).toContain('Its quiesced snapshots were not tried.');
    expect(text).toContain('## Updates\n\n- [KB5098818](');
    expect(text).toContain('\n- [KB5012170](https://support.microsoft.com/help/5012170) .NET\n');
    expect(renderNotes({ ...record, packages: [] }, undefined)).toContain('None: Windows is as the ISO has it.');
    const own = { kb: '', file: 'own.msu', sha256: sha('own') };
    expect(renderNotes({ ...record, packages: [own] }, undefined)).toContain('- an update \n');
  });

  it('tells a proof from a look, and a proof without writers', async () => {
    const record = await sampleRecord();
    const proof = { by: 'offline', verdict: 'unproven', level: 'application', writers: [] } as const;
    expect(renderNotes({ ...record, proof }, undefined)).toContain(
      'No quiesced snapshot was tried; the disk was looked at.',
    );
    const bare = { ...proof, by: 'snapshot', verdict: 'filesystem' } as const;
    expect(renderNotes({ ...record, proof: bare }, undefined)).toContain('Quiesced snapshot: **filesystem**.\n');
  });

  it('says so when nothing has changed', async () => {
    const record = await sampleRecord();
    expect(renderChanges(record, record)).toEqual(['The OVA is that of the release before, bit for bit.']);
    const other = { ...record, ova: { ...record.ova, sha256: sha('x') } };
    expect(renderChanges(other, record)).toEqual([
      'Nothing that this page tells of has changed; the OVA is another all the same.',
    ]);
    const smaller = { ...other, ova: { ...other.ova, size: 5 * 2 ** 30 } };
    expect(renderChanges(smaller, record, '####').join('\n')).toBe(
      '#### Changes\n|  | before | now |\n| --- | --- | --- |\n| Size of the OVA | 6 GiB | 5 GiB (−1 GiB) |',
    );
  });
});

describe('compareReleases', () => {
  it('compares what people care for', async () => {
    const [before, after] = [await previousRecord(), await sampleRecord()];
    expect(compareReleases(before, after)).toMatchObject({
      same: false,
      build: { what: 'Windows', from: '17763.9500', to: '17763.9620' },
      added: [{ kb: 'KB5098818', kind: 'cumulative' }],
      removed: [{ kb: 'KB5070883' }],
      size: { from: 5 * 2 ** 30, to: 6 * 2 ** 30 },
    });
    const { bake: _, proof: __, vmwareTools: ___, ...bare } = after;
    expect(
      compareReleases(after, { ...bare, windows: { ...bare.windows, displayName: 'Other', product: 'p' } }).others,
    ).toEqual([
      { what: 'Edition', from: 'Windows Server 2019 Standard', to: 'Other' },
      { what: 'Product', from: 'windows-server-2019', to: 'p' },
      { what: 'Quiesced snapshot', from: 'application' },
      { what: 'Sealed', from: 'none' },
      { what: 'VMware Tools', from: '12.5.4' },
    ]);
    // How it is sealed is known where Hyper-V alone has baked it, too.
    const imageBake = { build: '1', seal: 'generalize', imageState: '', steps: [], waits: [] };
    expect(compareReleases(after, { ...after, imageBake }).others).toEqual([]);
    expect(compareReleases(bare, { ...bare, imageBake }).others).toEqual([{ what: 'Sealed', to: 'generalize' }]);
    expect(compareReleases(after, after)).toEqual({
      same: true,
      added: [],
      removed: [],
      others: [],
      size: { from: 6 * 2 ** 30, to: 6 * 2 ** 30 },
    });
  });

  it('counts an update once, by what is more than its servicing stack', async () => {
    expect(updatesOf(await sampleRecord()).map(({ kb, kind }) => [kb, kind])).toEqual([
      ['KB5098818', 'cumulative'],
      ['KB5012170', undefined],
    ]);
    const stack = { kb: 'KB1', kind: 'servicing-stack', file: 'a', sha256: '' };
    const other = { kb: 'KB1', kind: 'cumulative', file: 'b', sha256: '' };
    expect(updatesOf({ packages: [other, stack] })).toEqual([other]);
    expect(updatesOf({ packages: [stack] })).toEqual([stack]);
  });
});

it.each([
  ['KB5098818', 'https://support.microsoft.com/help/5098818'],
  ['KB890830', 'https://support.microsoft.com/help/890830'],
  ['', undefined],
  ['KB12', undefined],
  ['KB509881812', undefined],
  ['xKB5098818', undefined],
])('the page of %s is %s', (kb, page) => {
  expect(kbPage(kb)).toBe(page);
});
