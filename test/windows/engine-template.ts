/** One template file with what it names, for three engines: of any release, plain or with all that a template can ask for. */

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Product } from '../../src/products/product.ts';

/** The sizes that the module leaves room for: every engine can make them. */
const DISK = 'disk: { size: 2560 MiB, esp: 259 MiB, msr: 16 MiB, recovery: none }';

const CUSTOMIZE = `
  remote-desktop: true
  vmware-tools: none
  unattend: { locale: de-DE, time-zone: W. Europe Standard Time, computer-name: TEMPLATE, product-key: client-setup }
  files: [{ from: beigelegt, to: 'C:\\Beigelegt' }]
  registry:
    - { key: 'HKLM\\SOFTWARE\\Contoso\\Template', name: Stufe, type: dword, value: 3 }
    - { key: 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\Contoso', name: ImagePath, type: expand-string, value: '%SystemRoot%\\contoso.exe' }
  first-boot-scripts: [danach.cmd]`;

/** @param servicing updates, drivers and a feature are asked for too @returns the template's path in `folder`, which is made */
export async function writeEngineTemplate(folder: string, product: Product, servicing: boolean): Promise<string> {
  await mkdir(join(folder, 'beigelegt', 'Ünter'), { recursive: true });
  await writeFile(join(folder, 'beigelegt', 'Ünter', 'жук.txt'), 'from the template\r\n');
  await writeFile(join(folder, 'danach.cmd'), '@echo first boot\r\n');
  const path = join(folder, 'engines.yml');
  await writeFile(
    path,
    `name: engines
windows: { product: ${product}, edition: standard-core, iso: { path: media.iso }, language: en-US }
updates: { include: [${servicing ? 'servicing-stack, cumulative' : ''}] }
drivers: { include: [${servicing ? 'pvscsi, vmxnet3' : ''}] }
${DISK}
customize:${servicing ? '\n  features: [TelnetClient]' : ''}${CUSTOMIZE}
`,
  );
  return path;
}
