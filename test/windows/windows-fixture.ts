/** A job on Windows: the double with the bundles, a folder of the job with a name that hurts, sample disks made on this machine by other tests' builders. */

import { copyFile, mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { BundleResult } from '../fakes/runner/run-bundle.ts';
import {
  BUNDLES,
  runWindowsBundle,
  runWindowsPost,
  type WindowsBundleOptions,
} from '../fakes/windows/run-windows-bundle.ts';
import { startWindows, type WindowsMachine, type WindowsOptions } from '../fakes/windows/start.ts';

export type Ended = BundleResult & { readonly lines: readonly string[] };

/** A machine on which a run has left nothing. */
export const NOTHING_LEFT = { disks: [], images: [], hives: [], letters: ['C', 'D', 'Z'], faults: [], machines: [] };

export interface WindowsFixture {
  readonly windows: WindowsMachine;
  /** A folder with spaces, an umlaut and Cyrillic letters, as this machine sees it. */
  readonly folder: string;
  /** How Windows sees a file or folder of `folder`. */
  path(...names: readonly string[]): string;
  /** Brings a file of this machine over; @returns Windows' path of it */
  bring(file: string, name?: string): Promise<string>;
  run(
    action: string,
    inputs: Readonly<Record<string, string>>,
    options?: Partial<WindowsBundleOptions>,
  ): Promise<Ended>;
  post(action: string, state: Readonly<Record<string, string>>): Promise<Ended>;
  close(): Promise<void>;
}

export async function openWindows(options: Pick<WindowsOptions, 'sevenZip'> = {}): Promise<WindowsFixture> {
  const windows = await startWindows({ ...options, show: BUNDLES });
  const folder = join(windows.folder, 'a', 'Größe und жук');
  await mkdir(folder, { recursive: true });
  const path = (...names: readonly string[]): string => windows.windowsPath(join(folder, ...names));
  const withLines = async (
    options: Partial<WindowsBundleOptions>,
    run: (all: WindowsBundleOptions) => Promise<BundleResult>,
  ): Promise<Ended> => {
    const lines: string[] = [];
    const onLine = (line: string): void => {
      lines.push(line);
      options.onLine?.(line);
    };
    return { ...(await run({ windows, jobFolder: join(folder, 'job'), ...options, onLine })), lines };
  };
  return {
    windows,
    folder,
    path,
    bring: async (file, name = basename(file)) => {
      await copyFile(file, join(folder, name));
      return path(name);
    },
    run: (action, inputs, options = {}) => withLines(options, (all) => runWindowsBundle(action, inputs, all)),
    post: (action, state) => withLines({}, (all) => runWindowsPost(action, state, all)),
    close: () => windows.close(),
  };
}
