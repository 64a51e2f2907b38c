import { spawn } from 'node:child_process';
import { hasSubscribers } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runUserCommand } from '../../../src/runner/user-command.ts';
import { parseProcStat, readLinuxProcesses } from '../../../src/tools/process-table.ts';

const signal = new AbortController().signal;
const run = (script: string, input = '') =>
  runUserCommand('sign-command', `"${process.execPath}" -e "${script}"`, Buffer.from(input), signal);

describe('runUserCommand', () => {
  it('gives bytes as they are, and what goes to standard error apart', async () => {
    const script = 'process.stdout.write(Buffer.from([255, 0])); process.stderr.write(String(process.argv.length))';
    expect(await run(script)).toEqual({ exitCode: 0, stdout: Buffer.from([255, 0]), stderr: '1' });
  });

  it('hands over the input, and an exit code without an error', async () => {
    const script = "process.stdin.on('data', (data) => process.stdout.write(data)).on('end', () => process.exit(7))";
    expect(await run(script, 'abc')).toEqual({ exitCode: 7, stdout: Buffer.from('abc'), stderr: '' });
  });

  it('takes no harm from a command that does not read its input', async () => {
    // More than a pipe holds: its end is met while the input is written.
    expect(await run('process.exit(7)', 'x'.repeat(2 ** 20))).toEqual({
      exitCode: 7,
      stdout: Buffer.alloc(0),
      stderr: '',
    });
    expect(hasSubscribers('child_process')).toBe(false);
  });

  it('says that a command did not start', async () => {
    const running = runUserCommand('sign-command', 'stillframe-no-such-program x', Buffer.alloc(0), signal);
    await expect(running).rejects.toMatchObject({
      name: 'ToolError',
      message: 'sign-command did not run',
      explanation: expect.stringMatching(
        /^The command of sign-command could not be started: Unable to locate .*stillframe-no-such-program/,
      ),
      tail: expect.stringMatching(/^Unable to locate/),
      cause: expect.any(Error),
    });
  });

  it('starts nothing once cancelled', async () => {
    const reason = new Error('cancelled');
    const running = runUserCommand('sign-command', 'true', Buffer.alloc(0), AbortSignal.abort(reason));
    await expect(running).rejects.toBe(reason);
  });

  // In a process of its own, because all its children are ended.
  it.each([
    ['when the job is cancelled', 'abort', 'cancelled'],
    ['when it does not end in time', 'wait', 'timeout: The command of sign-command did not end within 0 minutes'],
  ])('ends the command with what it started %s', async (_, how, says) => {
    const folder = await mkdtemp(join(tmpdir(), 'stillframe-command-'));
    const module = new URL('../../../src/runner/user-command.ts', import.meta.url).href;
    // Of this run alone: what another has left is none of it.
    const mark = `${basename(folder)}-mark`;
    await writeFile(
      join(folder, 'main.ts'),
      `import { runUserCommand } from ${JSON.stringify(module)};
       import { existsSync } from 'node:fs';
       const controller = new AbortController();
       const started = ${JSON.stringify(join(folder, 'started'))};
       const timer = setInterval(() => {
         if (!existsSync(started)) return;
         clearInterval(timer);
         if (${JSON.stringify(how)} === 'abort') controller.abort(new Error('cancelled'));
       }, 20);
       const command = ${JSON.stringify(`sh -c "touch ${join(folder, 'started')}; sh -c 'sleep 120; : ${mark}'; :"`)};
       const limit = ${JSON.stringify(how)} === 'abort' ? 600000 : 2000;
       await runUserCommand('sign-command', command, Buffer.alloc(0), controller.signal, limit).catch((error) => {
         console.log((error.code ? error.code + ': ' : '') + error.message);
       });
       process.exit(0);`,
    );
    const child = spawn(process.execPath, [join(folder, 'main.ts')], { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    await once(child, 'close');
    expect(text).toBe(`${says}\n`);
    expect(await commandLinesWith(mark)).toEqual([]);
    await rm(folder, { recursive: true, force: true });
  });
});

async function commandLinesWith(mark: string): Promise<string[]> {
  const { readFile } = await import('node:fs/promises');
  const found: string[] = [];
  for (const { pid } of await readLinuxProcesses()) {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    const stat = parseProcStat(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''));
    if (line.includes(mark) && stat && !stat.zombie) found.push(line);
  }
  return found;
}
