import { EventEmitter } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ToolError } from '../../../src/errors.ts';
import { type TreeHost, treeHost } from '../../../src/tools/end-tree.ts';
import { runProgram } from '../../../src/tools/run-program.ts';
import type { StartedProgram, ToolHost } from '../../../src/tools/tool-host.ts';
import type { ToolOptions, ToolOutput } from '../../../src/tools/tool-runner.ts';

const NODE = process.execPath;
const forever = new AbortController().signal;

let work: string;
beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'stillframe-run-'));
});
afterEach(() => rm(work, { recursive: true, force: true }));

interface Settings {
  readonly options?: ToolOptions;
  readonly signal?: AbortSignal;
  readonly host?: Partial<ToolHost>;
}

function start(path: string, args: readonly string[], { options = {}, signal = forever, host = {} }: Settings = {}) {
  const full: ToolHost = { platform: 'linux', env: process.env, signal: () => signal, ...host };
  return runProgram({ tool: basename(path), path, args, options, signal, codePage: undefined }, full, treeHost(full));
}

/** Starts quickly, unlike Node. */
const sh = (script: string, settings?: Settings): Promise<ToolOutput> => start('/bin/sh', ['-c', script], settings);
const node = (script: string, settings?: Settings): Promise<ToolOutput> => start(NODE, ['-e', script], settings);

