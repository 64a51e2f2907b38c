/** The first half of the chain, made once by the bundles: a VHD of the sample media and its OVA. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BundleResult, runBundle } from '../../fakes/runner/run-bundle.ts';
import { buildSampleMedia, type SampleMedia } from '../../media/build.ts';

export const TEMPLATE = join(import.meta.dirname, 'packed-template.yml');

/** For an image that nothing has to be given for but the ISO. */
const BARE_TEMPLATE = join(import.meta.dirname, 'bare-template.yml');

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
