/** The notes of a release: what is another than in the one before, for people who clone it. */

import { escapeMarkdown, markdownTable } from '../report/markdown-table.ts';
import { formatSize } from '../units.ts';
import { type Change, compareReleases, updatesOf } from './compare-releases.ts';
import { kbPage } from './kb-page.ts';
import type { ReleasedPackage, ReleaseRecord } from './release-record.ts';

/** @param previous undefined for the first release @returns Markdown */
export function renderNotes(record: ReleaseRecord, previous: ReleaseRecord | undefined): string {
  const { name, windows, ova, proof } = record;
  const parts = [
    `# ${escapeMarkdown(name)}: Windows ${windows.build}`,
    `${escapeMarkdown(windows.displayName)}, ${escapeMarkdown(windows.language)}. ${proofSentence(proof)}`,
    ...(previous ? renderChanges(record, previous) : ['## Updates', updateList(updatesOf(record))]),
    `\`sha256:${ova.sha256}\` ${escapeMarkdown(ova.file)}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** @param level how deep the headings are @returns blocks of Markdown */
export function renderChanges(record: ReleaseRecord, previous: ReleaseRecord, level = '##'): string[] {
  const { same, build, added, removed, others, size } = compareReleases(previous, record);
  if (same) return ['The OVA is that of the release before, bit for bit.'];
  const rows = [
    ...(build ? [build] : []),
    ...others,
    ...(size.from === size.to
      ? []
      : [{ what: 'Size of the OVA', from: formatSize(size.from), to: `${formatSize(size.to)} (${difference(size)})` }]),
  ].map(({ what, from = 'none', to = 'none' }: Change) => [what, from, to]);
  return [
    ...(added.length > 0 ? [`${level} New updates`, updateList(added)] : []),
    ...(removed.length > 0 ? [`${level} No longer in it`, updateList(removed)] : []),
    ...(rows.length > 0 ? [`${level} Changes`, markdownTable(['', 'before', 'now'], rows)] : []),
    ...(added.length + removed.length + rows.length === 0
      ? ['Nothing that this page tells of has changed; the OVA is another all the same.']
      : []),
  ];
}

/** One line each, linked to the page with its known issues. */
function updateList(updates: readonly ReleasedPackage[]): string {
  if (updates.length === 0) return 'None: Windows is as the ISO has it.';
  const line = ({ kb, title, date, build }: ReleasedPackage): string => {
    const page = kbPage(kb);
    const facts = [date, build && `build ${build}`].filter((fact) => fact !== undefined && fact !== '');
    const label = page === undefined ? escapeMarkdown(kb || 'an update') : `[${kb}](${page})`;
    return `- ${label} ${escapeMarkdown(title ?? '')}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`;
  };
  return updates.map(line).join('\n');
}

function proofSentence(proof: ReleaseRecord['proof']): string {
  if (!proof) return 'Its quiesced snapshots were not tried.';
  if (proof.by === 'offline') return 'No quiesced snapshot was tried; the disk was looked at.';
  const writers = proof.writers.length === 0 ? '' : `, ${proof.writers.length} VSS writers took part`;
  return `Quiesced snapshot: **${proof.verdict}**${writers}.`;
}

function difference({ from, to }: { readonly from: number; readonly to: number }): string {
  return `${to < from ? '−' : '+'}${formatSize(Math.abs(to - from))}`;
}
