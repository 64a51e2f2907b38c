import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeWithMsiexec, writeWithSetup } from '../../../src/drivers/administrative-image.ts';
import { type Call, fakeTools } from './fake-tools.ts';

let temp: string;
let target: string;
let said: string[];
let waited: number[];
beforeEach(async () => {
  temp = await mkdtemp(join(tmpdir(), 'stillframe image-'));
  target = join(temp, 'image');
  await mkdir(target);
  said = [];
  waited = [];
});
afterEach(() => rm(temp, { recursive: true, force: true }));

const pause = async (milliseconds: number): Promise<void> => void waited.push(milliseconds);

/** @param answers one for each run, the last one for all that follow; `files` come out when it is 0, 3010 or 1641 */
function runner(answers: readonly number[], files: readonly string[] = ['Win8/vmxnet3.inf']) {
  const played = fakeTools(async (): Promise<number> => {
    const code = answers[Math.min(played.calls.length, answers.length) - 1] ?? 0;
    if ([0, 3010, 1641].includes(code)) {
      for (const file of files) {
        await mkdir(join(target, file, '..'), { recursive: true });
        await writeFile(join(target, file), 'x');
      }
    }
    return code;
  });
  const { signal } = new AbortController();
  const context = { tools: played.tools, temp, signal, log: { info: (text: string) => void said.push(text) } };
  return { calls: played.calls, context: context as unknown as Parameters<typeof writeWithMsiexec>[2] };
}

describe('writeWithMsiexec', () => {
  it('quotes path and property each by itself, with a time limit', async () => {
    const { calls, context } = runner([0]);
    await writeWithMsiexec('C:\\a b\\x.msi', target, context, pause);
    expect(calls).toEqual([
      {
        tool: 'msiexec.exe',
        args: ['/a', '"C:\\a b\\x.msi"', '/qn', '/l*v', `"${join(temp, 'msiexec.log')}"`, `TARGETDIR="${target}"`],
        env: undefined,
        quoting: 'verbatim',
        timeLimit: 900_000,
      } satisfies Call,
    ]);
    expect(said).toEqual([]);
  });

  it.each([3010, 1641])('takes %i, a restart asked for, as success and says so', async (code) => {
    const { context } = runner([code]);
    await writeWithMsiexec('x.msi', target, context, pause);
    expect(said).toEqual([`msiexec.exe asks for a restart (${code}), which unpacking does not need`]);
  });

  it('waits while another installation runs', async () => {
    const { calls, context } = runner([1618, 1618, 0]);
    await writeWithMsiexec('x.msi', target, context, pause);
    expect(calls).toHaveLength(3);
    expect(waited).toEqual([15_000, 15_000]);
    expect(said).toEqual(['Another installation runs on this machine: waiting for its end']);
  });

  it('gives up on one that does not end, with the meaning of its code', async () => {
    const { calls, context } = runner([1618]);
    await expect(writeWithMsiexec('x.msi', target, context, pause)).rejects.toMatchObject({
      exitCode: 1618,
      explanation: expect.stringContaining('Another installation'),
    });
    expect(calls).toHaveLength(40);
    expect(waited).toHaveLength(39);
  });

  it.each([1619, 1620, 1639])('fails at once with %i', async (code) => {
    const { calls, context } = runner([code]);
    await expect(writeWithMsiexec('x.msi', target, context, pause)).rejects.toMatchObject({ exitCode: code });
    expect(calls).toHaveLength(1);
  });

  it.each([
    ['nothing', []],
    ['but its copy of the MSI', ['VMware Tools64.MSI']],
  ])('fails when it ends with 0 and wrote nothing %s', async (_, files) => {
    await expect(writeWithMsiexec('x.msi', target, runner([0], files).context, pause)).rejects.toMatchObject({
      message: 'msiexec.exe ended with exit code 0',
      explanation: `It ended as if it had succeeded, but nothing lies in ${target}.`,
    });
  });

  it('says where the target is too long for Windows Installer, and only there', async () => {
    const fails = async (folder: string): Promise<string> =>
      writeWithMsiexec('x.msi', folder, runner([1603]).context, pause).then(
        () => 'nothing',
        (error: { explanation?: string }) => error.explanation ?? '',
      );
    expect(await fails('x'.repeat(161))).toMatch(/fatal error.* no paths of more than 260 .* has 161 by itself/);
    expect(await fails('x'.repeat(160))).not.toContain('260');
  });

  it('says what the log says of a fatal error, and nothing of another run', async () => {
    const lines = ['MSI (s) Note: 1: 2262', 'Error 1304. x', 'Action ended 9:00:00: InstallFiles. Return value 3.'];
    const log = Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`, 'utf16le');
    await writeFile(join(temp, 'msiexec.log'), log);
    const { context } = runner([1603]);
    await expect(writeWithMsiexec('x.msi', target, context, pause)).rejects.toMatchObject({ tail: '' });
    const run: typeof context.tools.run = async (...call) => {
      await writeFile(join(temp, 'msiexec.log'), log);
      return context.tools.run(...call);
    };
    const logging = { ...context, tools: { ...context.tools, run } };
    await expect(writeWithMsiexec('x.msi', target, logging, pause)).rejects.toMatchObject({
      message: 'msiexec.exe ended with exit code 1603',
      tail: lines.join('\n'),
      explanation: expect.stringContaining('A fatal error'),
    });
  });

  it('stops when the job is cancelled while it waits', async () => {
    const { context } = runner([1618]);
    const controller = new AbortController();
    const reason = new Error('cancelled');
    const waiting = writeWithMsiexec('x.msi', target, { ...context, signal: controller.signal });
    setTimeout(() => controller.abort(reason), 5);
    await expect(waiting).rejects.toBe(reason);
  });
});

describe('writeWithSetup', () => {
  const forMsi = (): string => `/qn /l*v "${join(temp, 'msiexec.log')}" TARGETDIR="${target}"`;

  it('asks for a silent image, its options for Windows Installer behind /v', async () => {
    const { calls, context } = runner([0]);
    await writeWithSetup('C:\\disc\\setup64.exe', target, context, pause);
    expect(calls).toMatchObject([
      { tool: 'C:\\disc\\setup64.exe', args: ['/S', '/A', '/v', forMsi()], timeLimit: 900_000 },
    ]);
  });

  it('tries with /P what brought nothing without', async () => {
    const { calls, context } = runner([1603, 0]);
    await writeWithSetup('setup.exe', target, context, pause);
    expect(calls.map(({ args }) => args)).toEqual([
      ['/S', '/A', '/v', forMsi()],
      ['/S', '/A', '/P', target, '/v', forMsi()],
    ]);
  });

  it('tells both outcomes when neither brings anything', async () => {
    await expect(
      writeWithSetup('C:\\disc\\setup.exe', target, runner([1603, 0], []).context, pause),
    ).rejects.toMatchObject({
      message: 'setup.exe ended with exit code 0',
      tail: expect.stringMatching(
        /^C:\\disc\\setup\.exe ended with exit code 1603 A fatal error: .*\nsetup\.exe ended .* nothing lies in/,
      ),
      explanation: 'The installer did not unpack itself in any way.',
    });
  });

  it('stops with the error of a cancelled job', async () => {
    const reason = new Error('cancelled');
    const { context } = runner([0]);
    const run = (): Promise<never> => Promise.reject(reason);
    const tools = { ...context.tools, run };
    await expect(writeWithSetup('setup.exe', target, { ...context, tools }, pause)).rejects.toBe(reason);
  });
});
