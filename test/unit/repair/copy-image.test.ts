import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { copyImage } from '../../../src/repair/copy-image.ts';
import { contextDouble } from './context-double.ts';

const root = await mkdtemp(join(tmpdir(), 'stillframe-copy-image-'));
afterAll(() => rm(root, { recursive: true, force: true }));
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(root, 'case-'));
  await writeFile(join(folder, 'a'), 'bytes');
});

it('shows the copy when the work on it is done', async () => {
  const context = contextDouble();
  const output = join(folder, 'b');
  const result = await copyImage(join(folder, 'a'), output, context, async (copy) => {
    expect(await readdir(folder)).toEqual(['a', 'b.stillframe-partial']);
    expect(context.held).toEqual([{ paths: [copy], settled: false }]);
    await writeFile(copy, 'other');
    return 7;
  });
  expect(result).toBe(7);
  expect(await readFile(output, 'utf8')).toBe('other');
  expect(await readFile(join(folder, 'a'), 'utf8')).toBe('bytes');
  expect(await readdir(folder)).toEqual(['a', 'b']);
  expect(context.held).toMatchObject([{ settled: true }]);
});

it('does no work once the run is cancelled', async () => {
  const context = contextDouble({ signal: AbortSignal.abort(new Error('cancelled')) });
  const work = (): Promise<never> => Promise.reject(new Error('worked'));
  await expect(copyImage(join(folder, 'a'), join(folder, 'b'), context, work)).rejects.toThrow('cancelled');
  expect(context.held).toMatchObject([{ settled: false }]);
});

it('names the input whose path is at fault', async () => {
  const copy = (image: string, output: string): Promise<unknown> =>
    copyImage(join(folder, image), join(folder, output), contextDouble(), async () => {});
  await expect(copy('none', 'b')).rejects.toMatchObject({
    code: 'file-missing',
    message: `The image ${join(folder, 'none')} (input image) does not exist`,
  });
  await expect(copy('a', 'none/b')).rejects.toMatchObject({
    code: 'file-missing',
    message: `The output ${join(folder, 'none/b')} (input output) cannot be written: its folder does not exist`,
  });
  await mkdir(join(folder, 'c'));
  await expect(copy('a', 'c')).rejects.toMatchObject({ code: 'path-invalid' });
});
