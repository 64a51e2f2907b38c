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

/** A file that has to lie in the stage folder for a step to run. */
interface StageFile {
  /** Relative to the stage folder, with `/`. */
  readonly path: string;
  /** Absolute path on this machine. */
  readonly file: string;
}

export interface FirstBootStep {
  /** Sorts the steps and names the file: `30-update-01`. */
  readonly id: string;
  /** For report and summary, e.g. `Install update KB5005112`. */
  readonly title: string;
  /** Lines of a batch file; the step's result is the exit code of the last one. */
  readonly commands: readonly string[];
  /** Exit codes that mean success, besides 0. */
  readonly okCodes: readonly number[];
  /** Exit codes that mean success once Windows has restarted. */
  readonly restartCodes: readonly number[];
  readonly files: readonly StageFile[];
  /** Needs the ISO's folder of features as `sxs` in the stage folder. */
  readonly sxs: boolean;
  /** Only a machine of VMware can do it: the installer of VMware Tools refuses every other. */
  readonly onVsphere: boolean;
}

/** ERROR_SUCCESS_REBOOT_REQUIRED of Windows Installer and DISM. */
export const RESTART_REQUIRED = 3010;
/** ERROR_NO_MORE_ITEMS of pnputil: staged, and no device needs it better than the driver it has. */
export const PNPUTIL_NOTHING_BETTER = 259;
/** WU_S_ALREADY_INSTALLED (0x00240006) as wusa.exe returns it. */
export const WUSA_ALREADY_INSTALLED = 0x00240006;
/** WU_E_NOT_APPLICABLE (0x80240017) as wusa.exe returns it, a signed number for cmd.exe. */
export const WUSA_NOT_APPLICABLE = 0x80240017 | 0;
/** CBS_E_NOT_APPLICABLE (0x800f081e) as DISM returns it, a signed number for cmd.exe. */
export const DISM_NOT_APPLICABLE = 0x800f081e | 0;
