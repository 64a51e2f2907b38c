/** Everything that is added to the image, as files with their places. */

import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { BootDriver } from '../../drivers/boot-driver.ts';
import type { ImageWork } from '../engines/engine.ts';
import { batchText, firstBootFiles } from '../first-boot/first-boot-files.ts';
import { STAGE_FOLDER } from '../first-boot/first-boot-step.ts';
import { SETUP_COMPLETE } from '../first-boot/scripts/setup-complete.ts';

export interface StagedFile {
  /** Path in the image with `/`, e.g. `Windows/Panther/unattend.xml`. */
  readonly path: string;
  readonly source: { readonly file: string; readonly size: number } | { readonly content: Uint8Array };
}

export const SETUP_COMPLETE_PATH = 'Windows/Setup/Scripts/SetupComplete.cmd';
/** Where the image's own script goes: the name that ours calls. */
const OWN_SETUP_COMPLETE_PATH = 'Windows/Setup/Scripts/SetupComplete-of-image.cmd';
const UNATTEND_PATH = 'Windows/Panther/unattend.xml';

/**
 * @param ownSetupComplete the image's own SetupComplete.cmd, byte for byte; ours calls it
 * @param sxs folder of features taken from the ISO
 */
export async function stagedFiles(
  { plan, offline, firstBoot }: Pick<ImageWork, 'plan' | 'offline' | 'firstBoot'>,
  ownSetupComplete: Uint8Array | undefined,
  sxs: string | undefined,
): Promise<readonly StagedFile[]> {
  const stage = (path: string): string => `${STAGE_FOLDER}/${path}`;
  const bootDrivers = offline.flatMap((step) => (step.kind === 'boot-driver' ? [step.driver] : []));
  const copies = [
    ...bootDrivers.flatMap(({ boot, bootBinary }) =>
      boot === undefined || bootBinary === undefined ? [] : [{ path: bootBinaryPath(boot), file: bootBinary }],
    ),
    ...plan.files,
    ...firstBoot.flatMap(({ files }) => files.map(({ path, file }) => ({ path: stage(path), file }))),
    ...(sxs === undefined
      ? []
      : (await filesBelow(sxs)).map((path) => ({ path: stage(`sxs/${path}`), file: join(sxs, ...path.split('/')) }))),
  ];
  return [
    text(SETUP_COMPLETE_PATH, batchText(SETUP_COMPLETE)),
    ...(ownSetupComplete === undefined
      ? []
      : [{ path: OWN_SETUP_COMPLETE_PATH, source: { content: ownSetupComplete } }]),
    { path: UNATTEND_PATH, source: { content: plan.unattend } },
    ...firstBootFiles(firstBoot, plan).map((file) => text(stage(file.path), file.text)),
    ...(await Promise.all(
      copies.map(async ({ path, file }) => ({ path, source: { file, size: (await stat(file)).size } })),
    )),
  ];
}

/** Paths of all files with `/`, in a fixed order: some media have the components of a feature in folders. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort();
}

/** `System32\drivers\pvscsi.sys`, relative to the Windows folder, as a path in the image. */
function bootBinaryPath({ imagePath }: BootDriver): string {
  return `Windows/${imagePath.replaceAll('\\', '/')}`;
}

function text(path: string, content: string): StagedFile {
  return { path, source: { content: Buffer.from(content, 'latin1') } };
}
