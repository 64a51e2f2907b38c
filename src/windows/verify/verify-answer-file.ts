/** That Windows takes the answer file of the plan at its first start, and none that came with the image. */

import { UserError } from '../../errors.ts';
import { FILES_BEFORE, SETUP_KEY, SETUP_VALUE } from '../answer-file/search-order.ts';
import { openHive, textValue } from './hive-facts.ts';
import type { WindowsFiles } from './windows-files.ts';

/** Some kilobytes. */
const MAX_FILE = 4 * 2 ** 20;

/** @throws UserError not-windows-media that names what comes before it; FormatError */
export async function verifyAnswerFile(files: WindowsFiles): Promise<void> {
  for (const path of FILES_BEFORE) {
    if ((await files.read(path, MAX_FILE)) !== undefined) throw comesBefore(`C:\\${path.replaceAll('/', '\\')}`);
  }
  const named = textValue((await openHive(files, 'SYSTEM')).key(SETUP_KEY), SETUP_VALUE);
  if (named !== undefined && named !== '') throw comesBefore(`${named} (HKLM\\SYSTEM\\${SETUP_KEY} ${SETUP_VALUE})`);
}

function comesBefore(what: string): UserError {
  return new UserError(
    'not-windows-media',
    `The image brings an answer file of its own, ${what}, which Windows takes before that of this build`,
    'Take it out of the image, or give the installation ISO as Microsoft ships it.',
  );
}
