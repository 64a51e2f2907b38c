/** Orchestrates fetch-updates: lock, list or catalog; download; open and check; order; lock. */

import { join } from 'node:path';
import type { Context } from '../../src/context.ts';
import { openUsableCache } from '../../src/download/file-cache.ts';
import { createHostPolicy, MICROSOFT_SUFFIXES } from '../../src/download/host-policy.ts';
import { createHttpClient, type HttpClient } from '../../src/download/http-client.ts';
import { UserError } from '../../src/errors.ts';
import { hashFile } from '../../src/files/hash-file.ts';
import { makeFolder } from '../../src/files/make-folder.ts';
import { PRODUCT_FACTS } from '../../src/products/product.ts';
import type { Finding } from '../../src/report/report.ts';
import { formatSize } from '../../src/units.ts';
import { createCatalogClient } from '../../src/updates/catalog-client.ts';
import { downloadUpdates, type FetchedUpdateFile } from '../../src/updates/download-updates.ts';
import { settleListed, updatesOfList } from '../../src/updates/listed-updates.ts';
import { loadReleaseInfo } from '../../src/updates/load-release-info.ts';
import type { LockFile } from '../../src/updates/lock.ts';
import { diffLocks, type LockChange } from '../../src/updates/lock-diff.ts';
import { readLock, requireLockPlace, requireSameRequest, writeLock } from '../../src/updates/lock-file.ts';
import { lockOf, updatesOfLock } from '../../src/updates/locked-updates.ts';
import { type ListedPackage, readPackagesFile } from '../../src/updates/packages-file.ts';
import {
  type PreparedFile,
  type PrepareOptions,
  packagesInOrder,
  prepareFiles,
} from '../../src/updates/prepare-packages.ts';
import type { PreparedPackage } from '../../src/updates/prepared-package.ts';
import { latestUntil } from '../../src/updates/release-request.ts';
import { describeStand, type ReleaseStand } from '../../src/updates/release-stand.ts';
import { lockRequest, resolveUpdates } from '../../src/updates/resolve-updates.ts';
import type { Considered, ResolvedUpdate } from '../../src/updates/update.ts';
import { describeFile, type FileReport } from './file-report.ts';
import type { FetchUpdatesInputs } from './inputs.ts';

export interface FetchUpdatesResult {
  /** Where the choice came from. */
  readonly source: 'catalog' | 'lock' | 'packages-file';
  readonly directory: string;
  readonly packages: readonly PreparedPackage[];
  readonly lockFile?: string;
  /** SHA-256 of the lock file as it is now. */
  readonly lockSha256?: string;
  /** True when the lock file was written with other content than before. */
  readonly changed: boolean;
  readonly lockChanges: readonly LockChange[];
  /** Build of Windows that the image will have, `17763.8027`. */
  readonly build?: string;
  /** How the chosen cumulative update stands to what is known; undefined for a lock or a list. */
  readonly stand?: ReleaseStand;
  readonly files: readonly FileReport[];
  readonly considered: readonly Considered[];
  readonly findings: readonly Finding[];
}

interface Plan {
  readonly source: FetchUpdatesResult['source'];
  readonly updates: readonly ResolvedUpdate[];
  readonly considered: readonly Considered[];
  readonly findings: readonly Finding[];
  /** The lock as it was before. */
  readonly lock?: LockFile;
  readonly list?: readonly ListedPackage[];
  readonly stand?: ReleaseStand;
}

export async function main(inputs: FetchUpdatesInputs, context: Context): Promise<FetchUpdatesResult> {
  const http = createClient(inputs);
  try {
    const plan = await context.log.group('Choosing updates', () => choose(inputs, http, context));
    const fetched = await context.log.group('Downloading', () => download(inputs, plan, http, context));
    const opened = await context.log.group('Opening packages', () => open(inputs, plan, fetched, context));
    const lock = plan.source === 'packages-file' ? undefined : lockOf(opened.prepared, lockRequest(inputs));
    const lockChanges = lock && inputs.lockFile !== undefined ? diffLocks(plan.lock, lock) : [];
    const writes = lock !== undefined && inputs.lockFile !== undefined && plan.source === 'catalog';
    if (writes) await writeLock(inputs.lockFile, lock);
    const build = opened.packages.findLast((entry) => entry.kind === 'cumulative')?.build;
    return {
      source: plan.source,
      directory: inputs.directory,
      packages: opened.packages,
      ...(inputs.lockFile !== undefined &&
        plan.source !== 'packages-file' && {
          lockFile: inputs.lockFile,
          lockSha256: await hashFile(inputs.lockFile, context.signal),
        }),
      changed: writes && lockChanges.length > 0,
      lockChanges,
      ...(build && { build }),
      ...(plan.stand && { stand: plan.stand }),
      files: opened.prepared.map(describeFile),
      considered: plan.considered,
      findings: [...plan.findings, ...opened.findings],
    };
  } finally {
    await http.close();
  }
}

