/** Reads the inputs of verify-quiesce: an image, a VM on a server, or both; a template file supplies level and timeout. */

import { resolve } from 'node:path';
import type { Level } from '../../src/check/verdict.ts';
import { LEVELS } from '../../src/check/verdict.ts';
import { UserError } from '../../src/errors.ts';
import { jobFolder } from '../../src/runner/folders.ts';
import { type InputReader, invalidInput, missingInput } from '../../src/runner/inputs.ts';
import { loadTemplate } from '../../src/template/template-file.ts';
import type { TlsOptions } from '../../src/vsphere/wire/trust.ts';

export interface Inputs {
  readonly level: Level;
  readonly image?: string;
  readonly live?: LiveInputs;
}

/** What the live check of one VM needs. */
export interface LiveInputs {
  readonly server: string;
  readonly username: string;
  readonly password: string;
  readonly tls: TlsOptions;
  readonly datacenter: string | undefined;
  /** Managed object id, name or inventory path. */
  readonly vm: string;
  readonly copy: boolean;
  readonly resourcePool: string | undefined;
  /** Name or path of the network the copy is put on; undefined: it starts disconnected. */
  readonly network: string | undefined;
  readonly powerOn: boolean;
  /** Milliseconds. */
  readonly timeout: number;
  /** Absolute path of the folder that keeps the manifest. */
  readonly directory: string;
}

const MINUTE = 60_000;

export async function readInputs(inputs: InputReader): Promise<Inputs> {
  const templateFile = inputs.text('template');
  const template = templateFile === undefined ? undefined : await loadTemplate(templateFile);
  const level = inputs.choice('level', LEVELS) ?? template?.verify.level ?? 'application';
  const image = inputs.text('image');
  // Read in any case, so that what is a secret is registered as one.
  const live = readLive(inputs, template?.verify.timeout);
  if (image === undefined && live === undefined) {
    throw new UserError(
      'input-missing',
      'Neither the input image nor the inputs server and vm are set',
      'Set image to check a disk or an OVA offline, server and vm to prove a VM by a snapshot, or all of them.',
    );
  }
  return { level, ...(image !== undefined && { image }), ...(live && { live }) };
}

function readLive(inputs: InputReader, templateTimeout: number | undefined): LiveInputs | undefined {
  const password = inputs.secret('password');
  const server = inputs.text('server');
  const vm = inputs.text('vm');
  const username = inputs.text('username');
  const thumbprint = inputs.text('thumbprint');
  const caFile = inputs.text('ca-file');
  const insecure = inputs.boolean('insecure') ?? false;
  const datacenter = inputs.text('datacenter');
  const resourcePool = inputs.text('resource-pool');
  const network = inputs.text('network');
  const directory = resolve(inputs.text('directory') ?? jobFolder('verify-quiesce'));
  const powerOn = inputs.boolean('power-on') ?? true;
  const copy = inputs.boolean('copy') ?? true;
  const timeout = inputs.duration('timeout') ?? templateTimeout ?? 15 * MINUTE;
  if (server === undefined && vm === undefined) return undefined;
  if (server === undefined) throw missingInput('server');
  if (vm === undefined) throw missingInput('vm');
  if (username === undefined) throw missingInput('username');
  if (password === undefined) throw missingInput('password');
  if (timeout < 1000)
    throw invalidInput('timeout', `${timeout} ms`, 'Write at least a second; 15 min is what vCenter itself allows.');
  if (copy && !powerOn) {
    throw invalidInput('power-on', 'false', 'A copy is always off at first: leave power-on out, or set copy: false.');
  }
  if (!copy && network !== undefined) {
    throw invalidInput('network', network, 'Only a copy is put on a network: leave network out, or set copy: true.');
  }
  const tls = { thumbprint, caFile, insecure };
  return { server, username, password, tls, datacenter, vm, copy, resourcePool, network, powerOn, timeout, directory };
}
