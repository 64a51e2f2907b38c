import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DEEPEST, lintRules, STEPS } from '../../../scripts/rooms.ts';
import { ROOT } from '../../../scripts/root.ts';

it('gives every folder of src its step', () => {
  const folders = globSync('src/*/', { cwd: ROOT }).map((path) => path.replace(/^src[\\/]/, '').replace(/[\\/]$/, ''));
  const rooms = folders.filter((name) => !name.endsWith('.ts'));
  expect(rooms.length).toBeGreaterThan(20);
  expect(rooms.filter((room) => !STEPS.flat().includes(room))).toEqual([]);
});

it('names no room twice', () => {
  expect(new Set(STEPS.flat()).size).toBe(STEPS.flat().length);
});

it('reaches the deepest file', () => {
  const depths = globSync('src/**/*.ts', { cwd: ROOT }).map((path) => path.split('/').length - 2);
  expect(Math.max(...depths)).toBeLessThanOrEqual(DEEPEST);
});

it('is what the linter reads', () => {
  expect(readFileSync(`${ROOT}/biome.rooms.json`, 'utf8')).toBe(lintRules());
  expect(JSON.parse(readFileSync(`${ROOT}/biome.json`, 'utf8'))).toMatchObject({ extends: ['./biome.rooms.json'] });
});
