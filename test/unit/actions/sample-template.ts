/** A template file in which nothing is as it would be without one. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const TEXT = `name: unusual
windows:
  product: windows-server-2022
  edition: datacenter-core
  iso: { path: /media/w.iso, sha256: ${'a'.repeat(64)} }
  language: de-DE
updates:
  include: [cumulative, dotnet]
  release: 2026-09
  channel: preview
  exclude: [KB5000001]
  media-build: '20348.169'
drivers:
  tools-iso: { path: /media/t.iso, sha256: ${'b'.repeat(64)} }
  include: [vmxnet3]
disk: { size: 50 GiB, format: vhd, type: fixed, esp: 300 MiB, msr: 32 MiB, recovery: none }
customize:
  features: [TelnetClient]
  remote-desktop: true
  vmware-tools: first-boot
  unattend: { file: /media/answer.xml }
vm: { cpus: 6, memory: 12 GiB, hardware-version: 19, firmware: efi, secure-boot: false, disk-controller: lsilogicsas, network: Lab }
publish:
  - { as: vm, datastore: ds, folder: fo }
verify: { level: filesystem, timeout: 7 min, customization: lab }
`;

/** For a running test. @returns its path; it is gone when the test is */
export async function sampleTemplate(change: (text: string) => string = (text) => text): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stillframe-template-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'template.yml');
  await writeFile(path, change(TEXT));
  return path;
}
