import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lastErrors } from '../../../../../src/windows/engines/dism/servicing-logs.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-logs-'));
});
afterEach(() => rm(folder, { recursive: true }));

const error = (text: string): string => `2026-11-28 03:00:00, Error                 CBS    ${text}`;

it('takes the last errors from the end of a log of any size', async () => {
  const path = join(folder, 'CBS.log');
  const noise = '2026-11-28 03:00:00, Info                  CBS    Error in words only\r\n'.repeat(10_000);
  const errors = Array.from({ length: 13 }, (_, index) => error(String(index)));
  await writeFile(path, `${error('too far up')}\r\n${noise}${errors.join('\r\n')}\r\nnot a line, Error\r\n`);
  expect(await lastErrors(path)).toEqual(errors.slice(1));
});

it('finds none where there is no log or an empty one', async () => {
  expect(await lastErrors(join(folder, 'none'))).toEqual([]);
  await writeFile(join(folder, 'empty'), '');
  expect(await lastErrors(join(folder, 'empty'))).toEqual([]);
});
