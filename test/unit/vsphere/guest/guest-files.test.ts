import { expect, it } from 'vitest';
import { guestShell, putGuestFile, usingGuestFiles } from '../../../../src/vsphere/guest/guest-files.ts';
import type { GuestProgram } from '../../../../src/vsphere/guest/guest-program.ts';

const SYSTEM = 'C:\\Windows\\System32';

/** @param fails the part of a command line that ends with 3 */
function guest(fails = '\0') {
  const lines: string[] = [];
  const repeatable: (true | undefined)[] = [];
  const run = ({ path, args, ...more }: GuestProgram): Promise<number> => {
    lines.push(`${path} ${args}`);
    repeatable.push(more.repeatable);
    return Promise.resolve(lines.at(-1)?.includes(fails) ? 3 : 0);
  };
  return { lines, run, repeatable };
}

it('puts a file in by pieces that a command line takes, and decodes it', async () => {
  const { lines, run, repeatable } = guest();
  const content = Buffer.alloc(4501, 'ü');
  expect(await putGuestFile(run, 'C:\\x.txt', content)).toBeUndefined();
  expect(lines).toEqual([
    `${SYSTEM}\\cmd.exe /c >"C:\\x.txt.b64" echo ${content.subarray(0, 4500).toString('base64')}`,
    `${SYSTEM}\\cmd.exe /c >>"C:\\x.txt.b64" echo ${content.subarray(4500).toString('base64')}`,
    `${SYSTEM}\\certutil.exe -f -decode "C:\\x.txt.b64" "C:\\x.txt"`,
  ]);
  // Appended twice it would be another file.
  expect(repeatable).toEqual([true, undefined, true]);
});

it('puts an empty file in, and no more pieces than it takes', async () => {
  const { lines, run } = guest();
  await putGuestFile(run, 'C:\\x', Buffer.alloc(0));
  expect(lines).toHaveLength(2);
  await putGuestFile(run, 'C:\\x', Buffer.alloc(4500));
  expect(lines).toHaveLength(4);
});

it.each([
  ['echo', `${SYSTEM}\\cmd.exe ended with 3`, 1],
  ['-decode', `${SYSTEM}\\certutil.exe ended with 3`, 2],
])('stops where %s fails, and says what did', async (fails, why, count) => {
  const { lines, run } = guest(fails);
  expect(await putGuestFile(run, 'C:\\x', Buffer.from('x'))).toBe(why);
  expect(lines).toHaveLength(count);
});

it('takes files away by one command, whatever became of what they were for', async () => {
  const { lines, run, repeatable } = guest();
  const gone = `${SYSTEM}\\cmd.exe /c del /f /q "C:\\a b" "C:\\c"`;
  const files = ['C:\\a b', 'C:\\c'];
  expect(await usingGuestFiles(run, files, () => run(guestShell('x')))).toBe(0);
  expect(lines).toEqual([`${SYSTEM}\\cmd.exe /c x`, gone]);
  expect(repeatable).toEqual([undefined, true]);
  const late = new Error('it did not end');
  await expect(usingGuestFiles(run, files, () => Promise.reject(late))).rejects.toBe(late);
  expect(lines.slice(2)).toEqual([gone]);
});

it('gives what was made of files though they cannot be removed', async () => {
  const refusing = (): Promise<number> => Promise.reject(new Error('the guest restarts'));
  expect(await usingGuestFiles(refusing, ['C:\\c'], () => Promise.resolve(5))).toBe(5);
});
