import { expect, it } from 'vitest';
import {
  booleanElement,
  deviceElement,
  integerElement,
  objectElement,
  objectListElement,
  textElement,
} from '../../../src/bcd/bcd-element.ts';
import { binaryValue, multiStringValue, stringValue } from '../../../src/registry/hive-tree.ts';

const GUID = '{9dea862c-5cdd-4e70-acc1-f32b344d4795}';

it('names each element by its number, with one value called Element', () => {
  expect(deviceElement(0x11000001, Buffer.from([1, 2]))).toEqual({
    name: '11000001',
    values: [binaryValue('Element', Buffer.from([1, 2]))],
    keys: [],
  });
  expect(textElement(0x12000002, '\\bootmgfw.efi').values).toEqual([stringValue('Element', '\\bootmgfw.efi')]);
  expect(objectElement(0x23000003, GUID).values).toEqual([stringValue('Element', GUID)]);
  expect(objectListElement(0x24000001, [GUID, GUID]).values).toEqual([multiStringValue('Element', [GUID, GUID])]);
});

it('stores numbers in eight bytes and truth in one', () => {
  expect(integerElement(0x25000004, 30n).values).toEqual([
    binaryValue('Element', Buffer.from([30, 0, 0, 0, 0, 0, 0, 0])),
  ]);
  expect(integerElement(0x25000004, 2n ** 63n).values[0]?.data[7]).toBe(0x80);
  expect(booleanElement(0x26000010, true).values).toEqual([binaryValue('Element', Buffer.from([1]))]);
  expect(booleanElement(0x26000010, false).values).toEqual([binaryValue('Element', Buffer.from([0]))]);
});
