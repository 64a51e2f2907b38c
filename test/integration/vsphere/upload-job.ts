/** OVAs to upload and two ways to upload them: main in this process, or the whole action in one of its own that can be killed. */

import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UploadEsxiInputs } from '../../../actions/upload-esxi/inputs.ts';
import type { Context } from '../../../src/context.ts';
import { openDisk } from '../../../src/disk/open-disk.ts';
import type { OvaOptions } from '../../../src/ova/write-ova.ts';
import { writeOva } from '../../../src/ova/write-ova.ts';
import { bundleEntry } from '../../fakes/runner/run-bundle.ts';
import type { Vsphere } from '../../fakes/vsphere/start.ts';
import { MACHINE } from '../../unit/ova/machine.ts';

export async function makeFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'stillframe-upload-'));
}

/** An OVA of a disk with that many bytes that do not compress. */
export async function makeOva(
  folder: string,
  name: string,
  bytes: number,
  options: Partial<OvaOptions> = {},
): Promise<string> {
  const disk = join(folder, `${name}.raw`);
  const file = await open(disk, 'w');
  await file.truncate(Math.max(bytes, 2 ** 20) + 2 ** 20);
  await file.write(randomBytes(bytes), 0, bytes, 2 ** 20);
  await file.close();
  const source = await openDisk(disk);
  const ova = join(folder, `${name}.ova`);
  try {
    await writeOva(source, ova, {
      vm: { ...MACHINE, name },
      level: 1,
      manifest: 'sha256',
      modified: 315_532_800,
      signal: new AbortController().signal,
      ...options,
    });
  } finally {
    await source.close();
    await rm(disk);
  }
  return ova;
}

/** Inputs as readInputs gives them, for a template of that OVA in the double. */
export function inputsFor(vsphere: Vsphere, ova: string, more: Partial<UploadEsxiInputs> = {}): UploadEsxiInputs {
  const { server, username, password, thumbprint } = vsphere;
  return {
    ova,
    server,
    username,
    password,
    tls: { thumbprint },
    name: 'ws2019-std',
    placement: {
      datacenter: undefined,
      datastore: undefined,
      folder: undefined,
      resourcePool: undefined,
      host: undefined,
    },
    networks: new Map([['*', 'VM Network']]),
    diskProvisioning: 'thin',
    as: 'template',
    run: 'run1',
    ifExists: 'fail',
    library: undefined,
    viaLibrary: undefined,
    ...more,
  };
}

export interface TestContext extends Context {
  readonly lines: readonly string[];
}

export function makeContext(signal: AbortSignal = new AbortController().signal): TestContext {
  const lines: string[] = [];
  const add = (line: string): void => {
    lines.push(line);
  };
  return {
    lines,
    signal,
    temp: tmpdir(),
    log: { info: add, warning: add, debug: () => {}, group: (_title, body) => body() },
    tools: {
      find: () => Promise.reject(new Error('uploading needs no program')),
      has: () => Promise.resolve(false),
      run: () => Promise.reject(new Error('uploading needs no program')),
    },
    onCleanup: () => () => {},
    hold: () => () => {},
    rehold: () => {},
  };
}

export interface Job {
  readonly child: ChildProcess;
  /** Everything it printed so far. */
  printed(): string;
  /** Resolves with the exit code, or null after a signal. */
  readonly ended: Promise<number | null>;
  /** What GITHUB_OUTPUT holds. */
  outputs(): Promise<string>;
}

/** Starts the action as a runner would, from its bundle. */
export async function startJob(
  folder: string,
  inputs: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>> = {},
): Promise<Job> {
  const temp = await mkdtemp(join(folder, 'job-'));
  const output = join(temp, 'output');
  await (await open(output, 'w')).close();
  const variables = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const child = spawn(process.execPath, [bundleEntry('upload-esxi')], {
    env: { ...process.env, ...Object.fromEntries(variables), GITHUB_OUTPUT: output, RUNNER_TEMP: temp, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  }
  return {
    child,
    printed: () => text,
    ended: new Promise((resolve) => child.once('close', (code) => resolve(code))),
    outputs: () => readFile(output, 'utf8'),
  };
}

/** Far longer than anything takes, as tests run side by side. */
const UNTIL_MS = 120_000;

/** Waits until that is true, asking often. */
export async function until(what: string, probe: () => Promise<boolean> | boolean): Promise<void> {
  for (const since = Date.now(); Date.now() - since < UNTIL_MS; ) {
    if (await probe()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${what} did not happen within ${UNTIL_MS / 1000} s`);
}
