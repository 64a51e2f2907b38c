/** What has to be right before Windows is asked to make a disk: the account, and the volume that holds the disk. */

import { dirname } from 'node:path';
import { UserError } from '../../../errors.ts';
import { makeFolder } from '../../../files/make-folder.ts';
import { runPowerShell } from '../../../tools/powershell.ts';
import { fieldsOf, listOf, textIn } from '../../../tools/powershell-answer.ts';
import type { ToolRunner } from '../../../tools/tool-runner.ts';
import { INSPECT_RUNNER } from './scripts/inspect-runner.ts';

/**
 * @param vhd absolute path of the disk to make
 * @throws UserError not-elevated, volume-unfit
 */
export async function checkRunner(vhd: string, tools: Pick<ToolRunner, 'run'>): Promise<void> {
  const folder = dirname(vhd);
  if (/^[\\/]{2}/.test(folder)) throw unfit(folder, 'is on a share', 'Windows attaches disks of its own volumes alone');
  await makeFolder(folder);
  const answer = await runPowerShell(INSPECT_RUNNER, { folders: [folder] }, tools);
  const { elevated, folders } = fieldsOf(answer);
  if (elevated !== true) {
    throw new UserError(
      'not-elevated',
      'This account may not attach disks and service images: it is no administrator, or not elevated',
      'Let the service of the runner run as SYSTEM or as a member of Administrators; an interactive runner is started "as administrator".',
    );
  }
  const [volume] = listOf(folders);
  checkVolume(folder, volume);
}

function checkVolume(folder: string, volume: unknown): void {
  const fileSystem = textIn(volume, 'fileSystem');
  if (fileSystem === '')
    throw unfit(folder, 'is on an unknown volume', 'Windows does not say which file system it has');
  if (fileSystem !== 'NTFS') {
    throw unfit(folder, `is on a volume with ${fileSystem}`, 'only on NTFS is a disk image sure to be attached');
  }
  const dedup = textIn(volume, 'dedup');
  if (dedup !== '' && !/^(Disabled|NotAvailable)$/i.test(dedup)) {
    throw unfit(folder, `is on a volume with data deduplication (${dedup})`, 'Windows attaches no deduplicated image');
  }
  const attribute = /\b(Compressed|Encrypted|SparseFile)\b/i.exec(textIn(volume, 'attributes'))?.[1];
  if (attribute === undefined) return;
  throw unfit(folder, `has the attribute ${attribute}`, 'files in it inherit that, and Windows attaches no such image');
}

function unfit(folder: string, what: string, why: string): UserError {
  return new UserError(
    'volume-unfit',
    `The folder ${folder} ${what}: ${why}`,
    'Give with the input vhd a folder on a local NTFS volume, not compressed, not encrypted, without deduplication.',
  );
}
