/** The job summary of upload-esxi. */

import { escapeMarkdown, markdownTable } from '../../src/report/markdown-table.ts';
import { formatDuration, formatSize } from '../../src/units.ts';
import type { UploadEsxiResult } from './result.ts';

const EXISTING: Readonly<Record<UploadEsxiResult['existing'], string>> = {
  none: 'is new',
  kept: 'existed and was kept; nothing was uploaded',
  replaced: 'took the place of the one that had the name',
};

export function renderSummary(result: UploadEsxiResult): string {
  const { uploadedBytes, milliseconds } = result;
  const rate = milliseconds === 0 ? '' : `, ${formatSize(Math.round((uploadedBytes * 1000) / milliseconds))}/s`;
  const rows = [
    ['server', `${result.server} (${result.product})`],
    ...(result.vm === undefined ? [] : [['managed object', result.vm]]),
    ...(result.libraryItem === undefined
      ? []
      : [
          ['library item', result.libraryItem],
          ['proven by', 'nothing: no quiesced snapshot of it was taken'],
        ]),
    ...(result.datastore === undefined ? [] : [['datastore', result.datastore]]),
    ...(result.via === undefined ? [] : [['through the content library', result.via]]),
    ...(uploadedBytes > 0
      ? [['uploaded', `${formatSize(uploadedBytes)} in ${formatDuration(milliseconds)}${rate}`]]
      : []),
    ...(result.release
      ? [
          ['to be published as', result.release.name],
          ['SHA-256 of the OVA', result.release.ova],
          ['belongs to this run until', result.release.expires],
        ]
      : []),
    ...result.repaired.map((setting) => ['put right after the import', setting]),
  ];
  const kind = { template: 'template', vm: 'VM', candidate: 'candidate', 'library-item': 'library item' }[result.as];
  return [
    '## Upload',
    `✅ The ${kind} **${escapeMarkdown(result.inventoryPath)}** ${EXISTING[result.existing]}`,
    `${markdownTable(['', ''], rows)}\n`,
  ].join('\n\n');
}
