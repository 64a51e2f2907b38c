import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkRunner } from '../../../../../src/windows/engines/dism/preflight.ts';
import { recordedTools } from '../../fake-tools.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-preflight-'));
});
afterEach(() => rm(folder, { recursive: true }));

const VOLUME = { fileSystem: 'NTFS', dedup: 'NotAvailable', attributes: 'Directory, Archive' };

function check(volume: object | undefined, elevated = true) {
  const answer = { elevated, windows: 'C:\\Windows', folders: volume && { ...VOLUME, ...volume } };
  const tools = recordedTools(() => ({ stdout: JSON.stringify(answer) }));
  return checkRunner(join(folder, 'new', 'x.vhd'), tools).then(() => tools);
}

describe('checkRunner', () => {
  it.each([{}, { dedup: '' }, { dedup: 'Disabled' }, { attributes: '' }])('passes %j', async (volume) => {
    const tools = await check(volume);
    expect(JSON.parse(String(tools.calls[0]?.options.input))).toEqual({ folders: [join(folder, 'new')] });
    // Windows cannot say anything of a folder that is not there.
    expect((await stat(join(folder, 'new'))).isDirectory()).toBe(true);
  });

  it('wants an elevated administrator', async () => {
    await expect(check(undefined, false)).rejects.toMatchObject({ code: 'not-elevated' });
  });

  it.each([
    [{ fileSystem: 'ReFS' }, 'is on a volume with ReFS'],
    [{ fileSystem: 'CSVFS' }, 'is on a volume with CSVFS'],
    [{ fileSystem: 'exFAT' }, 'is on a volume with exFAT'],
    [{ fileSystem: '' }, 'is on an unknown volume'],
    [undefined, 'is on an unknown volume'],
    [{ dedup: 'GeneralPurpose' }, 'data deduplication (GeneralPurpose)'],
    [{ attributes: 'Directory, Compressed' }, 'has the attribute Compressed'],
    [{ attributes: 'Directory, Encrypted' }, 'has the attribute Encrypted'],
    [{ attributes: 'SparseFile, Directory' }, 'has the attribute SparseFile'],
  ])('refuses %j', async (volume, message) => {
    await expect(check(volume)).rejects.toMatchObject({
      code: 'volume-unfit',
      message: expect.stringContaining(message) as string,
    });
  });

  it.each(['\\\\server\\share\\x.vhd', '//server/share/x.vhd'])(
    'refuses the share of %s without asking',
    async (vhd) => {
      const tools = recordedTools();
      const path = process.platform === 'win32' ? vhd : vhd.replaceAll('\\', '/');
      await expect(checkRunner(path, tools)).rejects.toMatchObject({
        code: 'volume-unfit',
        message: expect.stringContaining('is on a share') as string,
      });
      expect(tools.calls).toEqual([]);
    },
  );
});
