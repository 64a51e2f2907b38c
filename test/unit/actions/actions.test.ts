import { expect, it } from 'vitest';
import { ACTIONS } from '../../../actions/all.ts';

it('every action holds what its run may leave, so that its post step can undo it', () => {
  const kinds = Object.fromEntries(ACTIONS.map(({ name, holds }) => [name, holds.map(({ kind }) => kind)]));
  expect(kinds).toMatchObject({
    'convert-ova': ['path'],
    'repair-template': ['vsphere-session', 'path', 'vsphere-export', 'repair-copy', 'repair'],
    'extract-drivers': ['path', 'mounted-iso'],
    'upload-esxi': ['vsphere-session', 'vsphere-rest-session', 'upload-import', 'upload-library-import', 'upload-item'],
    'audit-templates': ['vsphere-session', 'vsphere-export'],
    'verify-quiesce': ['vsphere-session', 'quiesce-copy', 'quiesce-check'],
  });
});
