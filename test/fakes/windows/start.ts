/** Starts the Windows double: a Wine with drives C: and D: in namespaces of its own. It ends with close(), or with the process that started it. */

import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { asRoot } from '../../../scripts/windows/run-quiet.ts';
import { windowsNodePath } from '../../../scripts/windows/windows-node.ts';
import { windowsSevenZipPath } from '../../../scripts/windows/windows-seven-zip.ts';
import { wineRootPath } from '../../../scripts/windows/wine-root.ts';
import { VSPHERE_GUEST } from '../vsphere/build.ts';
import { WINDOWS_PROGRAMS } from './build.ts';
import { followLines } from './follow-lines.ts';

/** Where Node lies on the Windows side. */
export const WINDOWS_NODE = 'C:\\Program Files\\nodejs\\node.exe';

export interface WindowsJob {
  /** A path of the Windows side. */
  readonly program: string;
  readonly args?: readonly string[];
  /** A path of the Windows side (default: D:\). */
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Called with each line that it prints to standard output or error. */
  readonly onLine?: (line: string) => void;
  /** Given the program once it runs: SIGINT is CTRL+C, SIGTERM is CTRL+BREAK, SIGKILL ends the first process alone. */
  readonly onStart?: (process: { kill(signal: NodeJS.Signals): void }) => void;
}

export interface WindowsMachine {
  /** The folder of this machine that is D: over there. */
  readonly folder: string;
  /** @param path below `folder` */
  windowsPath(path: string): string;
  /** @returns the exit code, all 32 bits of it */
  run(job: WindowsJob): Promise<number>;
  /** The tools' doubles that ran so far: what Wine has under their names does not appear here. */
  toolRuns(): Promise<ToolRun[]>;
  /** What is attached, mounted and loaded there now. */
  state(): Promise<WindowsState>;
  /** Has a fault of faults/faults.go happen that often; 0 takes it away. */
  fault(name: string, times: number): Promise<void>;
  /** What the tools speak from now on. */
  speak(language: 'en' | 'de' | 'ru'): Promise<void>;
  /** Which Convert-WindowsImage is installed from now on; that of the gallery is at first. */
  module(variant: 'gallery' | 'hyper' | 'x0nn' | 'mslab' | 'none'): Promise<void>;
  close(): Promise<void>;
}

export interface ToolRun {
  readonly tool: string;
  /** As Windows gave it to the tool. */
  readonly commandLine: string;
  readonly exit: number;
  /** The script of PowerShell, the lines of diskpart. */
  readonly about?: string;
  /** What the double itself failed at. */
  readonly failure?: string;
  /** It was ended from outside. */
  readonly killed?: boolean;
}

export interface WindowsState {
  /** Paths of attached disk images and mounted ISOs, as the double sees them. */
  readonly disks: readonly string[];
  readonly images: readonly string[];
  /** Names of loaded hives. */
  readonly hives: readonly string[];
  /** All letters that are taken. */
  readonly letters: readonly string[];
  /** Names of the machines of Hyper-V. */
  readonly machines: readonly string[];
  /** Faults that have not happened as often as they were asked for. */
  readonly faults: readonly string[];
}

export interface WindowsOptions {
  /** What else is to be seen on D:, by its path there: folders of this machine. */
  readonly show?: Readonly<Record<string, string>>;
  /** 7-Zip is where its installer puts it. */
  readonly sevenZip?: boolean;
}

const ORDERS: Partial<Record<NodeJS.Signals, string>> = { SIGINT: 'ctrl-c', SIGTERM: 'ctrl-break', SIGKILL: 'kill' };

export async function startWindows(options: WindowsOptions = {}): Promise<WindowsMachine> {
  const base = await mkdtemp(join(tmpdir(), 'stillframe-windows-'));
  const [session, folder] = [join(base, 'session'), join(base, 'drive-d')];
  await chmod(base, 0o755);
  await mkdir(session);
  await mkdir(join(folder, 'out'), { recursive: true });
  const shown = Object.entries(options.show ?? {}).map(([where, from]) => `${from}=/d/${where}`);
  const binds = [`${folder}=/d`, `${windowsNodePath()}=/prefix/drive_c/Program Files/nodejs/node.exe`, ...shown];
  if (options.sevenZip === true) binds.push(`${windowsSevenZipPath()}=/prefix/drive_c/Program Files/7-Zip`);
  const flags = ['-root', wineRootPath(), '-session', session, '-programs', WINDOWS_PROGRAMS, '-drive', 'd=/d'];
  flags.push('-guest', VSPHERE_GUEST);
  const child = spawn(
    ...toSpawn(
      asRoot(join(WINDOWS_PROGRAMS, 'windows-double'), [...flags, ...binds.flatMap((bind) => ['-bind', bind])]),
    ),
    // Its standard input is what ties it to this process: when that closes, it ends.
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const line = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the Windows double ended with ${code} before it listened`)));
    createInterface({ input: child.stdout }).once('line', resolve);
  });
  const { server } = JSON.parse(line) as { server: string };
  let last = 0;
  return {
    folder,
    windowsPath: (path) => `D:\\${relative(folder, path).replaceAll('/', '\\')}`,
    run: (job) => runJob(server, join(folder, 'out', String(++last)), `D:\\out\\${last}`, job),
    toolRuns: async () => {
      const lines = (await readFile(join(base, 'tools.log'), 'utf8')).trimEnd().split('\n');
      return lines.filter((each) => each !== '').map((each) => JSON.parse(each) as ToolRun);
    },
    state: () => ask<WindowsState>(server, 'state'),
    fault: async (name, times) => void (await ask(server, 'fault', { name, times })),
    speak: async (name) => void (await ask(server, 'language', { name })),
    module: async (name) => void (await ask(server, 'module', { name })),
    close: async () => {
      child.stdin.end();
      await exited;
      await rm(base, { recursive: true, force: true });
    },
  };
}

function toSpawn([program, args]: readonly [string, readonly string[]]): [string, string[]] {
  return [program, [...args]];
}

async function runJob(server: string, output: string, windowsOutput: string, job: WindowsJob): Promise<number> {
  // A file, not a pipe: Windows' Node cannot print into a pipe of Wine.
  const { job: number } = await ask<{ job: number }>(server, 'start', {
    program: job.program,
    arguments: job.args ?? [],
    folder: job.folder ?? 'D:\\',
    environment: job.env ?? {},
    output: `${windowsOutput}.out`,
    errors: `${windowsOutput}.err`,
  });
  const onLine = job.onLine ?? (() => {});
  const followed = [followLines(`${output}.out`, onLine), followLines(`${output}.err`, onLine)];
  job.onStart?.({ kill: (signal) => void ask(server, 'order', { job: number, signal: ORDERS[signal] }) });
  try {
    const report = await ask<{ exit: number; error?: string }>(server, 'wait', { job: number });
    if (report.error !== undefined) throw new Error(`${job.program}: ${report.error}`);
    return report.exit;
  } finally {
    for (const each of followed) await each.end();
  }
}

/** @param body sent by POST when there is one */
function ask<T>(server: string, what: string, body?: unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    request(`http://${server}/${what}`, { method: body === undefined ? 'GET' : 'POST', agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        if (response.statusCode === 200) resolve(JSON.parse(text) as T);
        else reject(new Error(`the Windows double, /${what}: ${response.statusCode} ${text}`));
      });
    })
      .once('error', reject)
      .end(body === undefined ? undefined : JSON.stringify(body));
  });
}
