/** Starts external programs for the library: each found once, run without a shell, ended with the action. */

import { ToolError, UserError } from '../errors.ts';
import { treeHost } from './end-tree.ts';
import { findProgram } from './find-program.ts';
import { installHint } from './known-tools.ts';
import { DEFAULT_OEM_PAGE, parseOemCodePage } from './output-encoding.ts';
import { runProgram } from './run-program.ts';
import { systemProgram } from './system-programs.ts';
import type { ToolHost } from './tool-host.ts';
import type { ToolRunner } from './tool-runner.ts';

/** Holds the code page of consoles as `OEMCP`. */
const CODE_PAGES = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage';

export function createProgramRunner(host: ToolHost): ToolRunner {
  const found = new Map<string, Promise<string | undefined>>();
  const trees = treeHost(host);
  let codePage: Promise<number | undefined> | undefined;

  const locate = (tool: string): Promise<string | undefined> => {
    let path = found.get(tool);
    if (!path) {
      path = findProgram(tool, host);
      found.set(tool, path);
    }
    return path;
  };
  const find = async (tool: string): Promise<string> => {
    const path = await locate(tool);
    if (path !== undefined) return path;
    const where = systemProgram(tool, host) ?? 'PATH or in the tool cache';
    throw new UserError(
      'tool-missing',
      where.includes('\\') ? `The program ${where} is not there` : `The program ${tool} was not found on ${where}`,
      installHint(tool, host.platform),
    );
  };

  return {
    find,
    has: async (tool) => (await locate(tool)) !== undefined,
    run: async (tool, args, options = {}) => {
      const path = await find(tool);
      const signal = host.signal();
      signal.throwIfAborted();
      if ((options.encoding ?? 'oem') === 'oem') codePage ??= readCodePage(host);
      const page = await codePage;
      signal.throwIfAborted();
      host.onCommand?.([tool, ...args].join(' '));
      const run = { tool, path, args, options, signal, codePage: page };
      if (options.timeLimit === undefined) return runProgram(run, host, trees);
      const limit = AbortSignal.timeout(options.timeLimit);
      return runProgram({ ...run, signal: AbortSignal.any([signal, limit]) }, host, trees).catch((error: unknown) => {
        throw error === limit.reason && limit.aborted ? tooLong(tool, options.timeLimit ?? 0) : error;
      });
    },
  };
}

function tooLong(tool: string, milliseconds: number): ToolError {
  const waited = `It had not ended after ${Math.round(milliseconds / 1000)} s, and was ended with all that it had started.`;
  return new ToolError(tool, null, waited, waited, { signal: 'a time limit' });
}

/** Digits are the same in every code page, so that this one answer can be read before it is known. */
async function readCodePage(host: ToolHost): Promise<number | undefined> {
  if (host.platform !== 'win32') return undefined;
  if (host.oemCodePage !== undefined) return host.oemCodePage;
  const path = systemProgram('reg', host) ?? 'reg.exe';
  const args = ['query', CODE_PAGES, '/v', 'OEMCP'];
  // Never cancelled: it takes no time, and its answer is kept for the clean-up too.
  const signal = new AbortController().signal;
  const run = { tool: 'reg', path, args, options: {}, signal, codePage: DEFAULT_OEM_PAGE };
  const quiet: ToolHost = {
    platform: host.platform,
    env: host.env,
    signal: () => signal,
    ...(host.spawn && { spawn: host.spawn }),
  };
  const output = await runProgram(run, quiet, treeHost(host)).catch(() => undefined);
  return output && parseOemCodePage(output.stdout);
}
