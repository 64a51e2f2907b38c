import { describe, expect, it } from 'vitest';
import { explainFault, isFault } from '../../../../src/vsphere/wire/explain-fault.ts';
import { VsphereFault } from '../../../../src/vsphere/wire/fault.ts';
import { parseXml } from '../../../../src/xml/xml-element.ts';

const explained = (type: string, message = 'm', more: ConstructorParameters<typeof VsphereFault>[3] = {}): unknown =>
  explainFault(new VsphereFault('Op_Task', type, message, more), 'Doing it');

describe('explainFault', () => {
  it('says what was done, what refused it, and all that the server says, once', () => {
    const cause = new VsphereFault('Op_Task', 'Odd', 'm', { texts: ['m', 'more', 'last'] });
    expect(explainFault(cause, 'Doing it')).toMatchObject({
      code: 'vsphere-refused',
      message: 'Doing it: vSphere refused Op_Task with Odd: m more last',
      hint: 'See Recent Tasks and Events in the vSphere client at this time for more.',
      cause,
    });
  });

  it.each([
    ['RestrictedVersion', 'vsphere-refused', 'free ESXi licence'],
    ['DuplicateName', 'vsphere-exists', 'if-exists: replace or keep'],
    ['NotAuthenticated', 'vsphere-login', 'run the step again'],
    ['NoDiskSpace', 'vsphere-refused', 'Free some space'],
    ['InsufficientStorageSpace', 'vsphere-refused', 'Free some space'],
    ['InsufficientStorageIops', 'vsphere-refused', 'Free some space'],
    ['InvalidDatastore', 'vsphere-refused', 'Choose a datastore'],
    ['InaccessibleDatastore', 'vsphere-refused', 'Choose a datastore'],
    ['InvalidHostState', 'vsphere-refused', 'input host'],
    ['NoCompatibleHost', 'vsphere-refused', 'Lower the hardware version'],
    ['VirtualHardwareVersionNotSupported', 'vsphere-refused', 'Lower hardware-version'],
  ])('%s is %s', (type, code, hint) => {
    expect(explained(type)).toMatchObject({ code, hint: expect.stringContaining(hint) as string });
  });

  it.each(['No space left', 'out of space', 'Insufficient disk'])(
    'knows a full datastore by "%s" in any text',
    (text) => {
      expect(explained('FileFault', text)).toMatchObject({
        hint: expect.stringContaining('Free some space') as string,
      });
      expect(explained('FileFault', 'm', { texts: [text] })).toMatchObject({
        hint: expect.stringContaining('Free') as string,
      });
    },
  );

  it('names the privilege and the object that it is missing on', () => {
    const detail = parseXml(
      '<f><object type="Datastore">ds-1</object><privilegeId>Datastore.Browse</privilegeId></f>',
      'x',
    );
    expect(explained('NoPermission', 'm', { detail })).toMatchObject({
      code: 'vsphere-refused',
      hint: 'Give the account the privilege Datastore.Browse on Datastore ds-1.',
    });
    expect(explained('NoPermission')).toMatchObject({
      hint: 'Give the account the privileges that docs/vsphere.md lists.',
    });
  });

  it('names all that a server of API 7.0.3.2 or later lists', () => {
    const old = '<object type="Folder">group-1</object><privilegeId>Old.One</privilegeId>';
    const listed = `<missingPrivileges><entity type="Datastore">ds-1</entity><privilegeIds>Datastore.Browse</privilegeIds><privilegeIds>Datastore.FileManagement</privilegeIds></missingPrivileges>
      <missingPrivileges><entity type="Network">n-1</entity><privilegeIds>Network.Assign</privilegeIds></missingPrivileges>`;
    const hint =
      'Give the account the privileges Datastore.Browse, Datastore.FileManagement on Datastore ds-1; the privilege Network.Assign on Network n-1.';
    for (const text of [listed, old + listed]) {
      expect(explained('NoPermission', 'm', { detail: parseXml(`<f>${text}</f>`, 'x') })).toMatchObject({ hint });
    }
    const empty = parseXml(
      `<f>${old}<missingPrivileges><entity type="Datastore">ds-1</entity></missingPrivileges></f>`,
      'x',
    );
    expect(explained('NoPermission', 'm', { detail: empty })).toMatchObject({
      hint: 'Give the account the privilege Old.One on Folder group-1.',
    });
  });

  it('leaves anything else as it is', () => {
    const error = new Error('x');
    expect(explainFault(error, 'Doing it')).toBe(error);
    expect(explainFault('x', 'Doing it')).toBe('x');
  });
});

it('isFault looks for one of the types', () => {
  const fault = new VsphereFault('x', 'A', 'm');
  expect([isFault(fault, 'A'), isFault(fault, 'B', 'A'), isFault(fault, 'B'), isFault(new Error('A'), 'A')]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
