import { expect, it } from 'vitest';
import { runGuestProgram } from '../../../../src/vsphere/guest/guest-program.ts';
import { PassingError } from '../../../../src/vsphere/wire/passing-error.ts';
import { type PlayedAnswer, playedVsphere, ref, xml } from '../played-vsphere.ts';

const VM = ref('VirtualMachine', 'vm-1');
const ACCOUNT = { username: 'Administrator', password: 'a<b' };
const PROGRAM = { path: 'C:\\x.exe', args: '/c "y"' };
const MANAGERS = {
  guestOperationsManager: {
    type: 'guestOperationsManager',
    properties: { processManager: ref('GuestProcessManager', 'gpm') },
  },
};

function world(
  answers: readonly (() => PlayedAnswer)[],
  start: () => PlayedAnswer = () => xml('<returnval>4004</returnval>'),
) {
  let at = 0;
  return playedVsphere(MANAGERS, {
    answers: {
      StartProgramInGuest: start,
      ListProcessesInGuest: () => answers[Math.min(at++, answers.length - 1)]?.(),
    },
  });
}
const running = () => xml('<returnval><pid>4004</pid></returnval>');
const ended = (code: number) => () =>
  xml(`<returnval><pid>4004</pid><endTime>2026-11-28T12:00:00Z</endTime><exitCode>${code}</exitCode></returnval>`);

it('starts it once, and asks for it until it has ended', async () => {
  const session = world([running, running, ended(3)]);
  expect(await runGuestProgram(session, VM, ACCOUNT, PROGRAM, 60_000)).toBe(3);
  const auth =
    '<vm type="VirtualMachine">vm-1</vm><auth xsi:type="NamePasswordAuthentication"><interactiveSession>false</interactiveSession><username>Administrator</username><password>a&lt;b</password></auth>';
  expect(session.asked[0]).toBe(
    `StartProgramInGuest gpm ${auth}<spec xsi:type="GuestProgramSpec"><programPath>C:\\x.exe</programPath><arguments>/c &quot;y&quot;</arguments></spec>`,
  );
  expect(session.asked.slice(1)).toEqual(
    Array.from({ length: 3 }, () => `ListProcessesInGuest gpm ${auth}<pids>4004</pids>`),
  );
});

it('says that the guest does not know the account, without its password', async () => {
  const session = world([], () => 'InvalidGuestLogin');
  await expect(runGuestProgram(session, VM, ACCOUNT, PROGRAM, 1000)).rejects.toMatchObject({
    code: 'input-invalid',
    message: 'The guest does not know the account Administrator with this password (input guest-username)',
  });
  const other = world([], () => 'GuestOperationsUnavailable');
  await expect(runGuestProgram(other, VM, ACCOUNT, PROGRAM, 1000)).rejects.toMatchObject({
    type: 'GuestOperationsUnavailable',
  });
});

it('does not wait for what is gone, nor longer than it may', async () => {
  await expect(runGuestProgram(world([() => xml('')]), VM, ACCOUNT, PROGRAM, 1000)).rejects.toMatchObject({
    type: 'RuntimeFault',
    message: expect.stringContaining('no process 4004') as string,
  });
  await expect(runGuestProgram(world([running]), VM, ACCOUNT, PROGRAM, 1)).rejects.toMatchObject({
    code: 'timeout',
    message: expect.stringContaining('C:\\x.exe did not end in the guest') as string,
  });
});

const away = () => new PassingError('vsphere-unreachable', 'it is restarting', 'x', { taken: true });

it('goes on waiting while the server is away, for as long as the program may take', async () => {
  const session = world([running, away, away, ended(0)]);
  expect(await runGuestProgram(session, VM, ACCOUNT, PROGRAM, 60_000)).toBe(0);
  expect(session.said.warning).toEqual(
    Array.from({ length: 2 }, () => 'vc.example.com does not answer; C:\\x.exe goes on in the guest, and so does this'),
  );
  await expect(runGuestProgram(world([running, away]), VM, ACCOUNT, PROGRAM, 60)).rejects.toThrow('it is restarting');
  // One that answered at last has not ended in its time.
  await expect(runGuestProgram(world([away, running]), VM, ACCOUNT, PROGRAM, 60)).rejects.toMatchObject({
    code: 'timeout',
  });
});

it('does not start it again when the answer is lost, nor waits for a server when the run is cancelled', async () => {
  const lost = world([], away);
  await expect(runGuestProgram(lost, VM, ACCOUNT, PROGRAM, 60_000)).rejects.toThrow('it is restarting');
  expect(lost.asked).toHaveLength(1);
  const start = new AbortController();
  const ending = world([], () => {
    start.abort(new Error('cancelled'));
    return away();
  });
  const repeatable = { ...PROGRAM, repeatable: true } as const;
  await expect(runGuestProgram(ending.bounded(start.signal), VM, ACCOUNT, repeatable, 1)).rejects.toThrow('cancelled');
  expect(ending.asked).toHaveLength(1);
  const controller = new AbortController();
  const cancelled = world([
    () => {
      controller.abort(new Error('cancelled'));
      return away();
    },
  ]);
  const bounded = cancelled.bounded(controller.signal);
  await expect(runGuestProgram(bounded, VM, ACCOUNT, PROGRAM, 60_000)).rejects.toThrow('cancelled');
});

it('starts again what may run twice when the answer to its start is lost, and only then', async () => {
  const again = { ...PROGRAM, repeatable: true } as const;
  const after = (...errors: readonly PlayedAnswer[]) => {
    let at = 0;
    return world([ended(0)], () => errors[at++] ?? xml('<returnval>4008</returnval>'));
  };
  const lost = after(away());
  expect(await runGuestProgram(lost, VM, ACCOUNT, again, 60_000)).toBe(0);
  expect(lost.asked.map((call) => call.split(' ')[0])).toEqual([
    'StartProgramInGuest',
    'StartProgramInGuest',
    'ListProcessesInGuest',
  ]);
  expect(lost.asked[2]).toContain('<pids>4008</pids>');
  // Once for the address, and once more until the server answers again.
  expect(lost.read).toHaveLength(2);
  const twice = after(away(), away());
  await expect(runGuestProgram(twice, VM, ACCOUNT, again, 60_000)).rejects.toThrow('it is restarting');
  expect(twice.asked).toHaveLength(2);
  // Nothing was taken, or the guest has answered: there is nothing to repeat.
  const refused = new PassingError('vsphere-unreachable', 'no way', 'x', { taken: false });
  for (const answer of [refused, 'GuestOperationsUnavailable'] as const) {
    const once = after(answer);
    await expect(runGuestProgram(once, VM, ACCOUNT, again, 60_000)).rejects.toThrow();
    expect(once.asked).toHaveLength(1);
  }
  const known = after(away(), 'InvalidGuestLogin');
  await expect(runGuestProgram(known, VM, ACCOUNT, again, 60_000)).rejects.toMatchObject({ code: 'input-invalid' });
});

it('says that a server without guest operations has none', async () => {
  await expect(
    runGuestProgram(
      playedVsphere({ guestOperationsManager: { type: 'guestOperationsManager' } }),
      VM,
      ACCOUNT,
      PROGRAM,
      1,
    ),
  ).rejects.toMatchObject({
    type: 'NotSupported',
  });
});
