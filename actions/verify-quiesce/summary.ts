/** The job summary: the verdict first, then what was found, then the snapshot and the disk. */

import { VERDICT_WORDS, type Verdict } from '../../src/check/verdict.ts';
import { layoutMarkdown } from '../../src/disk/layout-markdown.ts';
import { type FreezeMarkers, frozenFor } from '../../src/quiesce/marker-script.ts';
import { findingsTable } from '../../src/report/findings-table.ts';
import { escapeMarkdown, markdownTable } from '../../src/report/markdown-table.ts';
import { formatDuration } from '../../src/units.ts';
import type { Result, SnapshotResult } from './main.ts';

export function renderSummary({ verdict, findings, image, snapshot, manifest, evidence }: Result): string {
  const parts = ['## Quiescing', headline(verdict), findingsTable(findings)];
  if (snapshot) parts.push(...snapshotParts(snapshot, manifest));
  if (evidence !== '') parts.push(`Evidence of the failure is kept in ${escapeMarkdown(evidence)}.`);
  if (image) {
    parts.push(`### ${escapeMarkdown(image.path)} (${image.format})`, layoutMarkdown(image.layout));
  }
  return `${parts.join('\n\n')}\n`;
}

function headline(verdict: Verdict): string {
  const { mark, text } = VERDICT_WORDS[verdict];
  return `${mark} **${verdict}**${text === '' ? '' : `: ${text}`}`;
}

function snapshotParts(snapshot: SnapshotResult, manifest: string): string[] {
  const { vm, copy, server, durationMs, firstBoot, writers, manifestMembers, fault, events } = snapshot;
  const { customization, restore, markers } = snapshot;
  const rows = [
    ['Virtual machine', vm],
    ['Snapshot of', copy === undefined ? 'the VM itself' : `the disposable copy ${copy}, removed again`],
    ['Server', server],
    ...(firstBoot
      ? [['First boot', `${firstBoot.outcome}${firstBoot.status === undefined ? '' : `: ${firstBoot.status}`}`]]
      : []),
    ['Answer after', durationMs === undefined ? 'no snapshot was taken' : formatDuration(durationMs)],
    ['Fault', fault ? `${fault.type}: ${fault.message}` : 'none'],
    ['Manifest', manifest === '' ? 'none' : `${manifest} (${manifestMembers.length} files)`],
    ['VSS writers', writers.length === 0 ? 'none' : writers.join(', ')],
    ...(markers ? [['Marker script', describeMarkers(markers)]] : []),
    ...(restore ? [['Linked clone of the snapshot', describeRestore(restore)]] : []),
    ...(customization ? [['Customized copy', describeCustomization(customization)]] : []),
  ];
  const parts = ['### Snapshot', markdownTable(['', ''], rows)];
  if (events.length > 0) {
    const table = markdownTable(
      ['Time', 'Event'],
      events.map(({ time, message }) => [time, message]),
    );
    parts.push(`<details><summary>Events of the VM</summary>\n\n${table}\n\n</details>`);
  }
  return parts;
}

function describeCustomization({
  outcome,
  specification,
  copy,
  durationMs,
}: NonNullable<SnapshotResult['customization']>): string {
  const of = copy === undefined ? '' : `: ${copy}, removed again`;
  return `${outcome} with ${specification}${durationMs === undefined ? '' : ` after ${formatDuration(durationMs)}`}${of}`;
}

function describeMarkers(markers: FreezeMarkers): string {
  const between = frozenFor(markers);
  if (between !== undefined) return `run at the freeze and at the thaw, ${formatDuration(between)} between them`;
  const { freeze, freezeFail, thaw } = markers;
  const ran = [
    ...(freeze === undefined ? [] : ['at the freeze']),
    ...(freezeFail === undefined ? [] : ['after a freeze that failed']),
    ...(thaw === undefined ? [] : ['at the thaw']),
  ];
  return ran.length === 0 ? 'not run' : `run ${ran.join(' and ')}`;
}

function describeRestore({ outcome, copy, durationMs, checked }: NonNullable<SnapshotResult['restore']>): string {
  const depth = `volume, event log and services ${checked ? '' : 'not '}asked`;
  return `${outcome} after ${formatDuration(durationMs)}, ${depth}: ${copy}, removed again`;
}
