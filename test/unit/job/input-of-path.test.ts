import { describe, expect, it } from 'vitest';
import { input } from '../../../src/job/input.ts';
import { inputOfPath, nameInput } from '../../../src/job/input-of-path.ts';
import { path, secret, text } from '../../../src/job/input-types.ts';

const ACTION = {
  inputs: {
    ova: input(path, { description: 'x' }),
    directory: input(path, { description: 'x' }),
    drivers: input(text, { description: 'x' }),
    deep: input(path, { description: 'x' }),
    key: input(secret, { description: 'x' }),
  },
};
const RAW: Readonly<Record<string, string>> = {
  ova: '/out/a.ova',
  directory: '/out',
  drivers: '/drv\n/other',
  deep: '/deep/er/a.ova',
  key: '/secret',
};
const readRaw = (name: string): string | undefined => RAW[name];

describe('inputOfPath', () => {
  it.each([
    ['/out/a.ova', 'ova'],
    ['/out/a.ova.stillframe-partial', 'ova'],
    ['/out/b', 'directory'],
    ['/out', 'directory'],
    ['/elsewhere', undefined],
    ['/deep', 'deep'],
    ['/outside', 'directory'],
    ['/secret', undefined],
    ['/drv', undefined],
  ])('%s', (wanted, name) => expect(inputOfPath(ACTION, readRaw, wanted)).toBe(name));
});

describe('nameInput', () => {
  it.each([
    ['/out/a.ova holds nothing', '/out/a.ova (input ova) holds nothing'],
    ['The file /out/a.ova', 'The file /out/a.ova (input ova)'],
    ['/out is a folder', '/out (input directory) is a folder'],
    ['/out/b is a folder', '/out/b is a folder'],
    ['/out/a.ova:3:1: wrong', '/out/a.ova:3:1: wrong'],
    ['/out/a.ova: wrong', '/out/a.ova (input ova): wrong'],
    ['The OVA /out/a.ova (input ova) is wrong', 'The OVA /out/a.ova (input ova) is wrong'],
    ['/secret is no key', '/secret is no key'],
  ])('%s', (message, named) => expect(nameInput(ACTION, readRaw, message)).toBe(named));
});
