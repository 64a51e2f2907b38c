/** The editions in an install.wim: what there is, and which one is meant by an alias, a name or an index. */

import { UserError } from '../../errors.ts';
import { nearestName } from '../../nearest-name.ts';

export interface WindowsImage {
  /** From 1, as the WIM counts them. */
  readonly index: number;
  /** e.g. `Windows Server 2019 SERVERSTANDARD`. */
  readonly name: string;
  /** What Setup shows, e.g. `Windows Server 2019 Standard (Desktop Experience)`; the name where there is none. */
  readonly displayName: string;
  /** e.g. `ServerStandard`; evaluation media add `Eval`. */
  readonly editionId: string;
  /** `Server` (desktop) or `Server Core`; empty where the image does not say. */
  readonly installationType: string;
  readonly architecture: 'x86' | 'amd64' | 'arm64' | 'other';
  /** e.g. `10.0.17763.737`. */
  readonly version: string;
  /** e.g. 17763. */
  readonly build: number;
  /** Default language, e.g. `en-US`; empty where the image does not say. */
  readonly language: string;
  /** All of them. */
  readonly languages: readonly string[];
  /** Bytes of all files, those with several names counted once. */
  readonly size: number;
  readonly fileCount: number;
  /** When the image was last changed; the date of everything a reproducible build writes. */
  readonly modified: Date;
}

/** Build and revision of the image on the media, such as `17763.107`. */
export function buildOnMedia({ version }: Pick<WindowsImage, 'version'>): string {
  return version.split('.').slice(2).join('.');
}

const EDITION_ALIASES = ['standard-core', 'standard-desktop', 'datacenter-core', 'datacenter-desktop'] as const;

/**
 * @param wanted an alias, the exact name or display name (case does not matter), or an index
 * @throws UserError edition-not-found that lists what there is
 */
export function chooseEdition(images: readonly WindowsImage[], wanted: string, source: string): WindowsImage {
  const matches = findMatches(images, wanted.trim());
  const [only, second] = matches;
  if (only !== undefined && second === undefined) return only;
  const listing = images.map((image) => `${image.index} = ${image.name}`).join('; ');
  if (only !== undefined) {
    throw new UserError(
      'edition-not-found',
      `Edition "${wanted}" fits ${matches.length} images of ${source}: ${matches.map((image) => image.index).join(', ')}`,
      `Choose by index. There are: ${listing}.`,
    );
  }
  const names = [...EDITION_ALIASES, ...images.flatMap((image) => [image.name, image.displayName])];
  const nearest = nearestName(wanted, names);
  throw new UserError(
    'edition-not-found',
    `Edition "${wanted}" is not in ${source}${nearest === undefined ? '' : `; did you mean "${nearest}"?`}`,
    `There are: ${listing}. Aliases: ${EDITION_ALIASES.join(', ')}.`,
  );
}

function findMatches(images: readonly WindowsImage[], wanted: string): readonly WindowsImage[] {
  if (/^\d+$/.test(wanted)) return images.filter((image) => image.index === Number(wanted));
  const lower = wanted.toLowerCase();
  const alias = EDITION_ALIASES.find((candidate) => candidate === lower);
  if (alias !== undefined) return images.filter((image) => aliasOf(image) === alias);
  return images.filter((image) => [image.name, image.displayName].some((name) => name.toLowerCase() === lower));
}

/** The alias of an image; undefined for editions that have none, such as Azure or Essentials. */
export function aliasOf(image: WindowsImage): (typeof EDITION_ALIASES)[number] | undefined {
  const edition = /^server(standard|datacenter)(eval)?(core)?$/i.exec(image.editionId);
  const kind = edition?.[1]?.toLowerCase();
  if (kind === undefined) return undefined;
  const core = /core/i.test(image.installationType) || edition?.[3] !== undefined || /core$/i.test(image.name);
  return `${kind as 'standard' | 'datacenter'}-${core ? 'core' : 'desktop'}`;
}
