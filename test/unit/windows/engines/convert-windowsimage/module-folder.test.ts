import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  MODULE_FOLDER,
  makeModuleFolder,
} from '../../../../../src/windows/engines/convert-windowsimage/module-folder.ts';
import { fakeContext } from '../../fake-context.ts';
import { recordedTools, type ToolCall } from '../../fake-tools.ts';

let work: string;
beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'stillframe-module-'));
});
afterEach(() => rm(work, { recursive: true, force: true }));

const asked = (calls: readonly ToolCall[]): readonly string[] =>
  calls.map(
    ({ args, options }) =>
      `${basename(args.at(-1) ?? '')} ${(JSON.parse(String(options.input)) as { path: string }).path}`,
  );
const play = () => recordedTools(() => ({ stdout: '{"attached":true}' }));

it('is beside the disk, held before it is made, and let go when it is gone', async () => {
  const tools = play();
  const context = fakeContext(work, tools);
  const { folder, remove } = await makeModuleFolder(join(work, 'x.vhd'), context);
  expect(folder).toBe(join(work, 'x.vhd.module'));
  expect(existsSync(folder)).toBe(true);
  expect(context.held).toHaveLength(1);
  await writeFile(join(folder, 'log.txt'), '');
  await remove();
  expect(existsSync(folder)).toBe(false);
  expect(context.held).toEqual([]);
  expect(tools.calls).toEqual([]);
});

it('detaches every disk that is in it before it goes, whatever its name', async () => {
  const tools = play();
  const folder = join(work, 'x.vhd.module');
  await mkdir(folder);
  for (const name of ['5fa3.vhd', 'A.VHDX', 'vhd.txt']) await writeFile(join(folder, name), '');
  await MODULE_FOLDER.undo({ path: folder }, { ...fakeContext(work, tools), tools });
  expect([...asked(tools.calls)].sort()).toEqual([
    `detach-disk.ps1 ${join(folder, '5fa3.vhd')}`,
    `detach-disk.ps1 ${join(folder, 'A.VHDX')}`,
  ]);
  expect(existsSync(folder)).toBe(false);
  expect(MODULE_FOLDER.what({ path: folder })).toContain(folder);
});

it('is made anew where a run that was killed has left one, and nothing where there is none', async () => {
  const tools = play();
  await mkdir(join(work, 'x.vhd.module'));
  await writeFile(join(work, 'x.vhd.module', 'old.vhd'), '');
  const { folder } = await makeModuleFolder(join(work, 'x.vhd'), fakeContext(work, tools));
  expect(asked(tools.calls)).toEqual([`detach-disk.ps1 ${join(folder, 'old.vhd')}`]);
  expect(existsSync(join(folder, 'old.vhd'))).toBe(false);
  await expect(
    MODULE_FOLDER.undo({ path: join(work, 'none') }, { ...fakeContext(work, tools), tools }),
  ).resolves.toBeUndefined();
});
