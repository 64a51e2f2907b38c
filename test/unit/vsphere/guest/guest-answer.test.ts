import { expect, it } from 'vitest';
import { askPowerShell, askPowerShellUntil, encodedPowerShell } from '../../../../src/vsphere/guest/guest-answer.ts';
import { type PlayedAnswer, type PlayedOptions, playedVsphere, ref, settings, xml } from '../played-vsphere.ts';
import { askedText, packedAnswer } from './packed-answer.ts';

const VM = ref('VirtualMachine', 'vm-1');
const guest = (info: Readonly<Record<string, string>>) => ({
  type: 'VirtualMachine',
  properties: { 'config.extraConfig': settings(info) },
});

interface Scene {
  /** What stands in guestinfo after the program, and before. */
  readonly said?: Readonly<Record<string, string>>;
  readonly before?: Readonly<Record<string, string>>;
  readonly code?: number;
  readonly answers?: PlayedOptions['answers'];
}

function world({ said = {}, before = {}, code = 64, answers = {} }: Scene) {
  return playedVsphere(
    {
      guestOperationsManager: { type: 'guestOperationsManager', properties: { processManager: ref('x', 'gpm') } },
      'vm-1': guest(before),
    },
    {
      answers: {
        StartProgramInGuest: ({ objects }): PlayedAnswer => {
          objects.set('vm-1', guest(said));
          return xml('<returnval>1</returnval>');
        },
        ListProcessesInGuest: () => xml(`<returnval><endTime>x</endTime><exitCode>${code}</exitCode></returnval>`),
        ...answers,
      },
    },
  );
}
const ask = (session: ReturnType<typeof world>): Promise<unknown> =>
  askPowerShell(session, VM, { username: 'u', password: 'p' }, 'Get-Date', 1000);
const removed = (session: ReturnType<typeof world>): readonly string[] =>
  session.asked
    .filter((call) => call.startsWith('ReconfigVM_Task vm-1'))
    .flatMap((call) =>
      [...call.matchAll(/<key>([^<]+)<\/key><value[^>]*(?:\/>|><\/value>)/g)].map(([, key]) => key ?? ''),
    );

it('gives what the guest answered, and removes it', async () => {
  const session = world({ said: packedAnswer({ a: ['ü'] }, 2), before: packedAnswer({ a: ['old'] }, 1) });
  expect(await ask(session)).toEqual({ a: ['ü'] });
  expect(askedText(session.asked[0] ?? '')).toBe('Get-Date');
  expect(removed(session)).toEqual(['guestinfo.stillframe.answer', 'guestinfo.stillframe.answer.0']);
});

it('asks again until it is told enough, and removes what was said once', async () => {
  const session = world({});
  let told = 0;
  const asking = playedVsphere(Object.fromEntries(session.objects), {
    answers: {
      StartProgramInGuest: ({ objects }): PlayedAnswer => {
        told += 1;
        objects.set('vm-1', guest(packedAnswer(told, told)));
        return xml('<returnval>1</returnval>');
      },
      ListProcessesInGuest: () => xml('<returnval><endTime>x</endTime><exitCode>64</exitCode></returnval>'),
    },
  });
  const account = { username: 'u', password: 'p' };
  const until = async (limit: number, last: number): Promise<readonly unknown[]> => {
    const answers: unknown[] = [];
    const enough = (answer: unknown): boolean => answers.push(answer) > 0 && answer === last;
    await askPowerShellUntil(asking, VM, account, 'Get-Date', { each: 1000, limit, enough });
    return answers;
  };
  expect(await until(60_000, 3)).toEqual([1, 2, 3]);
  expect(removed(asking)).toEqual(['guestinfo.stillframe.answer', 'guestinfo.stillframe.answer.0']);
  // Without a time it is asked once.
  expect(await until(0, -1)).toEqual([4]);
  await expect(
    askPowerShellUntil(world({ code: 1 }), VM, account, 'x', { each: 1, limit: 60_000, enough: () => true }),
  ).rejects.toMatchObject({ code: 'guest-refused' });
});

it('runs Windows PowerShell on UTF-16', () => {
  expect(encodedPowerShell('ab')).toEqual({
    path: 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
    args: '-NoProfile -NonInteractive -ExecutionPolicy Bypass -EncodedCommand YQBiAA==',
    repeatable: true,
  });
});

it.each<[string, Scene]>([
  // What ends so is no answer, though it looks like one.
  ['PowerShell ended with 0', { said: packedAnswer({}), code: 0 }],
  ['PowerShell ended with 7', { said: packedAnswer({}), code: 7 }],
  ['it never was ready for programs', { answers: { StartProgramInGuest: () => 'GuestOperationsUnavailable' } }],
])('says that it could not be asked: %s', async (why, given) => {
  const session = world(given);
  await expect(ask(session)).rejects.toMatchObject({
    code: 'guest-refused',
    message: `The guest of vm-1 could not be asked what it has: ${why}`,
  });
  // What it has published all the same goes.
  expect(removed(session)).toHaveLength(given.said ? 2 : 0);
});

it('takes no answer for a new one that stood there before', async () => {
  const old = packedAnswer({ a: 1 }, 1);
  const session = world({ said: old, before: old });
  const asked = ask(session);
  setTimeout(() => session.objects.set('vm-1', guest(packedAnswer({ a: 2 }, 2))), 100);
  expect(await asked).toEqual({ a: 2 });
});

it('waits for every piece', async () => {
  const noise = Array.from({ length: 2000 }, (_, index) => Math.sin(index).toString(36)).join('');
  const whole = packedAnswer({ noise }, 2);
  const session = world({ said: { ...whole, 'guestinfo.stillframe.answer.0': '' } });
  const asked = ask(session);
  setTimeout(() => session.objects.set('vm-1', guest(whole)), 100);
  expect(await asked).toEqual({ noise });
});

it('gives the answer though it may not be removed, and says so', async () => {
  const session = world({ said: packedAnswer(5), answers: { ReconfigVM_Task: () => 'NoPermission' } });
  expect(await ask(session)).toBe(5);
  expect(session.said.warning).toEqual([
    expect.stringMatching(/^What vm-1 said of itself is not removed from its settings: .*NoPermission/),
  ]);
});
