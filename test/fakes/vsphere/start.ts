/** Starts the vSphere double on a free loopback port. It ends with close(), or with the process that started it. */

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { VsphereAccount, VspherePlan, VsphereTrait } from './plan.ts';
import type { VsphereCalls, VsphereState, VsphereStorage } from './state.ts';

const BIN = join(import.meta.dirname, '../../../.cache/bin');

export interface VsphereOptions {
  readonly api?: 'vcenter' | 'esxi';
  /** Another build of the double. */
  readonly program?: string;
  /** govmomi's simulator as it comes, to cross-check with; the other options are the double's. */
  readonly plain?: boolean;
  readonly username?: string;
  readonly password?: string;
  /** Hosts outside of the cluster, which make the default resource pool ambiguous. */
  readonly standaloneHosts?: number;
  /** Milliseconds from power-on to running Tools. */
  readonly toolsDelay?: number;
  readonly toolsOff?: boolean;
  /** Milliseconds that a snapshot hangs which fails to quiesce: five minutes in life. */
  readonly quiesceHang?: number;
  /** Milliseconds that any quiesced snapshot takes. */
  readonly snapshotDelay?: number;
  /** Milliseconds of silence after which a lease dies. */
  readonly leaseTimeout?: number;
  /** Milliseconds that the VM of a lease takes to be made. */
  readonly createDelay?: number;
  /** Milliseconds that a lease stays initializing while its VM is there already. */
  readonly leaseDelay?: number;
  /** Files of a lease go to an address with a certificate of its own, for which the device URLs vouch like this. */
  readonly dataHost?: 'thumbprint' | 'certificate' | 'wrong' | 'nothing' | 'down';
  /** A network of NSX beside the others. */
  readonly nsx?: boolean;
  /** No /api, as before vCenter 7.0 U2. */
  readonly oldRest?: boolean;
  /** Milliseconds of silence after which an update session of a library ends. */
  readonly updateTimeout?: number;
  /** Bytes per second of uploads. */
  readonly uploadRate?: number;
  /** A file that takes the text of all that is asked, but for files and what proves who asks: the password of a login, the account of a guest. */
  readonly transcript?: string;
}

/** What happens to calls of one name. */
export interface VsphereTrouble {
  /** Of a SOAP call, NFC for a file of a lease, Push for one of a library item, Folder for one of a datastore, or REST, whose text is verb and address. */
  readonly method: string;
  /** Only where the request contains this; a space at its end is the end of the address. */
  readonly match?: string;
  /** Passes over the first so many. */
  readonly skip?: number;
  /** How many are hit: one by default, all when negative. */
  readonly count?: number;
  /**
   * A reset is before or after the call was carried out; what is held is so until `release()`; a restart ends all sessions and is away for a
   * while; a cut hangs up; `gone` is what is said of an object that the server does not know any more. With `expire-lease` the lease of a file runs out. What meets a file, does so once the part `at` of it was read.
   */
  readonly do:
    | '503'
    | 'reset-before'
    | 'reset-after'
    | 'hold-before'
    | 'hold-after'
    | 'end-session'
    | 'restart'
    | 'expire-lease'
    | 'cut'
    | 'refuse'
    | 'gone';
  /** Share of a file that is read before, 0 to 1. */
  readonly at?: number;
  /** Milliseconds that a restart takes; default 1500. */
  readonly for?: number;
}

/** How quiescing fails, in place of what the disk would make of it. */
export interface VsphereSituation {
  readonly fault: { readonly type: string; readonly keys?: readonly string[]; readonly message: string };
  /** What the guest reported, oldest first. */
  readonly events?: readonly string[];
  /** How long the task took by the server's account; the wait is scaled. */
  readonly durationMs?: number;
}

/** How the disks of a VM look from outside; the empty one is a thin disk on VMFS. What a shape refuses, the real thing is said to refuse. */
export type DiskShape =
  | ''
  /** A snapshot or linked clone. */
  | 'delta'
  | 'rdm'
  /** Objects on vSAN: the descriptor names no file. */
  | 'vsan'
  | 'encrypted'
  /** The descriptor names a file that is not there. */
  | 'missing'
  /** 403 and 401, as without the privilege. */
  | 'forbidden'
  | 'unauthorized'
  /** Requests for a part are answered with the whole. */
  | 'whole'
  /** Another part is sent than was asked for. */
  | 'shifted'
  /** ExportVm is refused, though it is no template. */
  | 'unexportable';

