/** What goes wrong on a Windows runner, by name: each with its own error, and nothing stays attached, mounted or loaded. */

import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildSampleMedia, type SampleMedia } from '../media/build.ts';
import { type Ended, NOTHING_LEFT, openWindows, type WindowsFixture } from './windows-fixture.ts';

const OFTEN = 1000;

let there: WindowsFixture;
let media: SampleMedia;
let iso: string;
beforeAll(async () => {
  media = await buildSampleMedia();
  there = await openWindows();
  iso = await there.bring(media.windowsIso);
});
// One that did not happen would be the next test's.
afterEach(async () => {
  for (const name of (await there.windows.state()).faults) await there.windows.fault(name, 0);
});
afterAll(() => there.close());

let builds = 0;
type Inputs = Readonly<Record<string, string>>;

/** @returns how it ended, and the folder of the disk as this machine sees it */
async function build(
  inputs: Inputs,
  options: Parameters<WindowsFixture['run']>[2] = {},
): Promise<Ended & { out: string }> {
  const name = `out-${++builds}`;
  const out = join(there.folder, name);
  await mkdir(out);
  const sizes = { edition: '1', size: '2 GiB', esp: '100 MiB' };
  return {
    ...(await there.run('build-vhd', { iso, ...sizes, vhd: there.path(name, 'x.vhd'), ...inputs }, options)),
    out,
  };
}

const update = (name: keyof SampleMedia['updates']['packages']): Promise<string> =>
  there.bring(media.updates.packages[name].path);

interface Case {
  readonly faults?: Readonly<Record<string, number>>;
  readonly inputs?: () => Promise<Inputs>;
  readonly language?: 'en' | 'de' | 'ru';
  /** What the run prints of its error. */
  readonly error: RegExp;
}

const CASES: Readonly<Record<string, Case>> = {
  'the account is not elevated': {
    faults: { 'not-elevated': 1 },
    error: /no administrator, or not elevated[\s\S]*\[not-elevated\]/,
  },
  'the volume is ReFS': { faults: { 'refs-volume': 1 }, error: /volume with ReFS[\s\S]*\[volume-unfit\]/ },
  'the volume is deduplicated': {
    faults: { 'dedup-volume': 1 },
    error: /data deduplication \(GeneralPurpose\)[\s\S]*\[volume-unfit\]/,
  },
  'files of the folder are sparse': {
    faults: { 'sparse-folder': 1 },
    error: /has the attribute SparseFile[\s\S]*\[volume-unfit\]/,
  },
  'Windows mounts no ISO': {
    faults: { 'iso-refused': 1 },
    error: /cannot mount .*corrupted and unreadable[\s\S]*\[not-windows-media\]/,
  },
  'an image cannot be attached': { faults: { 'attach-refused': 1 }, error: /must not be sparse[\s\S]*\[tool-failed\]/ },
  'a scanner holds the new image': {
    faults: { 'attach-sharing': 1 },
    error: /being used by another process[\s\S]*\[tool-failed\]/,
  },
  'the number belongs to another disk': {
    faults: { 'other-disk': 1 },
    error: /not the one that was made[\s\S]*\[layout-wrong\]/,
  },
  'no letter is free': { faults: { 'no-letters': OFTEN }, error: /No drive letter is free[\s\S]*\[no-drive-letter\]/ },
  'every letter is taken meanwhile': {
    faults: { 'busy-letter': 3 },
    error: /drive letter is not free[\s\S]*\[tool-failed\]/,
  },
  'the Virtual Disk service does not start': {
    faults: { 'vds-stopped': 1 },
    error: /diskpart.exe ended with exit code 4[\s\S]*Virtual Disk service[\s\S]*\[tool-failed\]/,
  },
  'a volume cannot be formatted': {
    faults: { 'format-fails': 1 },
    error: /diskpart.exe ended with exit code 5[\s\S]*I\/O error[\s\S]*\[tool-failed\]/,
  },
  'a volume cannot be formatted, in German': {
    faults: { 'format-fails': 1 },
    language: 'de',
    error:
      /diskpart.exe ended with exit code 5[\s\S]*für virtuelle Datenträger:[\s\S]*wegen eines E\/A-Fehlers[\s\S]*\[tool-failed\]/,
  },
  'a scanner holds the new image, in Russian': {
    faults: { 'attach-sharing': 1 },
    language: 'ru',
    error: /файл занят другим процессом[\s\S]*\[tool-failed\]/,
  },
  'Windows mounts no ISO, in Russian': {
    faults: { 'iso-refused': 1 },
    language: 'ru',
    error: /cannot mount [\s\S]*\[not-windows-media\]/,
  },
  'the disk is full': {
    faults: { 'apply-no-space': 1 },
    error: /dism.exe ended with exit code 112[\s\S]*The disk is full[\s\S]*\[tool-failed\]/,
  },
  'the medium goes away': {
    faults: { 'apply-read-only': 1 },
    error: /dism.exe ended with exit code 1117[\s\S]*I\/O device error[\s\S]*\[tool-failed\]/,
  },
  'DISM applies nothing': {
    faults: { 'apply-nothing': 1 },
    error: /has no Windows\/System32\/config\/SYSTEM[\s\S]*\[not-windows-media\]/,
  },
  'a mounted ISO gets no letter': { faults: { 'iso-no-letter': 1 }, error: /drive letter[\s\S]*\[timeout\]/ },
  'the image is not in install.wim': {
    inputs: async () => ({ edition: '9' }),
    error: /Edition "9" is not in [\s\S]*\[edition-not-found\]/,
  },
  'an update is a page that was saved in its place': {
    inputs: async () => {
      await writeFile(join(there.folder, 'kb5005112.msu'), '<html>');
      return { packages: there.path('kb5005112.msu') };
    },
    error: /is no update package: [\s\S]*\[package-invalid\]/,
  },
  'DISM is older than the image': {
    faults: { 'dism-too-old': 1 },
    inputs: async () => ({ features: 'TelnetClient' }),
    error: /dism.exe ended with exit code 50[\s\S]*older than the image[\s\S]*\[tool-failed\]/,
  },
  'servicing crashes': {
    faults: { 'servicing-crash': 1 },
    inputs: async () => ({ packages: await update('stack2019') }),
    error: /exit code 1726[\s\S]*servicing process ended[\s\S]*\[tool-failed\]/,
  },
  'the servicing stack is missing': {
    inputs: async () => ({ packages: await update('cumulative2019') }),
    error:
      /servicing stack update \(SSU\) first[\s\S]*kb5087538[\s\S]*dism.log: [\s\S]*requires Servicing Stack v10.0.17763.2114[\s\S]*\[tool-failed\]/,
  },
  'an update is for another product': {
    inputs: async () => ({ packages: await update('cumulative2022') }),
    error: /0x800f081e[\s\S]*not applicable[\s\S]*\[tool-failed\]/,
  },
  'a scanner holds the update': {
    faults: { 'add-package-locked': 1 },
    inputs: async () => ({ packages: await update('stack2019') }),
    error: /exit code 32[\s\S]*virus scanner[\s\S]*\[tool-failed\]/,
  },
  'a servicing stack does nothing, which the next update shows': {
    faults: { 'add-package-nothing': 1 },
    inputs: async () => ({ packages: [await update('stack2019'), await update('cumulative2019')].join('\n') }),
    error: /servicing stack update \(SSU\) first[\s\S]*\[tool-failed\]/,
  },
  'a feature is not known': {
    inputs: async () => ({ features: 'TelnetKlient' }),
    error: /TelnetKlient[\s\S]*did you mean "TelnetClient"[\s\S]*\[feature-unknown\]/,
  },
  'the source of a feature is missing': {
    faults: { 'feature-source': 1 },
    inputs: async () => ({ features: 'NetFx3' }),
    error: /0x800f081f[\s\S]*sources\\sxs of the same ISO[\s\S]*\[tool-failed\]/,
  },
  'bcdboot finds a parameter incorrect, always': {
    faults: { 'bcdboot-87': 2 },
    error: /No way of writing the boot files worked[\s\S]*\[tool-failed\]/,
  },
  'bcdboot does nothing': {
    faults: { 'bcdboot-nothing': 1 },
    error: /it succeeded, but there is no EFI\/Microsoft\/Boot\/BCD[\s\S]*\[tool-failed\]/,
  },
  'the ESP is full': {
    faults: { 'bcdboot-full': 1 },
    error: /No way of writing the boot files worked[\s\S]*\[tool-failed\]/,
  },
  'access lists cannot be changed': {
    faults: { 'acl-refused': 1 },
    error: /icacls.exe ended with exit code 5[\s\S]*Access was denied[\s\S]*\[tool-failed\]/,
  },
};

