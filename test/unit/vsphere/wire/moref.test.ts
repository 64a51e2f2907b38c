import { expect, it } from 'vitest';
import { morefOf, sameMoref } from '../../../../src/vsphere/wire/moref.ts';
import { parseXml } from '../../../../src/xml/xml-element.ts';

it('is read from an element that names one', () => {
  expect(morefOf(parseXml('<x type="VirtualMachine">vm-1</x>', 'x'))).toEqual({
    type: 'VirtualMachine',
    value: 'vm-1',
  });
  expect(morefOf(parseXml('<x>vm-1</x>', 'x'))).toEqual({ type: '', value: 'vm-1' });
  expect(morefOf(parseXml('<x type="VirtualMachine"/>', 'x'))).toBeUndefined();
  expect(morefOf(undefined)).toBeUndefined();
});

it('is the same by type and value; none is not the same as none', () => {
  const a = { type: 'A', value: '1' };
  expect(sameMoref(a, { ...a })).toBe(true);
  expect(sameMoref(a, { ...a, type: 'B' })).toBe(false);
  expect(sameMoref(a, { ...a, value: '2' })).toBe(false);
  expect(sameMoref(a, undefined)).toBe(false);
  expect(sameMoref(undefined, a)).toBe(false);
  expect(sameMoref(undefined, undefined)).toBe(false);
});
