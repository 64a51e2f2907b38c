import { expect, it } from 'vitest';
import { watchObject } from '../../../../src/vsphere/wire/watch-object.ts';
import { type PlayedAnswer, type PlayedCall, type PlayedOptions, playedVsphere, ref, xml } from '../played-vsphere.ts';

const VM = ref('VirtualMachine', 'vm-1');
const made = (): PlayedAnswer => ref('PropertyCollector', 'pc-1');
const updates = (version: string) => (): PlayedAnswer => xml(`<returnval><version>${version}</version></returnval>`);

function world(wait: (call: PlayedCall) => PlayedAnswer, more: PlayedOptions = {}) {
  return playedVsphere(
    {},
    { ...more, answers: { CreatePropertyCollector: made, WaitForUpdatesEx: wait, ...more.answers } },
  );
}

it('makes one collector, asks from version to version, and takes it away', async () => {
  const session = world(updates('7'));
  const watch = watchObject(session, VM, ['a', 'b']);
  await watch.wait(1500);
  await watch.wait(120_000);
  await watch.close();
  expect(session.asked).toEqual([
    'CreatePropertyCollector propertyCollector',
    'CreateFilter pc-1 <spec><propSet><type>VirtualMachine</type><all>false</all><pathSet>a</pathSet><pathSet>b</pathSet></propSet><objectSet><obj type="VirtualMachine">vm-1</obj></objectSet></spec><partialUpdates>false</partialUpdates>',
    'WaitForUpdatesEx pc-1 <version></version><options><maxWaitSeconds>2</maxWaitSeconds></options>',
    'WaitForUpdatesEx pc-1 <version>7</version><options><maxWaitSeconds>60</maxWaitSeconds></options>',
    'DestroyPropertyCollector pc-1',
  ]);
});

it('keeps its version when nothing came', async () => {
  const session = world(() => undefined);
  const watch = watchObject(session, VM, []);
  await watch.wait(1000);
  await watch.wait(1000);
  expect(session.asked.at(-1)).toContain('<version></version>');
});

it('waits by itself where the server cannot, and makes the collector anew', async () => {
  const session = world(() => 'ManagedObjectNotFound');
  const watch = watchObject(session, VM, []);
  const started = Date.now();
  await watch.wait(40);
  await watch.wait(1);
  expect(Date.now() - started).toBeGreaterThanOrEqual(38);
  await watch.close();
  expect(session.asked.filter((call) => call.startsWith('CreatePropertyCollector'))).toHaveLength(2);
  expect(session.said.debug[0]).toContain('Waiting for changes of vm-1');
});

/** Numbered as they are made, and which of them are there. */
function countedWorld(fails: Partial<Record<string, (call: PlayedCall) => PlayedAnswer>>) {
  let count = 0;
  const there = new Set<string>();
  const session = world(fails.WaitForUpdatesEx ?? updates('1'), {
    answers: {
      ...fails,
      CreatePropertyCollector: () => {
        count += 1;
        there.add(`pc-${count}`);
        return ref('PropertyCollector', `pc-${count}`);
      },
      DestroyPropertyCollector: ({ target }) => (there.delete(target) ? undefined : 'ManagedObjectNotFound'),
    },
  });
  return { session, there };
}

it('leaves no collector behind that it has replaced', async () => {
  let rings = 0;
  const { session, there } = countedWorld({
    WaitForUpdatesEx: () => (rings++ === 0 ? 'InvalidCollectorVersion' : updates('1')()),
  });
  const watch = watchObject(session, VM, []);
  await watch.wait(1);
  // It is kept until the server answers again, which is seen when the next one is made.
  expect([...there]).toEqual(['pc-1']);
  await watch.wait(1);
  await watch.wait(1);
  expect([...there]).toEqual(['pc-2']);
  await watch.close();
  expect([...there]).toEqual([]);
  expect(session.asked.filter((call) => call.startsWith('Destroy'))).toEqual([
    'DestroyPropertyCollector pc-1',
    'DestroyPropertyCollector pc-2',
  ]);
});

it('leaves none behind that it could set up to no use', async () => {
  const { session, there } = countedWorld({ CreateFilter: () => 'InvalidProperty' });
  const watch = watchObject(session, VM, []);
  for (const _ of [1, 2, 3]) await watch.wait(1);
  expect([...there]).toEqual(['pc-3']);
  await watch.close();
  await watch.close();
  expect([...there]).toEqual([]);
  expect(session.asked.filter((call) => call.startsWith('Destroy'))).toHaveLength(3);
});

it('takes away a lost one when it is closed before another was made, though the run is cancelled', async () => {
  const controller = new AbortController();
  const { session, there } = countedWorld({
    CreateFilter: () => {
      controller.abort(new Error('cancelled'));
      return 'RequestCanceled';
    },
  });
  const watch = watchObject(session.bounded(controller.signal), VM, []);
  await expect(watch.wait(60_000)).rejects.toThrow('cancelled');
  await watch.close();
  expect([...there]).toEqual([]);
});

it('does not mind a server that makes no collector, nor one that does not take it back', async () => {
  const none = world(() => undefined, { answers: { CreatePropertyCollector: () => undefined } });
  await watchObject(none, VM, []).wait(1);
  expect(none.said.debug[0]).toContain('no property collector');
  const stubborn = world(updates('1'), { answers: { DestroyPropertyCollector: () => 'NotSupported' } });
  const watch = watchObject(stubborn, VM, []);
  await watch.wait(1000);
  await watch.close();
  expect(stubborn.said.debug[0]).toContain('DestroyPropertyCollector');
});

it('ends with its run', async () => {
  const controller = new AbortController();
  const failing = world(
    () => {
      controller.abort(new Error('cancelled'));
      return 'RequestCanceled';
    },
    { signal: controller.signal },
  );
  await expect(watchObject(failing, VM, []).wait(60_000)).rejects.toThrow('cancelled');
  const sleeping = new AbortController();
  const session = world(() => 'NotSupported', { signal: sleeping.signal });
  const waiting = watchObject(session, VM, []).wait(60_000);
  setTimeout(() => sleeping.abort(new Error('later')), 10);
  await expect(waiting).rejects.toThrow('later');
});
