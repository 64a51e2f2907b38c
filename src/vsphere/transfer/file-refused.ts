/** Why a file of a datastore cannot be read: told apart, since each has another remedy and another way around. */

import { UserError } from '../../errors.ts';

/**
 * `no-privilege`: the server does not give it to this account. `no-file`: there is none of that name. `ranges-ignored`: the server would
 * send all of it. `too-much`: more would be moved than was allowed. `answer`: the server answers what no such server should.
 */
export type FileRefusal = 'no-privilege' | 'no-file' | 'ranges-ignored' | 'too-much' | 'answer';

const HINTS: Readonly<Record<FileRefusal, string>> = {
  'no-privilege':
    'Give the account Datastore.Browse and Datastore.FileManagement (low level file operations) on that datastore.',
  'no-file': 'Look at the files of the VM in the datastore browser: its disk may have been moved or removed.',
  'ranges-ignored':
    'Connect to the vCenter or ESXi host itself: a proxy on the way takes the header Range out of the requests.',
  'too-much': 'Nothing is wrong with the disk; what says so lies scattered over more of it than is read here.',
  answer: 'Check that the input server names a vCenter or an ESXi host, and nothing changes answers on the way.',
};

export class FileRefused extends UserError {
  readonly refusal: FileRefusal;

  constructor(refusal: FileRefusal, message: string) {
    super(refusal === 'no-file' ? 'vsphere-not-found' : 'vsphere-refused', message, HINTS[refusal]);
    this.refusal = refusal;
  }
}
