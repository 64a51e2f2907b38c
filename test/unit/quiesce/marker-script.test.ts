import { expect, it } from 'vitest';
import {
  type FreezeMarkers,
  frozenFor,
  isPlaced,
  PLACE_MARKER,
  parseMarkers,
  READ_MARKERS,
} from '../../../src/quiesce/marker-script.ts';
import { encodedPowerShell } from '../../../src/vsphere/guest/guest-answer.ts';

const NONE: FreezeMarkers = { freeze: undefined, freezeFail: undefined, thaw: undefined };

it('puts a batch file where VMware Tools look for scripts, the last by its name, and takes older marks away', () => {
  for (const words of [
    "-LiteralPath 'HKLM:\\SOFTWARE\\VMware, Inc.\\VMware Tools' -Name InstallPath).InstallPath",
    "Join-Path $tools 'backupScripts.d'",
    "foreach ($state in 'freeze', 'freezeFail', 'thaw') {",
    "$file = Join-Path $env:SystemRoot ('Temp\\stillframe-' + $state + '.txt')",
    '[IO.File]::Delete($file)',
    "Join-Path $folder 'zz-stillframe-marker.bat'",
    // Another end than 0 has VMware Tools give up the snapshot.
    `'@echo off', '>"%SystemRoot%\\Temp\\stillframe-%~1.txt" echo %~1', 'exit /b 0'`,
  ]) {
    expect(PLACE_MARKER).toContain(words);
  }
  expect(READ_MARKERS).toContain("GetLastWriteTimeUtc($file).ToString('o')");
});

it.each([PLACE_MARKER, READ_MARKERS])('fits into a command line', (question) => {
  const { path, args } = encodedPowerShell(question);
  expect(`${path} ${args}`.length).toBeLessThan(8191);
});

it.each<[unknown, boolean]>([
  [{ placed: true }, true],
  [{ placed: 'True' }, false],
  [{}, false],
  [null, false],
  [undefined, false],
])('%j is placed: %s', (answer, placed) => {
  expect(isPlaced(answer)).toBe(placed);
});

it.each<[unknown, FreezeMarkers | undefined]>([
  [{}, NONE],
  [{ freeze: '2026-11-28T12:00:00.1234567Z' }, { ...NONE, freeze: '2026-11-28T12:00:00.123Z' }],
  [
    { thaw: '2026-11-28T12:00:01Z', freezeFail: '2026-11-28T12:00:02Z' },
    { ...NONE, thaw: '2026-11-28T12:00:01.000Z', freezeFail: '2026-11-28T12:00:02.000Z' },
  ],
  [{ freeze: 5, thaw: 'x' }, NONE],
  [[], undefined],
  ['x', undefined],
  [null, undefined],
  [undefined, undefined],
])('reads %j', (answer, markers) => {
  expect(parseMarkers(answer)).toEqual(markers);
});

it.each<[Partial<FreezeMarkers>, number | undefined]>([
  [{ freeze: '2026-11-28T12:00:00.000Z', thaw: '2026-11-28T12:00:07.500Z' }, 7500],
  [{ freeze: '2026-11-28T12:00:00.000Z', thaw: '2026-11-28T12:00:00.000Z' }, 0],
  [{ freeze: '2026-11-28T12:00:01.000Z', thaw: '2026-11-28T12:00:00.000Z' }, undefined],
  [{ freeze: '2026-11-28T12:00:01.000Z' }, undefined],
  [{ thaw: '2026-11-28T12:00:01.000Z' }, undefined],
])('of %j', (markers, between) => {
  expect(frozenFor({ ...NONE, ...markers })).toBe(between);
});
