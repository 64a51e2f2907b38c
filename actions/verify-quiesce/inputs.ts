/** The inputs of verify-quiesce: an image, a VM on a server, or both. */

import { join } from 'node:path';
import { LEVELS, type Level } from '../../src/check/verdict.ts';
import { UserError } from '../../src/errors.ts';
import { input, variant } from '../../src/job/input.ts';
import { boolean, choice, duration, path, secret, text } from '../../src/job/input-types.ts';
import type { Place } from '../../src/job/place.ts';
import type { Reading } from '../../src/job/read-inputs.ts';
import { OF_VM, SERVER_INPUTS, serverInputsOfVm } from '../../src/job/shared-inputs.ts';
import type { GuestAccount } from '../../src/vsphere/guest/guest-program.ts';
import type { TlsOptions } from '../../src/vsphere/wire/trust.ts';
import { asksForRecovery } from '../../src/windows/plan/disk-layouts.ts';

export interface Inputs {
  readonly level: Level;
  readonly image?: string;
  readonly live?: LiveInputs;
  /** The template file asks for the Recovery partition on which quiesced snapshots fail. */
  readonly asksForRecovery?: boolean;
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
  /** `generated`, or the name of a customization specification; undefined: no copy is customized. */
  readonly customization: string | undefined;
  /** Whether a linked clone of the snapshot is started. */
  readonly restore: boolean;
  /** Whether the marker script is put into the copy. */
  readonly markerScripts: boolean;
  /** Whom programs in guests are run as; undefined: none are run. */
  readonly account: GuestAccount | undefined;
  /** Absolute path of the folder that keeps the manifest. */
  readonly directory: string;
}

const OF_COPY = [{ input: 'copy', is: [true] }] as const;
const REQUIRED = '**required** for a live check';

export const INPUTS = {
  image: input(path, {
    description:
      'Disk image (VHD, VHDX, VMDK, raw) or OVA to check offline. Together with `server` and `vm` its findings help to name the cause.',
  }),
  ...serverInputsOfVm(REQUIRED),
  'resource-pool': variant(SERVER_INPUTS['resource-pool'], {
    only: [...OF_COPY, { input: 'restore', is: [true] }],
    description: 'Resource pool that the copy runs in, by name or inventory path.',
    otherwise: 'that of the VM; for a template the root pool of its host or cluster',
  }),
  vm: input(text, {
    description: 'VM or template to prove: name, inventory path, or managed object id such as `vm-42`.',
    otherwise: REQUIRED,
  }),
  copy: input(boolean, {
    only: OF_VM.only,
    description:
      'Prove a disposable copy, which is destroyed whatever happens (vCenter only); `false` proves the VM itself, which is left as it was found.',
    default: 'true',
  }),
  network: input(text, {
    only: OF_COPY,
    description: 'Network that the copy is connected to, by name or inventory path.',
    otherwise:
      'none; the copy starts with its network cards disconnected, so that it meets nobody with the name and address of its source',
  }),
  customization: input(text, {
    only: OF_COPY,
    description:
      'Proves that the template deploys: a second copy is cloned with a customization specification, `generated` or the name of one of the vCenter, and has to report success within 60 minutes. Needs `network`, an isolated one, as customization connects the cards. `none` leaves it out.',
    template: { key: 'verify.customization', read: ({ verify }) => verify.customization },
    default: 'none',
  }),
  restore: input(boolean, {
    only: OF_VM.only,
    description:
      'Starts a linked clone of the quiesced snapshot, disconnected, and awaits VMware Tools in it; with `guest-password` its system volume has to be clean, its event log without errors of NTFS and ESENT, and its services have to run as before (vCenter only).',
    default: 'false',
  }),
  'marker-scripts': input(boolean, {
    only: OF_COPY,
    description:
      'Puts a script into the copy that VMware Tools run at the freeze and at the thaw, and says whether they did, and how long lay between; with `restore` it proves that the snapshot was taken between them. Needs `guest-password`.',
    template: { key: 'verify.marker-scripts', read: ({ verify }) => verify.markerScripts },
    default: 'false',
  }),
  'guest-username': input(text, {
    only: [{ input: 'guest-password' }],
    description: 'Account in the guest that programs are run as, to see what vSphere does not know.',
    default: 'Administrator',
  }),
  'guest-password': input(secret, {
    only: OF_VM.only,
    description: 'Its password; with `customization: generated` also the one that is set.',
    otherwise: 'no program is run in a guest',
  }),
  'power-on': input(boolean, {
    only: OF_VM.only,
    description: 'Start the VM when it is off, and stop it afterwards.',
    default: 'true',
  }),
  timeout: input(duration, {
    only: OF_VM.only,
    description:
      'How long starting with VMware Tools, and the snapshot, may take each; a snapshot is given at least 5 minutes, a first boot that the image announces eight times this.',
    template: { key: 'verify.timeout', read: ({ verify }) => verify.timeout },
    default: '15 min',
  }),
  level: input(choice(LEVELS), {
    description: 'What snapshots must be able to reach; the step fails when less was proven.',
    template: { key: 'verify.level', read: ({ verify }) => verify.level },
    default: 'application',
  }),
  directory: input(path, {
    only: OF_VM.only,
    description: 'Folder that keeps the manifest of the snapshot, and below it the evidence of a failure.',
    otherwise: '`<runner temp>/stillframe/verify-quiesce`',
  }),
} as const;

