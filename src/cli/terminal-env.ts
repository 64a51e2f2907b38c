/** The folders of a run that no runner gives any: below the user's own cache, where nobody else can put anything. */

import { posix, win32 } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Folders below RUNNER_TOOL_CACHE keep downloads and the records of what a killed run left; those below RUNNER_TEMP hold work and reports.
 * @param home absolute path of the user's folder
 * @returns `env`, with both set
 */
export function terminalEnv(env: Environment, platform: NodeJS.Platform, home: string): Environment {
  const cache = userCache(env, platform, home);
  const { join } = platform === 'win32' ? win32 : posix;
  return {
    ...env,
    RUNNER_TOOL_CACHE: env.RUNNER_TOOL_CACHE || cache,
    RUNNER_TEMP: env.RUNNER_TEMP || join(cache, 'temp'),
  };
}

/** By the XDG base directory specification 0.8, and where Windows and macOS keep such things. */
function userCache(env: Environment, platform: NodeJS.Platform, home: string): string {
  if (platform === 'win32') return win32.join(env.LOCALAPPDATA || win32.join(home, 'AppData', 'Local'), 'stillframe');
  if (platform === 'darwin') return posix.join(home, 'Library', 'Caches', 'stillframe');
  // "All paths set in these environment variables must be absolute."
  const xdg = env.XDG_CACHE_HOME ?? '';
  return posix.join(posix.isAbsolute(xdg) ? xdg : posix.join(home, '.cache'), 'stillframe');
}
