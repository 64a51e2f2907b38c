import { expect, it } from 'vitest';
import { type MarkersRead, markerFindings, restoredMarkerFindings } from '../../../src/quiesce/marker-findings.ts';
import type { QuiesceFinding } from '../../../src/report/finding-codes.ts';

const said = (findings: readonly QuiesceFinding[]): readonly string[] =>
  findings.map(({ code, severity, seen }) => `${code} ${severity}: ${seen}`);
const marked = (...states: readonly string[]): MarkersRead => {
  const time = (state: string): string | undefined => (states.includes(state) ? '2026-11-28T12:00:00.000Z' : undefined);
  return { markers: { freeze: time('freeze'), freezeFail: time('freezeFail'), thaw: time('thaw') } };
};
const SILENT = 'freeze-scripts-silent warning: ';
const UNDONE =
  'freeze-undone warning: VMware Tools ran the scripts with freezeFail: the freeze in the guest failed after they had run';
const OUTSIDE = 'snapshot-outside-freeze error: The snapshot was not taken while the guest was frozen: ';

it.each<[string, MarkersRead, boolean, readonly string[]]>([
  ['ran on both sides', marked('freeze', 'thaw'), true, []],
  ['did not run', marked(), true, [`${SILENT}VMware Tools did not run the marker script before the snapshot`]],
  [
    'ran at the thaw alone',
    marked('thaw'),
    true,
    [`${SILENT}VMware Tools did not run the marker script before the snapshot`],
  ],
  [
    'saw no thaw',
    marked('freeze'),
    true,
    [`${SILENT}VMware Tools ran the marker script before the snapshot, and not after it`],
  ],
  ['saw the freeze fail', marked('freeze', 'freezeFail'), false, [UNDONE]],
  ['saw the freeze fail, and there is a snapshot', marked('freeze', 'freezeFail', 'thaw'), true, [UNDONE]],
  // Quiescing failed before it came to scripts, or the host gave up.
  ['did not run where there is no snapshot', marked(), false, []],
  ['saw no thaw where there is no snapshot', marked('freeze'), false, []],
  [
    'is not told of',
    { problem: 'no answer' },
    true,
    [`${SILENT}What the marker script has left in the guest could not be read: no answer`],
  ],
  [
    'is not told of, without a snapshot',
    { problem: 'x' },
    false,
    [`${SILENT}What the marker script has left in the guest could not be read: x`],
  ],
])('a script that %s', (_what, read, taken, findings) => {
  expect(said(markerFindings(read, taken))).toEqual(findings);
});

it.each<[string, MarkersRead, MarkersRead, readonly string[]]>([
  ['between freeze and thaw', marked('freeze', 'thaw'), marked('freeze'), []],
  [
    'after the thaw',
    marked('freeze', 'thaw'),
    marked('freeze', 'thaw'),
    [`${OUTSIDE}it holds what was written at the thaw, so that it was taken after it`],
  ],
  [
    'before the freeze',
    marked('freeze', 'thaw'),
    marked(),
    [`${OUTSIDE}it does not hold what was written at the freeze, so that it was taken before it`],
  ],
  ['without scripts', marked(), marked(), []],
  ['with marks that nobody knows of', { problem: 'x' }, marked(), []],
  [
    'without an answer',
    marked('freeze'),
    { problem: 'gone' },
    [`${SILENT}What the marker script has left in the restored copy could not be read: gone`],
  ],
])('a snapshot that was taken %s', (_when, before, restored, findings) => {
  expect(said(restoredMarkerFindings(before, restored))).toEqual(findings);
});
