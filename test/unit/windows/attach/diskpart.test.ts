import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { assignLetter, formatPartition, removeLetter } from '../../../../src/windows/attach/diskpart.ts';
import { recordedTools } from '../fake-tools.ts';

let temp: string;
beforeEach(async () => {
  temp = await mkdtemp(join(tmpdir(), 'stillframe-diskpart-'));
});
afterEach(() => rm(temp, { recursive: true }));

const PLACE = { disk: 3, partition: 2 };

it.each<[string, (context: Parameters<typeof assignLetter>[2]) => Promise<void>, string]>([
  ['formats', (context) => formatPartition(PLACE, 'fat32', 'SYSTEM', context), 'format fs=fat32 label=SYSTEM quick'],
  ['gives a letter', (context) => assignLetter(PLACE, 'W', context), 'assign letter=W'],
  ['takes a letter away', (context) => removeLetter(PLACE, 'W', context), 'remove letter=W'],
])('%s by a script of its own, named relative to its folder', async (_what, step, command) => {
  const tools = recordedTools();
  await step({ tools, temp });
  await step({ tools, temp });
  expect(tools.calls.map(({ tool, options }) => [tool, options])).toEqual([
    ['diskpart.exe', { cwd: temp }],
    ['diskpart.exe', { cwd: temp }],
  ]);
  const scripts = tools.calls.map(({ args }) => args);
  expect(scripts.map(([option]) => option)).toEqual(['/s', '/s']);
  expect(new Set(scripts.map(([, name]) => name)).size).toBe(2);
  for (const [, name = ''] of scripts) {
    expect(name).toMatch(/^diskpart-\d+\.txt$/);
    expect(await readFile(join(temp, name), 'latin1')).toBe(`select disk 3\r\nselect partition 2\r\n${command}\r\n`);
  }
});

it('fails where diskpart does', async () => {
  const tools = recordedTools(() => ({ exitCode: 1 }));
  await expect(assignLetter(PLACE, 'W', { tools, temp })).rejects.toMatchObject({ exitCode: 1 });
});
