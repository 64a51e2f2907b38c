import { describe, expect, it } from 'vitest';
import {
  belowWindows,
  directoryIdIn,
  expandDirectoryIds,
  parseInfPath,
} from '../../../../src/drivers/inf/directory-id.ts';

describe('parseInfPath', () => {
  it.each([
    ['%12%\\x.sys', 12, 'x.sys'],
    ['%13%\\sub\\x.sys', 13, 'sub\\x.sys'],
    ['%10%x.sys', 10, 'x.sys'],
    ['%65535%\\\\x.sys', 65535, 'x.sys'],
    ['C:\\x.sys', undefined, 'C:\\x.sys'],
    ['%name%\\x.sys', undefined, '%name%\\x.sys'],
    ['a%12%\\x.sys', undefined, 'a%12%\\x.sys'],
    ['%12%', 12, ''],
  ])('%s', (text, directory, path) => {
    expect(parseInfPath(text)).toEqual({ directory, path });
  });
});

describe('belowWindows', () => {
  it.each([
    ['%12%\\x.sys', 'System32\\drivers\\x.sys'],
    ['%11%\\sub\\x.exe', 'System32\\sub\\x.exe'],
    ['%10%\\x.sys', 'x.sys'],
    ['%17%\\x.inf', 'INF\\x.inf'],
    ['%18%\\x', 'Help\\x'],
    ['%20%\\x', 'Fonts\\x'],
    ['%13%\\x.sys', undefined],
    ['%24%\\x.sys', undefined],
    ['x.sys', undefined],
  ])('%s is %s', (text, path) => {
    expect(belowWindows(parseInfPath(text))).toBe(path);
  });
});

describe('expandDirectoryIds', () => {
  it.each([
    ['%10%\\a', 'C:\\Windows\\a'],
    ['%11%', 'C:\\Windows\\System32'],
    ['x %12%\\a;%17%\\b', 'x C:\\Windows\\System32\\drivers\\a;C:\\Windows\\INF\\b'],
    ['%24%\\a', 'C:\\a'],
    ['%13%\\a', '%13%\\a'],
    ['%SystemRoot%\\a', '%SystemRoot%\\a'],
    ['100 %', '100 %'],
  ])('%s', (text, expanded) => {
    expect(expandDirectoryIds(text)).toBe(expanded);
  });
});

it.each([
  ['%13%\\a', 13],
  ['a %16422% %1%', 16422],
  ['%SystemRoot%', undefined],
  ['50% of 60%', undefined],
  ['', undefined],
])('directoryIdIn %s is %s', (text, id) => {
  expect(directoryIdIn(text)).toBe(id);
});
