/** Orchestrates fetch-updates: resolve, download, open, order. */

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../src/context.ts';
import { hashFile } from '../../src/download/fetch-file.ts';
import { openFileCache } from '../../src/download/file-cache.ts';
import { createHostPolicy, MICROSOFT_SUFFIXES } from '../../src/download/host-policy.ts';
import { createHttpClient, type HttpClient } from '../../src/download/http-client.ts';
import type { Finding } from '../../src/report/report.ts';
import { createCatalogClient } from '../../src/updates/catalog-client.ts';
import { downloadUpdates, type FetchedUpdateFile } from '../../src/updates/download-updates.ts';
import { extractCabs, stackVersion } from '../../src/updates/extract-cabs.ts';
import { loadReleaseInfo } from '../../src/updates/load-release-info.ts';
import { orderPackages } from '../../src/updates/order-packages.ts';
import { PRODUCT_FACTS } from '../../src/updates/product-facts.ts';
import { type Resolution, resolveUpdates } from '../../src/updates/resolve-updates.ts';
import type { Considered, PackageKind } from '../../src/updates/update.ts';
import type { UpdatePackage } from '../../src/updates/update-package.ts';
import type { FetchUpdatesInputs } from './inputs.ts';

export interface FetchUpdatesResult {
  readonly directory: string;
  readonly packages: readonly UpdatePackage[];
  readonly lockFile?: string;
  readonly changed: boolean;
  /** Build of Windows that the image will have, `17763.8027`. */
  readonly build?: string;
  readonly considered: readonly Considered[];
  readonly findings: readonly Finding[];
}

export async function main(inputs: FetchUpdatesInputs, context: Context): Promise<FetchUpdatesResult> {
  const http = createHttpClient({
    policy: createHostPolicy({
      suffixes: MICROSOFT_SUFFIXES,
      mirrors: [inputs.catalogUrl, inputs.releaseInfoUrl].filter((url) => url !== undefined),
    }),
  });
  try {
    const resolution = await context.log.group('Choosing updates', () => resolve(inputs, http, context));
    const fetched = await context.log.group('Downloading', () => download(inputs, resolution, http, context));
    const packages = await openAll(inputs, fetched, context);
    const build = packages.findLast((entry) => entry.kind === 'cumulative')?.build;
    return {
      directory: inputs.directory,
      packages,
      changed: false,
      ...(build !== undefined && build !== '' && { build }),
      considered: resolution.considered,
      findings: resolution.findings,
    };
  } finally {
    await http.close();
  }
}

async function resolve(inputs: FetchUpdatesInputs, http: HttpClient, context: Context): Promise<Resolution> {
  const releases = await loadReleaseInfo(http, inputs.releaseInfoUrl, context.signal, context.log.info);
  const catalog = createCatalogClient({
    http,
    signal: context.signal,
    ...(inputs.catalogUrl !== undefined && { url: inputs.catalogUrl }),
    onRetry: context.log.info,
  });
  const resolution = await resolveUpdates(inputs, { catalog, releases: releases.entries });
  for (const update of resolution.updates) context.log.info(`${update.kb}: ${update.title} (${update.reason})`);
  return { ...resolution, findings: [...releases.findings, ...resolution.findings] };
}

async function download(
  inputs: FetchUpdatesInputs,
  resolution: Resolution,
  http: HttpClient,
  context: Context,
): Promise<FetchedUpdateFile[]> {
  await mkdir(inputs.directory, { recursive: true });
  const cache = await openFileCache(inputs.cache.folder, inputs.cache.maxBytes);
  const fetched = await downloadUpdates(resolution.updates, inputs.directory, cache, {
    http,
    signal: context.signal,
    onRetry: context.log.info,
  });
  await cache.trim(new Set(fetched.map((entry) => entry.fetched.sha256)));
  return fetched;
}

async function openAll(
  inputs: FetchUpdatesInputs,
  fetched: readonly FetchedUpdateFile[],
  context: Context,
): Promise<UpdatePackage[]> {
  const facts = PRODUCT_FACTS[inputs.product];
  const loose = [];
  for (const {
    update,
    file,
    fetched: { path, sha256, size },
  } of fetched) {
    const common = {
      kb: file.kb,
      ...(update.date !== undefined && { date: update.date }),
      optional: update.optional ?? false,
    };
    if (inputs.extract) {
      for (const cab of await extractCabs(path, join(inputs.directory, update.kb, 'cabs'), context.tools)) {
        const hashed = await hashFile(cab.path, context.signal);
        const kind: PackageKind = cab.kind === 'servicing-stack' ? 'servicing-stack' : file.kind;
        const build = cab.kind === 'servicing-stack' ? stackVersion(cab.name) : update.build;
        loose.push({
          ...common,
          kind,
          name: cab.name,
          path: cab.path,
          sha256: hashed?.sha256 ?? '',
          size: hashed?.size ?? 0,
          applyMode: 'add-package' as const,
          ...(build !== undefined && { build }),
        });
      }
      continue;
    }
    const folderMode = facts.applyMode === 'folder-target' && update.kind === 'cumulative';
    loose.push({
      ...common,
      kind: file.kind,
      name: file.name,
      path,
      sha256,
      size,
      applyMode: folderMode
        ? file.kind === 'checkpoint'
          ? ('with-target' as const)
          : ('folder-target' as const)
        : ('add-package' as const),
      ...(update.build !== undefined && file.kind !== 'checkpoint' && { build: update.build }),
    });
  }
  return orderPackages(loose).map((entry) => ({
    kb: entry.kb,
    kind: entry.kind,
    path: entry.path,
    sha256: entry.sha256,
    size: entry.size,
    build: entry.build ?? '',
    'apply-mode': entry.applyMode,
    optional: entry.optional,
    reason: entry.reason,
  }));
}
