/** The inputs of bake-template: a candidate on a server, or an image that this machine's Hyper-V starts. */

import { extname, join, resolve } from 'node:path';
import type { Seal } from '../../src/bake/assert-bakeable.ts';
import type { HyperVSettings } from '../../src/bake/hyper-v/machine.ts';
import { UserError } from '../../src/errors.ts';
import { input } from '../../src/job/input.ts';
import { boolean, choice, duration, integer, lines, path, secret, size, text } from '../../src/job/input-types.ts';
import type { Place } from '../../src/job/place.ts';
import type { Reading } from '../../src/job/read-inputs.ts';
import { OF_VM, serverInputsOfVm } from '../../src/job/shared-inputs.ts';
import type { GuestAccount } from '../../src/vsphere/guest/guest-program.ts';
import { runForNames } from '../../src/vsphere/vm/release-mark.ts';
import type { TlsOptions } from '../../src/vsphere/wire/trust.ts';

export interface BakeTemplateInputs {
  /** Milliseconds. */
  readonly timeout: number;
  readonly seal: Seal;
  /** Such as 17763.8027. */
  readonly build: string | undefined;
  /** Absolute paths, and the account that runs them; undefined when there are none. */
  readonly scripts: { readonly paths: readonly string[]; readonly account: GuestAccount } | undefined;
  /** What is baked, and where. */
  readonly on: CandidateInputs | HyperVInputs;
}

export interface CandidateInputs {
  readonly host: 'vsphere';
  readonly server: string;
  readonly username: string;
  readonly password: string;
  readonly tls: TlsOptions;
  readonly datacenter: string | undefined;
  /** The candidate: managed object id, name or inventory path. */
  readonly vm: string;
  /** `disconnected`, `as-it-is`, or name or path of a network. */
  readonly network: string;
  /** Version of VMware Tools that the image was planned to have, such as 12.5.0. */
  readonly tools: string | undefined;
  /** The workflow run, as names of VMs take it. */
  readonly run: string;
}

export interface HyperVInputs {
  readonly host: 'hyper-v';
  /** Absolute paths; the same where the image is baked in place. */
  readonly image: string;
  readonly output: string;
  readonly machine: HyperVSettings;
}

const OF_IMAGE = [{ input: 'image' }] as const;
const MIB = 2 ** 20;
/** Setup of Windows Server wants this much at least (Microsoft, "Hardware requirements": 512 MB, 2 GB with the desktop). */
const LEAST_MEMORY = 2048 * MIB;
/** What every Hyper-V of Windows Server 2016 and later gives a machine of generation 2 (Microsoft, "Plan for Hyper-V scalability"). */
const MOST_CPUS = 240;
/** New-VM takes memory in steps of 2 MB. */
const MEMORY_STEP = 2 * MIB;

export const INPUTS = {
  ...serverInputsOfVm('**required** with `vm`'),
  vm: input(text, {
    description: 'The candidate, as upload-esxi gives it: managed object id such as `vm-42`, name or inventory path.',
    otherwise: '**required** unless `image` is set',
  }),
  image: input(path, {
    description:
      'VHD or VHDX that is started on the Hyper-V of this Windows runner instead, before it becomes an OVA; output `vhd` of build-vhd with `bake-on: hyper-v`. VMware Tools, which install on VMware alone, are left for the start on vSphere.',
    otherwise: '**required** unless `vm` is set',
  }),
  output: input(path, {
    only: OF_IMAGE,
    description: 'With `image`: the baked image (`.vhd` or `.vhdx`); the image itself stays as it is.',
    otherwise: 'takes the place of the image once it is whole',
  }),
  switch: input(text, {
    only: OF_IMAGE,
    description: 'With `image`: the virtual switch of Hyper-V that the guest is put on while it bakes.',
    otherwise: 'none; the guest has no network card',
  }),
  memory: input(size, {
    only: OF_IMAGE,
    description: 'With `image`: memory of the machine on Hyper-V, at least 2 GiB.',
    template: { key: 'vm.memory', read: ({ vm }) => vm.memory },
    default: '4 GiB',
  }),
  cpus: input(integer(1, 768), {
    only: OF_IMAGE,
    description: 'With `image`: processors of the machine on Hyper-V, 240 at most.',
    template: { key: 'vm.cpus', read: ({ vm }) => vm.cpus },
    default: '2',
  }),
  'secure-boot': input(boolean, {
    only: OF_IMAGE,
    description: 'With `image`: start it with secure boot.',
    template: { key: 'vm.secure-boot', read: ({ vm }) => vm.secureBoot },
    default: 'true',
  }),
  network: input(text, {
    only: OF_VM.only,
    description:
      'With `vm`: what its network cards are on while it bakes: `disconnected`, `as-it-is`, or a network by name or inventory path. Afterwards they are as they were.',
    default: 'disconnected',
  }),
  timeout: input(duration, {
    description:
      'How long the first boot is watched. On vSphere the guest goes on when that is over, and the step run again goes on watching; on Hyper-V it is ended.',
    template: { key: 'bake.timeout', read: ({ bake }) => bake.timeout },
    default: '3 h',
  }),
  seal: input(choice(['none', 'generalize']), {
    description:
      '`none`: shut down as it is, for clones with a customization specification. `generalize`: sysprep, for plain clones. Must be what the image was built for.',
    template: { key: 'bake.seal', read: ({ bake }) => bake.seal },
    default: 'none',
  }),
  scripts: input(lines, {
    description:
      'Scripts (`.ps1`, `.cmd`, `.bat`) that run in the guest once its first boot is done, one per line, in this order, before it ends, without a network: by VMware Tools, on Hyper-V by PowerShell Direct. Each must end with 0; when the step is run again all of them run again.',
    otherwise: 'none',
  }),
  'guest-username': input(text, {
    only: [{ input: 'scripts' }],
    description: 'Account in the guest that runs the scripts.',
    default: 'Administrator',
  }),
  'guest-password': input(secret, {
    only: [{ input: 'scripts' }],
    description: 'Its password.',
    otherwise: '**required** with `scripts`',
  }),
  build: input(text, {
    description:
      'Build that the image was planned to have, output `build` of fetch-updates, such as `17763.8027`: less than that fails. That of build-vhd does not count what waits for the first boot.',
    otherwise: 'not compared',
  }),
  'tools-version': input(text, {
    only: OF_VM.only,
    description:
      'With `vm`: version of VMware Tools that were put into the image, output `tools-version` of extract-drivers, such as `12.5.0`: when others tell vCenter of themselves the step fails.',
    otherwise: 'not compared',
  }),
} as const;

