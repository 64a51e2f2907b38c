import { expect, it } from 'vitest';
import {
  askPowerShell,
  encodedPowerShell,
  GUEST_ANSWER_END,
  GUEST_ANSWER_KEY,
} from '../../../../src/vsphere/guest/guest-answer.ts';
import { type PlayedAnswer, type PlayedOptions, playedVsphere, ref, settings, xml } from '../played-vsphere.ts';

const VM = ref('VirtualMachine', 'vm-1');
const encode = (answer: unknown): string => Buffer.from(JSON.stringify(answer)).toString('base64');

/** @param said what stands in guestinfo after the program, in place of what stood there before */
function world(said: string, { code = 0, before = '', answers = {} as PlayedOptions['answers'] } = {}) {
  const guest = (text: string) => ({
    type: 'VirtualMachine',
    properties: { 'config.extraConfig': settings({ [`guestinfo.${GUEST_ANSWER_KEY}`]: text }) },
  });
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

it('gives what the guest answered', async () => {
  const session = world(encode({ a: ['ü'] }), { before: encode({ a: ['old'] }) });
  expect(await ask(session)).toEqual({ a: ['ü'] });
  expect(session.asked[0]).toContain(encodedPowerShell('Get-Date').args);
});

it('runs Windows PowerShell on UTF-16', () => {
  expect(encodedPowerShell('ab')).toEqual({
    path: 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
    args: '-NoProfile -NonInteractive -ExecutionPolicy Bypass -EncodedCommand YQBiAA==',
  });
  expect(GUEST_ANSWER_END).toContain("'info-set guestinfo.stillframe.answer '");
});

it.each([
  ['PowerShell ended with 7', world(encode({}), { code: 7 })],
  ['what it answered is no JSON', world('bm8=')],
  [
    'it never was ready for programs',
    world('', { answers: { StartProgramInGuest: () => 'GuestOperationsUnavailable' } }),
  ],
])('says that it could not be asked: %s', async (why, session) => {
  await expect(ask(session)).rejects.toMatchObject({
    code: 'guest-refused',
    message: `The guest of vm-1 could not be asked what it has: ${why}`,
  });
});

it('takes no answer for a new one that stood there before', async () => {
  const old = encode({ a: 1 });
  const session = world(old, { before: old });
  const asked = ask(session);
  setTimeout(() => {
    session.objects.set('vm-1', {
      type: 'VirtualMachine',
      properties: { 'config.extraConfig': settings({ [`guestinfo.${GUEST_ANSWER_KEY}`]: encode({ a: 2 }) }) },
    });
  }, 100);
  expect(await asked).toEqual({ a: 2 });
});
