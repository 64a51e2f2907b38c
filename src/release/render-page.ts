/** The release as one page to look at: the verdict first, then what is new, the disk, the updates, findings and times. */

import type { Html } from '../report/html.ts';
import { html } from '../report/html.ts';
import { renderDocument } from '../report/page.ts';
import { formatDuration, formatSize } from '../units.ts';
import { compareReleases, type ReleaseChanges } from './compare-releases.ts';
import { diskSection } from './page-disk.ts';
import { factsSection } from './page-facts.ts';
import { findingsSection } from './page-findings.ts';
import { timesSection } from './page-times.ts';
import { updatesSection } from './page-updates.ts';
import { type Headline, proofHeadline } from './proof-headline.ts';
import type { ReleaseRecord } from './release-record.ts';

/** @param previous undefined for the first release @returns the text of an HTML file */
export function renderPage(record: ReleaseRecord, previous: ReleaseRecord | undefined): string {
  const { name, windows, run } = record;
  const changes = previous && compareReleases(previous, record);
  return renderDocument({
    title: `${name} ${windows.build}`,
    header: html`<p class="over">Windows template</p><h1>${name}</h1>
<p class="soft">${windows.displayName} · ${windows.language} · recorded <time datetime="${run.at}">${run.at.slice(0, 10)}</time></p>`,
    main: [
      verdictSection(record, proofHeadline(record.proof)),
      stats(record, changes),
      findingsSection(record),
      updatesSection(record, changes),
      diskSection(record),
      timesSection(record),
      factsSection(record),
    ],
    footer: html`Made by Stillframe in run ${run.id}${run.repository === undefined ? '' : ` of ${run.repository}`}. OVA <code>sha256:${record.ova.sha256}</code>`,
  });
}

/** Drawn, since not every system has the same signs. */
const MARKS: Readonly<Record<Headline['tone'], Html>> = {
  good: html`<path d="M13 23l6 6 12-13"/>`,
  middle: html`<path d="M22 12v13M22 31v1"/>`,
  bad: html`<path d="M15 15l14 14M29 15L15 29"/>`,
};

function verdictSection({ proof }: ReleaseRecord, { tone, title, text }: Headline): Html {
  const writers = proof?.writers ?? [];
  return html`<section class="verdict ${tone}" aria-labelledby="verdict">
<svg class="mark" aria-hidden="true" viewBox="0 0 44 44" fill="none" stroke="currentColor" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round"><circle cx="22" cy="22" r="19"/>${MARKS[tone]}</svg>
<div><h2 id="verdict">${title}</h2><p>${sentence(text)}</p>${
    writers.length > 0 && html`<ul class="chips">${writers.map((writer) => html`<li>${writer}</li>`)}</ul>`
  }</div></section>`;
}

function stats({ windows, ova, run }: ReleaseRecord, changes: ReleaseChanges | undefined): Html {
  const total = run.steps.reduce((sum, { durationMs }) => sum + durationMs, 0);
  const figures: readonly (readonly [string, string, string | undefined])[] = [
    ['Windows build', windows.build, changes?.build?.from && `from ${changes.build.from}`],
    ['New updates', changes ? String(changes.added.length) : '–', changes ? undefined : 'the first release here'],
    ['OVA', formatSize(ova.size), changes && sizeChange(changes.size)],
    ['All steps took', formatDuration(total), `on ${run.runner.name}`],
  ];
  return html`<dl class="stats">${figures.map(
    ([name, value, more]) =>
      html`<div><dt>${name}</dt><dd>${value}${more !== undefined && html`<span>${more}</span>`}</dd></div>`,
  )}</dl>`;
}

function sizeChange({ from, to }: ReleaseChanges['size']): string {
  if (from === to) return 'as before';
  return `${formatSize(Math.abs(to - from))} ${to < from ? 'smaller' : 'larger'}`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
