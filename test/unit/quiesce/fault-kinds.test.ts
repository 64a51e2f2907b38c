import { describe, expect, it } from 'vitest';
import { isChangeTracking, isDatastoreFull, isMediumLocked, isQuiesceFault } from '../../../src/quiesce/fault-kinds.ts';

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

describe('isChangeTracking', () => {
  it.each([
    'Could not open/create change tracking file',
    'Failed to lock ws-000002-ctk.vmdk',
    'Changed block tracking target file already exists',
    'ctkEnabled',
  ])('is by the text %s', (message) => {
    expect(isChangeTracking({ type: 'Any', message })).toBe(true);
  });

  it('is by a key, and not by anything else', () => {
    expect(isChangeTracking({ type: 'Any', keys: ['a', 'msg.changeTracker.open'], message: 'x' })).toBe(true);
    expect(isChangeTracking({ type: 'Any', keys: ['msg.disk.ctk'], message: 'x' })).toBe(true);
    expect(isChangeTracking({ type: 'Any', keys: ['msg.disk'], message: 'ws-ctk1.vmdk changed' })).toBe(false);
  });
});

describe('isMediumLocked', () => {
  it('is by the name of a file, or by a key', () => {
    expect(isMediumLocked({ type: 'FileLocked', message: 'a\n[ds] x/WS.ISO is locked' })).toBe(true);
    expect(isMediumLocked({ type: 'FileLocked', message: '[ds] x.flp' })).toBe(true);
    expect(isMediumLocked({ type: 'X', keys: ['msg.cdromdisconnect.locked'], message: 'x' })).toBe(true);
    expect(isMediumLocked({ type: 'X', keys: ['msg.floppy'], message: 'x' })).toBe(true);
    expect(isMediumLocked({ type: 'FileLocked', message: '[ds] x.vmdk isolated' })).toBe(false);
  });

  it('is nothing that the quiescing of a guest says', () => {
    expect(isMediumLocked({ type: 'ApplicationQuiesceFault', message: 'D: is ws.iso' })).toBe(false);
  });
});
