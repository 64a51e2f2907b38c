/** What is left for the image's first start, since it needs a running Windows: each step a small batch file. */

import { basename } from 'node:path';

/** Where everything of ours lies in the image; it removes itself when all steps are done. */
export const STAGE_FOLDER = 'Windows/Setup/Stillframe';
/** The same folder as batch files name it. */
export const STAGE_VARIABLE = '%SystemRoot%\\Setup\\Stillframe';

/** A file's name as it is staged: nothing in it that means something to cmd.exe. */
export function stagedName(path: string): string {
  return basename(path).replaceAll(/[^A-Za-z0-9._~-]/g, '_');
}

export interface FirstBootStep {
  /** Sorts the steps and names the file: `20-update-kb5005112`. */
  readonly id: string;
  /** For report and summary, e.g. `Install update KB5005112`. */
  readonly title: string;
  /** Lines of a batch file; the step's result is the exit code of the last one. */
  readonly commands: readonly string[];
  /** Exit codes that mean success, besides 0. */
  readonly okCodes: readonly number[];
  /** Exit codes that mean success once Windows has restarted. */
  readonly restartCodes: readonly number[];
}

/** ERROR_SUCCESS_REBOOT_REQUIRED of Windows Installer and DISM. */
export const RESTART_REQUIRED = 3010;
/** WU_S_ALREADY_INSTALLED as wusa.exe returns it. */
export const WUSA_ALREADY_INSTALLED = 2359302;
/** CBS_E_NOT_APPLICABLE (0x800f081e) as DISM returns it, a signed number for cmd.exe. */
export const NOT_APPLICABLE = -2146498530;
