import { describe, expect, it } from 'vitest';
import { describeFile } from '../../../../actions/fetch-updates/file-report.ts';
import type { FetchUpdatesResult } from '../../../../actions/fetch-updates/main.ts';
import { renderSummary } from '../../../../actions/fetch-updates/summary.ts';
import type { PreparedFile } from '../../../../src/updates/prepare-packages.ts';
import type { Considered } from '../../../../src/updates/update.ts';

const considered = (kb: string, more: Partial<Considered> = {}): Considered => ({
  kb,
  title: `title of ${kb}`,
  updateId: kb,
  date: '2026-09-08',
  chosen: false,
  reason: 'a preview',
  ...more,
});
const RESULT: FetchUpdatesResult = {
  source: 'catalog',
  directory: '/u',
  packages: [
    {
      kb: 'KB2',
      kind: 'cumulative',
      path: '/u/KB2/a_b.msu',
      sha256: 'x',
      size: 2 ** 20,
      build: '26100.5',
      'apply-mode': 'folder-target',
      optional: false,
      reason: 'why',
    },
  ],
  changed: true,
  lockChanges: [{ change: 'added', kb: 'KB2', name: 'a_b.msu', detail: '10 bytes_' }],
  build: '26100.5',
  stand: { chosen: { kb: 'KB2', date: '2026-09-08' } },
  files: [],
  considered: [considered('KB3'), considered('KB4', { chosen: true }), considered('KB5', { reason: 'older than KB2' })],
  findings: [{ code: 'media-newer', severity: 'warning', seen: 's', remedy: 'r' }],
};

describe('the summary of fetch-updates', () => {
  it('has packages, stand, changes, findings and what was left out', () => {
    expect(renderSummary(RESULT)).toBe(`### Updates: 1 packages, Windows build 26100.5

| # | KB | kind | file | size | applied by | why here |
| --- | --- | --- | --- | --- | --- | --- |
| 1 | KB2 | cumulative | a\\_b.msu | 1 MiB | folder-target | why |

Newest known: not known, for want of the release information; chosen: KB2 of 2026-09-08.

#### Changes of the lock

- added KB2 a\\_b.msu: 10 bytes\\_

|  | Code | Seen | What to do |
| --- | --- | --- | --- |
| ⚠️ warning | media-newer | s | r |

<details><summary>Considered and left out</summary>

| KB | date | title | why |
| --- | --- | --- | --- |
| KB3 | 2026-09-08 | title of KB3 | a preview |

</details>
`);
  });

  it('leaves out what there is none of', () => {
    const { build: _, stand: __, ...rest } = RESULT;
    expect(renderSummary({ ...rest, packages: [], lockChanges: [], findings: [], considered: [] })).toBe(
      `### Updates: 0 packages

| # | KB | kind | file | size | applied by | why here |
| --- | --- | --- | --- | --- | --- | --- |
`,
    );
  });

  it('names fifteen that were left out, and counts the rest', () => {
    const many = (count: number): string =>
      renderSummary({ ...RESULT, considered: Array.from({ length: count }, (_, index) => considered(`KB${index}`)) });
    expect(many(15)).toContain('title of KB14');
    expect(many(15)).not.toContain('more');
    expect(many(17)).not.toContain('title of KB15');
    expect(many(17)).toContain('|  |  | and 2 more | see the report |');
  });
});

describe('describeFile', () => {
  const PREPARED = {
    update: { reason: 'why' },
    file: { name: 'a.msu', kb: 'KB2', kind: 'cumulative', url: 'https://x/', sha1: '1' },
    fetched: { path: '/x', size: 5, sha1: '1', sha256: '2', from: 'cache', received: 0 },
    opened: { container: 'cab', hotpatch: false, cabs: [], identity: { name: 'P', version: '1.2' }, stack: '26100.4' },
    signature: { state: 'valid', by: 'x' },
    build: undefined,
  } as unknown as PreparedFile;

  it('says all of a file, and by what it was verified', () => {
    expect(describeFile(PREPARED)).toEqual({
      name: 'a.msu',
      kb: 'KB2',
      kind: 'cumulative',
      url: 'https://x/',
      size: 5,
      sha1: '1',
      sha256: '2',
      verifiedBy: ['sha1'],
      from: 'cache',
      container: 'cab',
      identity: 'P 1.2',
      stack: '26100.4',
      signature: { state: 'valid', by: 'x' },
      reason: 'why',
    });
    const both = describeFile({ ...PREPARED, file: { ...PREPARED.file, sha256: '2' } });
    expect(both.verifiedBy).toEqual(['sha1', 'sha256']);
    const bare = describeFile({ ...PREPARED, opened: { container: 'wim', hotpatch: false, cabs: [] } });
    expect(bare).not.toHaveProperty('identity');
    expect(bare).not.toHaveProperty('stack');
  });
});
