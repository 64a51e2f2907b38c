import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ToolError } from '../../../../../src/errors.ts';
import {
  lastErrors,
  servicingBegins,
  servicingErrors,
  withServicingLogs,
} from '../../../../../src/windows/engines/dism/servicing-logs.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-logs-'));
});
afterEach(() => rm(folder, { recursive: true }));

const LONG_AGO = new Date(0);
const error = (text: string): string => `2026-11-28 03:00:00, Error                 CBS    ${text}`;

it('takes the last errors from the end of a log of any size', async () => {
  const path = join(folder, 'CBS.log');
  const noise = '2026-11-28 03:00:00, Info                  CBS    Error in words only\r\n'.repeat(10_000);
  const errors = Array.from({ length: 13 }, (_, index) => error(String(index)));
  await writeFile(path, `${error('too far up')}\r\n${noise}${errors.join('\r\n')}\r\nnot a line, Error\r\n`);
  expect(await lastErrors(path, LONG_AGO)).toEqual(errors.slice(1));
});

it('finds none where there is no log or an empty one', async () => {
  expect(await lastErrors(join(folder, 'none'), LONG_AGO)).toEqual([]);
  await writeFile(join(folder, 'empty'), '');
  expect(await lastErrors(join(folder, 'empty'), LONG_AGO)).toEqual([]);
});

it('leaves out what is older than the call, by the clock on the wall', async () => {
  const path = join(folder, 'dism.log');
  const [before, then, later] = ['02:59:59', '03:00:00', '23:00:00'].map(
    (time) => `2026-11-28 ${time}, Error  DISM  x`,
  );
  await writeFile(path, [before, then, '2026-11-29 junk, Error', later].join('\n'));
  expect(await lastErrors(path, new Date(2026, 10, 28, 3, 0, 0))).toEqual([then, later]);
});

it('counts what begins from the whole second, as the logs do', () => {
  const begun = servicingBegins();
  expect(begun.getMilliseconds()).toBe(0);
  expect(Date.now() - begun.getTime()).toBeGreaterThanOrEqual(0);
  expect(Date.now() - begun.getTime()).toBeLessThan(600_000);
});

it('puts them behind what a program printed, and keeps everything else of its error', async () => {
  const path = join(folder, 'dism.log');
  await writeFile(path, `${error('why')}\n`);
  const failed = new ToolError('powershell.exe', 1, 'printed', 'explained');
  const told = await withServicingLogs(failed, path, LONG_AGO);
  expect(told).toMatchObject({ tool: 'powershell.exe', exitCode: 1, explanation: 'explained', cause: failed });
  expect(told.tail).toBe(`printed\ndism.log: ${error('why')}`);
  expect((await withServicingLogs(failed, join(folder, 'none'), LONG_AGO)).tail).toBe('printed');
  expect(await servicingErrors(path, new Date())).toEqual([]);
});
