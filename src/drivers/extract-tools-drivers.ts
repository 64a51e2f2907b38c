/** Takes drivers out of a VMware Tools disc: the ones that bind on the product, with all their files, each in a folder of its own. */

import { basename, join } from 'node:path';
import { openIso } from '../archives/iso/open-iso.ts';
import type { Context } from '../context.ts';
import type { InBoxDriver, Product } from '../products/product.ts';
import { chooseDriver } from './choose-driver.ts';
import { type ExtractMethod, gatherDrivers } from './gather-drivers.ts';
import { type ExtractedDriver, SETUP_FOLDER, stageDrivers } from './stage-drivers.ts';
import { infFolders, recogniseToolsIso } from './tools-iso.ts';
import { windowsTarget } from './windows-target.ts';

export interface ExtractRequest {
  /** Path of the ISO, already verified. */
  readonly iso: string;
  readonly product: Product;
  /** Names as the user calls the drivers: of the INF file, of a service, or a hardware id. */
  readonly drivers: readonly string[];
  /** Absolute path of the folder that gets one folder per driver. */
  readonly directory: string;
  readonly method: ExtractMethod;
}

export interface ExtractResult {
  readonly toolsVersion: string | undefined;
  /** Absolute path of the installer copied out of the disc. */
  readonly toolsSetup: string;
  readonly drivers: readonly ExtractedDriver[];
  /** Drivers for which the product's own one serves, because nothing on the disc binds. */
  readonly inBoxOnly: readonly {
    readonly name: string;
    readonly inBox: InBoxDriver;
    readonly reasons: readonly string[];
  }[];
  /** INF files on the disc that could not be read. */
  readonly unreadable: readonly string[];
}

/**
 * @throws UserError not-tools-media, driver-not-found, driver-does-not-bind, driver-incomplete, tool-missing;
 *   `directory` then holds what it held before
 */
export async function extractToolsDrivers(request: ExtractRequest, context: Context): Promise<ExtractResult> {
  const target = windowsTarget(request.product);
  const iso = await openIso(request.iso, { input: 'tools-iso', code: 'not-tools-media' }, context);
  const disc = join(context.temp, 'disc');
  const tools = await recogniseToolsIso(iso, disc);
  context.log.info(`VMware Tools ${tools.version ?? 'of unknown version'}, installer ${tools.setup}`);
  const loose = request.method === 'auto' || request.method === 'iso' ? infFolders(tools.files) : [];
  await iso.extract([...loose, tools.setup], disc);
  await iso.close();

  const setup = join(disc, tools.setup);
  const { candidates, unreadable } = await gatherDrivers(request, target, { disc, setup }, context);
  for (const error of unreadable) context.log.warning(`Left out: ${error.message}`);
  const choices = request.drivers.map((name) => chooseDriver(name, candidates, request.product, target));
  return {
    toolsVersion: tools.version,
    toolsSetup: join(request.directory, SETUP_FOLDER, basename(setup)),
    drivers: await stageDrivers(choices, setup, request.directory, target.architecture, context),
    inBoxOnly: choices.flatMap(({ name, chosen, inBox, leftOut }) =>
      chosen === undefined && inBox !== undefined ? [{ name, inBox, reasons: leftOut }] : [],
    ),
    unreadable: unreadable.map((error) => error.message),
  };
}
