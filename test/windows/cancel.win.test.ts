/** A run that is ended from outside, as the runner on Windows does it: CTRL+C, after 7.5 s CTRL+BREAK, after 2.5 s more the kill; or killed at once. */

import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cancelAsRunner, killAsAct, type Running } from '../fakes/runner/end-run.ts';
import { WINDOWS_NODE } from '../fakes/windows/start.ts';
import { makeRaw } from '../integration/ova/convert-case.ts';
import { randomBytes } from '../media/sample-content.ts';
import { openWindows, type WindowsFixture } from './windows-fixture.ts';

const MIB = 2 ** 20;
let here: string;
let there: WindowsFixture;
beforeAll(async () => {
  here = await mkdtemp(join(tmpdir(), 'stillframe-win-'));
  there = await openWindows();
  // Large enough to be ended in the middle.
  const pieces = Array.from({ length: 24 }, (_, index) => [index * 8 * MIB, randomBytes(`${index}`, 8 * MIB)] as const);
  await makeRaw(join(there.folder, 'data.raw'), 256 * MIB, pieces);
});
afterAll(async () => {
  await there.close();
  await rm(here, { recursive: true, force: true });
});

it.each([
  ['cancelled', cancelAsRunner],
  ['killed', killAsAct],
] as const)('convert-ova, %s in the middle, leaves nothing', async (name, endIt) => {
  const out = join(there.folder, name);
  await mkdir(out);
  let running: Running | undefined;
  let stop: (() => void) | undefined;
  const ended = await there.run(
    'convert-ova',
    { disk: there.path('data.raw'), product: 'windows-server-2019', name: 'x', ova: there.path(name, 'x.ova') },
    {
      onStart: (process) => {
        running = process;
      },
      onLine: (line) => {
        if (running !== undefined && stop === undefined && /[1-5]0 % of the disk packed/.test(line))
          stop = endIt(running);
      },
    },
  );
  stop?.();
  const printed = ended.lines.join('\n');
  expect(stop, printed).toBeDefined();
  expect(ended.exitCode, printed).not.toBe(0);
  if (name === 'cancelled') expect(printed).toContain('[cancelled]');
  const post = await there.post('convert-ova', ended.state);
  expect(post.exitCode, post.lines.join('\n')).toBe(0);
  expect(await readdir(out), printed).toEqual([]);
});

/** Says which signals come, and ends by none of them. */
const LISTENER = `
let heard = 0;
for (const name of ['SIGINT', 'SIGBREAK']) process.on(name, () => console.log(name, ++heard));
console.log('listens');
setTimeout(() => {}, 600_000);`;

// CTRL+BREAK cannot be tried: Wine 10 has it end a thread of the program, and Node hears of nothing any more.
it('CTRL+C of the runner is SIGINT to Node, each time, and the kill comes to one that takes no notice', async () => {
  const heard: string[] = [];
  let process: Running | undefined;
  const next: Readonly<Record<string, NodeJS.Signals>> = {
    listens: 'SIGINT',
    'SIGINT 1': 'SIGINT',
    'SIGINT 2': 'SIGKILL',
  };
  const exitCode = await there.windows.run({
    program: WINDOWS_NODE,
    args: ['-e', LISTENER],
    onStart: (started) => {
      process = started;
    },
    onLine: (line) => {
      heard.push(line);
      const signal = next[line];
      if (signal !== undefined) process?.kill(signal);
    },
  });
  expect(heard).toEqual(['listens', 'SIGINT 1', 'SIGINT 2']);
  expect(exitCode).toBe(1);
});
