import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { whyInstallerFailed } from '../../../src/drivers/msi-log.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-log-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function why(text: string | Buffer): Promise<string> {
  const path = join(folder, 'x.log');
  await writeFile(path, text);
  return whyInstallerFailed(path);
}

const LINES = ['1', '2', '3', '4', '5', 'Fehler 1304: größe ж', 'Action ended 9:00:00: InstallFiles. Return value 3.'];
const AROUND = 'Action ended 9:00:01: INSTALL. Return value 3.';

it('gives the lines that lead to the first action that failed', async () => {
  const text = ['0', ...LINES, AROUND, 'end', ''].join('\r\n');
  expect(await why(Buffer.from(`\ufeff${text}`, 'utf16le'))).toBe(LINES.join('\n'));
  expect(await why(Buffer.from(['0', ...LINES.slice(0, 4), AROUND].join('\n'), 'latin1'))).toBe(
    ['0', ...LINES.slice(0, 4), AROUND].join('\n'),
  );
  expect(await why(Buffer.from(`\ufeff${AROUND}`, 'utf16le'))).toBe(AROUND);
});

it('gives nothing where nothing failed, or where there is no log', async () => {
  expect(await why('Action ended 9:00:01: INSTALL. Return value 1.\nReturn value 3 is not the end of this line')).toBe(
    '',
  );
  expect(await why('')).toBe('');
  expect(await whyInstallerFailed(join(folder, 'none.log'))).toBe('');
});
