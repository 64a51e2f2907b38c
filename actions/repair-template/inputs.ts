/** The inputs of repair-template: an image, or a template on a server. */

import { UserError } from '../../src/errors.ts';
import { input, variant } from '../../src/job/input.ts';
import { boolean, duration, path, secret, text } from '../../src/job/input-types.ts';
import type { Place } from '../../src/job/place.ts';
import type { Reading } from '../../src/job/read-inputs.ts';
import { OF_VM, SERVER_INPUTS, serverInputsOfVm } from '../../src/job/shared-inputs.ts';
import type { RepairOptions } from '../../src/repair/repair-options.ts';
import type { GuestAccount } from '../../src/vsphere/guest/guest-program.ts';
import type { TlsOptions } from '../../src/vsphere/wire/trust.ts';

export type RepairTemplateInputs =
  | { readonly offline: RepairOptions; readonly live?: never }
  | { readonly offline?: never; readonly live: LiveInputs };

/** What the repair of one template in its own Windows needs. */
export interface LiveInputs {
  readonly server: string;
  readonly username: string;
  readonly password: string;
  readonly tls: TlsOptions;
  readonly datacenter: string | undefined;
  readonly resourcePool: string | undefined;
  /** Managed object id, name or inventory path. */
  readonly vm: string;
  readonly account: GuestAccount;
  readonly safetyCopy: boolean;
  /** Milliseconds. */
  readonly timeout: number;
  readonly extend: boolean;
  readonly dryRun: boolean;
}

const REQUIRED = '**required** to repair a template on a server';

export const INPUTS = {
  image: input(path, {
    description: 'Disk image (raw, VHD, VHDX, VMDK) or OVA to repair.',
    otherwise: '**required**, unless `server` and `vm` name a template',
  }),
  output: input(path, {
    only: [{ input: 'image' }],
    description: 'A copy to write; the image itself stays as it is.',
    otherwise: 'the image is repaired in place',
  }),
  ...serverInputsOfVm(REQUIRED),
  'resource-pool': variant(SERVER_INPUTS['resource-pool'], {
    only: OF_VM.only,
    description: 'Resource pool that the template runs in while it is repaired, by name or inventory path.',
    otherwise: 'that of the VM; for a template the root pool of its host or cluster',
  }),
  vm: input(text, {
    description:
      'Template, or VM that is off, to repair in its own Windows: name, inventory path, or managed object id such as `vm-42`.',
    otherwise: REQUIRED,
  }),
  'guest-username': input(text, {
    only: OF_VM.only,
    description: 'Account in the guest, an administrator, that the repair runs as.',
    default: 'Administrator',
  }),
  'guest-password': input(secret, {
    only: OF_VM.only,
    description: 'Its password.',
    otherwise: '**required** with `vm`',
  }),
  'safety-copy': input(boolean, {
    only: OF_VM.only,
    description:
      'Makes a full clone before, `<name>.before-repair-<run>`, which stays until you delete it (vCenter only); `false` says that you can do without.',
    default: 'true',
  }),
  extend: input(boolean, {
    description: 'Grow Windows over free space directly behind it (an image needs ntfsresize for it, so Linux).',
    default: 'false',
  }),
  'dry-run': input(boolean, {
    description: 'Only show the layout before and after; write and start nothing.',
    default: 'false',
  }),
  timeout: input(duration, {
    only: OF_VM.only,
    description:
      'How long VMware Tools may take to come up, each program in the guest, and its shutdown; with `vm` alone.',
    default: '15 min',
  }),
} as const;

export function prepare(reading: Reading<typeof INPUTS>, place: Place): RepairTemplateInputs {
  const { values, invalid } = reading;
  const { image, output, server, vm } = values;
  if (image === undefined && server === undefined && vm === undefined) {
    throw new UserError(
      'input-missing',
      'Neither the input image nor the inputs server and vm are set',
      'Set image to repair a disk or an OVA, or server and vm to repair a template in its own Windows; if they are there, their expressions are empty: did the step that gives them run?',
    );
  }
  if (image === undefined) return { live: readLive(reading) };
  if (vm !== undefined || server !== undefined) {
    throw invalid(
      'image',
      image,
      'Either an image is repaired or a template on a server: leave image or server and vm out.',
    );
  }
  return {
    offline: {
      image,
      ...(output !== undefined && { output }),
      extend: values.extend,
      dryRun: values['dry-run'],
      sourceDate: place.sourceDate(),
    },
  };
}

function readLive({ values, needed, invalid }: Reading<typeof INPUTS>): LiveInputs {
  const { timeout } = values;
  const login = needed('server', 'vm', 'username', 'password', 'guest-password');
  const { server, vm, username, password } = login;
  const guestPassword = login['guest-password'];
  if (timeout < 1000) throw invalid('timeout', `${timeout} ms`, 'Write at least a second; a start takes minutes.');
  return {
    server,
    username,
    password,
    tls: { thumbprint: values.thumbprint, caFile: values['ca-file'], insecure: values.insecure },
    datacenter: values.datacenter,
    resourcePool: values['resource-pool'],
    vm,
    account: { username: values['guest-username'], password: guestPassword },
    safetyCopy: values['safety-copy'],
    timeout,
    extend: values.extend,
    dryRun: values['dry-run'],
  };
}
