import { describe, expect, it } from 'vitest';
import { readLocalizedFault, readSoapFault, VsphereFault } from '../../../../src/vsphere/wire/fault.ts';
import { parseXml } from '../../../../src/xml/xml-element.ts';

const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

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
