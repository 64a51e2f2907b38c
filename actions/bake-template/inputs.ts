/** The inputs of bake-template. */

import { resolve } from 'node:path';
import type { Seal } from '../../src/bake/assert-bakeable.ts';
import { input, variant } from '../../src/job/input.ts';
import { choice, duration, lines, secret, text } from '../../src/job/input-types.ts';
import type { Place } from '../../src/job/place.ts';
import type { Reading } from '../../src/job/read-inputs.ts';
import { SERVER_INPUTS } from '../../src/job/shared-inputs.ts';
import type { GuestAccount } from '../../src/vsphere/guest/guest-program.ts';
import { runForNames } from '../../src/vsphere/vm/release-mark.ts';
import type { TlsOptions } from '../../src/vsphere/wire/trust.ts';

export interface BakeTemplateInputs {
  readonly server: string;
  readonly username: string;
  readonly password: string;
  readonly tls: TlsOptions;
  readonly datacenter: string | undefined;
  /** The candidate: managed object id, name or inventory path. */
  readonly vm: string;
  /** `disconnected`, `as-it-is`, or name or path of a network. */
  readonly network: string;
  /** Milliseconds. */
  readonly timeout: number;
  readonly seal: Seal;
  /** Such as 17763.8027. */
  readonly build: string | undefined;
  /** Absolute paths, and the account that runs them; undefined when there are none. */
  readonly scripts: { readonly paths: readonly string[]; readonly account: GuestAccount } | undefined;
  /** The workflow run, as names of VMs take it. */
  readonly run: string;
}

const { 'resource-pool': _, ...SERVER } = SERVER_INPUTS;

export const INPUTS = {
  ...SERVER,
  datacenter: variant(SERVER_INPUTS.datacenter, { otherwise: 'all' }),
  vm: input(text, {
    description: 'The candidate, as upload-esxi gives it: managed object id such as `vm-42`, name or inventory path.',
    required: true,
  }),
  network: input(text, {
    description:
      'What its network cards are on while it bakes: `disconnected`, `as-it-is`, or a network by name or inventory path. Afterwards they are as they were.',
    default: 'disconnected',
  }),
  timeout: input(duration, {
    description:
      'How long the first boot is watched; the guest goes on when that is over, and the step run again goes on watching.',
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
      'Scripts (`.ps1`, `.cmd`, `.bat`) that run in the guest once its first boot is done, one per line, in this order, before it ends, by VMware Tools and without a network. Each must end with 0; when the step is run again all of them run again.',
    otherwise: 'none',
  }),
  'guest-username': input(text, {
    description: 'Account in the guest that runs the scripts.',
    default: 'Administrator',
  }),
  'guest-password': input(secret, { description: 'Its password.', otherwise: '**required** with `scripts`' }),
  build: input(text, {
    description:
      'Build that the image was planned to have, output `build` of fetch-updates, such as `17763.8027`: less than that fails. That of build-vhd does not count what waits for the first boot.',
    otherwise: 'not compared',
  }),
} as const;

export function prepare({ values, invalid, missing }: Reading<typeof INPUTS>, place: Place): BakeTemplateInputs {
  const { build, timeout } = values;
  if (build !== undefined && !/^\d{4,5}\.\d{1,6}$/.test(build)) {
    throw invalid('build', build, 'Write build and revision, such as 17763.8027.');
  }
  if (timeout < 1000)
    throw invalid('timeout', `${timeout} ms`, 'Write at least a second; updates take an hour or more.');
  const paths = (values.scripts ?? []).map((script) => resolve(script));
  const username = values['guest-username'];
  const password = values['guest-password'];
  if (paths.length > 0 && password === undefined) throw missing('guest-password');
  return {
    scripts: paths.length === 0 || password === undefined ? undefined : { paths, account: { username, password } },
    server: values.server,
    username: values.username,
    password: values.password,
    tls: { thumbprint: values.thumbprint, caFile: values['ca-file'], insecure: values.insecure },
    datacenter: values.datacenter,
    vm: values.vm,
    network: values.network,
    timeout,
    seal: values.seal,
    build,
    run: runForNames(place.run),
  };
}
