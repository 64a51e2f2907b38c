import { describe, expect, it } from 'vitest';
import { UserError } from '../../../../src/errors.ts';
import { explainFault, isFault } from '../../../../src/vsphere/wire/explain-fault.ts';
import { readLocalizedFault, readSoapFault, VsphereFault } from '../../../../src/vsphere/wire/fault.ts';
import { readAnswer } from '../../../../src/vsphere/wire/transport.ts';
import { parseXml } from '../../../../src/xml/xml-element.ts';

const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
const ENDPOINT = new URL('https://vc.example.com/sdk');

function envelope(body: string): string {
  return `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" ${XSI}><e:Body>${body}</e:Body></e:Envelope>`;
}

describe('readSoapFault', () => {
  it('takes the type from the detail and the text from faultstring', () => {
    const fault = readSoapFault(
      'ImportVApp',
      parseXml(
        `<Fault ${XSI}><faultcode>ServerFaultCode</faultcode><faultstring> The name exists. </faultstring><detail>
          <DuplicateNameFault xsi:type="DuplicateName"><name>ws</name><object type="VirtualMachine">vm-1</object></DuplicateNameFault>
        </detail></Fault>`,
        'test',
      ),
    );
    expect(fault).toMatchObject({ type: 'DuplicateName', message: 'The name exists.', operation: 'ImportVApp' });
    expect(fault.reference('object')).toEqual({ type: 'VirtualMachine', value: 'vm-1' });
  });

  it('takes the type from the name of the element when there is no other', () => {
    const fault = parseXml('<Fault><faultstring/><detail><InvalidLoginFault/></detail></Fault>', 'test');
    expect(readSoapFault('Login', fault)).toMatchObject({ type: 'InvalidLogin', message: 'InvalidLogin' });
  });

  it('has a name even for a fault without detail', () => {
    expect(readSoapFault('X', parseXml('<Fault><faultstring>no</faultstring></Fault>', 'test')).type).toBe(
      'RuntimeFault',
    );
  });
});

it('reads the texts of a task’s fault, those of its cause included, each once', () => {
  const error = parseXml(
    `<error ${XSI}><fault xsi:type="ApplicationQuiesceFault">
       <faultCause><fault xsi:type="SystemError"><faultMessage><key>k</key></faultMessage></fault><localizedMessage>deep</localizedMessage></faultCause>
       <faultMessage><key>msg.snapshot</key><message>Failed to quiesce.</message></faultMessage>
       <faultMessage><key>msg.snapshot</key><message>Failed to quiesce.</message></faultMessage>
     </fault><localizedMessage>An error occurred.</localizedMessage></error>`,
    'test',
  );
  const fault = readLocalizedFault('CreateSnapshotEx_Task', error);
  expect(fault).toMatchObject({ type: 'ApplicationQuiesceFault', message: 'An error occurred.' });
  expect(fault.texts).toEqual(['Failed to quiesce.', 'deep', 'k']);
});

describe('explainFault', () => {
  it.each([
    ['RestrictedVersion', 'vsphere-refused', 'free ESXi licence'],
    ['DuplicateName', 'vsphere-exists', 'if-exists'],
    ['NoDiskSpace', 'vsphere-refused', 'datastore'],
    ['NotAuthenticated', 'vsphere-login', 'run the step again'],
    ['SomethingNew', 'vsphere-refused', 'Recent Tasks'],
  ])('says what to do about %s', (type, code, hint) => {
    const error = explainFault(new VsphereFault('ImportVApp', type, 'said'), 'Uploading ws');
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({
      code,
      message: expect.stringContaining(`Uploading ws: vSphere refused ImportVApp with ${type}: said`) as string,
    });
    expect((error as UserError).hint).toContain(hint);
  });

  it('knows a full datastore by its text', () => {
    const error = explainFault(
      new VsphereFault('X', 'FileFault', 'Error writing: no space left on device'),
      'Uploading',
    );
    expect((error as UserError).hint).toContain('datastore');
  });

  it('names the privilege that is missing, and where', () => {
    const detail = parseXml(
      '<f><object type="Folder">group-v3</object><privilegeId>VApp.Import</privilegeId></f>',
      'test',
    );
    const error = explainFault(new VsphereFault('ImportVApp', 'NoPermission', 'denied', { detail }), 'Uploading');
    expect((error as UserError).hint).toBe('Give the account the privilege VApp.Import on Folder group-v3.');
  });

  it('leaves other errors as they are', () => {
    const error = new Error('bug');
    expect(explainFault(error, 'Uploading')).toBe(error);
    expect(isFault(error, 'InvalidState')).toBe(false);
  });
});

describe('readAnswer', () => {
  it('gives the answer’s element', () => {
    expect(readAnswer('M', 200, envelope('<MResponse><returnval>1</returnval></MResponse>'), ENDPOINT).name).toBe(
      'MResponse',
    );
  });

  it('throws the fault of a status 500', () => {
    const text = envelope(
      '<e:Fault><faultstring>s</faultstring><detail><f xsi:type="NoPermission"/></detail></e:Fault>',
    );
    expect(() => readAnswer('M', 500, text, ENDPOINT)).toThrow(
      expect.objectContaining({ type: 'NoPermission' }) as Error,
    );
  });

  it.each([
    [404, '<html><body>Not found</body></html>'],
    [200, '<html><body><p>Welcome<br></body></html>'],
    [503, 'Service Unavailable'],
    [200, '{"json": true}'],
  ])('says that an answer with status %i is none of vSphere: %s', (status, text) => {
    expect(() => readAnswer('M', status, text, ENDPOINT)).toThrow(
      expect.objectContaining({ code: 'vsphere-unreachable' }) as Error,
    );
  });
});

it('gives the keys of a fault, which are the same in every language', () => {
  const detail = parseXml(
    `<f ${XSI}><faultMessage><key>msg.snapshot.error-QUIESCINGERROR</key><message>Fehler</message></faultMessage>
      <faultMessage><key> msg.b </key></faultMessage><faultMessage><key/></faultMessage>
      <faultCause><fault><faultMessage><key>msg.b</key></faultMessage><faultMessage><key>msg.deep</key></faultMessage></fault></faultCause></f>`,
    'test',
  );
  const fault = new VsphereFault('X', 'GenericVmConfigFault', 'Fehler', { detail });
  expect(fault.keys).toEqual(['msg.snapshot.error-QUIESCINGERROR', 'msg.b', 'msg.deep']);
  expect(new VsphereFault('X', 'Y', 'z').keys).toEqual([]);
});
