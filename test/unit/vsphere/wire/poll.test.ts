import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Pause, pollUntil } from '../../../../src/vsphere/wire/poll.ts';

const START = 1_700_000_000_000;
/** What was slept, in milliseconds; the clock goes on by it. */
let slept: number[];
const pause: Pause = async (ms) => {
  slept.push(ms);
  vi.setSystemTime(Date.now() + ms);
};
beforeEach(() => {
  slept = [];
  vi.useFakeTimers({ toFake: ['Date'], now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

it('asks ever less often, at last every two seconds', async () => {
  let asked = 0;
  const found = await pollUntil(
    new AbortController().signal,
    async () => (++asked > 12 ? 'found' : undefined),
    undefined,
    pause,
  );
  expect(found).toBe('found');
  expect(slept.map(Math.round)).toEqual([50, 75, 113, 169, 253, 380, 570, 854, 1281, 1922, 2000, 2000]);
});

it('asks once where there is no time, and takes what is not undefined', async () => {
  let asked = 0;
  expect(await pollUntil(new AbortController().signal, async () => void asked++, 0, pause)).toBeUndefined();
  expect([asked, slept]).toEqual([1, []]);
  expect(await pollUntil(new AbortController().signal, async () => 0, 0)).toBe(0);
});

it('waits no longer than it may, and asks once more at the end', async () => {
  let asked = 0;
  expect(await pollUntil(new AbortController().signal, async () => void asked++, 100, pause)).toBeUndefined();
  expect(slept).toEqual([50, 50]);
  expect(asked).toBe(3);
});

it('ends with the signal before it asks, and while it waits; with what the probe throws', async () => {
  const stop = new AbortController();
  let asked = 0;
  const probe = async (): Promise<undefined> => {
    asked += 1;
    stop.abort(new Error('enough'));
  };
  await expect(pollUntil(stop.signal, probe, undefined, pause)).rejects.toThrow('enough');
  await expect(pollUntil(stop.signal, probe, undefined, pause)).rejects.toThrow('enough');
  expect(asked).toBe(1);
  const failing = () => Promise.reject(new Error('own'));
  await expect(pollUntil(new AbortController().signal, failing)).rejects.toThrow('own');
});

it('is woken by the signal while it waits', async () => {
  const stop = new AbortController();
  const probe = async (): Promise<undefined> => {
    setImmediate(() => stop.abort(new Error('woken')));
  };
  await expect(pollUntil(stop.signal, probe)).rejects.toThrow('woken');
});
