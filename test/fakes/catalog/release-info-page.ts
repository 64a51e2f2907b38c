/** The release information page: a label and a table per product, hotpatch calendars with other columns between them. */

import { PRODUCTS, type Product } from '../../../src/products/product.ts';
import { cumulativeUpdates } from './cumulative-updates.ts';

const LABELS: Readonly<Record<Product, { label: string; build: number; option: string }>> = {
  'windows-server-2016': { label: 'Windows Server 2016', build: 14393, option: 'LTSC' },
  'windows-server-2019': { label: 'Windows Server 2019', build: 17763, option: 'LTSC' },
  'windows-server-2022': { label: 'Windows Server 2022', build: 20348, option: 'LTSC' },
  'windows-server-2025': { label: 'Windows Server 2025', build: 26100, option: 'LTSC' },
};

export function releaseInfoHtml(): string {
  const sections = PRODUCTS.toReversed().map((product) => section(product));
  return `<!DOCTYPE html><html lang="en-us"><head><title>Windows Server release information | Microsoft Learn</title></head>
<body><main><h1>Windows Server release information</h1>
<table><thead><tr><th>Windows Server release</th><th>Servicing option</th><th>Availability date</th><th>Latest revision date</th><th>Latest build</th></tr></thead>
<tbody><tr><td>Windows Server 2025</td><td>Long-Term Servicing Channel (LTSC)</td><td>2024-11-01</td><td>2026-11-10</td><td>26100.33802</td></tr></tbody></table>
${sections.join('\n')}</main></body></html>`;
}

function section(product: Product): string {
  const { label, build, option } = LABELS[product];
  const rows = cumulativeUpdates(product)
    .toReversed()
    .map(
      ({ month, letter, date, kb, ubr }) =>
        `<tr><td>${option}</td><td>${month} ${letter}</td><td>${date}</td><td>${build}.${ubr}</td><td><a href="https://support.microsoft.com/help/${kb.slice(2)}" target="_blank">${kb}</a></td></tr>`,
    );
  const calendar =
    product === 'windows-server-2025' || product === 'windows-server-2022'
      ? `<p><strong>${label} Hotpatch calendar (OS build ${build})</strong></p><table><thead><tr><th>Month</th><th>Type</th><th>Update type</th><th>Availability date</th><th>Build</th><th>KB article</th></tr></thead>
<tbody><tr><td>November 2026</td><td>Hotpatch</td><td>2026-11 B</td><td>2026-11-10</td><td>${build}.33790</td><td><a href="#">KB5098910</a></td></tr></tbody></table>`
      : '';
  return `<details open><summary><strong>${label} (OS build ${build})</strong></summary>
<table><thead><tr><th>Servicing option</th><th>Update type</th><th>Availability date</th><th>Build</th><th>KB article</th></tr></thead>
<tbody>${rows.join('\n')}<tr><td>${option}</td><td></td><td>2016-10-15</td><td>${build}.1</td><td></td></tr></tbody></table></details>${calendar}`;
}
