import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ATTACHED_DISK, attachDisk, detach, readSeenDisk } from '../../../../src/windows/attach/attached-disk.ts';
import { fakeContext } from '../fake-context.ts';
import { recordedTools } from '../fake-tools.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-attach-'));
});
afterEach(() => rm(folder, { recursive: true }));

const nameOf = (args: readonly string[]): string => basename(args.at(-1) ?? '', '.ps1');
const request = (input: unknown): unknown => JSON.parse(String(input));

describe('attachDisk', () => {
  it('holds the disk before it attaches it, by its path and format, and lets go once it is detached', async () => {
    const held: unknown[] = [];
    const tools = recordedTools(({ args }) => {
      held.push([nameOf(args), [...context.held]]);
      return { stdout: nameOf(args) === 'attach-disk' ? '{"number":4}' : '{"attached":true}' };
    });
    const context = fakeContext(folder, tools);
    const disk = await attachDisk('D:\\a ß\\x.vhd', context);
    expect(disk.number).toBe(4);
    await disk.detach();
    const entry = { kind: 'attached-disk', data: { path: 'D:\\a ß\\x.vhd' } };
    expect(held).toEqual([
      ['attach-disk', [entry]],
      ['detach-disk', [entry]],
    ]);
    expect(context.held).toEqual([]);
    expect(tools.calls.map(({ options }) => request(options.input))).toEqual([
      { path: 'D:\\a ß\\x.vhd', type: 'VHD' },
      { path: 'D:\\a ß\\x.vhd', type: 'VHD' },
    ]);
  });

  it('stays held when attaching fails, since half of it may have happened', async () => {
    const context = fakeContext(
      folder,
      recordedTools(() => ({ exitCode: 1, stderr: 'in use' })),
    );
    await expect(attachDisk('x.vhdx', context)).rejects.toMatchObject({ name: 'ToolError', tail: 'in use' });
    expect(context.held).toHaveLength(1);
  });

  it('refuses an answer without a number', async () => {
    const context = fakeContext(
      folder,
      recordedTools(() => ({ stdout: '{"number":null}' })),
    );
    await expect(attachDisk('x.vhd', context)).rejects.toMatchObject({
      explanation: expect.stringContaining('number') as string,
    });
  });
});

describe('detach', () => {
  it('asks again while something holds the disk', async () => {
    let tries = 0;
    const pauses: number[] = [];
    const tools = recordedTools(() => (++tries < 3 ? { exitCode: 1, stderr: 'busy' } : { stdout: '{}' }));
    await detach('x.vhdx', tools, async (wait) => pauses.push(wait));
    expect(pauses).toEqual([500, 2000]);
    expect(request(tools.calls[0]?.options.input)).toEqual({ path: 'x.vhdx', type: 'VHDX' });
  });

  it('says in the end who may hold it and how to get rid of it', async () => {
    const tools = recordedTools(() => ({ exitCode: 1, stderr: 'The disk is busy\nmore' }));
    await expect(detach('x.vhd', tools, async () => {})).rejects.toMatchObject({
      code: 'disk-in-use',
      message: 'Windows does not detach x.vhd: The disk is busy',
      hint: expect.stringContaining('Dismount-DiskImage') as string,
    });
    expect(tools.calls).toHaveLength(4);
  });

  it('is what undoes a held disk', async () => {
    const tools = recordedTools(() => ({ stdout: '{}' }));
    await ATTACHED_DISK.undo({ path: 'x.vhd' }, fakeContext(folder, tools));
    expect(tools.calls.map(({ args }) => nameOf(args))).toEqual(['detach-disk']);
    expect(ATTACHED_DISK.what({ path: 'x.vhd' })).toBe('the attached disk x.vhd');
  });
});

describe('readSeenDisk', () => {
  it('reads what Windows says in its own spelling', () => {
    const partitions = {
      number: 1,
      guid: '{AB}',
      offset: 1048576,
      size: 5,
      letter: 'w',
      volume: '\\\\?\\Volume{ab}\\',
    };
    expect(readSeenDisk({ guid: '{CD}', size: 9, partitions, letters: ['c', 'W'] })).toEqual({
      guid: 'cd',
      size: 9,
      partitions: [{ number: 1, guid: 'ab', offset: 1048576, size: 5, letter: 'W', volume: '\\\\?\\Volume{ab}\\' }],
      letters: ['C', 'W'],
    });
    expect(readSeenDisk({ guid: '', size: 9, partitions: null, letters: 'C' })).toEqual({
      ...{ guid: '', size: 9, partitions: [], letters: ['C'] },
    });
    const bare = readSeenDisk({ size: 9, partitions: [{ number: 2, offset: 1, size: 1, letter: '', volume: '' }] });
    expect(bare.partitions[0]).toMatchObject({ letter: undefined, volume: undefined });
  });
});
