import { describe, expect, it } from 'vitest';
import {
  keyInHive,
  parseRegistrySettings,
  readRegistrySettings,
  refuseContradiction,
  type WrittenSetting,
} from '../../../../src/windows/customize/registry-setting.ts';

const KEY = 'HKLM\\SOFTWARE\\Corp';
const one = (setting: Partial<WrittenSetting>) =>
  readRegistrySettings([{ key: KEY, name: 'N', type: 'string', value: 'x', ...setting }])[0];

describe('readRegistrySettings', () => {
  it.each<[WrittenSetting['type'], WrittenSetting['value'], number, Buffer]>([
    ['string', 'ж', 1, Buffer.from('ж\0', 'utf16le')],
    ['string', '007', 1, Buffer.from('007\0', 'utf16le')],
    ['string', '', 1, Buffer.from('\0', 'utf16le')],
    ['multi-string', [], 7, Buffer.from('\0', 'utf16le')],
    ['qword', 9007199254740991, 11, Buffer.from('ffffffffffff1f00', 'hex')],
    ['qword', '18446744073709551615', 11, Buffer.from('ffffffffffffffff', 'hex')],
    ['expand-string', '%SystemRoot%', 2, Buffer.from('%SystemRoot%\0', 'utf16le')],
    ['multi-string', ['a', 'b'], 7, Buffer.from('a\0b\0\0', 'utf16le')],
    ['dword', 4294967295, 4, Buffer.from('ffffffff', 'hex')],
    ['dword', '0x10', 4, Buffer.from('10000000', 'hex')],
    ['qword', '4294967296', 11, Buffer.from('0000000001000000', 'hex')],
    ['binary', '01,ff 0A', 3, Buffer.from('01ff0a', 'hex')],
    ['binary', '', 3, Buffer.alloc(0)],
  ])('%s %j', (type, value, number, data) => {
    expect(one({ type, value })?.value).toEqual({ name: 'N', type: number, data });
  });

  it.each<[WrittenSetting['type'], WrittenSetting['value']]>([
    ['string', ['a']],
    ['multi-string', 'a'],
    ['dword', 4294967296],
    ['dword', -1],
    ['dword', 1.5],
    // What JSON has made of 9007199254740993, and of 1.10.
    ['qword', 9007199254740992],
    ['string', 9007199254740992],
    ['expand-string', 1.1],
    ['binary', 9007199254740992],
    ['dword', 'x'],
    ['qword', '18446744073709551616'],
    ['binary', '0'],
    ['binary', 'zz'],
  ])('refuses %s %j', (type, value) => {
    expect(() => one({ type, value })).toThrow(`${KEY}\\N: ${JSON.stringify(value)} is no ${type}`);
  });

  it.each<[string, WrittenSetting['type'], WrittenSetting['value'], string]>([
    ['a version of which YAML has made 1.1', 'string', 1.1, 'read as a number'],
    ['a number of which the zeros are gone', 'expand-string', 7, 'read as a number'],
    ['bytes of which the zeros are gone', 'binary', 10, 'read as a number'],
    // As YAML reads 9007199254740993.
    ['a number that is another by now', 'qword', 9007199254740992, 'put it in quotes'],
    ['a text with an end in it', 'string', 'a\0b', 'NUL character'],
    ['a list whose text has an end in it', 'multi-string', ['a', 'b\0c'], 'NUL character'],
    ['a list that ends early', 'multi-string', ['a', '', 'b'], 'has an empty text, at which Windows ends the list'],
  ])('refuses %s', (_, type, value, reason) => {
    expect(() => one({ type, value })).toThrow(reason);
    expect(() => one({ type, value })).toThrow(`${KEY}\\N: ${JSON.stringify(value)} is no ${type}: it `);
  });

  it('refuses names and values that the registry does not hold', () => {
    expect(() => one({ key: `${KEY}\\${'k'.repeat(256)}` })).toThrow('a key has at most 255 characters');
    expect(one({ key: `${KEY}\\${'k'.repeat(255)}` })).toBeDefined();
    expect(() => one({ name: 'n'.repeat(16_384) })).toThrow('a name of a value 16383');
    expect(one({ name: 'n'.repeat(16_383) })).toBeDefined();
    expect(() => one({ name: 'a\0b' })).toThrow('NUL character');
    expect(() => one({ key: `${KEY}\\a\0b` })).toThrow('NUL character');
    expect(() => one({ type: 'binary', value: 'aa'.repeat(16_345) })).toThrow('a value of 16345 bytes; 16344');
    expect(one({ type: 'binary', value: 'aa'.repeat(16_344) })?.value.data).toHaveLength(16_344);
  });

  it('refuses to point Windows to another answer file', () => {
    const at = (key: string, name: string) => () => one({ key, name });
    expect(at('HKLM\\SYSTEM\\setup', 'unattendFile')).toThrow('would have Windows take another answer file');
    expect(at('HKLM\\SYSTEM\\Setup', 'CmdLine')).not.toThrow();
    expect(at('HKLM\\SOFTWARE\\Setup', 'UnattendFile')).not.toThrow();
  });

  it('knows two hives, by either name, and the default value', () => {
    const [setting] = readRegistrySettings([
      { key: 'HKEY_LOCAL_MACHINE\\system\\CurrentControlSet\\X', type: 'dword', value: 1 },
    ]);
    expect(setting).toMatchObject({ hive: 'SYSTEM', key: 'CurrentControlSet\\X', value: { name: '' } });
    expect(one({})).toMatchObject({ hive: 'SOFTWARE', key: 'Corp' });
    for (const key of [
      'HKCU\\SOFTWARE\\X',
      'HKLM\\SAM\\X',
      'HKLM\\SOFTWARE',
      'HKLM\\SOFTWARE\\',
      'HKLM\\SOFTWARE\\a\\\\b',
    ]) {
      expect(() => one({ key })).toThrow(`"${key}" is no key below HKLM\\SOFTWARE or HKLM\\SYSTEM`);
    }
  });
});