describe('runProgram', () => {
  it('gives both outputs and the exit code', async () => {
    expect(await sh('echo "a ä"; echo b >&2')).toEqual({
      exitCode: 0,
      stdout: 'a ä\n',
      stderr: 'b\n',
    });
  });

  it('decodes a character that comes in two parts, in the whole and in its line', async () => {
    const lines: string[] = [];
    const script = "printf '\\303'; sleep 0.1; printf '\\244\\n'";
    const { stdout } = await sh(script, { options: { onLine: (line) => lines.push(line) } });
    expect([stdout, lines]).toEqual(['ä\n', ['ä']]);
  });

  it('decodes as told', async () => {
    const script = "printf '\\224'";
    expect((await sh(script, { options: { encoding: 'oem' } })).stdout).toBe('ö');
    expect((await sh(script)).stdout).toBe('\ufffd');
  });

  it('runs in the folder it is told, with what is added to the environment', async () => {
    const { stdout } = await sh('echo "$(pwd) $ADDED $GIVEN"', {
      options: { cwd: work, env: { ADDED: 'x' } },
      host: { env: { GIVEN: 'y' } },
    });
    expect(stdout).toBe(`${work} x y\n`);
  });

  it('tells when a program starts and when it has ended, with what it takes to end it later', async () => {
    const told: [string, StartedProgram][] = [];
    const host = {
      onStart: (program: StartedProgram) => told.push(['start', program]),
      onEnd: (program: StartedProgram) => told.push(['end', program]),
    };
    const { stdout } = await sh('echo $$', { host });
    await expect(sh('exit 3', { host })).rejects.toThrow('exit code 3');
    expect(told.map(([what]) => what)).toEqual(['start', 'end', 'start', 'end']);
    expect(told[0]?.[1]).toEqual({
      pid: Number(stdout),
      started: expect.stringMatching(/^\d+$/),
      commandLine: 'sh -c echo $$',
    });
    expect(told[1]?.[1]).toBe(told[0]?.[1]);
  });

  it('throws with the tail of standard error, else of standard output, and the explanation of the code', async () => {
    const script = 'i=0; while [ $i -lt 16 ]; do echo $i >&2; i=$((i + 1)); done; echo x; exit 139';
    const failed = await sh(script).catch((error: unknown) => error);
    expect(failed).toMatchObject({
      exitCode: 139,
      message: 'sh ended with exit code 139',
      tail: '1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15',
      explanation: expect.stringContaining('MAGLEV'),
    });
    await expect(sh('echo on stdout; exit 1')).rejects.toMatchObject({
      tail: 'on stdout',
      explanation: undefined,
    });
  });

  it('takes blanks on standard error for no word of it', async () => {
    await expect(sh('echo on stdout; echo " " >&2; exit 1')).rejects.toMatchObject({ tail: 'on stdout' });
  });

  it('tells lines as they come, however they end, and the last one at the end', async () => {
    const lines: string[] = [];
    const onLine = (line: string): void => void lines.push(line);
    await sh("printf 'a\\r\\nb\\rc\\n\\nd'", { options: { onLine } });
    expect(lines).toEqual(['a', 'b', 'c', '', 'd']);
    lines.length = 0;
    await sh("printf 'a\\n'", { options: { onLine } });
    expect(lines).toEqual(['a']);
  });

  it('hands over its input, and nothing where there is none', async () => {
    expect((await sh('cat', { options: { input: 'abc' } })).stdout).toBe('abc');
    expect((await sh('cat', { options: { input: Buffer.from([0xc3, 0xa4]) } })).stdout).toBe('ä');
    expect((await sh('cat')).stdout).toBe('');
  });

  it('takes the exit codes it is told for success, and then zero no longer', async () => {
    expect((await sh('exit 7', { options: { okExitCodes: [0, 7] } })).exitCode).toBe(7);
    await expect(sh('', { options: { okExitCodes: [7] } })).rejects.toMatchObject({ exitCode: 0 });
  });

  it('names the signal that ended the program', async () => {
    await expect(sh('kill -KILL $$')).rejects.toMatchObject({
      exitCode: null,
      message: 'sh was ended by SIGKILL',
      explanation: expect.stringContaining('memory'),
    });
  });

  it('says that a program did not start', async () => {
    const host: ToolHost = { platform: 'linux', env: {}, signal: () => forever };
    const run = { tool: 'x', path: join(work, 'none'), args: [], options: {}, signal: forever, codePage: undefined };
    const error = await runProgram(run, host, treeHost(host)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ToolError);
    expect(error).toMatchObject({
      message: 'x did not run',
      explanation: `The program ${join(work, 'none')} could not be started.`,
      cause: { code: 'ENOENT' },
    });
  });

  it('bears a program that does not read its input', async () => {
    const input = Buffer.alloc(2 ** 20);
    expect((await sh('exec <&-; sleep 0.1', { options: { input } })).exitCode).toBe(0);
  });

  it('starts nothing for a signal that has come already', async () => {
    const reason = new Error('cancelled');
    const started: StartedProgram[] = [];
    const host = { onStart: (program: StartedProgram) => started.push(program) };
    await expect(sh('', { signal: AbortSignal.abort(reason), host })).rejects.toBe(reason);
    expect(started).toEqual([]);
  });

  it('gives up the pipes that a grandchild holds, a second after the program has ended', async () => {
    const { stdout } = await sh('sleep 600 & echo $!');
    expect(stdout).toMatch(/^\d+\n$/);
    // It lives: a program that ends as it should may leave a service behind.
    expect(process.kill(Number(stdout), 'SIGKILL')).toBe(true);
  });

  it('ends with the signal though the program is deaf and a grandchild holds its pipes, and leaves none of them', async () => {
    const beat = join(work, 'beat');
    await writeFile(
      join(work, 'grand.cjs'),
      `process.on('SIGTERM', () => {}); let n = 0;
       setInterval(() => require('node:fs').writeFileSync(${JSON.stringify(beat)}, String(++n)), 50)`,
    );
    const script = `process.on('SIGTERM', () => {});
      require('node:child_process').spawn(process.execPath, [${JSON.stringify(join(work, 'grand.cjs'))}], { stdio: 'inherit', detached: true });
      console.log('ready'); setInterval(() => {}, 1000)`;
    const controller = new AbortController();
    const reason = new Error('cancelled');
    const running = node(script, { signal: controller.signal }).catch((error: unknown) => error);
    while ((await readFile(beat, 'utf8').catch(() => '')) === '') await new Promise((done) => setTimeout(done, 20));
    controller.abort(reason);
    expect(await running).toBe(reason);
    // On a busy machine the end of the last one may come a little later; that it comes is the point.
    for (let last = ''; ; ) {
      const now = await readFile(beat, 'utf8');
      if (now === last) break;
      last = now;
      await new Promise((done) => setTimeout(done, 500));
    }
  });
});

/** A program of Windows that does as the test says. */
class FakeChild extends EventEmitter {
  readonly pid = 4711;
  readonly stdout = new PassThrough();
  readonly stderr = new PassThrough();
  readonly stdio = [null, this.stdout, this.stderr];
  readonly killed: string[] = [];
  readonly unref = (): void => {};
  kill(): boolean {
    this.killed.push('kill');
    return true;
  }
  end(code: number): void {
    this.emit('exit', code, null);
    this.emit('close', code, null);
  }
}

