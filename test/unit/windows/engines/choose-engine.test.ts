import { expect, it } from 'vitest';
import { defaultEngine, ENGINES, engineObstacle } from '../../../../src/windows/engines/choose-engine.ts';
import { ENGINE_NAMES } from '../../../../src/windows/engines/engine.ts';

it('knows every engine under its name', () => {
  expect(ENGINE_NAMES.map((name) => ENGINES[name].name)).toEqual(ENGINE_NAMES);
});

it('takes on each system an engine that works there, and says what to write in place of another', () => {
  expect(defaultEngine('linux')).toBe('wimlib');
  expect(engineObstacle('wimlib', 'linux')).toBeUndefined();
  expect(engineObstacle('wimlib', 'win32')).toMatch(/^The engine wimlib works on Linux alone; write auto, or /);
});
