/** Reads from the disk of a guest that is off how its first boot went: what on vSphere the guest has to say itself. */

import type { Disk } from '../../disk/disk.ts';
import type { FirstBootResult, FirstBootStepResult } from '../../products/guest-words.ts';
import { STAGE_FOLDER } from '../../windows/first-boot/first-boot-step.ts';
import { openHive, textValue } from '../../windows/verify/hive-facts.ts';
import { readBuildWitnesses } from '../../windows/verify/verify-build.ts';
import type { WindowsVolume } from '../../windows/verify/windows-files.ts';
import { firstLine, nameOf, openWindowsOf, readStagedBoot, type StagedBoot } from './staged-boot.ts';

export interface BakedDisk extends StagedBoot {
  readonly result: FirstBootResult;
  /** The last lines of its log, for a message. */
  readonly tail: string;
}

const SETUP_STATE = 'Microsoft\\Windows\\CurrentVersion\\Setup\\State';
/** Where Windows looks for answer files and keeps copies of them; the roots are looked at by name. */
const ANSWER_FOLDERS = ['Windows/Panther', 'Windows/System32/Sysprep'] as const;
const ANSWER_ROOTS = ['unattend.xml', 'autounattend.xml'] as const;
const MAX_LOG = 64 * 2 ** 20;
const TAIL_LINES = 15;

/** @throws UserError input-invalid, layout-wrong without hives; FormatError for a damaged disk */
export async function readBakedDisk(disk: Disk): Promise<BakedDisk> {
  const staged = await readStagedBoot(disk);
  return { ...staged, ...(await readBakedWindows(await openWindowsOf(disk, staged.layout))) };
}

/** @throws UserError layout-wrong without hives; FormatError for a damaged volume or hive */
export async function readBakedWindows(files: WindowsVolume): Promise<Pick<BakedDisk, 'result' | 'tail'>> {
  const software = await openHive(files, 'SOFTWARE');
  const { registry } = await readBuildWitnesses(files, software);
  return {
    result: {
      build: registry ?? 'unknown',
      imageState: textValue(software.key(SETUP_STATE), 'ImageState') ?? 'not known',
      answerFiles: await answerFiles(files),
      // Of the log's text; only ASCII is quoted of it.
      codePage: 0,
      steps: await stepResults(files),
    },
    tail: await readLogTail(files),
  };
}

/** Empty where there is no log. */
export async function readLogTail(files: Pick<WindowsVolume, 'read'>): Promise<string> {
  const log = (await files.read(`${STAGE_FOLDER}/first-boot.log`, MAX_LOG))?.toString('latin1') ?? '';
  const lines = log.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines
    .slice(-TAIL_LINES)
    .join('\n')
    .replaceAll(/[^\t\n\x20-\x7e]/g, '·');
}

async function answerFiles(files: WindowsVolume): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of ANSWER_ROOTS) if ((await files.modified(name)) !== undefined) found.push(name);
  for (const folder of ANSWER_FOLDERS) {
    found.push(...(await files.files(folder)).filter((path) => /unattend[^/]*\.xml$/i.test(path)));
  }
  return found.sort((a, b) => a.localeCompare(b)).map((path) => `C:\\${path.replaceAll('/', '\\')}`);
}

async function stepResults(files: WindowsVolume): Promise<readonly FirstBootStepResult[]> {
  const steps: FirstBootStepResult[] = [];
  for (const path of [...(await files.files(`${STAGE_FOLDER}/done`))].sort()) {
    const id = nameOf(path);
    const attempts = Number(await firstLine(files, `${STAGE_FOLDER}/attempts-${id}.txt`));
    steps.push({
      id,
      result: (await firstLine(files, path)) ?? '',
      attempts: Number.isInteger(attempts) ? attempts : 0,
      ended: (await files.modified(path))?.toISOString() ?? '',
    });
  }
  return steps;
}
