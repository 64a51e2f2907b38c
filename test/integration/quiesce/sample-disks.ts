/** Disks of the sample Windows, made once for all tests: one that starts in the vSphere double, and what is made of it. */

import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runBundle } from '../../fakes/runner/run-bundle.ts';
import { writeAnswerFile } from '../../media/answer-file.ts';
import { buildSampleMedia } from '../../media/build.ts';
import { makeHandMadeDisk } from '../../media/hand-made-disk.ts';
import { cachedFolder } from '../../media/media-cache.ts';
import { spoilWindows } from './windows-volume.ts';

const TEMPLATE = join(import.meta.dirname, '../chain/startable-template.yml');

/** What decides its bytes beside the sample media, relative to test/media. */
const MADE_OF = [
  ...['windows', 'wim', 'registry', 'efi', 'iso', 'tools', 'answer-file.ts'],
  ...['../integration/chain/startable-template.yml', '../../examples/ws2019-std/unattend.xml'],
  ...['../integration/quiesce/sample-disks.ts', '../../dist/sources.json'],
];

/** What decides the bytes of the others. */
export const DISKS_MADE_OF = [
  ...MADE_OF,
  ...[
    'hand-made',
    'hand-made-disk.ts',
    '../judges/disk-part.ts',
    '../integration/quiesce/windows-volume.ts',
    '../../src',
  ],
];

/** @returns path of a VHD whose first boot installs VMware Tools, after which it shuts down once its host has seen that; never changed */
export async function sampleVhd(): Promise<string> {
  return join((await cachedFolder('startable', MADE_OF, buildSampleVhd)).folder, 'sample.vhd');
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
    unattend: await writeAnswerFile(join(folder, 'unattend.xml')),
  });
  await rm(folder, { recursive: true });
}

/** How each disk is made of the one that starts: its path, given a path to write to. */
export const SAMPLE_DISKS = {
  startable: (vhd) => Promise.resolve(vhd),
  /** With a protected Recovery partition before everything else. */
  defective: async (vhd, to) => {
    await makeHandMadeDisk(vhd, to, { recoverySize: 128 * 2 ** 20 });
    return to;
  },
  /** A step of its first boot does nothing, which is a failure. */
  failing: (vhd, to) => spoilWindows(vhd, to, (put) => put('Windows/Setup/Stillframe/steps/60-remote-desktop.cmd', '')),
  /** Without a password it waits for somebody at the console. */
  waiting: (vhd, to) =>
    spoilWindows(vhd, to, (put) =>
      put('Windows/Panther/unattend.xml', '<unattend xmlns="urn:schemas-microsoft-com:unattend"/>'),
    ),
} satisfies Readonly<Record<string, (vhd: string, to: string) => Promise<string>>>;

export type SampleDisk = keyof typeof SAMPLE_DISKS;
