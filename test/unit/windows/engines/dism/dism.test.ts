import { appendFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dism } from '../../../../../src/windows/engines/dism/dism.ts';
import { fakeContext } from '../../fake-context.ts';
import { recordedTools } from '../../fake-tools.ts';
import { stamped } from './stamped-line.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-dism-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('dism', () => {
  it('speaks English, keeps its own log and works in a folder of ours that is there', async () => {
    const tools = recordedTools();
    await dism(['/Get-Features'], 'W:\\', fakeContext(folder, tools));
    await dism(['/Apply-Image'], undefined, fakeContext(folder, tools));
    const places = [`/ScratchDir:${join(folder, 'scratch')}`, `/LogPath:${join(folder, 'dism.log')}`];
    expect(tools.calls.map(({ tool, args }) => [tool, ...args])).toEqual([
      ['dism.exe', '/English', '/Image:W:\\', '/Get-Features', ...places],
      ['dism.exe', '/English', '/Apply-Image', ...places],
    ]);
    expect((await stat(join(folder, 'scratch'))).isDirectory()).toBe(true);
  });

  it('shows the progress by tenths', async () => {
    const bar = [
      '[=        2.0%       ]',
      '[====    10.0%                ]',
      '[====25.9%====]',
      '[==100.0%==]',
      'x 50.0% y',
    ];
    const context = fakeContext(
      folder,
      recordedTools(() => ({ stdout: bar.join('\n') })),
    );
    await dism([], undefined, context);
    expect(context.lines).toEqual(['10 %', '20 %', '100 %']);
  });

  it('counts a wish for a restart as success, other codes only where they are expected', async () => {
    const ending = (exitCode: number) =>
      fakeContext(
        folder,
        recordedTools(() => ({ exitCode })),
      );
    expect((await dism([], 'W:\\', ending(3010))).exitCode).toBe(3010);
    expect((await dism([], 'W:\\', ending(0x800f0806), [0x800f0806])).exitCode).toBe(0x800f0806);
    await expect(dism([], 'W:\\', ending(0x800f0806))).rejects.toMatchObject({ exitCode: 0x800f0806 });
  });

  it('puts what its log says of errors behind what it printed', async () => {
    const log = join(folder, 'dism.log');
    writeFileSync(log, `${stamped(-60_000, 'Error  DISM  of a step before')}\n`);
    const why = stamped(0, 'Error  DISM  why');
    const tools = recordedTools(() => {
      appendFileSync(log, `${why}\n${stamped(0, 'Info  DISM  x')}\n`);
      return { exitCode: 87, stderr: 'Error: 87' };
    });
    await expect(dism([], 'W:\\', fakeContext(folder, tools))).rejects.toMatchObject({
      tool: 'dism.exe',
      exitCode: 87,
      tail: `Error: 87\ndism.log: ${why}`,
    });
  });

  it('leaves other errors as they are', async () => {
    const tools = { ...recordedTools(), run: () => Promise.reject(new Error('cancelled')) };
    await expect(dism([], 'W:\\', fakeContext(folder, tools))).rejects.toThrow('cancelled');
  });
});
