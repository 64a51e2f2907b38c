import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { askGuest } from '../../../src/quiesce/guest-evidence.ts';
import { ASK_FACTS, ASK_TEXTS, FACTS_KEY, PIECE, TEXTS_KEY } from '../../../src/quiesce/guest-questions.ts';
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
  /** What is published in place of the pieces. */
  readonly spoil?: (pieces: Record<string, string>) => Record<string, string>;
}

function packed(key: string, answer: unknown): Record<string, string> {
  const text = gzipSync(JSON.stringify(answer)).toString('base64');
  const pieces = text.match(new RegExp(`.{1,${PIECE}}`, 'g')) ?? [];
  return Object.fromEntries([
    ...pieces.map((piece, index) => [`guestinfo.${key}.${index}`, piece]),
    [`guestinfo.${key}`, String(pieces.length)],
  ]) as Record<string, string>;
}

function world({
  facts = { now: PLAYED_NOW.toISOString() },
  texts = {},
  code = 64,
  start,
  spoil = (pieces) => pieces,
}: Scene): PlayedVsphere {
  return playedVsphere(
    {
      'vm-1': { type: 'VirtualMachine', properties: { 'guest.toolsRunningStatus': 'guestToolsRunning' } },
      guestOperationsManager: { type: 'guestOperationsManager', properties: { processManager: ref('G', 'pm') } },
    },
    {
      answers: {
        StartProgramInGuest: ({ text, objects }) => {
          const answer = start?.();
          if (answer !== undefined) return answer;
          const [, encoded = ''] = /-EncodedCommand ([\w+/=]+)</.exec(text) ?? [];
          const script = Buffer.from(encoded, 'base64').toString('utf16le');
          const pieces =
            script === ASK_FACTS ? packed(FACTS_KEY, facts) : script === ASK_TEXTS ? packed(TEXTS_KEY, texts) : {};
          const properties = { ...objects.get('vm-1')?.properties, 'config.extraConfig': settings(spoil(pieces)) };
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
    const cleared = session.asked.filter((call) => call.startsWith('ReconfigVM_Task vm-1'));
    expect(cleared).toHaveLength(2);
    expect(cleared[0]).toMatch(/<key>guestinfo\.stillframe\.facts<\/key><value[^>]*(?:\/>|><\/value>)/);
    expect(cleared[1]).toContain('<key>guestinfo.stillframe.texts.0</key>');
  });

  it('puts an answer of many pieces together', async () => {
    // What does not shrink: each piece is a command line.
    const noise = Array.from({ length: 4000 }, (_, index) => Math.sin(index).toString(36)).join('');
    expect((await askGuest(world({ texts: { noise } }), VM, ACCOUNT)).texts).toEqual({ noise });
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
    ['another end of PowerShell', { code: 1 }, /^PowerShell ended with 1$/],
    ['an account that is not known', { start: () => 'InvalidGuestLogin' }, /does not know the account Administrator/],
    ['an answer that is no JSON object', { facts: [] }, /^its answer cannot be read$/],
    [
      'an answer that is not packed',
      { spoil: (pieces) => ({ ...pieces, 'guestinfo.stillframe.facts.0': 'AAAA' }) },
      /header|unexpected/,
    ],
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
