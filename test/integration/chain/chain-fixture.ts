/** The first half of the chain, made once by the bundles: a VHD of the sample media and its OVA. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BundleResult, runBundle } from '../../fakes/runner/run-bundle.ts';
import { writeAnswerFile } from '../../media/answer-file.ts';
import { buildSampleMedia, type SampleMedia } from '../../media/build.ts';

export const TEMPLATE = join(import.meta.dirname, 'packed-template.yml');

/** For an image that nothing has to be given for but the ISO. */
const BARE_TEMPLATE = join(import.meta.dirname, 'bare-template.yml');

/** For an image that starts to the end; its drivers and VMware Tools come from extract-drivers. */
const STARTABLE_TEMPLATE = join(import.meta.dirname, 'startable-template.yml');

export interface Chain {
  readonly folder: string;
  readonly media: SampleMedia;
  /** Runs a bundle in this chain's job folder; `lines` is what it printed. */
  run(
    action: string,
    inputs: Readonly<Record<string, string>>,
    options?: Partial<Parameters<typeof runBundle>[2]>,
  ): Promise<BundleResult & { readonly lines: readonly string[] }>;
  close(): Promise<void>;
}

export async function openChain(): Promise<Chain> {
  const folder = await mkdtemp(join(tmpdir(), 'stillframe-chain-'));
  const media = await buildSampleMedia();
  return {
    folder,
    media,
    run: async (action, inputs, options = {}) => {
      const lines: string[] = [];
      const result = await runBundle(action, inputs, {
        jobFolder: join(folder, 'job'),
        ...options,
        onLine: (line) => {
          lines.push(line);
          options.onLine?.(line);
        },
      });
      return { ...result, lines };
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The inputs of build-vhd for a small disk of the sample media. */
export function imageInputs({ media }: Chain, vhd: string): Record<string, string> {
  return {
    template: BARE_TEMPLATE,
    iso: media.windowsIso,
    sha256: media.sha256.windowsIso,
    size: '2 GiB',
    vhd,
  };
}

/**
 * An image that the vSphere double starts to the end: with the drivers of its devices, VMware Tools and a password in its answer file.
 * @returns the path of its OVA
 */
export async function makeStartableOva(chain: Chain, folder: string): Promise<string> {
  const { media } = chain;
  const must = async (action: string, inputs: Record<string, string>): Promise<BundleResult['outputs']> => {
    const { exitCode, lines, outputs } = await chain.run(action, inputs);
    if (exitCode !== 0) throw new Error(`${action} ended with ${exitCode}:\n${lines.join('\n')}`);
    return outputs;
  };
  const drivers = await must('extract-drivers', {
    'tools-iso': media.toolsIso,
    product: 'windows-server-2019',
    directory: join(folder, 'drivers'),
  });
  const image = await must('build-vhd', {
    ...imageInputs(chain, join(folder, 'startable.vhd')),
    template: STARTABLE_TEMPLATE,
    drivers: drivers.drivers ?? '',
    'tools-setup': drivers['tools-setup'] ?? '',
    unattend: await writeAnswerFile(join(folder, 'unattend.xml'), 'Only-for-tests-1'),
  });
  const ova = join(folder, 'ws2019-std.ova');
  await must('convert-ova', {
    template: TEMPLATE,
    disk: image.vhd ?? '',
    'first-boot': image['first-boot'] ?? '',
    ova,
  });
  return ova;
}
