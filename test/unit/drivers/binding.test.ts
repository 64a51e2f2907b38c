import { expect, it } from 'vitest';
import { bindings, explainNoBinding } from '../../../src/drivers/binding.ts';
import { parseInf } from '../../../src/drivers/inf/inf.ts';
import { windowsServer } from '../../../src/drivers/windows-target.ts';
import { sampleInf } from './sample-inf.ts';

const parsed = (models: Readonly<Record<string, boolean>>, change = (text: string): string => text) =>
  parseInf(Buffer.from(change(sampleInf({ name: 'a', device: 'A\\A', driverVer: '01/01/2024,1', models }))), 'a.inf');
const TARGET = windowsServer(20_348);

it('are the models that have an id', () => {
  expect(bindings(parsed({ NTamd64: true }), TARGET)).toHaveLength(1);
  expect(
    bindings(
      parsed({ NTamd64: true }, (text) => text.replace('Install, A\\A', 'Install')),
      TARGET,
    ),
  ).toEqual([]);
  expect(bindings(parsed({ 'NTamd64.10.0...30000': true }), TARGET)).toEqual([]);
  const token = parsed({ NTamd64: true }, (text) => text.replace('Install, A\\A', 'Install, PCI\\%Nobody.Defines%'));
  expect(bindings(token, TARGET)).toEqual([]);
});

it.each<[string, Readonly<Record<string, boolean>>, (text: string) => string, string]>([
  [
    'an empty section',
    { NTamd64: false },
    (text) => text,
    'for build 20348 (amd64) Windows takes its models section [Sample.NTamd64], which is empty: the vendor leaves these versions to the driver inside Windows',
  ],
  [
    'sections for others',
    { NTarm64: true, 'NTamd64.10.0...30000': true },
    (text) => text,
    'none of its models sections (NTarm64, NTamd64.10.0...30000) is for build 20348 (amd64)',
  ],
  ['no architecture', {}, (text) => text, 'its models name no architecture, and amd64 is not assumed'],
  [
    'an id that is an undefined string',
    { NTamd64: true },
    (text) => text.replace('Install, A\\A', 'Install, %First%, PCI\\%Second%&X'),
    'its models section [Sample.NTamd64] names devices by strings that it does not define (%FIRST%, PCI\\%SECOND%&X)',
  ],
  [
    'a model without an id',
    { NTamd64: true },
    (text) => text.replace('Install, A\\A', 'Install'),
    'its models section [Sample.NTamd64] names no hardware id',
  ],
  [
    'no manufacturer',
    {},
    (text) => text.replace('%Maker% = Sample\r\n', ''),
    'its [Manufacturer] section names no models',
  ],
])('says why nothing binds: %s', (_, models, change, reason) => {
  expect(explainNoBinding(parsed(models, change), TARGET)).toBe(reason);
});

it('are told from those beside them that are undefined strings', () => {
  const mixed = parsed({ NTamd64: true }, (text) =>
    text
      .replace('Install, A\\A', 'Install, %Nobody%, %Device.Id%')
      .replace('[Strings]', '[Strings]\r\nDevice.Id = "B\\B"'),
  );
  expect(bindings(mixed, TARGET)).toMatchObject([
    { ids: [{ id: 'B\\B', match: 'compatible' }], undefinedIds: ['%NOBODY%'] },
  ]);
});

it('says it of each manufacturer', () => {
  const two = (text: string): string =>
    text
      .replace('%Maker% = Sample', '"Other" = Other, NTarm64\r\n%Maker% = Sample')
      .replace('[Install]', '[Other.NTarm64]\r\n[Install]');
  expect(explainNoBinding(parsed({ NTamd64: false }, two), TARGET)).toMatch(
    /^none of its models sections \(NTarm64\) is for build 20348 \(amd64\); for build 20348 /,
  );
});
