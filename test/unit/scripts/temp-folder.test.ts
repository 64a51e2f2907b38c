import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { memoryOf, openTempFolder, ROOM } from '../../../scripts/test/temp-folder.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stillframe-memory-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const plenty = () => ({ folder, room: ROOM, available: ROOM });

it('is made in memory, by the number of the process', () => {
  const made = openTempFolder('', plenty());
  expect(made).toBe(join(folder, `stillframe-tests-${process.pid}`));
  expect(existsSync(made ?? '')).toBe(true);
});

it.each([
  ['there is another by the user’s word', '/elsewhere', {}],
  ['the file system is small', '', { room: ROOM - 1 }],
  ['the machine has little memory', '', { available: ROOM - 1 }],
])('is not where %s', (_, chosen, less) => {
  expect(openTempFolder(chosen, { ...plenty(), ...less })).toBeUndefined();
  expect(readdirSync(folder)).toEqual([]);
});

it('is not where no file system lies in memory', () => {
  expect(memoryOf(join(folder, 'none'))).toBeUndefined();
});

it('is measured by what the file system takes and the machine has', () => {
  const { room = 0, available = 0, ...rest } = memoryOf(folder) ?? {};
  expect(rest).toEqual({ folder });
  expect(room).toBeGreaterThan(2 ** 20);
  expect(available).toBeGreaterThan(2 ** 20);
});

it('takes away what killed runs left, and nothing else', () => {
  for (const name of ['stillframe-tests-1', 'stillframe-tests-2', 'stillframe-tests-x', 'sem.1']) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'file'), 'x');
  }
  openTempFolder('/elsewhere', plenty(), (pid) => pid === 1);
  expect(readdirSync(folder).sort()).toEqual(['sem.1', 'stillframe-tests-1', 'stillframe-tests-x']);
  openTempFolder('/elsewhere', plenty());
  expect(readdirSync(folder)).toContain('stillframe-tests-1');
});
