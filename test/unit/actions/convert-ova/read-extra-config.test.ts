import { expect, it } from 'vitest';
import { readExtraConfig } from '../../../../actions/convert-ova/read-extra-config.ts';

function read(lines: readonly string[]): Record<string, string> {
  const invalid = (name: string, value: string, hint: string): Error => new Error(`${name}: ${value}: ${hint}`);
  return readExtraConfig(lines, { 'disk.EnableUUID': 'TRUE' }, invalid);
}

it('reads one setting a line, and keeps the defaults', () => {
  expect(read([])).toEqual({ 'disk.EnableUUID': 'TRUE' });
  expect(read(['a.b = c, d', 'x:1=', 'tools.syncTime  =  FALSE'])).toEqual({
    'disk.EnableUUID': 'TRUE',
    'a.b': 'c, d',
    'x:1': '',
    'tools.syncTime': 'FALSE',
  });
});

it.each(['disk.EnableUUID = FALSE', 'disk.enableuuid = FALSE', 'DISK.ENABLEUUID=FALSE'])(
  'replaces a default whatever case it is written in: %s',
  (line) => {
    expect(Object.entries(read([line]))).toEqual([[line.split(/ ?=/)[0], 'FALSE']]);
  },
);

it.each([
  ['a = 1', 'a = 1'],
  ['a.b = 1', 'A.B = 2'],
])('refuses a setting that is given twice: %s and %s', (first, second) => {
  expect(() => read([first, second])).toThrow(`extra-config: ${second}: Leave one out: its setting is given twice`);
});

it.each(['stillframe.image = 0', 'Stillframe.First-Boot = expected', 'guestinfo.stillframe.x = 1'])(
  'refuses a setting that the actions write: %s',
  (line) => {
    expect(() => read([line])).toThrow(`extra-config: ${line}: Leave it out`);
  },
);

it('takes a setting whose name only begins or goes on alike', () => {
  const theirs = { stillframes: '1', 'guestinfo.mine': '2', 'my.stillframe.x': '3' };
  expect(read(Object.entries(theirs).map(([key, value]) => `${key} = ${value}`))).toMatchObject(theirs);
});

it.each(['nonsense', '= x', 'a b = x'])('refuses what is no setting: %s', (line) => {
  expect(() => read([line])).toThrow(`extra-config: ${line}: Write one setting a line`);
});
