import { expect, it } from 'vitest';
import { environmentValue } from '../../../src/tools/tool-host.ts';

it('knows no case in the names of variables on Windows, and does elsewhere', () => {
  expect(environmentValue({ platform: 'win32', env: { Path: 'x' } }, 'PATH')).toBe('x');
  expect(environmentValue({ platform: 'win32', env: { Path: 'x' } }, 'PATHEXT')).toBeUndefined();
  expect(environmentValue({ platform: 'linux', env: { Path: 'x' } }, 'PATH')).toBeUndefined();
  expect(environmentValue({ platform: 'linux', env: { PATH: 'x' } }, 'PATH')).toBe('x');
});
