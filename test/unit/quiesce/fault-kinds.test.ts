import { describe, expect, it } from 'vitest';
import { isDatastoreFull, isQuiesceFault } from '../../../src/quiesce/fault-kinds.ts';

const GENERIC = [
  'GenericVmConfigFault',
  'VmConfigFault',
  'SnapshotFault',
  'SystemError',
  'RuntimeFault',
  'MethodFault',
];

describe('isQuiesceFault', () => {
  it.each(['ApplicationQuiesceFault', 'FilesystemQuiesceFault'])('%s is one by its type', (type) => {
    expect(isQuiesceFault({ type, message: 'x' })).toBe(true);
  });

  it.each(GENERIC)('%s is one by the key of a message, or by its text', (type) => {
    expect(isQuiesceFault({ type, message: 'x' })).toBe(false);
    expect(isQuiesceFault({ type, message: 'Failed to Quiesce' })).toBe(true);
    expect(isQuiesceFault({ type, message: 'x', keys: ['a', 'msg.snapshot.error-QUIESCINGERROR'] })).toBe(true);
    expect(isQuiesceFault({ type, message: 'x', keys: ['MSG.snapshot.quiesce.timeout'] })).toBe(true);
    expect(isQuiesceFault({ type, message: 'x', keys: ['x.msg.snapshot.quiesce'] })).toBe(false);
  });

  it.each(['FileLocked', 'InvalidState', 'FileFault', ''])('%s is about something else, whatever it says', (type) => {
    expect(isQuiesceFault({ type, message: 'quiesce', keys: ['msg.snapshot.error-QUIESCINGERROR'] })).toBe(false);
  });
});

describe('isDatastoreFull', () => {
  it.each(['NoDiskSpace', 'InsufficientStorageSpace', 'InsufficientStorageIops'])('%s is by its type', (type) => {
    expect(isDatastoreFull({ type, message: 'x' })).toBe(true);
  });

  it.each(['msg.hbacommon.OutOfSpace', 'msg.nospace'])('any type is by the key %s', (key) => {
    expect(isDatastoreFull({ type: 'Any', message: 'x', keys: ['a', key] })).toBe(true);
  });

  it.each([...GENERIC, 'FileFault'])('%s is by its text', (type) => {
    for (const message of [
      'No space left on device',
      'not enough space',
      'Not enough disk space',
      'Insufficient disk space',
      'insufficient space',
    ]) {
      expect(isDatastoreFull({ type, message })).toBe(true);
    }
    expect(isDatastoreFull({ type, message: 'space' })).toBe(false);
  });

  it('what the guest says of its own volumes is not meant', () => {
    expect(isDatastoreFull({ type: 'ApplicationQuiesceFault', message: 'not enough space' })).toBe(false);
  });
});
