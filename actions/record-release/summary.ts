/** The job summary of record-release: the verdict first, then the disk, the updates and the times. */

import { basename } from 'node:path';
import { layoutMarkdown } from '../../src/disk/layout-markdown.ts';
import { updatesOf } from '../../src/release/compare-releases.ts';
import { proofHeadline } from '../../src/release/proof-headline.ts';
import type { ReleaseRecord } from '../../src/release/release-record.ts';
import { renderChanges } from '../../src/release/render-notes.ts';
import { findingsTable } from '../../src/report/findings-table.ts';
import { escapeMarkdown, markdownTable } from '../../src/report/markdown-table.ts';
import { formatDuration, formatSize } from '../../src/units.ts';
import type { RecordReleaseResult } from './main.ts';

export function renderSummary({ record, previous, files, artifacts }: RecordReleaseResult): string {
  const { name, windows, ova, run, publication } = record;
  const headline = proofHeadline(record.proof);
  const parts = [
    `## ${escapeMarkdown(name)}: Windows ${windows.build}`,
    `${headline.mark} **${headline.title}**: ${escapeMarkdown(headline.text)}`,
    markdownTable(
      ['', ''],
      [
        ['Windows', `${windows.displayName}, ${windows.language}`],
        ['OVA', `${ova.file}, ${formatSize(ova.size)}`],
        ['SHA-256 of the OVA', ova.sha256],
        ...(publication ? [['published as', `${publication.as} ${run.inventoryPath ?? publication.name}`]] : []),
      ],
    ),
    '### Disk',
    layoutMarkdown(record.layout),
    ...(previous ? ['### Since the release before', ...renderChanges(record, previous, '####')] : []),
    '### Updates',
    timeline(record),
    '### Times',
    times(record),
  ];
  if (run.findings.length > 0) parts.push('### Findings', findingsTable(run.findings));
  parts.push(
    `Written: ${Object.values(files)
      .map((file) => `\`${basename(file)}\``)
      .join(', ')}`,
  );
  if (artifacts.length > 0) {
    parts.push(
      `Artifacts of this run: ${artifacts.map(({ name: file, size }) => `\`${file}\` (${formatSize(size)})`).join(', ')}`,
    );
  }
  return `${parts.join('\n\n')}\n`;
}

/** From the image on the ISO to what people get, one update a row. */
function timeline(record: ReleaseRecord): string {
  const rows = updatesOf(record).map(({ kb, kind = '', date = '', build = '', title = '' }) => [
    date,
    kb,
    kind,
    build,
    title,
  ]);
  const { applied, build } = record.windows;
  return markdownTable(
    ['released', 'KB', 'kind', 'Windows is then', 'title'],
    [['', 'the ISO', '', applied, ''], ...rows, ['', 'this release', '', build, '']],
  );
}

/** Bars of blocks: GitHub leaves no colour and no picture in a summary. */
function times({ run }: ReleaseRecord): string {
  const total = run.steps.reduce((sum, { durationMs }) => sum + durationMs, 0);
  const rows = run.steps.map(({ action, durationMs }) => [
    action,
    formatDuration(durationMs),
    '█'.repeat(total === 0 ? 0 : Math.round((durationMs / total) * 30)),
  ]);
  return markdownTable(['step', 'took', ''], [...rows, ['all steps', formatDuration(total), '']]);
}
