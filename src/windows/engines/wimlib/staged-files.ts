/** Everything that the plan adds to the image, as files with their places. */

import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { batch, firstBootFiles, SETUP_COMPLETE_LINES } from '../../first-boot/first-boot-script.ts';
import { STAGE_FOLDER, stagedName } from '../../first-boot/first-boot-step.ts';
import type { ImagePlan } from '../../plan/image-plan.ts';
import type { StagedFile } from './stage.ts';

export const SETUP_COMPLETE = 'Windows/Setup/Scripts/SetupComplete.cmd';
const UNATTEND = 'Windows/Panther/unattend.xml';

/**
 * @param setupComplete the image's own SetupComplete.cmd, kept and continued
 * @param sxs folder of features taken from the ISO
 */
export async function stagedFiles(
  plan: ImagePlan,
  setupComplete: string | undefined,
  sxs: string | undefined,
): Promise<readonly StagedFile[]> {
  const stage = (path: string): string => `${STAGE_FOLDER}/${path}`;
  const bootBinaries = plan.drivers.flatMap(({ folder, boot }) =>
    boot === undefined
      ? []
      : [{ path: imagePath(boot.service.imagePath), file: join(folder, boot.binaryPath.replaceAll('\\', '/')) }],
  );
  const copies = [
    ...bootBinaries,
    ...plan.drivers.flatMap(({ name, folder, files }) =>
      files.map((file) => ({ path: stage(`drivers/${stagedName(name)}/${file}`), file: join(folder, file) })),
    ),
    ...plan.packages.map(({ path }) => ({ path: stage(`packages/${stagedName(path)}`), file: path })),
    ...(plan.toolsSetup
      ? [{ path: stage(`tools/${stagedName(plan.toolsSetup.path)}`), file: plan.toolsSetup.path }]
      : []),
    ...(sxs === undefined
      ? []
      : (await readdir(sxs)).sort().map((name) => ({ path: stage(`sxs/${name}`), file: join(sxs, name) }))),
  ];
  const added = [UNATTEND, ...bootBinaries.map(({ path }) => path)].map((path) => path.replaceAll('/', '\\'));
  return [
    text(SETUP_COMPLETE, `${setupComplete ?? '@echo off\r\n'}${batch(SETUP_COMPLETE_LINES)}`),
    { path: UNATTEND, source: { content: plan.unattend } },
    ...firstBootFiles(plan.firstBoot).map((file) => text(stage(file.path), file.text)),
    text(stage('added-files.txt'), batch(added)),
    ...(await Promise.all(
      copies.map(async ({ path, file }) => ({ path, source: { file, size: (await stat(file)).size } })),
    )),
  ];
}

/** `System32\drivers\pvscsi.sys`, relative to the Windows folder, as a path in the image. */
function imagePath(path: string): string {
  return `Windows/${path.replaceAll('\\', '/').replace(/^\/?SystemRoot\//i, '')}`;
}

function text(path: string, content: string): StagedFile {
  return { path, source: { content: Buffer.from(content, 'latin1') } };
}
