import { expect, it } from 'vitest';
import type { SeenMachine } from '../../../../src/bake/hyper-v/machine.ts';
import { type MachineWatch, watchMachine } from '../../../../src/bake/hyper-v/watch-machine.ts';
import { ToolError } from '../../../../src/errors.ts';

type Look = Partial<SeenMachine> | Error;

/** What is seen look by look; the last goes on. */
function watched(looks: readonly Look[], changes: Partial<MachineWatch> = {}) {
  const told: string[] = [];
  let clock = 0;
  let count = 0;
  const pauses: number[] = [];
  const machine = {
    look: (): Promise<SeenMachine> => {
      const look = looks[Math.min(count++, looks.length - 1)] ?? {};
      if (look instanceof Error) return Promise.reject(look);
      return Promise.resolve({ state: 'Running', heartbeat: 'Ok', status: undefined, ...look });
    },
    answer: (status: string) => {
      told.push(`answer ${status}`);
      return Promise.resolve();
    },
  };
  const ended = watchMachine(machine, {
    image: 'x.vhd',
    timeout: 60_000,
    whileDone: () => {
      told.push('whileDone');
      return Promise.resolve();
    },
    log: { info: (line) => told.push(line), debug: (line) => told.push(`debug ${line}`) },
    signal: new AbortController().signal,
    pause: (milliseconds) => {
      pauses.push(milliseconds);
      clock += milliseconds;
      return Promise.resolve();
    },
    now: () => clock,
    ...changes,
  });
  return { ended, told, pauses, looks: () => count };
}

it('tells each status once, answers the last one after the scripts, and returns when the machine is off', async () => {
  const { ended, told } = watched([
    {},
    { status: 'running' },
    { status: 'running' },
    { status: 'restarting', state: 'Reset' },
    { status: 'done' },
    { status: 'done' },
    { state: 'Stopping', status: 'done' },
    { state: 'Off' },
  ]);
  expect(await ended).toEqual({ answered: true });
  expect(told).toEqual([
    ...['First boot: running', 'First boot: restarting', 'First boot: done'],
    ...['whileDone', 'answer done', 'The guest may end now'],
  ]);
});

it('answers a failure without running scripts', async () => {
  const { ended, told } = watched([{ status: 'failed: 50-x' }, { state: 'Off' }]);
  expect(await ended).toEqual({ answered: true });
  expect(told).toEqual(['First boot: failed: 50-x', 'answer failed: 50-x', 'The guest may end now']);
});

it('says that nothing was answered when it goes off by itself', async () => {
  expect(await watched([{ status: 'running: 30-x' }, { state: 'Off' }]).ended).toEqual({ answered: false });
});

it.each(['Paused', 'PausedCritical', 'Saved', 'OffCritical', ''])('a machine that is %s was stopped', async (state) => {
  await expect(watched([{ state }]).ended).rejects.toMatchObject({
    code: 'bake-failed',
    message: expect.stringContaining(`it is ${state}`) as string,
  });
});

it('ends after its time with the last status, or with the heartbeat alone', async () => {
  const late = watched([{ status: 'running: 30-x' }]);
  await expect(late.ended).rejects.toMatchObject({
    code: 'timeout',
    message:
      'The first boot of x.vhd did not end within 1 min 00 s: its last status is "running: 30-x"; its heartbeat is Ok',
  });
  expect(late.pauses.reduce((sum, pause) => sum + pause)).toBe(60_000);
  expect(Math.max(...late.pauses)).toBeLessThanOrEqual(15_000);
  await expect(watched([{ heartbeat: '' }]).ended).rejects.toMatchObject({
    code: 'timeout',
    message: expect.stringContaining('its guest has told no status; its heartbeat is unknown') as string,
    hint: expect.stringContaining('without a password') as string,
  });
});

it('bears a Hyper-V that does not answer a few times, and no other error', async () => {
  const busy = new ToolError('powershell.exe', 1, 'busy');
  const borne = watched([busy, busy, busy, busy, { state: 'Off' }]);
  expect(await borne.ended).toEqual({ answered: false });
  expect(borne.told).toHaveLength(4);
  const never = watched([busy]);
  await expect(never.ended).rejects.toBe(busy);
  expect(never.looks()).toBe(5);
  const other = new Error('other');
  const ended = watched([other]);
  await expect(ended.ended).rejects.toBe(other);
  expect(ended.looks()).toBe(1);
});

it('ends when the job does', async () => {
  const reason = new Error('cancelled');
  await expect(watched([{}], { signal: AbortSignal.abort(reason) }).ended).rejects.toBe(reason);
});

it('gives up what a script says', async () => {
  const failure = new Error('script');
  const { ended, told } = watched([{ status: 'done' }], { whileDone: () => Promise.reject(failure) });
  await expect(ended).rejects.toBe(failure);
  expect(told).toEqual(['First boot: done']);
});
