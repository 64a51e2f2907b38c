/** Reads the inputs of fetch-updates; a template file supplies defaults. */

import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PRODUCTS, type Product } from '../../src/products/product.ts';
import { type InputReader, invalidInput, missingInput } from '../../src/runner/inputs.ts';
import { UPDATE_KINDS, type UpdateKind } from '../../src/template/template.ts';
import { loadTemplate } from '../../src/template/template-file.ts';
import { requireBuild } from '../../src/updates/build-number.ts';
import { parseRelease, type ReleaseRequest } from '../../src/updates/release-request.ts';
import { ARCHITECTURES, type Architecture, type Build, CHANNELS, type Channel } from '../../src/updates/update.ts';

export interface FetchUpdatesInputs {
  readonly product: Product;
  readonly architecture: Architecture;
  readonly include: readonly UpdateKind[];
  readonly release: ReleaseRequest;
  readonly channel: Channel;
  readonly mediaBuild?: Build;
  readonly lockFile?: string;
  readonly updateLock: boolean;
  /** Absolute path. */
  readonly directory: string;
  readonly catalogUrl?: string;
  readonly releaseInfoUrl?: string;
  readonly extract: boolean;
  readonly packagesFile?: string;
  /** Folder of the download cache and its bound in bytes. */
  readonly cache: { readonly folder: string; readonly maxBytes: number };
}

const DEFAULT_CACHE_BYTES = 20 * 2 ** 30;

export async function readInputs(inputs: InputReader): Promise<FetchUpdatesInputs> {
  const templatePath = inputs.text('template');
  const template = templatePath === undefined ? undefined : await loadTemplate(templatePath);
  const product = inputs.choice('product', PRODUCTS) ?? template?.windows.product;
  if (product === undefined) throw missingInput('product');
  const media = inputs.text('media-build');
  const packagesFile = inputs.text('packages-file');
  const lockFile = inputs.text('lock-file') ?? lockBeside(template?.file, inputs.boolean('update-lock') ?? false);
  if (packagesFile !== undefined && inputs.text('lock-file') !== undefined) {
    throw invalidInput(
      'lock-file',
      inputs.text('lock-file') ?? '',
      'packages-file pins by itself: set one of the two.',
    );
  }
  const temp = process.env.RUNNER_TEMP ?? tmpdir();
  return {
    product,
    architecture: inputs.choice('architecture', ARCHITECTURES) ?? 'x64',
    include: readInclude(inputs) ?? template?.updates.include ?? ['servicing-stack', 'cumulative'],
    release: parseRelease(inputs.list('release') ?? template?.updates.release ?? ['latest'], 'Input release'),
    channel: inputs.choice('channel', CHANNELS) ?? 'regular',
    ...(media !== undefined && { mediaBuild: requireBuild(media, 'Input media-build') }),
    ...(lockFile !== undefined && { lockFile: resolve(lockFile) }),
    updateLock: inputs.boolean('update-lock') ?? false,
    directory: resolve(inputs.text('directory') ?? join(temp, 'stillframe', 'updates')),
    ...optional('catalogUrl', inputs.text('catalog-url')),
    ...optional('releaseInfoUrl', inputs.text('release-info-url')),
    extract: inputs.boolean('extract') ?? false,
    ...(packagesFile !== undefined && { packagesFile: resolve(packagesFile) }),
    cache: {
      folder: resolve(
        process.env.STILLFRAME_CACHE ?? join(process.env.RUNNER_TOOL_CACHE ?? temp, 'stillframe-downloads'),
      ),
      maxBytes: DEFAULT_CACHE_BYTES,
    },
  };
}

function readInclude(inputs: InputReader): UpdateKind[] | undefined {
  return inputs.list('include')?.map((value) => {
    const kind = UPDATE_KINDS.find((candidate) => candidate === value);
    if (kind === undefined) throw invalidInput('include', value, `Write some of: ${UPDATE_KINDS.join(', ')}.`);
    return kind;
  });
}

/** A template's own lock is used when it is there, and made only when asked for. */
function lockBeside(template: string | undefined, updateLock: boolean): string | undefined {
  if (template === undefined) return undefined;
  const lock = `${template.replace(/\.ya?ml$/, '')}.lock.json`;
  return updateLock || existsSync(lock) ? lock : undefined;
}

function optional<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: string };
}
