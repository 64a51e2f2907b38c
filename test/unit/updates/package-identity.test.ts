import { expect, it } from 'vitest';
import {
  buildOfIdentity,
  kindOfIdentity,
  parsePackageName,
  readIdentities,
  readPropertiesKb,
} from '../../../src/updates/package-identity.ts';

const xml = (name: string, version: string): string =>
  `\uFEFF<?xml version="1.0"?><unattend xmlns="urn:schemas-microsoft-com:unattend"><servicing><package action="install"><assemblyIdentity name="${name}" version="${version}"/><source location="x"/></package></servicing></unattend>`;

const firstOf = (text: string) => readIdentities(text)[0];

it('reads the first identity', () => {
  expect(firstOf(xml('Package_for_RollupFix', '17763.9619.1.5'))).toEqual({
    name: 'Package_for_RollupFix',
    version: '17763.9619.1.5',
  });
  const two = '<a><assemblyIdentity name="first" version="1"/><assemblyIdentity name="second" version="2"/></a>';
  expect(firstOf(two)).toEqual({ name: 'first', version: '1' });
});

it.each(['', 'no xml', '<a/>', '<a><assemblyIdentity name="x"/></a>', '<a><assemblyIdentity version="1"/></a>'])(
  'finds none in %j',
  (text) => {
    expect(firstOf(text)).toBeUndefined();
  },
);

it('keeps what stood before a fault', () => {
  expect(firstOf('<a><assemblyIdentity name="x" version="1"/><b></a>')).toEqual({ name: 'x', version: '1' });
});

it.each([
  ['Package_for_RollupFix', 'cumulative'],
  ['Package_for_RollupFix~31bf3856ad364e35~amd64', 'cumulative'],
  ['package_for_dotnetrollup_481', 'dotnet'],
  ['Package_for_ServicingStack_2090', 'servicing-stack'],
  ['Package_for_KB5005112', undefined],
  ['x_Package_for_RollupFix', undefined],
])('%s is %s', (name, kind) => {
  expect(kindOfIdentity(name)).toBe(kind);
});

it.each([
  ['17763.9619.1.5', '17763.9619'],
  ['10.0.9300.1', undefined],
  ['17763.9619', undefined],
])('the build of %s is %s', (version, build) => {
  expect(buildOfIdentity({ name: 'x', version })).toBe(build);
});

it('reads the number out of the properties', () => {
  expect(readPropertiesKb('a\nKB Article Number="5005112"\nb')).toBe('KB5005112');
  expect(readPropertiesKb('x KB Article Number="5005112"')).toBeUndefined();
  expect(readPropertiesKb('KB Article Number="51"')).toBeUndefined();
});

it('takes no element that only ends like one, and any prefix', () => {
  expect(firstOf('<a><notassemblyIdentity name="x" version="1"/></a>')).toBeUndefined();
  expect(firstOf('<a xmlns:b="urn:b"><b:assemblyIdentity name="x" version="1"/></a>')).toEqual({
    name: 'x',
    version: '1',
  });
});

it('reads the number of a line that is one', () => {
  expect(readPropertiesKb('KB Article Number="5005112" x')).toBe('KB5005112');
  expect(readPropertiesKb('KB Article Number="123456789"')).toBeUndefined();
});

it.each([
  ['17763.1234567.1.5', undefined],
  ['x17763.9619.1.5', undefined],
])('the build of %s is %s', (version, build) => {
  expect(buildOfIdentity({ name: 'x', version })).toBe(build);
});

it('reads every package that an unattend file has installed, and no other', () => {
  const one = (name: string, more = '') => `<package><assemblyIdentity name="${name}" version="1" ${more}/></package>`;
  const text = `<unattend><assemblyIdentity name="x" version="0"/><servicing>${one('a', 'language="neutral"')}${one('b', 'language="de-DE"')}</servicing>${one('c')}</unattend>`;
  expect(readIdentities(text)).toEqual([
    { name: 'a', version: '1' },
    { name: 'b', version: '1', language: 'de-DE' },
  ]);
});

it('reads of a manifest its own identity alone', () => {
  const own = '<assemblyIdentity name="own" version="2"/>';
  const parts =
    '<package><parent><assemblyIdentity name="p" version="1"/></parent><update><package><assemblyIdentity name="q" version="1"/></package></update></package>';
  expect(readIdentities(`<assembly>${own}${parts}</assembly>`)).toEqual([{ name: 'own', version: '2' }]);
});

it.each([
  [
    'Package_for_RollupFix~31bf3856ad364e35~amd64~~17763.1.1.5',
    { name: 'Package_for_RollupFix', version: '17763.1.1.5' },
  ],
  [
    'LanguagePack~31bf3856ad364e35~amd64~de-DE~10.0.1.1',
    { name: 'LanguagePack', version: '10.0.1.1', language: 'de-DE' },
  ],
  ['Package_for_RollupFix', undefined],
  ['~31bf3856ad364e35~amd64~~17763.1.1.5', undefined],
  ['a~b~c~~', undefined],
  ['a~b~c~~1~2', undefined],
])('the package %s is %j', (text, identity) => {
  expect(parsePackageName(text)).toEqual(identity);
});
