/** The logs of servicing: what DISM prints names a code, why it came stands in there. */

import { open } from 'node:fs/promises';
import { ToolError } from '../../../errors.ts';

/** Where servicing of an image that is not running writes too: this Windows' own log. */
const CBS_LOG = 'C:\\Windows\\Logs\\CBS\\CBS.log';
/** Where DISM writes when nobody names another place, as the cmdlets of PowerShell do for a module. */
export const OWN_DISM_LOG = 'C:\\Windows\\Logs\\DISM\\dism.log';

const TAIL_BYTES = 512 * 1024;
const ERROR_LINES = 12;
const STAMP = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d), Error\b/;

/** The moment from which errors belong to what begins now: the logs count whole seconds. */
export function servicingBegins(): Date {
  return new Date(Math.floor(Date.now() / 1000) * 1000);
}

/**
 * @param dismLog where DISM was told to write
 * @returns the same error with the last errors of both logs behind what the program printed
 */
export async function withServicingLogs(error: ToolError, dismLog: string, since: Date): Promise<ToolError> {
  const tail = [error.tail, ...(await servicingErrors(dismLog, since))].join('\n').trim();
  return new ToolError(error.tool, error.exitCode, tail, error.explanation, { cause: error });
}

/** The last errors of dism.log and CBS.log, each behind the name of its log. */
export async function servicingErrors(dismLog: string, since: Date): Promise<readonly string[]> {
  const logs = [
    ['dism.log', dismLog],
    ['CBS.log', CBS_LOG],
  ] as const;
  const lines = await Promise.all(
    logs.map(async ([name, path]) => (await lastErrors(path, since)).map((line) => `${name}: ${line}`)),
  );
  return lines.flat();
}

/**
 * The last lines of a log of DISM or CBS that tell of an error; none when there is no such file. Those of the machine are kept for
 * weeks: what is older is of somebody else. Their time is that of the machine's clock on the wall.
 */
export async function lastErrors(path: string, since: Date): Promise<readonly string[]> {
  const file = await open(path, 'r').catch(() => undefined);
  if (file === undefined) return [];
  try {
    const { size } = await file.stat();
    const length = Math.min(size, TAIL_BYTES);
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(length), position: size - length });
    return buffer
      .toString('utf8', 0, bytesRead)
      .split(/\r?\n/)
      .filter((line) => {
        const [, day, time] = STAMP.exec(line) ?? [];
        return day !== undefined && new Date(`${day}T${time}`) >= since;
      })
      .slice(-ERROR_LINES);
  } finally {
    await file.close();
  }
}
