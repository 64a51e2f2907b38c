import { expect, it } from 'vitest';
import { genericKey, isProductKey } from '../../../src/products/product-keys.ts';

const KEY = 'N69G4-B89J2-4G8F4-WWYCC-J464C';

it.each([
  ['TVRH6-WHNXV-R9WG3-9XRFY-MY832', 'windows-server-2025', 'ServerStandard'],
  ['D764K-2NDRG-47T6Q-P8T8W-YP6DF', 'windows-server-2025', 'ServerDatacenter'],
  ['VDYBN-27WPP-V4HQT-9VMD4-VMK7H', 'windows-server-2022', 'ServerStandard'],
  ['WX4NM-KYWYW-QJJR4-XV3QB-6VM33', 'windows-server-2022', 'ServerDatacenter'],
  [KEY, 'windows-server-2019', 'ServerStandard'],
  ['WMDGN-G9PQG-XVVXX-R3X43-63DFG', 'windows-server-2019', 'ServerDatacenter'],
  ['WC2BQ-8NRM3-FDDYY-2BFGV-KHKQY', 'windows-server-2016', 'ServerStandard'],
  ['cb7kf-bwn84-r7r2y-793k2-8xddg', 'windows-server-2016', 'ServerDatacenter'],
])('%s is the generic key of %s %s', (key, product, editionId) => {
  expect(genericKey(key)).toEqual({ product, editionId });
  expect(isProductKey(key)).toBe(true);
});

it('says nothing of another key', () => {
  expect(genericKey(`${KEY.slice(0, -1)}B`)).toBeUndefined();
  expect(isProductKey(`${KEY.slice(0, -1)}B`)).toBe(true);
});

it.each([
  ['something before it', `x${KEY}`],
  ['something behind it', `${KEY}B`],
  ['four groups', KEY.slice(6)],
  ['no hyphens', KEY.replaceAll('-', '')],
  ['a letter that keys do not have', KEY.replace('N', 'A')],
  ['a digit that keys do not have', KEY.replace('6', '0')],
  ['nothing', ''],
])('a text with %s is no key', (_, text) => {
  expect(isProductKey(text)).toBe(false);
});
