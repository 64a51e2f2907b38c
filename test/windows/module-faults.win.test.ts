/** What goes wrong with the module Convert-WindowsImage on a runner: each with its own error, and nothing stays attached, mounted or beside the disk. */

import { execFile } from 'node:child_process';
import { mkdir, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancelAsRunner, killAsAct, type Running } from '../fakes/runner/end-run.ts';
import type { WindowsMachine } from '../fakes/windows/start.ts';
import { buildSampleMedia, type SampleMedia } from '../media/build.ts';
import { NOTHING_LEFT, openWindows, type WindowsFixture } from './windows-fixture.ts';

const OFTEN = 1000;
const SOAK = process.env.STILLFRAME_SOAK === '1';
const run = promisify(execFile);

let there: WindowsFixture;
let media: SampleMedia;
let iso: string;
beforeAll(async () => {
  media = await buildSampleMedia();
  there = await openWindows();
  iso = await there.bring(media.windowsIso);
});
afterAll(() => there.close());

type Inputs = Readonly<Record<string, string>>;
type Options = Parameters<WindowsFixture['run']>[2];

let builds = 0;
/** @returns how it ended, and the folder of the disk as this machine sees it */
async function build(inputs: Inputs, options: Options = {}, folder = `out-${++builds}`) {
  const out = join(there.folder, folder);
  await mkdir(out, { recursive: true });
  const own = { iso, edition: '1', size: '2 GiB', engine: 'convert-windowsimage', vhd: there.path(folder, 'x.vhd') };
  return { ...(await there.run('build-vhd', { ...own, ...inputs }, options)), out };
}

const update = (name: keyof SampleMedia['updates']['packages']): Promise<string> =>
  there.bring(media.updates.packages[name].path);

/** The sample ISO's image alone, under the name of one that is packed more tightly. */
async function esdIso(): Promise<string> {
  const sources = join(there.folder, 'esd', 'sources');
  await run('7zz', ['e', '-y', '-bd', `-o${sources}`, media.windowsIso, 'sources/install.wim']);
  await rename(join(sources, 'install.wim'), join(sources, 'install.esd'));
  await run('genisoimage', ['-quiet', '-udf', '-J', '-D', '-o', join(there.folder, 'esd.iso'), join(sources, '..')]);
  return there.path('esd.iso');
}

interface Case {
  readonly variant?: Parameters<WindowsMachine['module']>[0];
  readonly faults?: Readonly<Record<string, number>>;
  readonly inputs?: () => Promise<Inputs>;
  readonly folder?: string;
  /** What the run prints of its error. */
  readonly error: RegExp;
  /** What it prints before. */
  readonly said?: RegExp;
}

const CASES: Readonly<Record<string, Case>> = {
  'the module is not there': {
    variant: 'none',
    error: /is not on this runner[\s\S]*Install-Module -Name Convert-WindowsImage[\s\S]*\[tool-missing\]/,
  },
  'the image is install.esd, which the module of the gallery does not read': {
    inputs: async () => ({ iso: await esdIso() }),
    error:
      /install\.esd, which the Convert-WindowsImage of the PowerShell Gallery does not read[\s\S]*\[tool-too-old\]/,
  },
  'the variant makes no fixed disks': {
    variant: 'mslab',
    inputs: async () => ({ type: 'fixed' }),
    error: /no parameter IsFixed or VHDType[\s\S]*\[tool-too-old\]/,
  },
  'the variant wants Hyper-V, says so and ends as if all were well': {
    variant: 'mslab',
    faults: { 'no-hyper-v': 1 },
    said: /ERROR {2}: The term 'New-VHD' is not recognized/,
    error: /ended without an error, but made no [\s\S]*\[servicing-unproven\]/,
  },
  'the disk is full, and the module swallows it': {
    variant: 'mslab',
    faults: { 'apply-no-space': 1 },
    said: /ERROR {2}: There is not enough space on the disk/,
    error: /ended without an error, but made no [\s\S]*\[servicing-unproven\]/,
  },
  'the disk is full': {
    variant: 'x0nn',
    faults: { 'apply-no-space': 1 },
    error: /powershell.exe ended with exit code 1[\s\S]*not enough space on the disk[\s\S]*\[tool-failed\]/,
  },
  'the module leaves its disk attached after an error': {
    faults: { 'apply-read-only': 1, 'module-stays': 1 },
    error: /I\/O device error[\s\S]*\[tool-failed\]/,
  },
  "this machine's bcdboot is older than the image": {
    faults: { 'bcdboot-host': 1 },
    error: /bcdboot\.exe failed with code -1058471934![\s\S]*\[tool-failed\]/,
  },
  'the module applies nothing': {
    faults: { 'apply-nothing': 1 },
    error: /bcdboot\.exe failed with code 15250![\s\S]*\[tool-failed\]/,
  },
  'the path is a pattern to the module': {
    folder: 'a [1]',
    error: /takes .*a \[1\].* for a pattern[\s\S]*\[path-invalid\]/,
  },
  'a feature is not known': {
    inputs: async () => ({ features: 'TelnetKlient' }),
    error: /Feature name TelnetKlient is unknown[\s\S]*\[tool-failed\]/,
  },
  'the source of a feature is missing': {
    faults: { 'feature-source': 1 },
    inputs: async () => ({ features: 'NetFx3' }),
    error: /source files could not be found[\s\S]*\[tool-failed\]/,
  },
  'the servicing stack is missing': {
    inputs: async () => ({ packages: await update('cumulative2019') }),
    error:
      /Convert-WindowsImage : DISM failed\. No operation was performed[\s\S]*dism\.log: [\s\S]*requires Servicing Stack v10\.0\.17763\.2114[\s\S]*\[tool-failed\]/,
  },
  'the servicing stack is installed and is not there': {
    faults: { 'add-package-nothing': 1 },
    inputs: async () => {
      const stack = { path: await update('stack2019'), kind: 'servicing-stack' };
      const cumulative = { path: await update('cumulative2019'), kind: 'cumulative', build: '17763.8880' };
      return { packages: JSON.stringify([stack, cumulative]) };
    },
    error: /Convert-WindowsImage : DISM failed\. No operation was performed[\s\S]*\[tool-failed\]/,
  },
  'the account is not elevated': { faults: { 'not-elevated': 1 }, error: /not elevated[\s\S]*\[not-elevated\]/ },
  'a scanner holds the new disk': {
    faults: { 'attach-sharing': 1 },
    error: /being used by another process[\s\S]*\[tool-failed\]/,
  },
  'the number belongs to another disk': {
    faults: { 'other-disk': 1 },
    error: /not the one that was made[\s\S]*\[layout-wrong\]/,
  },
  'no letter is free for what comes after the module': {
    faults: { 'no-letters': OFTEN },
    error: /No drive letter is free[\s\S]*\[no-drive-letter\]/,
  },
  'the ESP cannot be formatted': {
    faults: { 'format-fails': 1 },
    error: /diskpart.exe ended with exit code 5[\s\S]*\[tool-failed\]/,
  },
  'bcdboot does nothing when it runs again': {
    faults: { 'bcdboot-nothing': 1 },
    error: /it succeeded, but there is no EFI\/Microsoft\/Boot\/BCD[\s\S]*\[tool-failed\]/,
  },
};

