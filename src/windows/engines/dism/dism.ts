/** DISM on an image that is not running: always in English, always with its own log, its progress shown. */

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../../context.ts';
import { ToolError } from '../../../errors.ts';
import { showProgress } from '../../../progress.ts';
import type { ToolOutput } from '../../../tools/tool-runner.ts';
import { servicingBegins, withServicingLogs } from './servicing-logs.ts';

/** ERROR_SUCCESS_REBOOT_REQUIRED, for what ends at the first start. */
const RESTART_REQUIRED = 3010;

/**
 * @param image root of the image, `W:\`; undefined where none is applied yet
 * @param ok exit codes that count as success besides 0 and 3010
 * @throws ToolError with the last errors of dism.log and CBS.log behind what DISM printed
 */
export async function dism(
  args: readonly string[],
  image: string | undefined,
  { tools, temp, log }: Pick<Context, 'tools' | 'temp' | 'log'>,
  ok: readonly number[] = [],
): Promise<ToolOutput> {
  const [logFile, scratch] = [join(temp, 'dism.log'), join(temp, 'scratch')];
  await mkdir(scratch, { recursive: true });
  const tell = showProgress(log, '');
  const begun = servicingBegins();
  const common = ['/English', ...(image === undefined ? [] : [`/Image:${image}`])];
  try {
    return await tools.run('dism.exe', [...common, ...args, `/ScratchDir:${scratch}`, `/LogPath:${logFile}`], {
      okExitCodes: [0, RESTART_REQUIRED, ...ok],
      onLine: (line) => {
        const percent = /\[[= ]*(\d{1,3})\.\d%[= ]*\]/.exec(line)?.[1];
        if (percent !== undefined) tell(Number(percent) / 100);
      },
    });
  } catch (error) {
    throw error instanceof ToolError ? await withServicingLogs(error, logFile, begun) : error;
  }
}
