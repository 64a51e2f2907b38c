import { describe, expect, it } from 'vitest';
import { ToolError } from '../../../src/errors.ts';
import { createToolRunner } from '../../../src/runner/tools.ts';

const NODE = process.execPath;
const tools = createToolRunner(new AbortController().signal);

describe('createToolRunner', () => {
  it('passes arguments through no shell, and gives output and exit code', async () => {
    const args = ['a b', '$HOME', '"quoted"', '; rm -rf x', ''];
    const { stdout, exitCode } = await tools.run(NODE, [
      '-e',
      'console.log(JSON.stringify(process.argv.slice(1)))',
      ...args,
    ]);
    expect(JSON.parse(stdout)).toEqual(args);
    expect(exitCode).toBe(0);
  });

  it('feeds standard input and environment', async () => {
    const script = 'process.stdin.on("data", (data) => process.stdout.write(process.env.STILLFRAME_X + data))';
    expect((await tools.run(NODE, ['-e', script], { input: 'in', env: { STILLFRAME_X: 'x' } })).stdout).toBe('xin');
  });

  it('tells lines as they come, progress bars and an unfinished last line included', async () => {
    const lines: string[] = [];
    await tools.run(NODE, ['-e', 'process.stdout.write("one\\ntwo\\rthree\\r\\nrest")'], {
      onLine: (line) => lines.push(line),
    });
    expect(lines).toEqual(['one', 'two', 'three', 'rest']);
  });

  it('throws a ToolError with the tail of standard error, unless the exit code is one of those expected', async () => {
    const args = ['-e', 'for (let i = 0; i < 100; i++) console.error("line " + i); process.exit(3)'];
    const error = await tools.run(NODE, args).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ToolError);
    expect(error).toMatchObject({ exitCode: 3, tail: expect.stringMatching(/^line 85\n[\s\S]*line 99$/) });
    expect((await tools.run(NODE, args, { okExitCodes: [3] })).exitCode).toBe(3);
  });

  it('says how to install a program that is missing', async () => {
    await expect(tools.run('stillframe-no-such-program', [])).rejects.toMatchObject({ code: 'tool-missing' });
    expect(await tools.has('stillframe-no-such-program')).toBe(false);
  });

  it('ends the program when the job is cancelled, with the reason of the cancel', async () => {
    const controller = new AbortController();
    const reason = new Error('cancelled');
    const running = createToolRunner(controller.signal).run(
      NODE,
      ['-e', 'console.log(1); setInterval(() => {}, 1000)'],
      {
        onLine: () => controller.abort(reason),
      },
    );
    await expect(running).rejects.toBe(reason);
  });

  it('starts nothing more once cancelled, but with a signal of its own for the clean-up', async () => {
    let signal = AbortSignal.abort(new Error('cancelled'));
    const runner = createToolRunner(() => signal);
    await expect(runner.run(NODE, ['-e', ''])).rejects.toThrow('cancelled');
    signal = new AbortController().signal;
    expect((await runner.run(NODE, ['-e', ''])).exitCode).toBe(0);
  });
});
