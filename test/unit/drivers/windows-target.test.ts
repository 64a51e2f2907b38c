import { expect, it } from 'vitest';
import { windowsServer, windowsTarget } from '../../../src/drivers/windows-target.ts';

it('a server is x64, of version 10.0, for remote administration by two at a time', () => {
  const server = { architecture: 'amd64', major: 10, minor: 0, productType: 3, suiteMask: 0x110 };
  expect(windowsServer(17763)).toEqual({ ...server, build: 17763 });
  expect(windowsTarget('windows-server-2025')).toEqual({ ...server, build: 26100 });
});
