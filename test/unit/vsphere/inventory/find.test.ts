import { describe, expect, it } from 'vitest';
import { findAtMostOne, findOne } from '../../../../src/vsphere/inventory/find.ts';
import type { Inventory } from '../../../../src/vsphere/inventory/inventory.ts';

const FOLDER = { kind: 'folder', input: 'folder' };

function folders(...paths: string[]): Inventory {
  return paths.map((path, index) => ({
    moref: { type: 'Folder', value: `group-v${index}` },
    name: path.split('/').at(-1) ?? '',
    path,
    codedPath: path,
    properties: new Map(),
  }));
}

const TREE = folders('/DC0/vm', '/DC0/vm/Templates', '/DC0/vm/Old/Templates', '/DC0/vm/Old', '/DC0/vm/Windows Server');

describe('findOne', () => {
  it.each([
    ['a name', 'Windows Server', '/DC0/vm/Windows Server'],
    ['a path', '/DC0/vm/Templates', '/DC0/vm/Templates'],
    ['a path with a slash at its end', '/DC0/vm/Old/', '/DC0/vm/Old'],
    ['the end of a path', 'Old/Templates', '/DC0/vm/Old/Templates'],
    ['an id', 'group-v3', '/DC0/vm/Old'],
    ['an id with its type', 'Folder:group-v0', '/DC0/vm'],
    ['a name in another case', 'windows server', '/DC0/vm/Windows Server'],
  ])('takes %s', (_what, written, path) => {
    expect(findOne(TREE, written, FOLDER).path).toBe(path);
  });

  it('takes neither the one of that name nor the one of that id where these are two', () => {
    const tree = folders('/DC0/vm/a', '/DC0/vm/group-v0', '/DC0/vm/group-v2');
    expect(() => findOne(tree, 'group-v0', FOLDER)).toThrow(
      expect.objectContaining({
        code: 'vsphere-ambiguous',
        message: 'More than one folder is called group-v0: /DC0/vm/a (group-v0), /DC0/vm/group-v0 (group-v1)',
      }) as Error,
    );
    expect(findOne(tree, 'Folder:group-v0', FOLDER).path).toBe('/DC0/vm/a');
    expect(findOne(tree, '/DC0/vm/group-v0', FOLDER).path).toBe('/DC0/vm/group-v0');
    expect(findOne(tree, 'group-v2', FOLDER).path).toBe('/DC0/vm/group-v2');
  });

  it('chooses the only one when nothing is written', () => {
    expect(findOne(folders('/DC0/vm'), undefined, FOLDER).path).toBe('/DC0/vm');
  });

  it('lists all of one name', () => {
    expect(() => findOne(TREE, 'Templates', FOLDER)).toThrow(
      expect.objectContaining({
        code: 'vsphere-ambiguous',
        message:
          'More than one folder is called Templates: /DC0/vm/Old/Templates (group-v2), /DC0/vm/Templates (group-v1)',
      }) as Error,
    );
  });

  it('suggests the nearest name', () => {
    expect(() => findOne(TREE, 'Windows Sever', FOLDER)).toThrow(
      expect.objectContaining({
        code: 'vsphere-not-found',
        message: 'There is no folder Windows Sever; did you mean Windows Server?',
      }) as Error,
    );
  });

  it('says how many it does not list', () => {
    const many = folders(...Array.from({ length: 30 }, (_, index) => `/DC0/vm/f${index}`));
    expect(() => findOne(many, undefined, FOLDER)).toThrow(/and 20 more/);
  });

  it('thinks of privileges when there is nothing at all', () => {
    expect(() => findOne([], 'x', FOLDER)).toThrow(
      expect.objectContaining({
        code: 'vsphere-not-found',
        hint: expect.stringContaining('privilege') as string,
      }) as Error,
    );
  });
});

it('findAtMostOne takes no for an answer, but not several', () => {
  expect(findAtMostOne(TREE, 'nowhere', FOLDER)).toBeUndefined();
  expect(() => findAtMostOne(TREE, 'Templates', FOLDER)).toThrow(/More than one/);
});

describe('what is not found', () => {
  it('is told without a suggestion where nothing is near, with all that could be chosen', () => {
    expect(() => findOne(TREE, 'zzzzzzzz', FOLDER)).toThrow(
      expect.objectContaining({
        message: 'There is no folder zzzzzzzz',
        hint: 'Set the input folder to one of: /DC0/vm (group-v0), /DC0/vm/Old (group-v3), /DC0/vm/Old/Templates (group-v2), /DC0/vm/Templates (group-v1), /DC0/vm/Windows Server (group-v4)',
      }) as Error,
    );
  });

  it.each([
    [undefined, 'There is no folder'],
    ['x', 'There is no folder x, nor any other'],
  ])('of nothing at all, %s, is told so', (written, message) => {
    expect(() => findOne([], written, FOLDER)).toThrow(expect.objectContaining({ message }) as Error);
  });

  it('may be several where nothing was written', () => {
    expect(() => findOne(folders('/a', '/b'), undefined, FOLDER)).toThrow(
      expect.objectContaining({
        message: 'There is more than one folder: /a (group-v0), /b (group-v1)',
        hint: 'Set the input folder to one of these paths.',
      }) as Error,
    );
  });

  it('lists ten and counts the rest', () => {
    const many = (count: number): Inventory => folders(...Array.from({ length: count }, (_, index) => `/f${index}`));
    expect(() => findOne(many(10), undefined, FOLDER)).toThrow(/\/f9 \(group-v9\)$/);
    expect(() => findOne(many(11), undefined, FOLDER)).toThrow(/ and 1 more$/);
  });
});

it('a name comes before the end of a path', () => {
  const tree = folders('/DC0/vm/a', '/DC0/vm/group-v0', '/DC0/a/b', '/DC0/B');
  expect(findOne(tree, 'b', FOLDER).path).toBe('/DC0/a/b');
  expect(findOne(tree, '//a/b', FOLDER).path).toBe('/DC0/a/b');
  expect(findOne(tree, 'vm/a', FOLDER).path).toBe('/DC0/vm/a');
  expect(findAtMostOne(tree, 'm/a', FOLDER)).toBeUndefined();
  expect(findAtMostOne(tree, 'Datacenter:group-v0', FOLDER)).toBeUndefined();
});

it('a whole path is none that only ends so', () => {
  const tree = folders('/A/DC0/vm', '/DC0/vm');
  expect(findOne(tree, '/DC0/vm', FOLDER).path).toBe('/DC0/vm');
  expect(() => findOne(tree, 'DC0/vm', FOLDER)).toThrow(/More than one folder is called DC0\/vm/);
});
