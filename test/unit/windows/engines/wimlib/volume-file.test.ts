import { mkdtemp, rm, stat, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ToolError } from '../../../../../src/errors.ts';
import { applyImage, formatNtfs, overwriteInVolume } from '../../../../../src/windows/engines/wimlib/volume-file.ts';
import { recordedTools } from '../../fake-tools.ts';

const CLOCK = { TZ: 'UTC' };
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-ntfs-'));
});

afterEach(() => rm(folder, { recursive: true }));

it('formats a sparse file of the size, with the place of the partition in its boot sector', async () => {
  const tools = recordedTools();
  const volume = { file: join(folder, 'v'), size: 2 ** 30, clock: CLOCK };
  await formatNtfs(volume, 117 * 2 ** 20, 'Windows', tools);
  expect((await stat(volume.file)).size).toBe(2 ** 30);
  expect(tools.calls).toEqual([
    {
      tool: 'mkntfs',
      args: ['-Q', '-F', '-L', 'Windows', '-p', '239616', '-H', '255', '-S', '63', '-s', '512', volume.file],
      options: { env: CLOCK },
    },
  ]);
  await expect(formatNtfs(volume, 0, 'x', tools)).rejects.toMatchObject({ code: 'EEXIST' });
});

it('replaces the content of a file that is there', async () => {
  const tools = recordedTools();
  await overwriteInVolume({ file: '/v', size: 1, clock: CLOCK }, '/new', 'Windows/a', tools);
  expect(tools.calls).toEqual([{ tool: 'ntfscp', args: ['-q', '/v', '/new', 'Windows/a'], options: { env: CLOCK } }]);
});

describe('applyImage', () => {
  it('tells the share that is done', async () => {
    const stdout = [
      'Applying',
      ...[0, 5, 10, 14, 30, 100].map((n) => `Extracting file data: 1 MiB of 2 MiB (${n}%) done`),
    ].join('\n');
    const tools = recordedTools(() => ({ stdout }));
    const told: number[] = [];
    await applyImage('i.wim', 2, { file: join(folder, 'v'), size: 1, clock: CLOCK }, tools, (share) =>
      told.push(share),
    );
    expect(told).toEqual([0, 0.05, 0.1, 0.14, 0.3, 1]);
    expect(tools.calls[0]?.args).toEqual(['apply', 'i.wim', '2', join(folder, 'v')]);
    expect(tools.calls[0]?.options.env).toEqual(CLOCK);
  });

  async function failure(stderr: string, file = join(folder, 'v')): Promise<unknown> {
    const tools = recordedTools(() => ({ exitCode: 72, stderr }));
    return applyImage('i.wim', 1, { file, size: 2 ** 30, clock: CLOCK }, tools, () => {}).catch(
      (error: unknown) => error,
    );
  }

  it('says that the partition is too small where this machine has room', async () => {
    const { bavail, bsize } = await statfs(folder);
    expect(bavail * bsize).toBeGreaterThan(16 * 2 ** 20);
    expect(await failure('[ERROR] Writing data to NTFS: No space left on device')).toMatchObject({
      code: 'image-too-small',
      message: 'The Windows partition of 1 GiB is too small for the image',
      cause: expect.any(ToolError) as unknown,
    });
  });

  it('says that the disk of this machine is full where it is', async () => {
    // The one file system that never has room.
    expect(await failure('no space left on device', '/proc/v')).toMatchObject({
      code: 'disk-full',
      message: 'The disk with /proc became full while the image was applied',
    });
  });

  it('hands on every other failure as it is', async () => {
    expect(await failure('something else')).toBeInstanceOf(ToolError);
  });
});
