/** Puts the chosen drivers and the installer under their final names, all of them or none. */

import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Context } from '../context.ts';
import { HELD_PATH } from '../files/held-path.ts';
import { makeFolder } from '../files/make-folder.ts';
import { renameHeld } from '../files/move-into-place.ts';
import type { InBoxDriver } from '../products/product.ts';
import type { DriverChoice } from './choose-driver.ts';
import { candidateFolder, candidateName, type DriverCandidate, hardwareIds } from './driver-candidate.ts';
import { copyPackage, type PackageFiles, packageFiles } from './driver-files.ts';
import type { InfArchitecture } from './inf/target-os.ts';
import { type CatalogSigner, readSigner } from './signer.ts';

export interface ExtractedDriver {
  readonly name: string;
  /** Absolute path of the copied INF file. */
  readonly inf: string;
  readonly class: string | undefined;
  readonly classGuid: string | undefined;
  readonly provider: string | undefined;
  readonly hardwareIds: readonly string[];
  readonly version: string;
  /** `2022-03-03`. */
  readonly date: string;
  readonly architecture: InfArchitecture;
  readonly services: readonly { readonly name: string; readonly startType: number }[];
  readonly signer: CatalogSigner | undefined;
  /** Folder on the disc, or in the MSI, that it came from. */
  readonly from: string;
  /** The Models section's decoration through which it binds. */
  readonly decoration: string;
  readonly inBox: InBoxDriver | undefined;
  readonly newerThanInBox: boolean;
  /** Files copied, relative to the folder of the INF file. */
  readonly files: readonly string[];
  /** Files that SourceDisksFiles names, that are not there and that this Windows would not copy. */
  readonly unneeded: readonly string[];
  readonly leftOut: readonly string[];
}

/** Folder of the installer beside the drivers' folders. */
export const SETUP_FOLDER = 'vmware-tools';
/** What a killed run leaves begins with this; the next run removes it. */
const PARTIAL = '.stillframe-partial-';

/**
 * @param setup the installer, unpacked from the disc
 * @param directory gets one folder per driver; older folders of the same names are replaced
 * @throws UserError driver-incomplete before anything is written
 */
export async function stageDrivers(
  choices: readonly DriverChoice[],
  setup: string,
  directory: string,
  architecture: InfArchitecture,
  context: Pick<Context, 'tools' | 'hold' | 'signal'>,
): Promise<readonly ExtractedDriver[]> {
  const packages: { choice: DriverChoice; chosen: DriverCandidate; package: PackageFiles }[] = [];
  for (const choice of choices) {
    const { chosen } = choice;
    if (chosen) packages.push({ choice, chosen, package: await packageFiles(chosen, architecture) });
  }
  await makeFolder(directory);
  await removeLeftovers(directory);
  const partial = join(directory, `${PARTIAL}${process.pid}`);
  const removed = context.hold(HELD_PATH, { paths: [partial] });

  await mkdir(join(partial, SETUP_FOLDER), { recursive: true });
  await copyFile(setup, join(partial, SETUP_FOLDER, basename(setup)));
  const drivers: ExtractedDriver[] = [];
  for (const entry of packages) {
    const folder = folderName(entry.choice.name, entry.chosen);
    await copyPackage(entry.package.files, join(partial, folder));
    const catalog = entry.chosen.inf.catalog(architecture);
    const signer = catalog && (await readSigner(join(partial, folder, ...catalogPath(entry, catalog)), context.tools));
    drivers.push(describe(entry, join(directory, folder), architecture, signer || undefined));
  }
  context.signal.throwIfAborted();
  for (const folder of await readdir(partial)) {
    await rm(join(directory, folder), { recursive: true, force: true });
    await renameHeld(join(partial, folder), join(directory, folder));
  }
  await rm(partial, { recursive: true, force: true });
  removed();
  return drivers;

  function catalogPath({ chosen }: { chosen: DriverCandidate }, catalog: string): string[] {
    return chosen.inf.sourcePath(catalog, architecture).split('/');
  }
}

/** The user's own name for it where that can be a folder's name: a hardware id cannot. */
function folderName(name: string, chosen: DriverCandidate): string {
  return /^\w[\w.-]*$/.test(name) ? name : candidateName(chosen);
}

function describe(
  {
    choice,
    chosen,
    package: { files, unneeded },
  }: { choice: DriverChoice; chosen: DriverCandidate; package: PackageFiles },
  folder: string,
  architecture: InfArchitecture,
  signer: CatalogSigner | undefined,
): ExtractedDriver {
  const { inf, models, installs, driver, decoration } = chosen;
  return {
    name: choice.name,
    inf: join(folder, inf.name),
    class: inf.version.class,
    classGuid: inf.version.classGuid,
    provider: inf.version.provider,
    hardwareIds: hardwareIds(models),
    ...driver,
    architecture,
    services: installs.flatMap(({ services }) => services.map(({ name, startType }) => ({ name, startType }))),
    signer,
    from: candidateFolder(chosen),
    decoration: decoration?.text ?? '',
    inBox: choice.inBox,
    newerThanInBox: choice.newerThanInBox,
    files: files.map(({ path }) => path),
    unneeded,
    leftOut: choice.leftOut,
  };
}

async function removeLeftovers(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    if (name.startsWith(PARTIAL)) await rm(join(directory, name), { recursive: true, force: true });
  }
}
