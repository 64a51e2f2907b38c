/** An image that waits for its first boot on Hyper-V, and the Windows double that plays it. */

import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Running } from '../fakes/runner/end-run.ts';
import { runBundle } from '../fakes/runner/run-bundle.ts';
import { writeAnswerFile } from '../media/answer-file.ts';
import { buildSampleMedia } from '../media/build.ts';
import { sha256OfFile } from '../media/media-cache.ts';
import { type Ended, NOTHING_LEFT, openWindows, type WindowsFixture } from './windows-fixture.ts';

export interface HyperVFixture extends Pick<WindowsFixture, 'windows' | 'folder' | 'path' | 'close'> {
  /** SHA-256 of the image. */
  readonly digest: string;
  /** A copy of the image in a folder of its own; @returns Windows' path of it */
  image(name: string): Promise<string>;
  bake(inputs: Readonly<Record<string, string>>, options?: Parameters<WindowsFixture['run']>[2]): Promise<Ended>;
  /** A bake that is ended from outside while its guest hangs in a step. */
  endedBake(path: string, endIt: (process: Running) => () => void): Promise<Ended>;
  /** Nothing but the image, byte by byte as it was, is left in its folder; and no machine. */
  expectUntouched(name: string, words: string): Promise<void>;
}

export async function openHyperV(): Promise<HyperVFixture> {
  const there = await openWindows();
  const { windows, folder, path } = there;
  const built = await buildImage(folder);
  const digest = await sha256OfFile(built);
  const bake: HyperVFixture['bake'] = (inputs, options = {}) =>
    there.run('bake-template', { 'secure-boot': 'false', ...inputs }, options);
  return {
    ...{ windows, folder, path, digest, bake },
    close: () => there.close(),
    image: async (name) => {
      await mkdir(join(folder, name));
      await copyFile(built, join(folder, name, 'größe.vhd'));
      return path(name, 'größe.vhd');
    },
    endedBake: async (image, endIt) => {
      await windows.fault('guest-hangs', 1);
      let running: Running | undefined;
      let stop: (() => void) | undefined;
      const ended = await bake(
        { image },
        {
          onStart: (process) => {
            running = process;
          },
          onLine: (line) => {
            if (running !== undefined && stop === undefined && line.includes('First boot: running: 05'))
              stop = endIt(running);
          },
        },
      );
      stop?.();
      expect(stop, ended.lines.join('\n')).toBeDefined();
      return ended;
    },
    expectUntouched: async (name, words) => {
      expect(await readdir(join(folder, name)), words).toEqual(['größe.vhd']);
      expect(await sha256OfFile(join(folder, name, 'größe.vhd')), words).toBe(digest);
      expect(await windows.state(), words).toEqual(NOTHING_LEFT);
    },
  };
}

/** Made by this machine's engine, which is quicker. */
async function buildImage(folder: string): Promise<string> {
  const here = join(folder, 'built');
  await mkdir(here);
  await writeAnswerFile(join(here, 'unattend.xml'));
  await writeFile(join(here, 'setup64.exe'), 'MZ, an installer that no Windows runs');
  const { exitCode, outputs } = await runBundle(
    'build-vhd',
    {
      ...{ iso: (await buildSampleMedia()).windowsIso, edition: '1', engine: 'wimlib', vhd: join(here, 'x.vhd') },
      ...{ size: '2 GiB', esp: '100 MiB', 'bake-on': 'hyper-v', 'after-first-boot': 'shut-down' },
      ...{ unattend: join(here, 'unattend.xml'), 'tools-setup': join(here, 'setup64.exe') },
    },
    { jobFolder: join(folder, 'job-here') },
  );
  expect(exitCode, outputs.plan).toBe(0);
  return join(here, 'x.vhd');
}
