/**
 * Builds the sample media: small, but with the structure of the real ones, and the same bytes on every run.
 * Everything in them is made up here; nothing is copied from Microsoft's or VMware's media.
 */

import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Product } from '../../src/products/product.ts';
import { cachedFolder, sha256OfFile } from './media-cache.ts';
import { buildToolsIso } from './tools/build-tools-iso.ts';
import { type SampleUpdates, sampleUpdates, writeSampleUpdates } from './updates/sample-updates.ts';
import { RELEASES, SERVER_2019, type WindowsRelease } from './windows/releases.ts';
import { buildWindowsIso } from './windows/windows-iso.ts';

/** Absolute paths of the sample media. */
export interface SampleMedia {
  /** Windows Server 2019 (10.0.17763.107), four editions. */
  readonly windowsIso: string;
  /** VMware Tools 12.5.0; other generations: buildToolsIso in tools/build-tools-iso.ts. */
  readonly toolsIso: string;
  readonly updates: { readonly folder: string; readonly packages: SampleUpdates };
  /** Lower-case hex SHA-256 of the discs. */
  readonly sha256: { readonly windowsIso: string; readonly toolsIso: string };
}

let built: Promise<SampleMedia> | undefined;

/**
 * Builds what is not in the cache yet. Safe to call from several processes at once; looked up and hashed once in each.
 * @param cache folder to keep the media in (default `.cache/media` of the project)
 */
export function buildSampleMedia(cache?: string): Promise<SampleMedia> {
  if (cache !== undefined) return buildIn(cache);
  built ??= buildIn(undefined);
  return built;
}

async function buildIn(cache: string | undefined): Promise<SampleMedia> {
  const updates = await cachedFolder('updates', ['updates'], writeSampleUpdates, cache);
  const windowsIso = await releaseIso(SERVER_2019, cache);
  const toolsIso = await buildToolsIso('12.5', cache);
  return {
    windowsIso,
    toolsIso,
    updates: { folder: updates.folder, packages: sampleUpdates(updates.folder) },
    sha256: { windowsIso: await sha256OfFile(windowsIso), toolsIso: await sha256OfFile(toolsIso) },
  };
}

/** The ISO of any release, four editions, as buildSampleMedia keeps that of 2019. @returns its path */
export function windowsIsoOf(product: Product, cache?: string): Promise<string> {
  const release = RELEASES.find((each) => each.product === product);
  if (release === undefined) throw new Error(`no media of ${product}`);
  return releaseIso(release, cache);
}

async function releaseIso(release: WindowsRelease, cache?: string): Promise<string> {
  const name = `ws${release.year}.iso`;
  const { folder } = await cachedFolder(
    release === SERVER_2019 ? 'windows' : `server${release.year}`,
    ['windows', 'wim', 'registry', 'efi', 'iso'],
    (made) => inWorkFolder(made, (work) => buildWindowsIso(release, join(made, name), work)),
    cache,
  );
  return join(folder, name);
}

async function inWorkFolder(folder: string, build: (work: string) => Promise<void>): Promise<void> {
  const work = join(folder, 'work');
  await mkdir(work);
  await build(work);
  await rm(work, { recursive: true });
}

if (import.meta.main) {
  const started = performance.now();
  const media = await buildSampleMedia(process.argv[2]);
  process.stdout.write(`${JSON.stringify(media, null, 2)}\n`);
  process.stderr.write(`in ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
}
