import { expect, it } from 'vitest';
import { matchesName } from '../../../src/audit/name-pattern.ts';

const vm = (path: string, id = 'vm-1') => ({
  moref: { type: 'VirtualMachine', value: id },
  name: path.slice(path.lastIndexOf('/') + 1),
  path,
  codedPath: path,
  properties: new Map(),
});

it.each<[pattern: string, path: string, matches: boolean]>([
  ['ws2022', '/DC0/vm/ws2022', true],
  ['WS2022', '/DC0/vm/ws2022', true],
  ['ws2022', '/DC0/vm/ws2022-std', false],
  ['ws*', '/DC0/vm/Templates/ws2022-std', true],
  ['*std', '/DC0/vm/ws2022-std', true],
  ['std', '/DC0/vm/ws2022-std', false],
  ['ws20??', '/DC0/vm/ws2022', true],
  ['ws20??', '/DC0/vm/ws202', false],
  ['Templates/*', '/DC0/vm/Templates/ws', true],
  ['Templates/*', '/DC0/vm/MyTemplates/ws', false],
  ['Templates/*', '/DC0/vm/Templates/old/ws', false],
  ['vm/*/ws', '/DC0/vm/Templates/ws', true],
  ['/DC0/vm/*', '/DC0/vm/ws', true],
  ['/DC0/vm/*', '/DC0/vm/a/ws', false],
  ['/vm/*', '/DC0/vm/ws', false],
  ['/DC0/vm/**', '/DC0/vm/a/b/ws', true],
  ['/DC0/**/ws', '/DC0/vm/a/ws', true],
  ['/DC0/**/vm/ws', '/DC0/vm/ws', true],
  ['**', '/DC1/vm/ws', true],
  ['a.c', '/DC0/vm/abc', false],
  ['a.c+(1)[x]{y}^$|\\-', '/DC0/vm/a.c+(1)[x]{y}^$|\\-', true],
  ['vm-1', '/DC0/vm/ws', true],
  ['VM-1', '/DC0/vm/ws', false],
  ['vm-2', '/DC0/vm/ws', false],
])('%s and %s: %s', (pattern, path, matches) => {
  expect(matchesName(pattern, vm(path))).toBe(matches);
});
