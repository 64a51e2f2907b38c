import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openReuse } from '../../../src/job/open-reuse.ts';
import type { ReusableStage } from '../../../src/reuse/stage.ts';
import { type PlayedContext, playedContext } from '../actions/played-context.ts';

const STAGE: ReusableStage = { action: 'a', name: 'n', parts: [{ kind: 'disk', name: 'd', value: 'v' }] };
let folder = '';
let context: PlayedContext;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-open-'));
  context = playedContext(folder);
});
afterEach(async () => {
  await chmod(folder, 0o700);
  await rm(folder, { recursive: true, force: true });
});

const place = (sub = 'kept') => ({ folder: join(folder, sub), maxBytes: 2 ** 30, run: '7' });
const code = async () => 'c'.repeat(64);

it('does nothing where it was not asked for, and does not read its own code', async () => {
  const bundle = vi.fn(code);
  expect(await openReuse(undefined, context, bundle)).toBeUndefined();
  expect(bundle).not.toHaveBeenCalled();
  expect(context.said.warning).toEqual([]);
});

it('reuses nothing of code that it cannot tell from other code', async () => {
  expect(await openReuse(place(), context, async () => undefined)).toBeUndefined();
  expect(context.said.warning).toEqual([
    'Nothing is reused or kept: Stillframe runs from its source, which is not known by a digest.',
  ]);
});

it('takes what the same code has kept, and nothing of another', async () => {
  const file = join(folder, 'disk');
  await writeFile(file, 'disk');
  const cache = await openReuse(place(), context, code);
  await cache?.keep(STAGE, file, 1);
  expect((await cache?.look(STAGE))?.facts).toMatchObject({
    reused: true,
    why: expect.stringMatching(/^same Stillframe, disk /),
  });
  expect(await cache?.take(STAGE, join(folder, 'taken'))).toMatchObject({ result: 1 });
  const other = await openReuse(place(), context, async () => 'd'.repeat(64));
  expect((await other?.look(STAGE))?.facts).toEqual({
    reused: false,
    why: 'other inputs than run 7 had: Stillframe itself has changed',
  });
});

it('goes on without a folder that may not be written, and says so', async () => {
  expect(
    await openReuse({ ...place(), folder: '/sys/stillframe' }, context, code).catch((e: unknown) => e),
  ).toBeUndefined();
  expect(context.said.warning[0]).toMatch(/STILLFRAME_KEPT.*Nothing is reused or kept/);
});

it('refuses a folder that can be none', async () => {
  await writeFile(join(folder, 'file'), '');
  await expect(openReuse(place('file'), context, code)).rejects.toMatchObject({ code: 'path-invalid' });
});
