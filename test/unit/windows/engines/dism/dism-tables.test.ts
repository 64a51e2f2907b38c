import { expect, it } from 'vitest';
import { listedValue, tableRows } from '../../../../../src/windows/engines/dism/dism-tables.ts';

const FEATURES = [
  '',
  'Deployment Image Servicing and Management tool',
  'Version: 10.0.17763.1',
  '',
  'Features listing for package : Microsoft-Windows-Foundation-Package',
  '',
  '',
  '------------------------------------------- | --------',
  'Feature Name                                | State',
  '------------------------------------------- | --------',
  'TelnetClient                                | Enabled',
  'NetFx3                                      | Disabled with Payload Removed',
  '',
  'The operation completed successfully.',
].join('\r\n');

it('reads the rows of a table', () => {
  expect(tableRows(FEATURES.replace(/-+ \| -+\r\nFeature/, 'Feature'))).toEqual([
    ['TelnetClient', 'Enabled'],
    ['NetFx3', 'Disabled with Payload Removed'],
  ]);
});

it('reads them also below a rule above the head', () => {
  expect(tableRows(FEATURES)).toEqual([
    ['TelnetClient', 'Enabled'],
    ['NetFx3', 'Disabled with Payload Removed'],
  ]);
});

it('finds no rows where there is no table, and all to the end of the text', () => {
  expect(tableRows('The operation completed successfully.')).toEqual([]);
  expect(tableRows('a | b\n--- | ---\nx | y')).toEqual([['x', 'y']]);
});

it('reads the value of a listing', () => {
  const text =
    'Driver package information:\r\n\r\nPublished Name : oem0.inf\r\nBoot Critical : Yes\r\nName : a : b\r\n';
  expect(listedValue(text, 'Boot Critical')).toBe('Yes');
  expect(listedValue(text, 'Name')).toBe('a : b');
  expect(listedValue(text, 'Critical')).toBeUndefined();
});
