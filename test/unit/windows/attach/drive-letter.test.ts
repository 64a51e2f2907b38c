import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { attachDisk } from '../../../../src/windows/attach/attached-disk.ts';
import { takeLetter, waitForFiles } from '../../../../src/windows/attach/drive-letter.ts';
import { fakeContext } from '../fake-context.ts';
import { samplePlan } from '../sample-plan.ts';
import { diskpartLines, type PlayOptions, playWindows } from './played-windows.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-letter-'));
});
afterEach(() => rm(folder, { recursive: true }));

const ALPHABET = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

async function take(options: Partial<PlayOptions> = {}) {
  const windows = playWindows({ plan: samplePlan(), folder, ...options });
  const context = fakeContext(folder, windows);
  const disk = await attachDisk('x.vhd', context);
  return { windows, context, letter: await takeLetter(disk, 3, context, async () => {}) };
}

describe('takeLetter', () => {
  it('takes W, gives it to the partition by numbers in a script of ASCII, and takes it back', async () => {
    const { windows, letter } = await take();
    expect(letter.letter).toBe('W');
    await letter.remove();
    expect(windows.story.filter((line) => line.startsWith('diskpart'))).toEqual([
      'diskpart: select disk 7, select partition 3, assign letter=W',
      'diskpart: select disk 7, select partition 3, remove letter=W',
    ]);
    const call = windows.calls.find(({ tool }) => tool === 'diskpart.exe');
    // The folder may be named anything: the script is named relative to it.
    expect(call?.args).toEqual(['/s', expect.stringMatching(/^diskpart-\d+\.txt$/) as string]);
    expect(call?.options.cwd).toBe(folder);
    expect(call && diskpartLines(call)).toHaveLength(3);
  });

  it('takes the next one that is free', async () => {
    expect((await take({ taken: ['C', 'W', 'V'] })).letter.letter).toBe('U');
    expect((await take({ taken: ALPHABET.filter((letter) => letter !== 'Z') })).letter.letter).toBe('Z');
  });

  it('never takes A, B or C, and says so when no other is free', async () => {
    await expect(take({ taken: ALPHABET.slice(3) })).rejects.toMatchObject({ code: 'no-drive-letter' });
  });

  it('tries another one when somebody was faster, but not for ever', async () => {
    let failures = 1;
    const answer: PlayOptions['answer'] = ({ tool }) =>
      tool === 'diskpart.exe' && failures-- > 0 ? { exitCode: 5, stderr: 'not free' } : undefined;
    expect((await take({ answer })).letter.letter).toBe('V');
    failures = 3;
    await expect(take({ answer })).rejects.toMatchObject({ name: 'ToolError', tail: 'not free' });
  });

  it('takes no offence when the letter cannot be taken back: detaching does so', async () => {
    const answer: PlayOptions['answer'] = (call) =>
      call.tool === 'diskpart.exe' && diskpartLines(call).at(-1)?.startsWith('remove')
        ? { exitCode: 5, stderr: 'in use' }
        : undefined;
    const { letter, context } = await take({ answer });
    await letter.remove();
    expect(context.lines.at(-1)).toBe('diskpart does not take the letter W back: in use');
  });

  it('does not believe diskpart: Windows has to show the partition under its letter', async () => {
    const answer: PlayOptions['answer'] = ({ tool }) => (tool === 'diskpart.exe' ? { stdout: 'ok' } : undefined);
    await expect(take({ answer })).rejects.toMatchObject({
      code: 'timeout',
      message: expect.stringContaining('gave partition 3 of disk 7 the letter W') as string,
    });
  });

  it('waits until it does', async () => {
    let looks = 0;
    const answer: PlayOptions['answer'] = ({ args }, windows) => {
      if (!args.at(-1)?.endsWith('inspect-disk.ps1') || ++looks !== 2) return undefined;
      expect(windows.letters.get(3)).toBe('W');
      return { stdout: '{"size":1,"letters":[]}' };
    };
    expect((await take({ answer })).letter.letter).toBe('W');
    expect(looks).toBe(3);
  });
});

describe('waitForFiles', () => {
  it('waits for a folder that comes late, and says which one does not come', async () => {
    const root = join(folder, 'late');
    let pauses = 0;
    const signal = new AbortController().signal;
    await waitForFiles(root, signal, async () => {
      if (++pauses === 2) await mkdir(root);
    });
    expect(pauses).toBe(2);
    await expect(waitForFiles(join(folder, 'never'), signal, async () => {})).rejects.toMatchObject({
      code: 'timeout',
      message: `The volume ${join(folder, 'never')} cannot be read`,
    });
  });
});
