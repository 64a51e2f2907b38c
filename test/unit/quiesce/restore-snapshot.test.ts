import { describe, expect, it } from 'vitest';
import { READ_MARKERS } from '../../../src/quiesce/marker-script.ts';
import type { BeforeSnapshot } from '../../../src/quiesce/prepare-guest.ts';
import { assertRestorable, type RestoreProof, restoreSnapshot } from '../../../src/quiesce/restore-snapshot.ts';
import { ASK_SERVICES } from '../../../src/quiesce/service-check.ts';
import { VOLUME_CHECK } from '../../../src/quiesce/volume-check.ts';
import type { GuestAccount } from '../../../src/vsphere/guest/guest-program.ts';
import { ownerProcess } from '../../../src/vsphere/vm/owner.ts';
import { playedContext } from '../actions/played-context.ts';
import { askedText, packedAnswer } from '../vsphere/guest/packed-answer.ts';
import { type PlayedAnswer, type PlayedVsphere, playedVsphere, ref, settings, xml } from '../vsphere/played-vsphere.ts';

const SOURCE = { moref: ref('VirtualMachine', 'vm-1'), name: 'ws', path: '/DC0/vm/ws', datacenter: 'DC0' };
const FROM = { vm: ref('VirtualMachine', 'vm-2'), snapshot: ref('VirtualMachineSnapshot', 's-1') };
const ACCOUNT = { username: 'Administrator', password: 'p' };

interface Scene {
  readonly tools?: string;
  /** Exit codes, one program after the other. */
  readonly codes?: readonly number[];
  /** What VOLUME_CHECK is answered. */
  readonly volume?: unknown;
  /** What ASK_SERVICES is answered, one after the other. */
  readonly services?: readonly unknown[];
  /** What READ_MARKERS is answered. */
  readonly marks?: unknown;
  readonly start?: () => PlayedAnswer;
}

const CLEAN = { dirty: false, count: 0, events: [] };
const MARK = '2026-11-28T12:00:00.000Z';
const FROZEN = { markers: { freeze: MARK, freezeFail: undefined, thaw: MARK } };

function world(scene: Scene = {}): PlayedVsphere {
  const { tools = 'guestToolsRunning', codes = [0], volume = CLEAN, marks = { freeze: MARK }, start } = scene;
  let programs = 0;
  let looks = 0;
  const answerTo = (question: string): Readonly<Record<string, string>> => {
    if (question === VOLUME_CHECK) return packedAnswer(volume, programs);
    if (question === READ_MARKERS) return packedAnswer(marks, programs);
    const services = scene.services ?? [{ running: ['A'] }];
    if (question === ASK_SERVICES) return packedAnswer(services[Math.min(looks++, services.length - 1)], programs);
    return {};
  };
  return playedVsphere(
    {
      dc: { type: 'Datacenter', properties: { name: 'DC0' } },
      f: { type: 'Folder', properties: { name: 'vm', parent: ref('Datacenter', 'dc') } },
      p: { type: 'ResourcePool', properties: { name: 'pool', owner: ref('x', 'y') } },
      guestOperationsManager: { type: 'guestOperationsManager', properties: { processManager: ref('G', 'pm') } },
      'vm-2': {
        type: 'VirtualMachine',
        properties: { name: 'copy', parent: ref('Folder', 'f'), resourcePool: ref('ResourcePool', 'p') },
      },
    },
    {
      answers: {
        CloneVM_Task: ({ objects }) => {
          const properties = { 'guest.toolsRunningStatus': tools, 'runtime.powerState': 'poweredOn' };
          objects.set('vm-3', { type: 'VirtualMachine', properties });
          return ref('VirtualMachine', 'vm-3');
        },
        Destroy_Task: ({ target, objects }) => void objects.delete(target),
        StartProgramInGuest: ({ text, objects }) => {
          programs += 1;
          const there = objects.get('vm-3');
          const said = answerTo(askedText(text));
          if (there) {
            const properties = { ...there.properties, 'config.extraConfig': settings(said) };
            objects.set('vm-3', { ...there, properties });
          }
          return start?.() ?? xml(`<returnval>${programs}</returnval>`);
        },
        ListProcessesInGuest: () =>
          xml(
            `<returnval><endTime>2026-11-28T12:00:00Z</endTime><exitCode>${codes[programs - 1] ?? 64}</exitCode></returnval>`,
          ),
      },
    },
  );
}

async function restore(
  session: PlayedVsphere,
  account?: GuestAccount,
  timeout = 1000,
  before: BeforeSnapshot | undefined = { services: ['A'] },
): Promise<RestoreProof> {
  const job = { source: SOURCE, me: ownerProcess('0123abcd'), resourcePool: undefined };
  const context = playedContext('/nowhere');
  const proof = await restoreSnapshot(session, { ...FROM, before }, { job, account, timeout }, context);
  expect(context.held).toEqual(['quiesce-copy', '-quiesce-copy']);
  expect(session.objects.has('vm-3')).toBe(false);
  return proof;
}
const calls = ({ asked }: PlayedVsphere): string[] => asked.map((call) => call.split(' ').slice(0, 2).join(' '));

