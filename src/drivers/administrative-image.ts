/**
 * Administrative images on Windows: the files of an MSI as a tree, written by Windows Installer or by the installer around the MSI.
 * Judged by what lies there afterwards, not by exit codes alone. Sources: Microsoft, "Command-Line Options" and "Administrative
 * Installation" of Windows Installer, "MsiExec.exe and InstMsi.exe error messages"; Broadcom, silent installation of VMware Tools
 * (`/S /v "/qn …"`); InstallShield, "Setup.exe and Update.exe command-line parameters" (`/a`, `/s`, `/v`).
 */

import { readdir, rm } from 'node:fs/promises';
import { join, win32 } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { ToolError } from '../errors.ts';
import { quotedPath, quotedProperty } from '../tools/command-line.ts';
import type { ToolOptions } from '../tools/tool-runner.ts';
import { whyInstallerFailed } from './msi-log.ts';

type ImageContext = Pick<Context, 'tools' | 'temp' | 'signal' | 'log'>;
/** Below the folder of the run. */
const LOG = 'msiexec.log';

type Pause = (milliseconds: number) => Promise<unknown>;

/** ERROR_SUCCESS_REBOOT_REQUIRED and ERROR_SUCCESS_REBOOT_INITIATED: nothing was installed here that a restart would finish. */
const SUCCESS = [0, 3010, 1641];
/** ERROR_INSTALL_ALREADY_RUNNING: Windows Installer does one thing at a time, on a server often an update of its own. */
const BUSY = 1618;
const BUSY_TRIES = 40;
const BUSY_PAUSE_MS = 15_000;
/** Some 100 MB are unpacked in seconds. An installer that takes its command line for another one asks, where nobody sees it. */
const TIME_LIMIT_MS = 15 * 60_000;
/** Windows Installer writes no file whose path is longer (MAX_PATH); drivers lie this deep in the image. */
const LONGEST_PATH = 260;
const DEPTH_IN_IMAGE = 100;

/**
 * `msiexec /a`: each path and property in quotes of its own, since the whole argument in quotes ends with 1639.
 * @param target an existing, empty folder
 * @throws ToolError, also when it ended well and nothing came out; the signal's reason
 */
export async function writeWithMsiexec(
  msi: string,
  target: string,
  context: ImageContext,
  pause: Pause = sleepFor(context.signal),
): Promise<void> {
  const log = ['/l*v', quotedPath(join(context.temp, LOG))];
  const args = ['/a', quotedPath(msi), '/qn', ...log, quotedProperty('TARGETDIR', target)];
  await run('msiexec.exe', args, { quoting: 'verbatim' }, { target, context, pause });
}

/**
 * The installer's own way: `/A` asks for the image, `/S` and `/qn` keep it from asking. `/P`, which people give it too, is tried
 * where that brings nothing: what it does beside a TARGETDIR is documented nowhere.
 * @param target an existing, empty folder
 * @throws ToolError with the outcomes of both ways; the signal's reason
 */
export async function writeWithSetup(
  setup: string,
  target: string,
  context: ImageContext,
  pause: Pause = sleepFor(context.signal),
): Promise<void> {
  const log = `/l*v ${quotedPath(join(context.temp, LOG))}`;
  const forMsi = ['/v', `/qn ${log} ${quotedProperty('TARGETDIR', target)}`];
  const failures: ToolError[] = [];
  for (const path of [[], ['/P', target]]) {
    try {
      await run(setup, ['/S', '/A', ...path, ...forMsi], {}, { target, context, pause });
      return;
    } catch (error) {
      if (!(error instanceof ToolError)) throw error;
      failures.push(error);
    }
  }
  const last = failures.at(-1);
  const told = failures.map(({ message, explanation = '' }) => `${message} ${explanation}`.trim()).join('\n');
  throw new ToolError(
    win32.basename(setup),
    last?.exitCode ?? null,
    told,
    'The installer did not unpack itself in any way.',
  );
}

interface Image {
  readonly target: string;
  readonly context: ImageContext;
  readonly pause: Pause;
}

async function run(program: string, args: readonly string[], options: ToolOptions, image: Image): Promise<void> {
  const { target, context, pause } = image;
  const tool = win32.basename(program);
  // That of another way would tell another story.
  await rm(join(context.temp, LOG), { force: true });
  for (let tries = 1; ; tries++) {
    const okExitCodes = tries < BUSY_TRIES ? [...SUCCESS, BUSY] : SUCCESS;
    const all = { ...options, okExitCodes, timeLimit: TIME_LIMIT_MS };
    const { exitCode } = await context.tools.run(program, args, all).catch(async (error: unknown) => {
      throw error instanceof ToolError ? await explained(error, image) : error;
    });
    if (exitCode !== BUSY) {
      if (exitCode !== 0) context.log.info(`${tool} asks for a restart (${exitCode}), which unpacking does not need`);
      break;
    }
    if (tries === 1) context.log.info('Another installation runs on this machine: waiting for its end');
    await pause(BUSY_PAUSE_MS);
  }
  if (await isEmptyImage(target)) {
    throw new ToolError(tool, 0, '', `It ended as if it had succeeded, but nothing lies in ${target}.`);
  }
}

/** An image always has a copy of its MSI; files are what was asked for. */
async function isEmptyImage(target: string): Promise<boolean> {
  const entries = await readdir(target, { recursive: true, withFileTypes: true });
  return !entries.some((entry) => entry.isFile() && !/\.msi$/i.test(entry.name));
}

/** With what its log says, and whether the target is too long for it. */
async function explained(error: ToolError, { target, context }: Image): Promise<ToolError> {
  const why = await whyInstallerFailed(join(context.temp, LOG));
  const tooLong = target.length + DEPTH_IN_IMAGE > LONGEST_PATH;
  const words = `Windows Installer knows no paths of more than ${LONGEST_PATH} characters, and ${target} has ${target.length} by itself: give the runner a shorter work folder.`;
  const explanation = [error.explanation, tooLong ? words : undefined].filter((each) => each !== undefined).join(' ');
  const tail = [error.tail, why].filter((each) => each !== '').join('\n');
  return new ToolError(error.tool, error.exitCode, tail, explanation === '' ? undefined : explanation, {
    cause: error,
  });
}

function sleepFor(signal: AbortSignal): Pause {
  return (milliseconds) => sleep(milliseconds, undefined, { signal }).catch(() => signal.throwIfAborted());
}
