import { expect, it } from 'vitest';
import { accessOf } from '../../../../src/windows/stage/staged-access.ts';

it.each([
  ['Windows/Setup/Stillframe/register.cmd', 'private'],
  ['windows/SETUP/scripts/SetupComplete.cmd', 'private'],
  ['Windows/Panther/unattend.xml', 'private'],
  ['Windows/Setup/Stillframe/', 'private'],
  ['Windows/Setup/', 'program'],
  ['Windows/System32/drivers/pvscsi.sys', 'program'],
])('%s is %s', (path, access) => {
  expect(accessOf(path)).toBe(access);
});