/** By day one of each tool; all of them by night. */
const BY_DAY = [
  'the account is not elevated',
  'Windows mounts no ISO',
  'a scanner holds the new image',
  'a volume cannot be formatted, in German',
  'a scanner holds the new image, in Russian',
  'the disk is full',
  'the servicing stack is missing',
  'bcdboot does nothing',
];
const chosen: [string, Case][] = Object.entries(CASES).filter(
  ([name]) => process.env.STILLFRAME_SOAK === '1' || BY_DAY.includes(name),
);

describe('refused or failed with nothing left', () => {
  it.each(chosen)('when %s', async (_, { faults = {}, inputs, language = 'en', error }) => {
    await there.windows.speak(language);
    for (const [name, times] of Object.entries(faults)) await there.windows.fault(name, times);
    const ended = await build((await inputs?.()) ?? {});
    for (const name of Object.keys(faults)) if (faults[name] === OFTEN) await there.windows.fault(name, 0);
    const printed = ended.lines.join('\n').replaceAll('%0A', '\n');
    expect(ended.exitCode, printed).toBe(1);
    expect(printed.slice(printed.indexOf('::error')), printed).toMatch(error);
    expect(await there.windows.state()).toEqual(NOTHING_LEFT);
    expect(await readdir(ended.out)).toEqual([]);
    expect((await there.windows.toolRuns()).filter(({ failure }) => failure !== undefined)).toEqual([]);
  });
});

it.runIf(process.env.STILLFRAME_SOAK === '1')(
  'goes on where something pending forbids the clean-up, and says so',
  async () => {
    await there.windows.fault('pending-actions', 1);
    const ended = await build({ packages: await update('stack2019') });
    const printed = ended.lines.join('\n');
    expect(ended.exitCode, printed).toBe(0);
    expect(printed).toContain('[cleanup-pending]');
    expect(await there.windows.state()).toEqual(NOTHING_LEFT);
  },
);
