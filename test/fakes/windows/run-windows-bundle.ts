/** Runs an action's bundle as the Actions runner on Windows does: on the Windows build of Node, with Windows' paths, as runBundle does here. */

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BundleResult } from '../runner/run-bundle.ts';
import { openStep } from '../runner/step.ts';
import { WINDOWS_NODE, type WindowsJob, type WindowsMachine } from './start.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** Where the runner has the project's bundles; to be given to startWindows as what it shows. */
export const BUNDLES = { 'a/_actions/stillframe/dist': join(ROOT, 'dist') } as const;
const BUNDLES_FOLDER = 'D:\\a\\_actions\\stillframe\\dist';

export interface WindowsBundleOptions extends Pick<WindowsJob, 'onLine' | 'onStart' | 'env'> {
  readonly windows: WindowsMachine;
  /** The runner's folder for this job: below the machine's, as this machine sees it. */
  readonly jobFolder: string;
  /** No INPUT_ variable is set at all. */
  readonly withoutInputs?: boolean;
}

/** @param inputs as under `with:` of a step: paths are Windows' own */
export async function runWindowsBundle(
  action: string,
  inputs: Readonly<Record<string, string>>,
  options: WindowsBundleOptions,
): Promise<BundleResult> {
  const { windows, jobFolder } = options;
  const step = await openStep(join(ROOT, 'actions', action, 'action.yml'), inputs, {
    ...options,
    seenAs: windows.windowsPath,
  });
  const workspace = join(jobFolder, 'workspace');
  await mkdir(workspace, { recursive: true });
  const started = Date.now();
  const exitCode = await windows.run({
    ...options,
    program: WINDOWS_NODE,
    args: [`${BUNDLES_FOLDER}\\${action}\\index.js`],
    folder: windows.windowsPath(workspace),
    env: { ...step.env, GITHUB_WORKSPACE: windows.windowsPath(workspace), ...options.env },
  });
  return { exitCode, ...(await step.result()), durationMs: Date.now() - started };
}

/** The post step, as runPost has it. */
export async function runWindowsPost(
  action: string,
  state: Readonly<Record<string, string>>,
  options: WindowsBundleOptions,
): Promise<BundleResult> {
  const env = Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
  return runWindowsBundle(action, {}, { ...options, env: { ...options.env, ...env }, withoutInputs: true });
}