export function prepare(reading: Reading<typeof INPUTS>, place: Place): Inputs {
  const { level, image } = reading.values;
  const asks = reading.template !== undefined && asksForRecovery(reading.template.disk);
  const live = readLive(reading, place);
  if (image === undefined && live === undefined) {
    throw new UserError(
      'input-missing',
      'Neither the input image nor the inputs server and vm are set',
      'Set image to check a disk or an OVA offline, server and vm to prove a VM by a snapshot, or all of them; if they are there, their expressions are empty: did the step that gives them run?',
    );
  }
  return {
    level,
    ...(image !== undefined && { image }),
    ...(live && { live }),
    ...(asks && { asksForRecovery: true }),
  };
}

function readLive({ values, needed, invalid }: Reading<typeof INPUTS>, { temp }: Place): LiveInputs | undefined {
  const { timeout, copy, datacenter } = values;
  if (values.server === undefined && values.vm === undefined) return undefined;
  const { server, vm, username, password } = needed('server', 'vm', 'username', 'password');
  if (timeout < 1000) {
    throw invalid('timeout', `${timeout} ms`, 'Write at least a second; 15 min is what vCenter itself allows.');
  }
  if (copy && !values['power-on']) {
    throw invalid('power-on', 'false', 'A copy is always off at first: leave power-on out, or set copy: false.');
  }
  const customization = values.customization === 'none' ? undefined : values.customization;
  if (customization !== undefined && !copy) {
    throw invalid('customization', customization, 'Only a copy is customized: leave it out, or set copy: true.');
  }
  if (customization !== undefined && values.network === undefined) {
    throw invalid(
      'customization',
      customization,
      'Set network to an isolated one: customization connects the network cards of the copy, which has the name and addresses of its source.',
    );
  }
  const guestPassword = values['guest-password'];
  const markerScripts = values['marker-scripts'];
  if (markerScripts && !copy) {
    throw invalid('marker-scripts', 'true', 'The script is put into a copy alone: leave it out, or set copy: true.');
  }
  if (markerScripts && guestPassword === undefined) {
    throw invalid(
      'marker-scripts',
      'true',
      'Set guest-password, the one of the account guest-username in the image: the script is put into the copy by it.',
    );
  }
  return {
    markerScripts,
    customization,
    restore: values.restore,
    account: guestPassword === undefined ? undefined : { username: values['guest-username'], password: guestPassword },
    server,
    username,
    password,
    tls: { thumbprint: values.thumbprint, caFile: values['ca-file'], insecure: values.insecure },
    datacenter,
    vm,
    copy,
    resourcePool: values['resource-pool'],
    network: values.network,
    powerOn: values['power-on'],
    timeout,
    directory: values.directory ?? join(temp, 'stillframe', 'verify-quiesce'),
  };
}
