/** Where a program lies: Windows' own in System32, others on PATH, then where its installer puts it, then in the tool cache of the runner. */

import { access, constants, stat } from 'node:fs/promises';
import { posix, win32 } from 'node:path';
import { placeInProgramFiles, toolNames } from './known-tools.ts';
import { systemProgram } from './system-programs.ts';
import { environmentValue, type ToolHost } from './tool-host.ts';

/** What Windows starts without naming its kind; PATHEXT may say more, but scripts of a host program cannot be started here. */
const WINDOWS_ENDINGS = ['.com', '.exe', '.bat', '.cmd'];
/** That of the process, that of 64-bit programs for one of 32 bits, that of 32-bit programs: only administrators write there. */
const PROGRAM_FOLDERS = ['ProgramFiles', 'ProgramW6432', 'ProgramFiles(x86)'];

type IsProgram = (path: string) => Promise<boolean>;
type Place = Pick<ToolHost, 'platform' | 'env' | 'findInCache'>;

/**
 * @param isProgram whether a path is a file that can be started; for tests
 * @returns absolute path; undefined when it is nowhere
 */
export async function findProgram(
  tool: string,
  host: Place,
  isProgram: IsProgram = (path) => canStart(path, host),
): Promise<string | undefined> {
  const ofWindows = systemProgram(tool, host);
  if (ofWindows !== undefined) return (await isProgram(ofWindows)) ? ofWindows : undefined;
  const paths = host.platform === 'win32' ? win32 : posix;
  if (/[\\/]/.test(tool)) return firstProgram([paths.resolve(tool)], host, isProgram);
  const folders = (environmentValue(host, 'PATH') ?? '').split(paths.delimiter);
  // A relative entry would be another folder in each working folder: whoever can write there could choose the program.
  const places = folders.map(unquoted).filter((folder) => paths.isAbsolute(folder));
  for (const name of toolNames(tool)) {
    const found = await firstProgram(
      places.map((folder) => paths.join(folder, name)),
      host,
      isProgram,
    );
    if (found !== undefined) return found;
  }
  const installed = await firstProgram(installedPlaces(tool, host), host, isProgram);
  if (installed !== undefined) return installed;
  for (const name of toolNames(tool)) {
    const found = await host.findInCache?.(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function installedPlaces(tool: string, host: Place): readonly string[] {
  const place = placeInProgramFiles(tool);
  if (place === undefined || host.platform !== 'win32') return [];
  const folders = PROGRAM_FOLDERS.map((name) => environmentValue(host, name) ?? '');
  return folders.filter((folder) => win32.isAbsolute(folder)).map((folder) => win32.join(folder, place));
}

async function firstProgram(paths: readonly string[], host: Place, isProgram: IsProgram): Promise<string | undefined> {
  for (const path of paths) {
    for (const candidate of candidates(path, host)) if (await isProgram(candidate)) return candidate;
  }
  return undefined;
}

/** Git brings shell scripts without an ending, which Windows cannot start: there an ending has to be. */
function candidates(path: string, host: Place): readonly string[] {
  if (host.platform !== 'win32') return [path];
  const hasEnding = WINDOWS_ENDINGS.includes(win32.extname(path).toLowerCase());
  return hasEnding ? [path] : WINDOWS_ENDINGS.map((ending) => path + ending);
}

async function canStart(path: string, host: Place): Promise<boolean> {
  const info = await stat(path).catch(() => undefined);
  if (!info?.isFile()) return false;
  if (host.platform === 'win32') return true;
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

function unquoted(folder: string): string {
  return folder.replace(/^"(.*)"$/, '$1');
}
