/** Reads back from the finished disk what Windows will do at its first start, file by file. */

import { batchText, firstBootFiles } from '../first-boot/first-boot-files.ts';
import { type FirstBootStep, STAGE_FOLDER } from '../first-boot/first-boot-step.ts';
import { SETUP_COMPLETE } from '../first-boot/scripts/setup-complete.ts';
import type { ImagePlan } from '../plan/image-plan.ts';
import { SETUP_COMPLETE_PATH } from '../stage/staged-files.ts';
import type { WindowsFiles } from './windows-files.ts';
import { wrongDisk } from './wrong-disk.ts';

/** Answer files and scripts have some kilobytes. */
const MAX_FILE = 4 * 2 ** 20;

/** @throws UserError layout-wrong that names the file; FormatError */
export async function verifyFirstBoot(
  files: Pick<WindowsFiles, 'read'>,
  plan: Pick<ImagePlan, 'afterFirstBoot' | 'cloneUnattend' | 'unattend' | 'bakeHost'>,
  steps: readonly FirstBootStep[],
): Promise<void> {
  const wanted = [
    { path: SETUP_COMPLETE_PATH, content: Buffer.from(batchText(SETUP_COMPLETE), 'latin1') },
    { path: 'Windows/Panther/unattend.xml', content: plan.unattend },
    ...firstBootFiles(steps, plan).map(({ path, text }) => ({
      path: `${STAGE_FOLDER}/${path}`,
      content: Buffer.from(text, 'latin1'),
    })),
  ];
  for (const { path, content } of wanted) {
    const found = await files.read(path, MAX_FILE);
    if (found === undefined) throw wrongDisk(`the Windows volume has no ${path}`);
    if (!found.equals(content)) throw wrongDisk(`${path} is not the one that was planned`);
  }
}
