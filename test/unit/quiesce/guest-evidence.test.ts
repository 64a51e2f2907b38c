import { describe, expect, it } from 'vitest';
import { askGuest } from '../../../src/quiesce/guest-evidence.ts';
import { ASK_FACTS, ASK_TEXTS } from '../../../src/quiesce/guest-questions.ts';
import { askedText, packedAnswer } from '../vsphere/guest/packed-answer.ts';
import {
  PLAYED_NOW,
  type PlayedAnswer,
  type PlayedVsphere,
  playedVsphere,
  ref,
  settings,
  xml,
} from '../vsphere/played-vsphere.ts';

const VM = ref('VirtualMachine', 'vm-1');
const ACCOUNT = { username: 'Administrator', password: 'p' };
const WRITERS = `Name: 'X'\r\n Id: {e8132975-6f93-4464-a53e-1050253ae220}\r\n Id: {e8132975-6f93-4464-a53e-1050253ae220}\r\n [9] y\r\n z: w\r\n`;

interface Scene {
  readonly facts?: unknown;
  readonly texts?: unknown;
  readonly code?: number;
  readonly start?: () => PlayedAnswer;
}

function world({ facts = { now: PLAYED_NOW.toISOString() }, texts = {}, code = 64, start }: Scene): PlayedVsphere {
  let time = 0;
  return playedVsphere(
    {
      'vm-1': { type: 'VirtualMachine', properties: { 'guest.toolsRunningStatus': 'guestToolsRunning' } },
      guestOperationsManager: { type: 'guestOperationsManager', properties: { processManager: ref('G', 'pm') } },
    },
    {
      answers: {
        StartProgramInGuest: ({ text, objects }) => {
          const refused = start?.();
          if (refused !== undefined) return refused;
          const script = askedText(text);
          const answer = script === ASK_FACTS ? facts : script === ASK_TEXTS ? texts : undefined;
          time += 1;
          const properties = {
            ...objects.get('vm-1')?.properties,
            'config.extraConfig': settings(packedAnswer(answer, time)),
          };
          objects.set('vm-1', { type: 'VirtualMachine', properties });
          return xml('<returnval>7</returnval>');
        },
        ListProcessesInGuest: () =>
          xml(`<returnval><endTime>2026-11-28T12:00:00Z</endTime><exitCode>${code}</exitCode></returnval>`),
      },
    },
  );
}

describe('askGuest', () => {
  it('gives facts, texts, writers and how far the clock is off', async () => {
    const session = world({
      facts: { now: new Date(PLAYED_NOW.getTime() + 90_000).toISOString(), dedup: ['D:'] },
      texts: { 'vssadmin-writers': WRITERS, reagentc: 'r', empty: ' ', odd: 5 },
    });
    const evidence = await askGuest(session, VM, ACCOUNT);
    expect(evidence).toMatchObject({
      facts: { dedup: ['D:'] },
      texts: { 'vssadmin-writers': WRITERS, reagentc: 'r' },
      writers: [{ name: 'X', state: 9, error: 'w' }],
      ahead: 90_000,
    });
    expect(Object.keys(evidence.texts)).toEqual(['vssadmin-writers', 'reagentc']);
    expect(evidence).not.toHaveProperty('problem');
    // What was published for this alone is taken away again.
    expect(session.asked.filter((call) => call.startsWith('ReconfigVM_Task vm-1'))).toHaveLength(2);
  });

  it('tells a clock that is behind, and none where it is not certain', async () => {
    const at = async (offset: number) =>
      (await askGuest(world({ facts: { now: new Date(PLAYED_NOW.getTime() + offset).toISOString() } }), VM, ACCOUNT))
        .ahead;
    expect(await at(-1)).toBe(-1);
    expect(await at(0)).toBe(0);
    expect((await askGuest(world({ facts: {} }), VM, ACCOUNT)).ahead).toBeUndefined();
  });

  it.each<[string, Scene, RegExp]>([
    ['another end of PowerShell', { code: 1 }, /: PowerShell ended with 1$/],
    ['an account that is not known', { start: () => 'InvalidGuestLogin' }, /does not know the account Administrator/],
    ['an answer that is no JSON object', { facts: [] }, /^its answer cannot be read$/],
  ])('says why it knows nothing: %s', async (_, given, problem) => {
    const evidence = await askGuest(world(given), VM, ACCOUNT);
    expect(evidence.problem).toMatch(problem);
    expect(evidence).toMatchObject({ facts: undefined, writers: [], texts: {} });
  });

  it('keeps the facts where the texts cannot be had', async () => {
    const evidence = await askGuest(world({ texts: 'x' }), VM, ACCOUNT);
    expect(evidence.facts).toBeDefined();
    expect(evidence.texts).toEqual({});
  });
});