describe('runProgram on Windows', () => {
  function start(options: ToolOptions, { signal = forever, path = 'C:\\a b\\x.exe', taskkill = async () => {} } = {}) {
    const child = new FakeChild();
    const calls: unknown[][] = [];
    const asked: (readonly string[])[] = [];
    const host: ToolHost = {
      platform: 'win32',
      env: { SystemRoot: 'C:\\Windows' },
      signal: () => signal,
      spawn: ((...call: unknown[]) => {
        calls.push(call);
        return child;
      }) as unknown as NonNullable<ToolHost['spawn']>,
    };
    const trees: TreeHost = {
      ...treeHost(host),
      taskkill: async (args) => {
        asked.push(args);
        await taskkill();
      },
    };
    const run = { tool: 'dism.exe', path, args: ['/a', 'b c'], options, signal, codePage: 850 };
    const result = runProgram(run, host, trees).catch((error: unknown) => error);
    return { child, calls, asked, result };
  }

  it('starts hidden, in no group of its own, with nothing inherited', async () => {
    const { child, calls, result } = start({});
    child.end(0);
    await result;
    expect(calls).toEqual([
      [
        'C:\\a b\\x.exe',
        ['/a', 'b c'],
        {
          cwd: undefined,
          env: { SystemRoot: 'C:\\Windows' },
          stdio: ['ignore', 'pipe', 'pipe'],
          windowsHide: true,
          windowsVerbatimArguments: false,
          detached: false,
        },
      ],
    ]);
  });

  it('hands arguments on as they are when told, and batch files to cmd.exe', async () => {
    const verbatim = start({ quoting: 'verbatim' });
    verbatim.child.end(0);
    await verbatim.result;
    expect(verbatim.calls[0]?.[2]).toMatchObject({ windowsVerbatimArguments: true });
    const batch = start({}, { path: 'C:\\x.cmd' });
    batch.child.end(0);
    await batch.result;
    expect(batch.calls[0]?.slice(0, 2)).toEqual([
      'C:\\Windows\\System32\\cmd.exe',
      ['/d', '/e:on', '/v:off', '/s', '/c', '""C:\\x.cmd" "/a" "b c""'],
    ]);
  });

  it('decodes from the code page of the console unless told otherwise', async () => {
    const { child, result } = start({});
    child.stdout.write(Buffer.from([0xd5]));
    await new Promise((done) => setImmediate(done));
    child.end(0);
    expect(await result).toMatchObject({ stdout: 'ı' });
    const told = start({ encoding: 'utf-8' });
    told.child.stdout.write('ä');
    await new Promise((done) => setImmediate(done));
    told.child.end(0);
    expect(await told.result).toMatchObject({ stdout: 'ä' });
  });

  it.each([0x800f081e, 0x800f081e | 0])('brings the exit code %d to one form', async (exitCode) => {
    const { child, result } = start({});
    child.end(exitCode);
    expect(await result).toMatchObject({
      exitCode: 0x800f081e,
      message: 'dism.exe ended with exit code 0x800f081e',
      explanation: expect.stringContaining('not applicable'),
    });
    const accepted = start({ okExitCodes: [0x800f081e] });
    accepted.child.end(exitCode);
    expect(await accepted.result).toMatchObject({ exitCode: 0x800f081e });
  });

  it('ends the tree by taskkill, and the program itself in any case', async () => {
    const controller = new AbortController();
    const reason = new Error('cancelled');
    const { child, asked, result } = start(
      {},
      {
        signal: controller.signal,
        taskkill: async () => {
          throw new Error('it is not there');
        },
      },
    );
    controller.abort(reason);
    expect(await result).toBe(reason);
    expect(asked).toEqual([['/PID', '4711', '/T', '/F']]);
    expect(child.killed).toEqual(['kill']);
    expect(child.stdout.destroyed).toBe(true);
  });

  it('does not wait for a taskkill that hangs', async () => {
    const controller = new AbortController();
    const reason = new Error('cancelled');
    const { result } = start({}, { signal: controller.signal, taskkill: () => new Promise(() => {}) });
    controller.abort(reason);
    expect(await result).toBe(reason);
  });
});
