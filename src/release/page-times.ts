/** Times on the release page: the steps of this release, and whole releases one above the other. */

import { renderBar, renderDot } from '../report/bar.ts';
import { type Html, html } from '../report/html.ts';
import { formatDuration, formatSize } from '../units.ts';
import { pastRelease } from './record-run.ts';
import type { PastRelease, ReleaseRecord } from './release-record.ts';

/** The same colour for the same step in every bar. */
const FILLS: Readonly<Record<string, string>> = {
  'fetch-updates': 'f1',
  'extract-drivers': 'f2',
  'build-vhd': 'f3',
  'convert-ova': 'f4',
  'upload-esxi': 'f5',
  'bake-template': 'f6',
  'verify-quiesce': 'f7',
  'publish-template': 'f8',
};

export function timesSection(record: ReleaseRecord): Html {
  const now = pastRelease(record);
  const releases = [now, ...record.run.history];
  const longest = Math.max(...releases.map(sumOf), 1);
  const slowest = Math.max(...now.steps.map(({ durationMs }) => durationMs), 1);
  return html`<section aria-labelledby="times"><h2 id="times">Times</h2>
<div class="group"><h3>Steps of this release</h3><ul class="times">${record.run.steps.map(
    ({ action, on, durationMs, doneBy }) =>
      html`<li><span>${action}${on && html`<span class="soft small"> on Hyper-V</span>`}${doneBy && html`<span class="soft small"> by run ${doneBy.run}</span>`}</span>${renderBar(
        [{ size: durationMs, fill: fillOf(action) }],
        {
          label: `${action}: ${formatDuration(durationMs)}`,
          total: slowest,
          least: 4,
        },
      )}<span class="took">${formatDuration(durationMs)}</span></li>`,
  )}</ul></div>
${releases.length > 1 && overReleases(releases, longest)}</section>`;
}

function overReleases(releases: readonly PastRelease[], longest: number): Html {
  const actions = [...new Set(releases.flatMap(({ steps }) => steps.map(({ action }) => action)))];
  const rows = releases.map((release) => {
    const { at, build, size, steps } = release;
    const total = formatDuration(sumOf(release));
    return html`<li><span>${at.slice(0, 10)}<span class="soft small"> ${build}</span></span>${renderBar(
      steps.map(({ action, durationMs }) => ({ size: durationMs, fill: fillOf(action) })),
      { label: `${at.slice(0, 10)}, Windows ${build}: ${total}`, total: longest },
    )}<span class="took">${total}<span class="soft small"> ${formatSize(size)}</span></span></li>`;
  });
  return html`<div class="group"><h3>Releases, newest first</h3><ul class="times">${rows}</ul>
<ul class="chips">${actions.map((action) => html`<li class="small">${renderDot(fillOf(action))}${action}</li>`)}</ul></div>`;
}

function fillOf(action: string): string {
  return FILLS[action] ?? 'f0';
}

function sumOf({ steps }: PastRelease): number {
  return steps.reduce((sum, { durationMs }) => sum + durationMs, 0);
}
