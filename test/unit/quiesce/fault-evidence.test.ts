import { expect, it } from 'vitest';
import { evidenceOf } from '../../../src/quiesce/fault-evidence.ts';
import { VsphereFault } from '../../../src/vsphere/wire/fault.ts';
import { parseXml } from '../../../src/xml/xml-element.ts';

it('is type, keys and texts, each once, those of the causes behind', () => {
  const message = (key: string): string => `<faultMessage><key>${key}</key><message>m</message></faultMessage>`;
  const detail = parseXml(
    `<fault>${message('a')}${message('b')}<faultMessage/><faultCause><fault>${message('b')}${message('c')}</fault></faultCause></fault>`,
    'test',
  );
  expect(evidenceOf(new VsphereFault('x', 'SnapshotFault', 'failed', { texts: ['why', 'failed'], detail }))).toEqual({
    type: 'SnapshotFault',
    keys: ['a', 'b', 'c'],
    message: 'failed\nwhy',
  });
});

it('has no keys where there are none', () => {
  expect(evidenceOf(new VsphereFault('x', 'SnapshotFault', 'failed'))).toStrictEqual({
    type: 'SnapshotFault',
    message: 'failed',
  });
});