describe('restoreSnapshot', () => {
  it('starts a linked clone, awaits Tools, and removes it', async () => {
    const session = world();
    expect(await restore(session)).toEqual({
      outcome: 'restored',
      copy: expect.stringMatching(/^ws-stillframe-verify-[0-9a-f]{8}$/) as string,
      durationMs: expect.any(Number) as number,
      checked: false,
      findings: [],
    });
    expect(calls(session)).toEqual([
      'CloneVM_Task vm-2',
      'PowerOnVM_Task vm-3',
      'PowerOffVM_Task vm-3',
      'Destroy_Task vm-3',
    ]);
    expect(session.asked[0]).toContain('<diskMoveType>createNewChildDiskBacking</diskMoveType>');
    expect(session.asked[0]).toContain('<snapshot type="VirtualMachineSnapshot">s-1</snapshot>');
  });

  it('asks the guest with an account, for its volume and its event log', async () => {
    const session = world();
    expect(await restore(session, ACCOUNT)).toMatchObject({ outcome: 'restored', checked: true, findings: [] });
    const asked = session.asked.filter((call) => call.startsWith('StartProgramInGuest'));
    expect(asked).toHaveLength(3);
    expect(askedText(asked[2] ?? '')).toBe(ASK_SERVICES);
    expect(asked[1]).toContain('<username>Administrator</username><password>p</password>');
    expect(askedText(asked[1] ?? '')).toBe(VOLUME_CHECK);
  });

  it.each<[Scene, string]>([
    [{ volume: { ...CLEAN, dirty: true } }, 'its system volume is marked dirty'],
    [{ codes: [0, 1] }, 'The guest of vm-3 could not be asked what it has: PowerShell ended with 1'],
    [{ codes: [5] }, 'it ran no program as Administrator (5)'],
  ])('is unclean: %j', async (given, fault) => {
    const proof = await restore(world(given), ACCOUNT);
    expect(proof).toMatchObject({ outcome: 'unclean', checked: true });
    expect(proof.findings).toMatchObject([
      {
        code: 'restore-unclean',
        severity: 'error',
        seen: `A linked clone of the snapshot started, but ${fault}`,
      },
    ]);
  });

  const told = ({ outcome, findings }: RestoreProof): readonly string[] => [
    outcome,
    ...findings.map(({ code, seen }) => `${code}: ${seen.replace('A linked clone of the snapshot ', '')}`),
  ];

  it('waits for its services, and says which do not run', async () => {
    const late = world({ services: [{ running: [] }, { running: ['A'] }] });
    expect(told(await restore(late, ACCOUNT))).toEqual(['restored']);
    const before = { services: ['A', 'VMTools', 'Spooler'] };
    expect(told(await restore(world(), ACCOUNT, 60, before))).toEqual([
      'unclean',
      'restore-service-stopped: does not run services that ran before it: VMTools (VMware Tools)',
      'restore-service-differs: does not run services that ran before it: Spooler',
    ]);
    // A warning alone leaves it clean.
    expect(told(await restore(world(), ACCOUNT, 60, { services: ['A', 'Spooler'] }))).toEqual([
      'restored',
      'restore-service-differs: does not run services that ran before it: Spooler',
    ]);
  });

  it('is unclean where nobody knows which services have to run', async () => {
    const session = world();
    expect(told(await restore(session, ACCOUNT, 1000, { services: 'it never was ready' }))).toEqual([
      'unclean',
      'restore-unclean: started, but its services cannot be compared: it never was ready',
    ]);
    expect(session.asked.filter((call) => call.startsWith('StartProgramInGuest'))).toHaveLength(2);
    const job = { source: SOURCE, me: ownerProcess('0123abcd'), resourcePool: undefined };
    const request = { job, account: ACCOUNT, timeout: 1000 };
    const nobody = await restoreSnapshot(world(), { ...FROM, before: undefined }, request, playedContext('/nowhere'));
    expect(told(nobody)[1]).toContain('its services cannot be compared: nobody asked before the snapshot');
  });

  it('reads the marks of the script, which have to be those of the freeze alone', async () => {
    const before = { services: ['A'], markers: FROZEN };
    const within = world();
    expect(told(await restore(within, ACCOUNT, 1000, before))).toEqual(['restored']);
    expect(within.asked.filter((call) => askedText(call) === READ_MARKERS)).toHaveLength(1);
    const after = world({ marks: { freeze: MARK, thaw: MARK } });
    expect(told(await restore(after, ACCOUNT, 1000, before))).toEqual([
      'unclean',
      'snapshot-outside-freeze: The snapshot was not taken while the guest was frozen: it holds what was written at the thaw, so that it was taken after it',
    ]);
    const unasked = world();
    await restore(unasked, ACCOUNT);
    expect(unasked.asked.filter((call) => askedText(call) === READ_MARKERS)).toHaveLength(0);
  });

  it('fails where no Tools come up, and asks nothing then', async () => {
    const session = world({ tools: 'guestToolsNotRunning' });
    const proof = await restore(session, ACCOUNT, 0);
    expect(proof).toMatchObject({ outcome: 'failed', checked: false });
    expect(proof.findings).toMatchObject([{ code: 'restore-failed', severity: 'error' }]);
    expect(calls(session)).not.toContain('StartProgramInGuest pm');
  });

  it('says that the account is not let in', async () => {
    const proof = await restore(world({ start: () => 'InvalidGuestLogin' }), ACCOUNT);
    expect(proof.findings[0]?.seen).toContain('it does not let Administrator in');
  });
});

it('needs a vCenter', () => {
  assertRestorable(playedVsphere({}));
  expect(() => assertRestorable(playedVsphere({}, { kind: 'esxi' }))).toThrow(
    /vc\.example\.com is an ESXi host, and only a vCenter makes a clone of a snapshot/,
  );
});
