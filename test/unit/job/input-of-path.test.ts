import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { input } from '../../../src/job/input.ts';
import { inputOfPath, nameInput } from '../../../src/job/input-of-path.ts';
import { parsed, path, secret, text } from '../../../src/job/input-types.ts';

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

describe('inputOfPath with other inputs', () => {
  const inputs = {
    outer: input(path, { description: 'x' }),
    inner: input(path, { description: 'x' }),
    word: input(text, { description: 'x' }),
  };
  const named = (raw: Readonly<Record<string, string>>, wanted: string): string | undefined =>
    inputOfPath({ inputs }, (name) => raw[name], wanted);

  it('takes the nearest, whichever is declared first', () => {
    expect(named({ outer: '/out', inner: '/out/in' }, '/out/in/x')).toBe('inner');
    expect(named({ outer: '/out/in', inner: '/out' }, '/out/in/x')).toBe('outer');
  });

  it('takes what is named with blanks around it, and nothing for what is not set', () => {
    expect(named({ outer: ' /out ' }, '/out/x')).toBe('outer');
    expect(named({ outer: ' ' }, resolve('somewhere'))).toBeUndefined();
    expect(named({ report: '/r.json' }, '/r.json')).toBe('report');
  });

  it('knows the root of all, and a folder by its end', () => {
    expect(named({ word: '/' }, '/any/where')).toBe('word');
    expect(named({ word: '/lst' }, '/lst/x')).toBe('word');
    expect(named({ word: '/lst' }, '/lstx')).toBeUndefined();
  });

  it('takes a word that only looks like a part of the path for nothing', () => {
    expect(named({ word: '/deep/er' }, '/deep')).toBeUndefined();
  });
});

describe('nameInput with other inputs', () => {
  const inputs = {
    outer: input(path, { description: 'x' }),
    inner: input(path, { description: 'x' }),
    source: input(
      parsed('Path or URL', (value) => value),
      { description: 'x' },
    ),
    word: input(text, { description: 'x' }),
  };
  const named = (raw: Readonly<Record<string, string>>, message: string): string =>
    nameInput({ inputs }, (name) => raw[name], message);

  it('names the nearest, whichever is declared first', () => {
    expect(named({ outer: '/out', inner: '/out x' }, '/out x is wrong')).toBe('/out x (input inner) is wrong');
    expect(named({ outer: '/out x', inner: '/out' }, '/out x is wrong')).toBe('/out x (input outer) is wrong');
  });

  it('names a path that may be an address too, with blanks around it, and no word', () => {
    expect(named({ source: ' /a.iso ' }, '/a.iso is wrong')).toBe('/a.iso (input source) is wrong');
    expect(named({ word: '/a.iso' }, '/a.iso is wrong')).toBe('/a.iso is wrong');
  });

  it('names nothing where nothing is set, or where an input is named already', () => {
    const message = `${process.cwd()} is wrong`;
    expect(named({}, message)).toBe(message);
    expect(named({ outer: '/out' }, 'Input inner: /out is wrong')).toBe('Input inner: /out is wrong');
    expect(named({ outer: '/out' }, '/out is no INPUTS')).toBe('/out (input outer) is no INPUTS');
  });
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
