import { expect, it } from 'vitest';
import { findReferenced, isMacCompanion, memberName } from '../../../src/ova/member-name.ts';

it.each([
  ['vm.ovf', 'vm.ovf'],
  ['./vm.ovf', 'vm.ovf'],
  ['././/vm.ovf', 'vm.ovf'],
  ['a/./vm.ovf', 'a/./vm.ovf'],
  ['.vm.ovf', '.vm.ovf'],
])('calls %s %s', (written, name) => {
  expect(memberName(written)).toBe(name);
});

it.each([
  ['._vm.ovf', true],
  ['folder/._disk.vmdk', true],
  ['__MACOSX/vm.ovf', true],
  ['.DS_Store', true],
  ['a/.DS_Store', true],
  ['vm._ovf', false],
  ['.DS_Store.vmdk', false],
  ['_._vm.ovf', false],
  ['MACOSX/vm.ovf', false],
])('knows of %s whether macOS made it: %s', (name, made) => {
  expect(isMacCompanion(name)).toBe(made);
});

it('finds what a reference means', () => {
  const members = new Map(['a b.vmdk', '100%.vmdk', 'a%20c.vmdk', 'in/x y.vmdk'].map((name) => [name, name]));
  expect(findReferenced(members, 'a b.vmdk')).toBe('a b.vmdk');
  expect(findReferenced(members, 'a%20b.vmdk')).toBe('a b.vmdk');
  expect(findReferenced(members, './a%20b.vmdk')).toBe('a b.vmdk');
  // A name that looks encoded and is not goes before what it would decode to.
  expect(findReferenced(members, 'a%20c.vmdk')).toBe('a%20c.vmdk');
  expect(findReferenced(members, '100%.vmdk')).toBe('100%.vmdk');
  expect(findReferenced(members, 'x%20y.vmdk', 'in/vm.ovf')).toBe('in/x y.vmdk');
  expect(findReferenced(members, 'x y.vmdk', 'in/vm.ovf')).toBe('in/x y.vmdk');
  const both = new Map(['a b', 'in/a b', 'in/a%20b'].map((name) => [name, name]));
  expect(findReferenced(both, 'a%20b', 'in/vm.ovf')).toBe('a b');
  both.delete('a b');
  expect(findReferenced(both, 'a%20b', 'in/vm.ovf')).toBe('in/a%20b');
  both.delete('in/a%20b');
  expect(findReferenced(both, 'a%20b', 'in/vm.ovf')).toBe('in/a b');
  expect(findReferenced(both, 'a%20b', 'other/vm.ovf')).toBeUndefined();
  expect(findReferenced(members, 'x y.vmdk')).toBeUndefined();
  expect(findReferenced(members, 'A B.vmdk')).toBeUndefined();
});