/** A list's addresses are somebody's own choice and pinned by SHA-256; the catalog's and a lock's have to be Microsoft's. */
function createClient(inputs: FetchUpdatesInputs): HttpClient {
  const mirrors = [inputs.catalogUrl, inputs.releaseInfoUrl].flatMap((url) =>
    url === undefined || url === 'none' ? [] : [url],
  );
  const listed = inputs.packagesFile !== undefined;
  return createHttpClient({
    env: inputs.env,
    policy: createHostPolicy({ mirrors, ...(!listed && { suffixes: MICROSOFT_SUFFIXES }) }),
  });
}

async function choose(inputs: FetchUpdatesInputs, http: HttpClient, context: Context): Promise<Plan> {
  if (inputs.packagesFile !== undefined) {
    const list = await readPackagesFile(inputs.packagesFile);
    context.log.info(`${list.length} packages from ${inputs.packagesFile}`);
    return { source: 'packages-file', updates: updatesOfList(list), considered: [], findings: [], list };
  }
  const lock =
    inputs.lockFile === undefined ? undefined : await readOldLock(inputs.lockFile, inputs.updateLock, context);
  if (lock && !inputs.updateLock) {
    requireSameRequest(lock, lockRequest(inputs), inputs.lockFile ?? '');
    context.log.info(`${lock.updates.length} updates from the lock ${inputs.lockFile}`);
    return { source: 'lock', updates: updatesOfLock(lock), considered: [], findings: [], lock };
  }
  if (inputs.lockFile !== undefined) await requireLockPlace(inputs.lockFile);
  return { ...(await search(inputs, http, context)), ...(lock && { lock }) };
}

/** A lock that is made anew need not be a good one. */
async function readOldLock(path: string, isMadeAnew: boolean, { log }: Context): Promise<LockFile | undefined> {
  try {
    return await readLock(path);
  } catch (error) {
    if (!isMadeAnew || !(error instanceof UserError) || error.code !== 'lock-invalid') throw error;
    log.warning(`${error.message}. It is made anew.`);
    return undefined;
  }
}

async function search(inputs: FetchUpdatesInputs, http: HttpClient, context: Context): Promise<Plan> {
  const { log, signal } = context;
  const releases = await loadReleaseInfo(http, inputs.releaseInfoUrl, signal, log.info);
  const catalog = createCatalogClient({
    http,
    signal,
    ...(inputs.catalogUrl !== undefined && { url: inputs.catalogUrl }),
    onRetry: log.info,
  });
  const asked = { ...inputs, release: latestUntil(inputs.release, inputs.until) };
  const resolution = await resolveUpdates(asked, {
    catalog,
    releases: releases.entries,
    today: new Date().toISOString().slice(0, 10),
  });
  for (const update of resolution.updates) log.info(`${update.title}: ${update.reason}`);
  if (resolution.stand) log.info(describeStand(resolution.stand));
  return { source: 'catalog', ...resolution, findings: [...releases.findings, ...resolution.findings] };
}

async function download(
  inputs: FetchUpdatesInputs,
  plan: Plan,
  http: HttpClient,
  context: Context,
): Promise<FetchedUpdateFile[]> {
  await makeFolder(inputs.directory);
  const { folder, maxBytes } = inputs.cache;
  const cache = await openUsableCache(folder, maxBytes, join(context.temp, 'download-cache'), context.log.warning);
  const fetched = await downloadUpdates(plan.updates, inputs.directory, cache, {
    http,
    signal: context.signal,
    onRetry: context.log.info,
    onProgress: context.log.info,
  });
  for (const { file, fetched: got } of fetched) {
    context.log.info(
      `${file.name}: ${formatSize(got.size)}, ${got.from === 'network' ? 'downloaded' : `from ${got.from}`}, verified`,
    );
  }
  await cache.trim(new Set(fetched.map((entry) => entry.fetched.sha256)));
  return fetched;
}

async function open(
  inputs: FetchUpdatesInputs,
  plan: Plan,
  fetched: readonly FetchedUpdateFile[],
  context: Context,
): Promise<{ prepared: readonly PreparedFile[]; packages: readonly PreparedPackage[]; findings: readonly Finding[] }> {
  const options: PrepareOptions = {
    facts: PRODUCT_FACTS[inputs.product],
    tools: context.tools,
    temp: context.temp,
    signal: context.signal,
    extract: inputs.extract,
  };
  const { prepared, findings } = await prepareFiles(fetched, options);
  const settled = plan.list ? await settleListed(prepared, plan.list, options.facts) : prepared;
  return { prepared: settled, packages: await packagesInOrder(settled, options), findings };
}
