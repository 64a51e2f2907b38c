/** The disk on the release page, to scale. */

import type { PartitionKind } from '../disk/layout.ts';
import { isProtected, type LayoutPiece, layoutPieces, layoutTitle, partitionTitle } from '../disk/layout-pieces.ts';
import { renderBar, renderDot } from '../report/bar.ts';
import { type Html, html } from '../report/html.ts';
import { formatSize } from '../units.ts';
import type { ReleaseRecord } from './release-record.ts';

const FILLS: Readonly<Record<PartitionKind, string>> = {
  esp: 'f2',
  msr: 'f4',
  windows: 'f1',
  // What breaks quiesced snapshots stands out.
  recovery: 'fbad',
  'basic-data': 'f3',
  other: 'f8',
};
/** A partition of 16 MiB on a disk of 40 GiB would be a third of a pixel. */
const LEAST = 8;

export function diskSection({ layout }: ReleaseRecord): Html {
  const pieces = layoutPieces(layout);
  const title = layoutTitle(layout);
  const described = pieces.map((piece) => `${nameOf(piece)} ${formatSize(piece.size)}`).join(', ');
  return html`<section aria-labelledby="disk"><h2 id="disk">Disk</h2>
<p class="soft">${title}, drawn to scale.</p>
${renderBar(
  pieces.map((piece) => ({ size: piece.size, fill: fillOf(piece) })),
  { label: `${title}: ${described}`, total: layout.diskSize, least: LEAST, className: 'scale' },
)}
<ul class="key">${pieces.map((piece) => keyOf(piece, layout.diskSize))}</ul></section>`;
}

function keyOf(piece: LayoutPiece, diskSize: number): Html {
  const { partition, size } = piece;
  const facts = [
    formatSize(size),
    `${((100 * size) / diskSize).toFixed(1)} %`,
    partition?.fileSystem?.toUpperCase(),
    partition && isProtected(partition) ? 'protected' : undefined,
  ].filter((fact) => fact !== undefined);
  return html`<li>${renderDot(fillOf(piece))}<strong>${nameOf(piece)}</strong><span class="soft small">${facts.join(' · ')}</span></li>`;
}

function nameOf({ partition }: LayoutPiece): string {
  return partition ? `${partition.index} ${partitionTitle(partition)}` : 'unallocated';
}

function fillOf({ partition }: LayoutPiece): string {
  return partition ? FILLS[partition.type] : 'f0';
}
