/** A disk of the sample Windows that starts in the vSphere double, made by the bundles as a user makes one, and OVAs of it. */

import { copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openDisk } from '../../../src/disk/open-disk.ts';
import { skipFreeSpace } from '../../../src/disk/skip-free-space.ts';
import type { VirtualMachine } from '../../../src/ova/virtual-machine.ts';
import { writeOva } from '../../../src/ova/write-ova.ts';
import { runBundle } from '../../fakes/runner/run-bundle.ts';
import { writeAnswerFile } from '../../media/answer-file.ts';
import { buildSampleMedia } from '../../media/build.ts';
import { cachedFolder } from '../../media/media-cache.ts';
import { OPTIONS } from '../ova/convert-case.ts';

const TEMPLATE = join(import.meta.dirname, '../chain/startable-template.yml');

/** What decides its bytes beside the sample media, relative to test/media. */
const MADE_OF = [
  ...['windows', 'wim', 'registry', 'efi', 'iso', 'tools', 'answer-file.ts'],
  ...['../integration/chain/startable-template.yml', '../../examples/ws2019-std/unattend.xml'],
  ...['../integration/quiesce/sample-ova.ts', '../../dist/sources.json'],
];

/** @returns path of a VHD in that folder whose first boot installs VMware Tools, after which it shuts down once its host has seen that; made once for all tests */
export async function makeSampleVhd(folder: string): Promise<string> {
  const made = await cachedFolder('startable', MADE_OF, buildSampleVhd);
  const vhd = join(folder, 'sample.vhd');
  await copyFile(join(made.folder, 'sample.vhd'), vhd);
  return vhd;
}

async function buildSampleVhd(out: string): Promise<void> {
  const folder = join(out, 'work');
  await mkdir(folder);
  const media = await buildSampleMedia();
  const step = async (action: string, inputs: Readonly<Record<string, string>>) => {
    const lines: string[] = [];
    const options = { jobFolder: join(folder, 'job'), current: true, onLine: (line: string) => void lines.push(line) };
    const { exitCode, outputs } = await runBundle(action, { template: TEMPLATE, ...inputs }, options);
    if (exitCode !== 0) throw new Error(`${action} ended with ${exitCode}:\n${lines.slice(-20).join('\n')}`);
    return (name: string): string => outputs[name] ?? '';
  };
  const drivers = await step('extract-drivers', {
    'tools-iso': media.toolsIso,
    sha256: media.sha256.toolsIso,
    directory: join(folder, 'drivers'),
  });
  await step('build-vhd', {
    iso: media.windowsIso,
    sha256: media.sha256.windowsIso,
    size: '2 GiB',
    vhd: join(out, 'sample.vhd'),
    'after-first-boot': 'shut-down',
    drivers: drivers('drivers'),
    'tools-setup': drivers('tools-setup'),
    unattend: await writeAnswerFile(join(folder, 'unattend.xml'), 'Sample-Passw0rd'),
  });
  await rm(folder, { recursive: true });
}

/** Settings of the .vmx file as build and upload leave them. */
export const EXTRA_CONFIG = { 'disk.EnableUUID': 'TRUE', 'stillframe.first-boot': 'expected' } as const;

/** @returns path of the OVA */
export async function makeOva(disk: string, vm: Partial<VirtualMachine> & { readonly name: string }): Promise<string> {
  const path = join(`${disk}-${vm.name}.ova`);
  const source = skipFreeSpace(await openDisk(disk));
  try {
    await writeOva(source, path, { ...OPTIONS, vm: { ...OPTIONS.vm, extraConfig: EXTRA_CONFIG, ...vm } });
  } finally {
    await source.close();
  }
  return path;
}
