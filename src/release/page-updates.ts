/** Updates on the release page: from which build to which, KB by KB. */

import { type Html, html } from '../report/html.ts';
import { type Change, type ReleaseChanges, updatesOf } from './compare-releases.ts';
import { kbPage } from './kb-page.ts';
import type { ReleasedPackage, ReleaseRecord } from './release-record.ts';

export function updatesSection(record: ReleaseRecord, changes: ReleaseChanges | undefined): Html {
  const updates = updatesOf(record);
  const isNew = ({ kb }: ReleasedPackage): boolean => changes?.added.some((one) => one.kb === kb) ?? false;
  const { applied, build } = record.windows;
  const rows = [
    ...updates.map((update) => row(update, isNew(update) ? 'new' : undefined)),
    ...(changes?.removed ?? []).map((update) => row(update, 'no longer in it')),
  ];
  return html`<section aria-labelledby="updates"><h2 id="updates">Updates</h2>
<p class="soft">The ISO has <strong>${applied}</strong>; people get <strong>${build}</strong>.</p>
${rows.length === 0 ? html`<p>None: Windows is as the ISO has it.</p>` : html`<ol class="rows">${rows}</ol>`}
${changes !== undefined && changes.others.length > 0 && otherChanges(changes.others)}</section>`;
}

function row({ kb, kind, title, date, build }: ReleasedPackage, badge: string | undefined): Html {
  const page = kbPage(kb);
  const name = page === undefined ? html`${kb}` : html`<a href="${page}">${kb}</a>`;
  const facts = [kind, date && `released ${date}`, build && `Windows is then ${build}`].filter(
    (fact) => fact !== undefined && fact !== '',
  );
  return html`<li class="update${badge === 'no longer in it' ? ' gone' : ''}"><strong>${name}</strong>
<span class="what">${title ?? 'An update'}</span>${badge !== undefined && html`<span class="badge${badge === 'new' ? ' good' : ''}">${badge}</span>`}
<span class="what more soft small">${facts.join(' · ')}</span></li>`;
}

function otherChanges(others: readonly Change[]): Html {
  return html`<div class="group"><h3>Also changed</h3><dl class="facts">${others.map(
    ({ what, from = 'none', to = 'none' }) => html`<dt>${what}</dt><dd>${from} → ${to}</dd>`,
  )}</dl></div>`;
}
