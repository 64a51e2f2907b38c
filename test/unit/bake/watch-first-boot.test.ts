import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type WatchOptions, watchFirstBoot } from '../../../src/bake/watch-first-boot.ts';
import type { BakeSight } from '../../../src/vsphere/vm/bake-mark.ts';
import { PassingError } from '../../../src/vsphere/wire/passing-error.ts';
import { type PlayedVsphere, playedVsphere, ref, settings, xml } from '../vsphere/played-vsphere.ts';

const VM = ref('VirtualMachine', 'vm-1');
const MINUTE = 60_000;
const START = 1_700_000_000_000;

/** Only the clock is played; it goes on while the host waits for a change. */
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
});
afterEach(() => {
  vi.useRealTimers();
});
const passed = (): number => Date.now() - START;

interface Shown {
  readonly off?: true;
  readonly tools?: boolean;
  readonly info?: Readonly<Record<string, string>>;
  readonly error?: Error;
}
const RUNNING: Shown = { info: { 'stillframe.first-boot': 'running: 10-a' } };

interface Watched {
  readonly session: PlayedVsphere;
  /** What the host did, in order: `wait 1` for a second, `read`, and what the options were asked. */
  readonly did: string[];
  watch(more?: Partial<WatchOptions>): Promise<BakeSight | undefined>;
}

/** @param shown what the guest shows at a reading, by its number */
function watched(shown: (reading: number) => Shown, signal?: AbortSignal): Watched {
  const did: string[] = [];
  let reading = 0;
  const session = playedVsphere(
    {},
    {
      ...(signal && { signal }),
      onRead: (_id, _paths, objects) => {
        did.push('read');
        const { off = false, tools = false, info = {}, error } = shown(reading++);
        const published = Object.entries(info).map(([key, text]) => [`guestinfo.${key}`, text]);
        objects.set('vm-1', {
          type: 'VirtualMachine',
          properties: {
            'runtime.powerState': off ? 'poweredOff' : 'poweredOn',
            'guest.toolsRunningStatus': tools ? 'guestToolsRunning' : 'guestToolsNotRunning',
            'guest.toolsVersion': '12421',
            'guest.toolsInstallType': 'guestToolsTypeMSI',
            'config.extraConfig': settings(Object.fromEntries(published) as Record<string, string>),
          },
        });
        return error;
      },
      answers: {
        CreatePropertyCollector: () => ref('PropertyCollector', 'pc-1'),
        WaitForUpdatesEx: ({ text }) => {
          const seconds = Number(/<maxWaitSeconds>(\d+)</.exec(text)?.[1]);
          did.push(`wait ${seconds}`);
          vi.setSystemTime(Date.now() + seconds * 1000);
          return xml('<returnval><version>1</version></returnval>');
        },
        DestroyPropertyCollector: () => {
          did.push('closed');
          return undefined;
        },
      },
    },
  );
  const note = (what: string) => async (sight?: BakeSight) => {
    did.push(sight ? `${what} ${sight.status}` : what);
  };
  return {
    session,
    did,
    watch: (more) =>
      watchFirstBoot(session, VM, {
        path: '/DC/vm/c',
        mark: { started: '', cards: [] },
        timeout: 180 * MINUTE,
        scripts: [],
        whileDone: note('while'),
        answer: note('answer'),
        renew: note('renew'),
        ...more,
      }),
  };
}
const waits = ({ did }: Watched): number[] =>
  did.filter((what) => what.startsWith('wait ')).map((what) => Number(what.slice(5)));

it('looks at it less and less often, but for a log that goes on', async () => {
  const log = (text: string): Shown => ({
    info: { ...RUNNING.info, 'stillframe.log.0': `0:${Buffer.from(text).toString('base64')}` },
  });
  const played = watched((reading) => {
    if (reading === 22) return { off: true };
    return reading < 13 ? RUNNING : log('one\r\n');
  });
  expect(await played.watch()).toBeUndefined();
  const quiet = [1, 1, 1, 1, 2, 2, 3, 5, 7, 10, 15, 15, 15];
  expect(waits(played)).toEqual([...quiet, 1, 1, 1, 1, 2, 2, 3, 5, 7]);
  expect(played.session.said.debug).toEqual(['one']);
  expect(played.session.said.info).toEqual(['First boot: running: 10-a']);
  expect(played.did.at(-1)).toBe('closed');
});

it('answers at once, looks again at once, and answers once', async () => {
  const done: Shown = { tools: true, info: { 'stillframe.first-boot': 'done' } };
  const played = watched((reading) => (reading < 3 ? done : { off: true }));
  const sight = { status: 'done', toolsVersion: '12421', toolsType: 'guestToolsTypeMSI' };
  expect(await played.watch()).toEqual(sight);
  expect(played.did).toEqual([
    'read',
    'while done',
    'answer done',
    'read',
    'wait 1',
    'read',
    'wait 1',
    'read',
    'closed',
  ]);
});

it('renews once a minute', async () => {
  const renewed: number[] = [];
  const played = watched(() => RUNNING);
  const renew = async () => void renewed.push(passed());
  await expect(played.watch({ timeout: 5 * MINUTE, renew })).rejects.toMatchObject({ code: 'timeout' });
  // 1 + 1 + 1 + 1 + 2 + 2 + 3 + 5 + 7 + 10 + 15 + 15 seconds, then 15 each; a minute to the second is not over yet.
  expect(renewed.map((at) => at / 1000)).toEqual([63, 138, 213, 288]);
});

it('waits until its time is over, and not a moment longer', async () => {
  const played = watched(() => RUNNING);
  await expect(played.watch({ timeout: 20_000 })).rejects.toMatchObject({
    message: 'The first boot of /DC/vm/c did not end within 20.0 s: its last status is "running: 10-a"',
  });
  expect(waits(played)).toEqual([1, 1, 1, 1, 2, 2, 3, 5, 4]);
  expect(played.did.at(-1)).toBe('closed');
});

const away = () => new PassingError('vsphere-unreachable', 'nobody is there', 'Wait.', { taken: false });

it('sits out a server that restarts', async () => {
  const played = watched((reading) => {
    if (reading === 3) return { off: true };
    vi.setSystemTime(Date.now() + 15 * MINUTE);
    return { error: away() };
  });
  expect(await played.watch()).toBeUndefined();
  expect(played.session.said.warning).toEqual(
    Array.from(
      { length: 3 },
      () => 'vc.example.com does not answer (nobody is there); the guest goes on, and so does this',
    ),
  );
});

it('gives up a server that stays away, each time anew after it was there', async () => {
  const gone = away();
  const played = watched((reading) => {
    if (reading === 1) return RUNNING;
    vi.setSystemTime(Date.now() + 45 * MINUTE + (reading < 2 ? 0 : 1));
    return { error: gone };
  });
  await expect(played.watch()).rejects.toBe(gone);
  expect(played.did).toEqual(['read', 'read', 'renew', 'wait 1', 'read', 'closed']);
});

it('sits out nothing else, and no cancel', async () => {
  const other = new Error('other');
  const played = watched(() => ({ error: other }));
  await expect(played.watch()).rejects.toBe(other);
  expect(played.session.said.warning).toEqual([]);
  const cancel = new AbortController();
  const cancelled = watched(() => {
    cancel.abort(new Error('cancelled'));
    return { error: away() };
  }, cancel.signal);
  await expect(cancelled.watch()).rejects.toThrow('cancelled');
  expect(cancelled.session.said.warning).toEqual([]);
});