/** By day what the engine alone can get wrong, and quickly; all of them by night. */
const BY_DAY = [
  'the module is not there',
  'the variant wants Hyper-V, says so and ends as if all were well',
  'the module leaves its disk attached after an error',
  'the path is a pattern to the module',
];
const chosen: [string, Case][] = Object.entries(CASES).filter(([name]) => SOAK || BY_DAY.includes(name));

describe('refused or failed with nothing left', () => {
  it.each(chosen)('when %s', async (_, { variant = 'gallery', faults = {}, inputs, folder, error, said = /./ }) => {
    await there.windows.module(variant);
    for (const [name, times] of Object.entries(faults)) await there.windows.fault(name, times);
    const ended = await build((await inputs?.()) ?? {}, {}, folder);
    for (const name of Object.keys(faults)) if (faults[name] === OFTEN) await there.windows.fault(name, 0);
    const printed = ended.lines.join('\n').replaceAll('%0A', '\n');
    expect(ended.exitCode, printed).toBe(1);
    expect(printed.slice(printed.indexOf('::error')), printed).toMatch(error);
    expect(printed).toMatch(said);
    expect(await there.windows.state(), printed).toEqual(NOTHING_LEFT);
    expect(await readdir(ended.out)).toEqual([]);
    expect((await there.windows.toolRuns()).filter(({ failure }) => failure !== undefined)).toEqual([]);
  });
});

/** A build that is ended while the module applies the image, with its disk attached under a name that nobody else knows. */
async function ended(folder: string, inputs: Inputs, endIt: (process: Running) => () => void) {
  await there.windows.module('gallery');
  await there.windows.fault('apply-hangs', 1);
  let running: Running | undefined;
  let stop: (() => void) | undefined;
  const onStart = (process: Running): void => {
    running = process;
  };
  const onLine = (line: string): void => {
    if (running !== undefined && stop === undefined && line.includes('Applying image to VHD')) {
      const own = running;
      // The module says so before it begins.
      const timer = setTimeout(() => (stop = endIt(own)), 3000);
      stop = () => clearTimeout(timer);
    }
  };
  const result = await build(inputs, { onStart, onLine }, folder);
  stop?.();
  expect(stop, result.lines.join('\n')).toBeDefined();
  expect(result.exitCode).not.toBe(0);
  return result;
}

describe('ended in the middle of the module', () => {
  it('cancelled: its disk is detached before the run ends', async () => {
    const { lines, out, state } = await ended('cancelled', { features: 'TelnetClient' }, cancelAsRunner);
    expect(lines.join('\n')).toContain('[cancelled]');
    expect(await there.windows.state(), lines.join('\n')).toEqual(NOTHING_LEFT);
    expect(await readdir(out)).toEqual([]);
    expect((await there.post('build-vhd', state)).exitCode).toBe(0);
  });

  it.runIf(SOAK)('killed: its post step detaches the disk whose name the module made up', async () => {
    const { state, out } = await ended('killed', {}, killAsAct);
    expect((await there.windows.state()).disks).toEqual([expect.stringMatching(/\.module\/[0-9a-f-]{36}\.vhd$/)]);
    const post = await there.post('build-vhd', state);
    expect(post.exitCode, post.lines.join('\n')).toBe(0);
    expect(await there.windows.state(), post.lines.join('\n')).toEqual(NOTHING_LEFT);
    expect(await readdir(out)).toEqual([]);
  });

  it.runIf(SOAK)('killed, and its post step too: the next run puts away what is left, and builds', async () => {
    const { out } = await ended('twice', {}, killAsAct);
    const next = await build({}, {}, 'twice');
    const printed = next.lines.join('\n');
    expect(next.exitCode, printed).toBe(0);
    expect(printed).toMatch(/A run that was killed has left/);
    expect(await there.windows.state(), printed).toEqual(NOTHING_LEFT);
    expect(await readdir(out)).toEqual(['x.vhd']);
  });
});
