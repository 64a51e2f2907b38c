import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { undoLeftovers } from '../../../src/job/leftovers.ts';
import { thisProcess } from '../../../src/tools/process-identity.ts';
import { playHost } from './played-host.ts';
import { sampleAction, undoneIn } from './sample-action.ts';

let work: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'stillframe-leftovers-'));
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

function leave(name: string, things: readonly object[], action = 'sample'): string {
  const owner = { ...thisProcess(), pid: 2 ** 22 + 1 };
  const holds = things.map((data, index) => ({ id: index + 1, kind: 'thing', data }));
  const file = join(work, `${action}-${name}.json`);
  writeFileSync(file, JSON.stringify({ action, owner, holds, programs: [{ pid: 7, started: '1' }] }));
  return file;
}

async function undo(): Promise<ReturnType<typeof playHost>> {
  const host = playHost(work);
  const tools = host.createTools(() => new AbortController().signal, {});
  const { log, endProgram } = host;
  await undoLeftovers(work, sampleAction(work), { log, tools, endProgram, signal: new AbortController().signal });
  return host;
}

it('ends the programs of a killed run, undoes what it held and forgets it', async () => {
  const file = leave('1', [{ path: '/a' }, { path: '/b' }]);
  const host = await undo();
  expect(host.said).toEqual([
    `A run that was killed has left 2 things; its record is ${file}`,
    'Ended process 7, which a killed run had left, and what it had started',
    'Removing the thing /b',
    'Removing the thing /a',
  ]);
  expect(host.ended).toEqual([7]);
  expect(undoneIn(work)).toEqual(['/b', '/a']);
  expect(existsSync(file)).toBe(false);
});

it('keeps the record of what cannot be undone yet, and says so', async () => {
  const kept = leave('1', [{ path: 'vm', stubborn: true }]);
  const gone = leave('2', [{ path: '/a' }]);
  const { said } = await undo();
  expect(said).toContain('warning: Could not remove the thing vm: the server keeps it');
  expect([existsSync(kept), existsSync(gone)]).toEqual([true, false]);
});

it('leaves what another action has left', async () => {
  leave('1', [{ path: '/a' }], 'other');
  expect((await undo()).said).toEqual([]);
  expect(readdirSync(work)).toEqual(['other-1.json']);
});
