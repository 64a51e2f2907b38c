import { expect, it } from 'vitest';
import { defaultEngine, ENGINES, engineObstacle, idleInput } from '../../../../src/windows/engines/choose-engine.ts';
import { ENGINE_NAMES } from '../../../../src/windows/engines/engine.ts';

it('knows every engine under its name', () => {
  expect(ENGINE_NAMES.map((name) => ENGINES[name].name)).toEqual(ENGINE_NAMES);
});

it('takes on each system an engine that works there, and says what to write in place of another', () => {
  expect(defaultEngine('linux')).toBe('wimlib');
  expect(engineObstacle('wimlib', 'linux')).toBeUndefined();
  expect(engineObstacle('wimlib', 'win32')).toBe('The engine wimlib works on Linux alone; write auto, or dism.');
  expect(defaultEngine('win32')).toBe('dism');
  for (const name of ['dism', 'convert-windowsimage'] as const) {
    expect(engineObstacle(name, 'win32')).toBeUndefined();
    expect(engineObstacle(name, 'linux')).toBe(`The engine ${name} works on Windows alone; write auto, or wimlib.`);
  }
});

it.each([
  ['dism', true, false, undefined],
  ['dism', true, true, undefined],
  ['dism', false, false, 'module-servicing'],
  ['wimlib', true, false, undefined],
  ['wimlib', true, true, 'not-applicable'],
  ['wimlib', false, true, 'module-servicing'],
  ['convert-windowsimage', true, false, undefined],
  ['convert-windowsimage', true, true, 'not-applicable'],
  ['convert-windowsimage', false, true, undefined],
  ['convert-windowsimage', false, false, undefined],
] as const)(
  '%s with module-servicing %s and skipping %s: %s does nothing',
  (name, moduleServicing, skipNotApplicable, idle) => {
    expect(idleInput(name, { moduleServicing, skipNotApplicable })?.input).toBe(idle);
  },
);