export interface Vsphere {
  /** host:port */
  readonly server: string;
  readonly username: string;
  readonly password: string;
  /** SHA-256 of the certificate, colon-separated hex. */
  readonly thumbprint: string;
  readonly sha1Thumbprint: string;
  state(): Promise<VsphereState>;
  /** How many tasks are under way. */
  tasks(): Promise<number>;
  /** How the disks of that VM look from now on. */
  shape(vm: string, as: DiskShape): Promise<void>;
  /** Lets ExportVm take templates, which the real one is said not to. */
  exportTemplates(): Promise<void>;
  storage(): Promise<VsphereStorage>;
  /** Beside those that are left; without any these end. */
  disturb(...troubles: readonly VsphereTrouble[]): Promise<void>;
  /** In place of what was set before; what was demanded is forgotten. */
  account(account: VsphereAccount): Promise<void>;
  /** Privileges that calls have needed since the account was set, granted or not. */
  demanded(): Promise<readonly string[]>;
  /** Holds for every quiesced snapshot to come; null ends it. */
  play(situation: VsphereSituation | null): Promise<void>;
  plan(plan: VspherePlan): Promise<void>;
  /** In place of those that the machine has. */
  traits(vm: string, traits: readonly VsphereTrait[]): Promise<void>;
  calls(): Promise<VsphereCalls>;
  /** Lets go what is held. */
  release(): Promise<void>;
  close(): Promise<void>;
}

export async function startVsphere(options: VsphereOptions = {}): Promise<Vsphere> {
  const username = options.username ?? 'administrator@vsphere.local';
  const password = options.password ?? 'Only-f0r-<tests>&"ü"';
  const child = spawn(
    options.program ?? join(BIN, options.plain ? 'vcsim' : 'fake-vsphere'),
    flags(options, username),
    {
      // Its standard input is what ties it to this process: when that closes, it ends.
      stdio: ['pipe', 'pipe', process.env.FAKE_VSPHERE_LOG === undefined ? 'ignore' : 'inherit'],
      env: { ...process.env, FAKE_VSPHERE_PASSWORD: password, FAKE_VSPHERE_TRANSCRIPT: options.transcript ?? '' },
    },
  );
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const line = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the vSphere double ended with ${code} before it listened`)));
    createInterface({ input: child.stdout }).once('line', resolve);
  });
  const { server, thumbprint, sha1 } = JSON.parse(line) as { server: string; thumbprint: string; sha1: string };
  return {
    server,
    username,
    password,
    thumbprint,
    sha1Thumbprint: sha1,
    state: () => ask<VsphereState>(server, 'state'),
    tasks: async () => (await ask<{ running: number }>(server, 'tasks')).running,
    shape: (vm, as) => ask(server, 'storage', { vm, as }),
    exportTemplates: () => ask(server, 'storage', { exportTemplates: true }),
    storage: () => ask(server, 'storage'),
    disturb: (...troubles) => ask(server, 'faults', troubles),
    account: (account) => ask(server, 'account', account),
    demanded: async () => (await ask<{ demanded: readonly string[] }>(server, 'account')).demanded,
    play: (situation) => ask(server, 'situation', situation),
    plan: (plan) => ask(server, 'plan', plan),
    traits: (vm, traits) => ask(server, 'traits', { vm, traits }),
    calls: () => ask(server, 'calls'),
    release: () => ask(server, 'release', null),
    close: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

function flags(options: VsphereOptions, username: string): string[] {
  const list = ['-api', options.api ?? 'vcenter', '-username', username];
  if (options.plain) return [...list, '-vm', '0', '-standalone-host', '0'];
  if (options.oldRest) list.push('-old-rest');
  if (options.nsx) list.push('-nsx');
  if (options.toolsOff) list.push('-tools-off');
  if (options.dataHost !== undefined) list.push('-data-host', options.dataHost);
  if (options.standaloneHosts !== undefined) list.push('-standalone-hosts', String(options.standaloneHosts));
  if (options.uploadRate !== undefined) list.push('-upload-rate', String(options.uploadRate));
  const times = {
    '-tools-delay': options.toolsDelay,
    '-quiesce-hang': options.quiesceHang,
    '-snapshot-delay': options.snapshotDelay,
    '-lease-timeout': options.leaseTimeout,
    '-create-delay': options.createDelay,
    '-lease-delay': options.leaseDelay,
    '-update-timeout': options.updateTimeout,
  };
  for (const [flag, value] of Object.entries(times)) if (value !== undefined) list.push(flag, `${value}ms`);
  return list;
}

/** @param body sent by POST when there is one */
async function ask<T>(server: string, what: string, body?: unknown): Promise<T> {
  const { request } = await import('node:https');
  return new Promise((resolve, reject) => {
    request(
      `https://${server}/fake/${what}`,
      { rejectUnauthorized: false, method: body === undefined ? 'GET' : 'POST' },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          if (response.statusCode !== 200) reject(new Error(`/fake/${what}: ${response.statusCode} ${text}`));
          else resolve((text === '' ? undefined : JSON.parse(text)) as T);
        });
      },
    )
      .once('error', reject)
      .end(body === undefined ? undefined : JSON.stringify(body));
  });
}
