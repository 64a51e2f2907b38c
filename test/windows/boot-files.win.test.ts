/** Whose bcdboot writes the boot files of a disk: the image's own, or this machine's where that one does not run here. */

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WINDOWS_PROGRAMS } from '../fakes/windows/build.ts';
import { buildSampleMedia } from '../media/build.ts';
import { NOTHING_LEFT, openWindows, type WindowsFixture } from './windows-fixture.ts';

let here: string;
let there: WindowsFixture;
let inputs: Readonly<Record<string, string>>;
beforeAll(async () => {
  here = await mkdtemp(join(tmpdir(), 'stillframe-win-'));
  there = await openWindows();
  const iso = await there.bring((await buildSampleMedia()).windowsIso);
  // The image gets a bcdboot of its own, which the sample media do not have: the double's program under that name.
  const own = await there.bring(join(WINDOWS_PROGRAMS, 'tool.exe'), 'bcdboot.exe');
  const files = `${own} => C:\\Windows\\System32\\bcdboot.exe`;
  inputs = { iso, edition: '1', size: '2 GiB', esp: '100 MiB', files };
});
afterAll(async () => {
  await there.close();
  await rm(here, { recursive: true, force: true });
});

let builds = 0;
async function build(faults: Readonly<Record<string, number>>) {
  for (const [name, times] of Object.entries(faults)) await there.windows.fault(name, times);
  const before = (await there.windows.toolRuns()).length;
  const folder = `out-${++builds}`;
  const ended = await there.run('build-vhd', { ...inputs, vhd: there.path(folder, 'x.vhd') });
  expect(await there.windows.state(), ended.lines.join('\n')).toEqual(NOTHING_LEFT);
  const ran = (await there.windows.toolRuns())
    .slice(before)
    .filter(({ tool }) => tool === 'bcdboot')
    .map(({ commandLine, exit }) => {
      const whose =
        /^"?[A-Z]:\\Windows\\System32\\bcdboot/i.test(commandLine) && !/^"?C:/i.test(commandLine) ? 'image' : 'machine';
      return `${whose} ${/\/s \\\\\?\\/.test(commandLine) ? 'volume' : 'letter'} ${exit}`;
    });
  return { ...ended, printed: ended.lines.join('\n').replaceAll('%0A', '\n'), ran, out: join(there.folder, folder) };
}

/** 0xC0E90002, and "a parameter is incorrect": only a letter is documented. */
const [NOT_HERE, NO_LETTER] = [0xc0e90002, 87];

it("the machine's own, where that of the image does not run here", async () => {
  const { exitCode, printed, ran } = await build({ 'bcdboot-own': 2 });
  expect(exitCode, printed).toBe(0);
  expect(ran).toEqual([
    `image volume ${NOT_HERE}`,
    `machine volume ${NO_LETTER}`,
    `image letter ${NOT_HERE}`,
    'machine letter 0',
  ]);
});

it.runIf(process.env.STILLFRAME_SOAK === '1')(
  "the image's own first, also where that of the machine is older",
  async () => {
    const { exitCode, printed, ran } = await build({ 'bcdboot-host': 1 });
    expect(exitCode, printed).toBe(0);
    expect(ran).toEqual([`image volume ${NO_LETTER}`, `machine volume ${NOT_HERE}`, 'image letter 0']);
  },
);

it.runIf(process.env.STILLFRAME_SOAK === '1')('neither: every outcome is said', async () => {
  const { exitCode, printed, ran, out } = await build({ 'bcdboot-own': 2, 'bcdboot-host': 2 });
  expect(exitCode, printed).toBe(1);
  expect(ran).toHaveLength(4);
  expect(printed).toMatch(/No way of writing the boot files worked[\s\S]*\[tool-failed\]/);
  expect(printed.match(/0xC0E90002|3236495362/gi)?.length).toBeGreaterThanOrEqual(4);
  expect(await readdir(out)).toEqual([]);
});