type BakeReading = Reading<typeof INPUTS>;

export function prepare(reading: BakeReading, place: Place): BakeTemplateInputs {
  const { values, invalid } = reading;
  const { build, timeout, seal } = values;
  if (build !== undefined && !/^\d{4,5}\.\d{1,6}$/.test(build)) {
    throw invalid('build', build, 'Write build and revision, such as 17763.8027.');
  }
  if (timeout < 1000)
    throw invalid('timeout', `${timeout} ms`, 'Write at least a second; updates take an hour or more.');
  return { timeout, seal, build, scripts: readScripts(reading), on: readTarget(reading, place) };
}

function readScripts({ values, missing }: BakeReading): BakeTemplateInputs['scripts'] {
  const paths = (values.scripts ?? []).map((script) => resolve(script));
  if (paths.length === 0) return undefined;
  const password = values['guest-password'];
  if (password === undefined) throw missing('guest-password');
  return { paths, account: { username: values['guest-username'], password } };
}

function readTarget(reading: BakeReading, place: Place): BakeTemplateInputs['on'] {
  const { values, invalid } = reading;
  const { vm, image } = values;
  if (vm === undefined && image === undefined) {
    throw new UserError(
      'input-missing',
      'Neither the input vm nor the input image is set',
      'Set vm, the output of upload-esxi, to bake a candidate on vSphere, or image, the output vhd of build-vhd, to bake on the Hyper-V of this runner; if one is there, its expression is empty: did the step that gives it run?',
    );
  }
  if (image !== undefined) {
    if (vm !== undefined) throw invalid('image', image, 'Leave out vm or image: one of them is baked.');
    return readImage(image, reading);
  }
  return readCandidate(vm ?? '', reading, place);
}

function readCandidate(vm: string, { values, invalid, needed }: BakeReading, place: Place): CandidateInputs {
  const { server, username, password } = needed('server', 'username', 'password');
  const tools = values['tools-version'];
  if (tools !== undefined && !/^\d{1,4}\.\d{1,4}\.\d{1,4}(?:\.\d+)?$/.test(tools)) {
    throw invalid('tools-version', tools, 'Write three numbers, such as 12.5.0.');
  }
  return {
    host: 'vsphere',
    ...{ server, username, password, vm },
    tls: { thumbprint: values.thumbprint, caFile: values['ca-file'], insecure: values.insecure },
    datacenter: values.datacenter,
    network: values.network,
    tools,
    run: runForNames(place.run),
  };
}

function readImage(image: string, { values, invalid }: BakeReading): HyperVInputs {
  const { output = image, memory, cpus } = values;
  for (const [name, given] of [['image', image] as const, ['output', output] as const]) {
    if (!/^\.vhdx?$/i.test(extname(given))) throw invalid(name, given, 'Give a file that ends with .vhd or .vhdx.');
  }
  if (cpus > MOST_CPUS) throw invalid('cpus', String(cpus), `Hyper-V gives a machine ${MOST_CPUS} at most.`);
  if (memory < LEAST_MEMORY || memory % MEMORY_STEP !== 0) {
    throw invalid('memory', `${memory} bytes`, 'Write a size in whole 2 MiB, at least 2 GiB.');
  }
  return {
    host: 'hyper-v',
    image,
    output: join(output),
    machine: { memory, processors: cpus, secureBoot: values['secure-boot'], switch: values.switch },
  };
}