it('refuses values that turn off what another input turns on', () => {
  const key = 'HKLM\\SYSTEM\\currentcontrolset\\Control\\Terminal Server';
  const deny = (value: number) => ({ key, name: 'FDenyTSConnections', type: 'dword', value }) as const;
  const refuse =
    (wanted: boolean, ...values: readonly number[]) =>
    () =>
      refuseContradiction(wanted, readRegistrySettings(values.map(deny)));
  expect(refuse(true, 0, 1)).toThrow('turns Remote Desktop off, and remote-desktop is true');
  expect(refuse(true, 1, 0)).not.toThrow();
  expect(refuse(false, 1)).not.toThrow();
  expect(refuse(true)).not.toThrow();
});

it('puts the control set that Windows starts with in the place of the current one, and nowhere else', () => {
  const at = (key: string): string =>
    keyInHive({ hive: 'SYSTEM', key, value: { name: '', type: 1, data: Buffer.alloc(0) } }, 'ControlSet002');
  expect(at('currentcontrolset\\Services\\X')).toBe('ControlSet002\\Services\\X');
  expect(at('CurrentControlSet')).toBe('ControlSet002');
  expect(at('CurrentControlSets\\X')).toBe('CurrentControlSets\\X');
  expect(at('X\\CurrentControlSet')).toBe('X\\CurrentControlSet');
});

describe('parseRegistrySettings', () => {
  it('reads JSON', () => {
    const settings = [
      { key: KEY, name: 'a', type: 'dword', value: 1 },
      { key: KEY, type: 'multi-string', value: ['x'] },
    ];
    expect(parseRegistrySettings(JSON.stringify(settings))).toEqual(settings);
    expect(parseRegistrySettings('[]')).toEqual([]);
  });

  it.each([
    ['{', 'not valid JSON'],
    ['{}', 'no JSON array'],
    ['[1]', 'entry 1 needs "key"'],
    ['[{"key":"K","type":"dword"}]', 'entry 1 needs "key"'],
    ['[{"key":"K","type":"REG_SZ","value":"x"}]', 'entry 1 needs "key"'],
    ['[{"key":"K","type":"string","value":true}]', 'entry 1 needs "key"'],
    ['[{"key":"K","type":"string","value":[1]}]', 'entry 1 needs "key"'],
    ['[{"key":"K","name":1,"type":"string","value":"x"}]', 'entry 1 needs "key"'],
    ['[{"key":"K","type":"string","data":"x","value":"x"}]', 'entry 1 has the field "data"'],
  ])('refuses %s', (text, message) => {
    expect(() => parseRegistrySettings(text)).toThrow(
      expect.objectContaining({
        code: 'input-invalid',
        message: expect.stringContaining(`Input registry: ${message}`) as string,
      }),
    );
  });
});
