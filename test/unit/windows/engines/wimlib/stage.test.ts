import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addStage, createStage } from '../../../../../src/windows/engines/wimlib/stage.ts';
import { recordedTools } from '../../fake-tools.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-stage-'));
});

afterEach(() => rm(folder, { recursive: true }));

it('makes the tree with one date, and leaves what is large for later', async () => {
  const source = join(folder, 'source');
  await writeFile(source, 'content');
  const date = new Date('2018-09-15T07:28:32Z');
  const limit = 8 * 2 ** 20;
  const stage = await createStage(
    join(folder, 'stage'),
    [
      { path: 'Windows/a.txt', source: { content: Buffer.from('text') } },
      { path: 'Windows/Setup/at-the-limit', source: { file: source, size: limit } },
      { path: 'Windows/Large/above', source: { file: source, size: limit + 1 } },
    ],
    date,
  );
  expect(stage).toEqual({ folder: join(folder, 'stage'), large: [{ path: 'Windows/Large/above', file: source }] });
  const entries = (await readdir(stage.folder, { recursive: true })).sort();
  expect(entries).toEqual(['Windows', 'Windows/Large', 'Windows/Setup', 'Windows/Setup/at-the-limit', 'Windows/a.txt']);
  for (const entry of ['', ...entries]) expect((await stat(join(stage.folder, entry))).mtime).toEqual(date);
  expect(await readFile(join(stage.folder, 'Windows/Setup/at-the-limit'), 'utf8')).toBe('content');
  expect(await readFile(join(stage.folder, 'Windows/a.txt'), 'utf8')).toBe('text');
});

it('lays the tree over the image from within, so that no path has to be quoted', async () => {
  const tools = recordedTools();
  await addStage({ folder: '/a b', large: [] }, '/i.wim', 3, { tools });
  expect(tools.calls).toEqual([
    {
      tool: 'wimlib-imagex',
      args: ['update', '/i.wim', '3', '--command=add . /'],
      options: { cwd: '/a b', env: { WIMLIB_IMAGEX_IGNORE_CASE: '1' } },
    },
  ]);
});
