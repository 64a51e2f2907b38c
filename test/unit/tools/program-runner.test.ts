import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createProgramRunner } from '../../../src/tools/program-runner.ts';
import type { ToolHost } from '../../../src/tools/tool-host.ts';

/** Starts in no time. */
const SHELL = '/bin/sh';

function linux(host: Partial<ToolHost> = {}) {
  return createProgramRunner({
    platform: 'linux',
    env: process.env,
    signal: () => new AbortController().signal,
    ...host,
  });
}

describe('createProgramRunner', () => {
  it('finds a program once, and asks for it again by itself no more', async () => {
    const asked: string[] = [];
    const findInCache = async (name: string): Promise<string> => {
      asked.push(name);
      return SHELL;
    };
    const tools = linux({ env: { PATH: '' }, findInCache });
    expect(await tools.has('tool')).toBe(true);
    expect(await tools.find('tool')).toBe(SHELL);
    expect((await tools.run('tool', ['-c', ''])).exitCode).toBe(0);
    expect(asked).toEqual(['tool']);
  });

  it('says how to install a program that is missing', async () => {
    const tools = linux({ env: { PATH: '' } });
    expect(await tools.has('7zz')).toBe(false);
    await expect(tools.run('7zz', [])).rejects.toMatchObject({
      code: 'tool-missing',
      message: 'The program 7zz was not found on PATH or in the tool cache',
      hint: 'Install it: apt-get install 7zip (Debian, Ubuntu), or put 7zz on PATH.',
    });
  });

  it('says where a program of Windows was looked for', async () => {
    const tools = linux({ platform: 'win32', env: { SystemRoot: 'X:\\W' } });
    await expect(tools.find('dism.exe')).rejects.toMatchObject({
      code: 'tool-missing',
      message: 'The program X:\\W\\System32\\dism.exe is not there',
    });
  });

  it('tells the command line before the program starts, and nothing once cancelled', async () => {
    const lines: string[] = [];
    let signal = new AbortController().signal;
    const tools = linux({ signal: () => signal, onCommand: (line) => lines.push(line) });
    await tools.run(SHELL, ['-c', '']);
    expect(lines).toEqual([`${SHELL} -c `]);
    const reason = new Error('cancelled');
    signal = AbortSignal.abort(reason);
    await expect(tools.run(SHELL, ['-c', ''])).rejects.toBe(reason);
    expect(lines.length).toBe(1);
    signal = new AbortController().signal;
    expect((await tools.run(SHELL, ['-c', ''])).exitCode).toBe(0);
  });
});

describe('a time limit', () => {
  it('ends a program that takes longer, and says so', async () => {
    const started = performance.now();
    await expect(linux().run(SHELL, ['-c', 'sleep 60'], { timeLimit: 1 })).rejects.toMatchObject({
      message: '/bin/sh was ended by a time limit',
      explanation: 'It had not ended after 0 s, and was ended with all that it had started.',
    });
    expect(performance.now() - started).toBeLessThan(50_000);
  });

  it('is nothing to one that ends before, and to a job that is cancelled', async () => {
    expect((await linux().run(SHELL, ['-c', 'echo x'], { timeLimit: 600_000 })).stdout).toBe('x\n');
    await expect(linux().run(SHELL, ['-c', 'exit 3'], { timeLimit: 600_000 })).rejects.toMatchObject({ exitCode: 3 });
    const controller = new AbortController();
    const running = linux({ signal: () => controller.signal }).run(SHELL, ['-c', 'sleep 60'], { timeLimit: 600_000 });
    const reason = new Error('cancelled');
    setTimeout(() => controller.abort(reason), 20);
    await expect(running).rejects.toBe(reason);
  });
});

describe('createProgramRunner on Windows', () => {
  /** Every program prints these bytes. */
  function windows(answers: Readonly<Record<string, Buffer>>, oemCodePage?: number) {
    const started: string[] = [];
    const spawn = ((file: string, args: string[]) => {
      started.push([file, ...args].join(' '));
      const child = Object.assign(new EventEmitter(), { pid: 1, stdout: new PassThrough(), stderr: new PassThrough() });
      const all = Object.assign(child, { stdio: [null, child.stdout, child.stderr] });
      const name = Object.keys(answers).find((key) => file.includes(key));
      child.stdout.end(answers[name ?? '']);
      child.stdout.once('end', () => {
        all.emit('exit', name === undefined ? 1 : 0, null);
        all.emit('close', name === undefined ? 1 : 0, null);
      });
      return all;
    }) as unknown as NonNullable<ToolHost['spawn']>;
    const tools = createProgramRunner({
      platform: 'win32',
      env: {},
      signal: () => new AbortController().signal,
      findInCache: async (name) => `C:\\cache\\${name}.exe`,
      spawn,
      ...(oemCodePage !== undefined && { oemCodePage }),
    });
    return { tools, started };
  }
  const REG = 'C:\\Windows\\System32\\reg.exe query HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage /v OEMCP';

  it('asks the registry once for the code page of the console', async () => {
    const { tools, started } = windows({
      reg: Buffer.from('\r\n    OEMCP    REG_SZ    850\r\n'),
      tool: Buffer.from([0xd5]),
    });
    expect((await tools.run('tool', [])).stdout).toBe('ı');
    expect((await tools.run('tool', [])).stdout).toBe('ı');
    expect(started).toEqual([REG, 'C:\\cache\\tool.exe', 'C:\\cache\\tool.exe']);
  });

  it('asks for nothing when it is told, or when the output is in another encoding', async () => {
    const { tools, started } = windows({ tool: Buffer.from([0xd5]) }, 858);
    expect((await tools.run('tool', [])).stdout).toBe('€');
    expect(started).toEqual(['C:\\cache\\tool.exe']);
    const other = windows({ tool: Buffer.from('ä') });
    expect((await other.tools.run('tool', [], { encoding: 'utf-8' })).stdout).toBe('ä');
    expect(other.started).toEqual(['C:\\cache\\tool.exe']);
  });

  it('takes the page of the first PC when the registry does not answer', async () => {
    const { tools, started } = windows({ tool: Buffer.from([0xd5]) });
    expect((await tools.run('tool', [])).stdout).toBe('╒');
    expect(started[0]).toBe(REG);
  });
});
