import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { lingering } from '../../../../src/vsphere/wire/lingering.ts';

const MINUTE = 60_000;

/** Ends with the signal it is given, or gives what it was told once that is let go. */
function call() {
  let resolve: (value: string) => void = () => {};
  const given = new Promise<string>((done) => {
    resolve = done;
  });
  return {
    let: (value: string) => resolve(value),
    run: (within: AbortSignal) =>
      Promise.race([
        given,
        new Promise<never>((_, reject) => within.addEventListener('abort', () => reject(within.reason))),
      ]),
  };
}

function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // With other flags than it was made with no kept code is taken.
  setFlagsFromString('--no-expose-gc');
  return collect;
}

it('gives what the call gives, and begins none once the run is cancelled', async () => {
  expect(await lingering(new AbortController().signal, MINUTE, async () => 'made')).toBe('made');
  const cancelled = AbortSignal.abort(new Error('cancelled'));
  let called = false;
  const begun = lingering(cancelled, MINUTE, async () => {
    called = true;
  });
  await expect(begun).rejects.toThrow('cancelled');
  expect(called).toBe(false);
});

it('lets a call end by itself that was begun before the cancel', async () => {
  const run = new AbortController();
  const making = call();
  const made = lingering(run.signal, MINUTE, making.run, MINUTE);
  run.abort(new Error('cancelled'));
  await sleep(5);
  making.let('made');
  expect(await made).toBe('made');
});

it('ends it with the reason of the cancel when that takes too long, and by its limit without one', async () => {
  const run = new AbortController();
  const hangs = lingering(run.signal, MINUTE, call().run, 20);
  run.abort(new Error('cancelled'));
  await expect(hangs).rejects.toThrow('cancelled');
  await expect(lingering(new AbortController().signal, 20, call().run, MINUTE)).rejects.toThrow(/timeout/);
});

it('keeps nothing of a call that is over until its limit would have passed', async () => {
  const collect = garbageCollector();
  const run = new AbortController();
  const withins: WeakRef<AbortSignal>[] = [];
  for (let times = 0; times < 20; times++) {
    await lingering(run.signal, MINUTE, async (within) => {
      within.addEventListener('abort', () => {}, { once: true });
      withins.push(new WeakRef(within));
    });
  }
  // What was looked at through a reference is kept until the turn is over.
  await new Promise((resolve) => setImmediate(resolve));
  collect();
  expect(withins.filter((within) => within.deref() !== undefined)).toEqual([]);
});
