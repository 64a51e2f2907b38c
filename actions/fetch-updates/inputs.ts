/** The inputs of fetch-updates. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { input } from '../../src/job/input.ts';
import { boolean, choice, choices, InvalidText, parsed, path } from '../../src/job/input-types.ts';
import type { Place } from '../../src/job/place.ts';
import type { Reading } from '../../src/job/read-inputs.ts';
import { CATALOG_INPUTS, product } from '../../src/job/shared-inputs.ts';
import { PRODUCT_FACTS, type Product } from '../../src/products/product.ts';
import { CHANNELS, type Channel, UPDATE_KINDS, type UpdateKind } from '../../src/template/template.ts';
import { formatBuild, requireBuild } from '../../src/updates/build-number.ts';
import { lockPath } from '../../src/updates/lock-file.ts';
import { parseKbs, parseRelease, type ReleaseRequest } from '../../src/updates/release-request.ts';
import { ARCHITECTURES, type Architecture, type Build } from '../../src/updates/update.ts';

export interface FetchUpdatesInputs {
  readonly product: Product;
  readonly architecture: Architecture;
  readonly include: readonly UpdateKind[];
  readonly release: ReleaseRequest;
  /** ISO date after which nothing counts as the latest. */
  readonly until?: string;
  readonly channel: Channel;
  /** KBs never to take. */
  readonly exclude: readonly string[];
  readonly mediaBuild?: Build;
  readonly lockFile?: string;
  readonly updateLock: boolean;
  /** Absolute path. */
  readonly directory: string;
  readonly catalogUrl?: string;
  readonly releaseInfoUrl?: string;
  readonly extract: boolean;
  readonly packagesFile?: string;
  /** Where the proxies are read. */
  readonly env: Place['env'];
  /** Folder of the download cache and its bound in bytes. */
  readonly cache: { readonly folder: string; readonly maxBytes: number };
}

const DEFAULT_CACHE_BYTES = 20 * 2 ** 30;

/** What is chosen in the catalog or by a lock; a list of packages chooses by itself. The mirrors serve its packages too, and media are held to the product. */
const CHOSEN = { without: [{ input: 'packages-file' }] } as const;

export const INPUTS = {
  product,
  architecture: input(choice(ARCHITECTURES), {
    ...CHOSEN,
    description: 'Architecture of the packages.',
    default: 'x64',
  }),
  include: input(choices(UPDATE_KINDS), {
    ...CHOSEN,
    description: 'Kinds of updates to take.',
    template: { key: 'updates.include', read: ({ updates }) => updates.include },
    default: 'servicing-stack, cumulative',
  }),
  release: input(
    parsed('Text or list', (value) =>
      parseRelease(
        value
          .split(/[\n,]/)
          .map((entry) => entry.trim())
          .filter((entry) => entry !== ''),
        'Input release',
      ),
    ),
    {
      ...CHOSEN,
      description:
        'latest, a month such as 2026-11, a day such as 2026-11-15 (the newest out on that day), or KB numbers.',
      template: {
        key: 'updates.release',
        read: ({ updates, file }) => parseRelease(updates.release, `updates.release of ${file}`),
      },
      default: 'latest',
    },
  ),
  until: input(
    parsed('Day', (value) => {
      const day = parseRelease([value], 'Input until');
      if (day.kind === 'until') return day.date;
      throw new InvalidText('Write a day such as 2026-11-15, or leave it out.');
    }),
    {
      ...CHOSEN,
      description:
        'What came out after this day is not the latest yet (output updates-until of plan-release); a lock, and a month, a day or KBs as release, stand as they are.',
      otherwise: 'all that is out counts',
    },
  ),
  channel: input(choice(CHANNELS), {
    ...CHOSEN,
    description: 'regular takes Patch Tuesday only, out-of-band fixes between them too, preview also previews.',
    template: { key: 'updates.channel', read: ({ updates }) => updates.channel },
    default: 'regular',
  }),
  exclude: input(
    parsed('List of KB numbers', (value) => parseKbs(value.split(/[\s,]+/).filter((entry) => entry !== ''))),
    {
      ...CHOSEN,
      description: 'KB numbers that are never taken; the newest release before an excluded one is chosen then.',
      template: { key: 'updates.exclude', read: ({ updates }) => updates.exclude },
      otherwise: 'none',
    },
  ),
  'media-build': input(
    parsed('Build', (value) => requireBuild(value, 'Input media-build')),
    {
      description:
        'Build such as 17763.107 of the image on the ISO; decides whether old media need a baseline package first.',
      template: {
        key: 'updates.media-build',
        read: ({ updates: { mediaBuild } }) =>
          mediaBuild === undefined ? undefined : requireBuild(mediaBuild, 'updates.media-build'),
      },
      otherwise: 'not known',
    },
  ),
  'lock-file': input(path, {
    ...CHOSEN,
    description:
      'Lock file with the exact packages; nothing is searched when it exists, it is written when it does not.',
    otherwise: '`<template>.lock.json` where that exists',
  }),
  'update-lock': input(boolean, {
    ...CHOSEN,
    description: 'Resolve anew, write the lock file and show the difference.',
    default: 'false',
  }),
  directory: input(path, {
    description: 'Folder for the packages, one sub-folder per update.',
    otherwise: '`<runner temp>/stillframe/updates`',
  }),
  ...CATALOG_INPUTS,
  extract: input(boolean, {
    description:
      'Take the cabinets out of the packages, for tools that cannot add an .msu; refused for Windows Server 2025.',
    default: 'false',
  }),
  'packages-file': input(path, {
    description: 'YAML or JSON list of packages by URL or path with SHA-256, in place of the catalog.',
  }),
} as const;

export function prepare(reading: Reading<typeof INPUTS>, place: Place): FetchUpdatesInputs {
  const { values, template, invalid, missing } = reading;
  const packagesFile = values['packages-file'];
  const media = values['media-build'];
  const { build, name } = PRODUCT_FACTS[values.product];
  if (media && media.number !== build) {
    throw invalid('media-build', formatBuild(media), `${name} is build ${build}: correct media-build, or product.`);
  }
  const lockFile = values['lock-file'] ?? lockBeside(template?.file, values['update-lock']);
  if (values['update-lock'] && lockFile === undefined && packagesFile === undefined) throw missing('lock-file');
  return {
    product: values.product,
    architecture: values.architecture,
    include: values.include,
    release: values.release,
    ...(values.until !== undefined && { until: values.until }),
    channel: values.channel,
    exclude: values.exclude ?? [],
    ...optional('mediaBuild', media),
    ...optional('lockFile', lockFile),
    updateLock: values['update-lock'],
    directory: values.directory ?? join(place.temp, 'stillframe', 'updates'),
    ...optional('catalogUrl', values['catalog-url']),
    ...optional('releaseInfoUrl', values['release-info-url']),
    extract: values.extract,
    ...optional('packagesFile', packagesFile),
    env: place.env,
    cache: { folder: place.cache, maxBytes: DEFAULT_CACHE_BYTES },
  };
}

/** A template's own lock is used when it is there, and made only when asked for. */
function lockBeside(template: string | undefined, updateLock: boolean): string | undefined {
  if (template === undefined) return undefined;
  const lock = lockPath(template);
  return updateLock || existsSync(lock) ? lock : undefined;
}

function optional<K extends string, Value>(key: K, value: Value | undefined): { [P in K]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: Value };
}
