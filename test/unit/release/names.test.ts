import { expect, it } from 'vitest';
import { infName, lastPart } from '../../../src/release/names.ts';

it.each([
  ['C:\\out\\a.ova', 'a.ova'],
  ['/out/a.ova', 'a.ova'],
  ['a.ova', 'a.ova'],
  ['/DC/vm/', ''],
])('the last part of %s is %s', (path, name) => {
  expect(lastPart(path)).toBe(name);
});

it.each([
  ['D:\\x\\PVSCSI.INF', 'pvscsi'],
  ['/x/vmxnet3.inf', 'vmxnet3'],
  ['a.inf.inf', 'a.inf'],
  ['info', 'info'],
])('%s is the driver %s', (path, name) => {
  expect(infName(path)).toBe(name);
});
