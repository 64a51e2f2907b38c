/** Findings on the release page: what was seen, and what to do about it. */

import { type Html, html } from '../report/html.ts';
import type { Finding } from '../report/report.ts';
import type { ReleaseRecord } from './release-record.ts';

const TONES: Readonly<Record<Finding['severity'], string>> = { error: 'bad', warning: 'middle', info: '' };
const ORDER: readonly Finding['severity'][] = ['error', 'warning', 'info'];

export function findingsSection({ run: { findings } }: ReleaseRecord): Html {
  const sorted = ORDER.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  const body =
    sorted.length === 0
      ? html`<p class="soft">None.</p>`
      : html`<ul class="rows">${sorted.map(
          ({ action, code, severity, seen, remedy }) =>
            html`<li><h3><span class="badge ${TONES[severity]}">${severity}</span> ${code}</h3>
<p>${seen}</p><p class="remedy">${remedy}</p><p class="soft small">${action}</p></li>`,
        )}</ul>`;
  return html`<section aria-labelledby="findings"><h2 id="findings">Findings</h2>${body}</section>`;
}
