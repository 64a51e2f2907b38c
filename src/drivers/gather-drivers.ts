/** Collects the drivers of a Tools disc by the method asked for: the loose ones, those inside the installer, or both. */

import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Context } from '../context.ts';
import { ToolError, UserError } from '../errors.ts';
import type { Product } from '../products/product.ts';
import { inBoxDriver } from '../products/product.ts';
import {
  type DriverCandidate,
  type FoundDrivers,
  findDrivers,
  hardwareIds,
  isCalled,
  isUsable,
} from './driver-candidate.ts';
import type { WindowsTarget } from './inf/target-os.ts';
import { extractMsi, extractWithSetup } from './tools-msi.ts';

export const EXTRACT_METHODS = ['auto', 'iso', 'msi', 'setup'] as const;
/** `iso`: loose drivers alone; `msi`, `setup`: those inside the installer, unpacked by us or by itself; `auto`: as needed. */
export type ExtractMethod = (typeof EXTRACT_METHODS)[number];

/** Folder below that of the run. */
const UNPACKED = 'installer';

interface UnpackedDisc {
  /** Folder with the loose drivers of the disc. */
  readonly disc: string;
  /** Path of the installer. */
  readonly setup: string;
}

/**
 * `auto` unpacks the installer only when the loose drivers do not settle it: pvscsi lies loose on every disc, everything
 * else is inside the installer.
 */
export async function gatherDrivers(
  request: { readonly method: ExtractMethod; readonly product: Product; readonly drivers: readonly string[] },
  target: WindowsTarget,
  { disc, setup }: UnpackedDisc,
  context: Context,
): Promise<FoundDrivers> {
  const { method } = request;
  if (method === 'iso') return findDrivers(disc, target, '');
  if (method === 'msi' || method === 'setup') return unpackInstaller(method, setup, target, context);
  const loose = await findDrivers(disc, target, '');
  if (request.drivers.every((name) => isSettled(name, loose.candidates, request.product))) return loose;
  const inside = await unpackByAnyWay(setup, target, context);
  return {
    candidates: [...loose.candidates, ...inside.candidates],
    unreadable: [...loose.unreadable, ...inside.unreadable],
  };
}

/** Windows Installer opens the MSI where it can be got at, with 7-Zip or without; on Windows else the installer unpacks itself. */
async function unpackByAnyWay(setup: string, target: WindowsTarget, context: Context): Promise<FoundDrivers> {
  try {
    return await unpackInstaller('msi', setup, target, context);
  } catch (error) {
    const isOurs = error instanceof ToolError || (error instanceof UserError && error.code === 'driver-not-found');
    if (process.platform !== 'win32' || !isOurs) throw error;
    context.log.info(`${error.message}: letting ${basename(setup)} unpack itself`);
    await rm(join(context.temp, UNPACKED), { recursive: true, force: true });
    return unpackInstaller('setup', setup, target, context);
  }
}

async function unpackInstaller(
  way: 'msi' | 'setup',
  setup: string,
  target: WindowsTarget,
  context: Context,
): Promise<FoundDrivers> {
  const unpacked = join(context.temp, UNPACKED);
  context.log.info(`Unpacking ${basename(setup)}`);
  if (way === 'msi') await extractMsi(setup, unpacked, context);
  else await extractWithSetup(setup, unpacked, context);
  return findDrivers(unpacked, target, `${basename(setup)}/`);
}

/** True when a loose driver of that name binds, or when none does because the product brings its own. */
function isSettled(name: string, loose: readonly DriverCandidate[], product: Product): boolean {
  const called = loose.filter((candidate) => isCalled(candidate, name));
  if (called.some(isUsable)) return true;
  return inBoxDriver(product, hardwareIds(called.flatMap(({ inf }) => inf.allModels()))) !== undefined;
}
