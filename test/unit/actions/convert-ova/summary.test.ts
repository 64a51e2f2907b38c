import { expect, it } from 'vitest';
import type { ConvertOvaResult } from '../../../../actions/convert-ova/main.ts';
import { renderSummary } from '../../../../actions/convert-ova/summary.ts';
import { layoutMarkdown } from '../../../../src/disk/layout-markdown.ts';
import { sampleLayout } from '../sample-layout.ts';

const MIB = 2 ** 20;
const RESULT: ConvertOvaResult = {
  source: '/out/a.vhd',
  ova: '/out/my_vm.ova',
  sha256: 'abc',
  size: 3 * MIB,
  capacity: 1024 * MIB,
  engine: 'native',
  format: 'vhd-dynamic',
  level: 1,
  guestId: 'g',
  disk: {
    name: 'd',
    populated: 8 * MIB,
    size: 2 * MIB,
    capacity: 1024 * MIB,
    digest: 'x',
  } as unknown as ConvertOvaResult['disk'],
  toolsInstalled: false,
  layout: sampleLayout(),
  freeSpace: [{ freeBytes: MIB }, { freeBytes: 2 * MIB }] as unknown as ConvertOvaResult['freeSpace'],
  unallocated: MIB,
  reuse: undefined,
  findings: [{ code: 'free-space-kept', severity: 'info', seen: 's', remedy: 'r' }],
};

it('says sizes, digest, and what was left out', () => {
  expect(renderSummary(RESULT)).toBe(`### my\\_vm.ova

|  |  |
| --- | --- |
| size of the OVA | 3 MiB |
| SHA-256 of the OVA | abc |
| virtual disk | 1 GiB, read as vhd-dynamic |
| free space left out | 4 MiB |
| data stored | 8 MiB |
| compressed | 2 MiB (25.0 % of it), level 1 |
| guest id | g |

${layoutMarkdown(sampleLayout())}

|  | Code | Seen | What to do |
| --- | --- | --- | --- |
| ℹ️ info | free-space-kept | s | r |
`);
});

it('leaves out what there is none of', () => {
  const { layout: _, ...rest } = RESULT;
  const empty = { ...RESULT.disk, populated: 0, size: 0 };
  expect(renderSummary({ ...rest, disk: empty, freeSpace: [], unallocated: 0, findings: [] })).toBe(`### my\\_vm.ova

|  |  |
| --- | --- |
| size of the OVA | 3 MiB |
| SHA-256 of the OVA | abc |
| virtual disk | 1 GiB, read as vhd-dynamic |
| data stored | 0 B |
| compressed | 0 B, level 1 |
| guest id | g |
`);
});

it('says whether it was packed or taken from an earlier run', () => {
  const reuse = { reused: true, why: 'same disk as in run 7' };
  expect(renderSummary({ ...RESULT, reuse })).toContain('\n| Reuse | stage skipped: same disk as in run 7 |\n');
});
