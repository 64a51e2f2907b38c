/** Turns faults that engineers meet into what they can do about them. */

import { type ErrorCode, UserError } from '../../errors.ts';
import { missingPrivileges, VsphereFault } from './fault.ts';

interface Explanation {
  readonly code: ErrorCode;
  readonly hint: (fault: VsphereFault) => string;
}

const DATASTORE_FULL: Explanation = {
  code: 'vsphere-refused',
  hint: () => 'Free some space on the datastore, choose another one (input datastore), or use disk-provisioning: thin.',
};
const SESSION_LOST: Explanation = {
  code: 'vsphere-login',
  hint: () => 'The session was ended by the server or by an administrator: run the step again.',
};

const EXPLANATIONS: Readonly<Record<string, Explanation>> = {
  // pyvmomi issues 602 and 625: the API of an ESXi host with the free licence is read-only.
  RestrictedVersion: {
    code: 'vsphere-refused',
    hint: () =>
      'The host runs with the free ESXi licence, whose API is read-only: assign a paid or evaluation licence, or go through vCenter.',
  },
  NoPermission: {
    code: 'vsphere-refused',
    hint: (fault) => {
      const missing = missingPrivileges(fault).map(({ object, privileges }) => {
        const what = `the privilege${privileges.length === 1 ? '' : 's'} ${privileges.join(', ')}`;
        return object ? `${what} on ${object.type} ${object.value}` : what;
      });
      return `Give the account ${missing.length === 0 ? 'the privileges that docs/vsphere.md lists' : missing.join('; ')}.`;
    },
  },
  DuplicateName: {
    code: 'vsphere-exists',
    hint: () => 'Choose another name, or what to do with the existing one (if-exists: replace or keep).',
  },
  NotAuthenticated: SESSION_LOST,
  NoDiskSpace: DATASTORE_FULL,
  InsufficientStorageSpace: DATASTORE_FULL,
  InsufficientStorageIops: DATASTORE_FULL,
  InvalidDatastore: {
    code: 'vsphere-refused',
    hint: () => 'Choose a datastore that is accessible and that the chosen host mounts.',
  },
  InaccessibleDatastore: {
    code: 'vsphere-refused',
    hint: () => 'Choose a datastore that is accessible and that the chosen host mounts.',
  },
  InvalidHostState: {
    code: 'vsphere-refused',
    hint: () => 'Choose a host that is connected and not in maintenance mode (input host).',
  },
  NoCompatibleHost: {
    code: 'vsphere-refused',
    hint: () => 'Lower the hardware version of the VM, or choose another cluster or host.',
  },
  VirtualHardwareVersionNotSupported: {
    code: 'vsphere-refused',
    hint: () => 'Lower hardware-version in the template file or of convert-ova, or choose a newer host.',
  },
};

/**
 * @param doing what was tried, to begin the sentence: "Importing ws2019-std"
 * @returns a UserError for a fault; anything else unchanged
 */
export function explainFault(error: unknown, doing: string): unknown {
  if (!(error instanceof VsphereFault)) return error;
  const texts = error.texts.filter((text) => text !== error.message);
  const said = [error.message, ...texts].join(' ');
  const known =
    EXPLANATIONS[error.type] ?? (/no space|out of space|insufficient disk/i.test(said) ? DATASTORE_FULL : undefined);
  return new UserError(
    known?.code ?? 'vsphere-refused',
    `${doing}: vSphere refused ${error.operation} with ${error.type}: ${said}`,
    known?.hint(error) ?? 'See Recent Tasks and Events in the vSphere client at this time for more.',
    { cause: error },
  );
}

/** True for a fault of one of these types. */
export function isFault(error: unknown, ...types: readonly string[]): error is VsphereFault {
  return error instanceof VsphereFault && types.includes(error.type);
}
