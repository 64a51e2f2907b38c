import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { PLACE_MARKER, READ_MARKERS } from '../../../src/quiesce/marker-script.ts';
import { prepareGuest, readMarkersOf } from '../../../src/quiesce/prepare-guest.ts';
import { ASK_SERVICES } from '../../../src/quiesce/service-check.ts';
import { askedText, packedAnswer } from '../vsphere/guest/packed-answer.ts';
import { type PlayedAnswer, type PlayedVsphere, playedVsphere, ref, settings, xml } from '../vsphere/played-vsphere.ts';

const VM = ref('VirtualMachine', 'vm-1');
const ACCOUNT = { username: 'u', password: 'p' };
const FREEZE = '2026-11-28T12:00:00.000Z';
const THAW = '2026-11-28T12:00:05.000Z';

interface Scene {
  readonly placed?: unknown;
  readonly services?: unknown;
  /** One after the other, the last for ever. */
  readonly marks?: readonly unknown[];
  /** Exit code of PowerShell. */
  readonly code?: number;
  readonly start?: () => PlayedAnswer;
}

function world({ placed = { placed: true }, services = { running: ['A'] }, marks = [{}], code = 64, start }: Scene) {
  const questions: string[] = [];
  let read = 0;
  let told = 0;
  const answerTo = (question: string): unknown => {
    if (question === PLACE_MARKER) return placed;
    if (question === ASK_SERVICES) return services;
    return marks[Math.min(read++, marks.length - 1)];
  };
  const session: PlayedVsphere = playedVsphere(
    {
      guestOperationsManager: { type: 'guestOperationsManager', properties: { processManager: ref('x', 'gpm') } },
      'vm-1': { type: 'VirtualMachine', properties: { 'config.extraConfig': settings({}) } },
    },
    {
      answers: {
        StartProgramInGuest: ({ text, objects }): PlayedAnswer => {
          const question = askedText(text);
          questions.push(question === PLACE_MARKER ? 'place' : question === ASK_SERVICES ? 'services' : 'read');
          if (questions.at(-1) === 'read') expect(question).toBe(READ_MARKERS);
          told += 1;
          const extra = settings(packedAnswer(answerTo(question), told));
          objects.set('vm-1', { type: 'VirtualMachine', properties: { 'config.extraConfig': extra } });
          return start?.() ?? xml('<returnval>1</returnval>');
        },
        ListProcessesInGuest: () => xml(`<returnval><endTime>x</endTime><exitCode>${code}</exitCode></returnval>`),
      },
    },
  );
  return { session, questions };
}
const BOTH = { markers: true, services: true };

describe('prepareGuest', () => {
  it('puts the script there, and asks for services after it', async () => {
    const { session, questions } = world({ marks: [{ freeze: FREEZE, thaw: THAW }] });
    const guest = prepareGuest(session, VM, ACCOUNT, BOTH);
    expect(guest.before()).toEqual({ services: 'its VMware Tools did not run before the snapshot' });
    await guest.prepare();
    expect(questions).toEqual(['place', 'services']);
    expect(guest.before()).toEqual({ services: ['A'] });
    const read = { markers: { freeze: FREEZE, freezeFail: undefined, thaw: THAW } };
    expect(await guest.readMarkers(60_000)).toEqual(read);
    expect(guest.before()).toEqual({ services: ['A'], markers: read });
    expect(session.said.info).toEqual(['Putting the marker script into the guest']);
  });

  it('waits for the thaw as long as it may take, five minutes at most', async () => {
    const { session, questions } = world({ marks: [{ freeze: FREEZE }] });
    const guest = prepareGuest(session, VM, ACCOUNT, BOTH);
    await guest.readMarkers(0);
    expect(questions).toHaveLength(1);
    const began = performance.now();
    expect(await guest.readMarkers(150)).toMatchObject({ markers: { thaw: undefined } });
    expect(performance.now() - began).toBeGreaterThanOrEqual(149);
    expect(questions.length).toBeGreaterThan(2);
  });

  it.each([
    [10 * 60_000, 5 * 60_000 - 1, 2],
    [10 * 60_000, 5 * 60_000, 1],
    [90_000, 90_000 - 1, 2],
    [90_000, 90_000, 1],
  ])('of %i ms asks after %i ms of them %i times', async (timeout, passed, times) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const { session, questions } = world({
      marks: [{ freeze: FREEZE }],
      start: () => {
        vi.setSystemTime(Date.now() + passed);
        return xml('<returnval>1</returnval>');
      },
    });
    await prepareGuest(session, VM, ACCOUNT, BOTH).readMarkers(timeout);
    expect(questions).toHaveLength(times);
  });

  it('does nothing that is not asked for', async () => {
    const { session, questions } = world({});
    await prepareGuest(session, VM, ACCOUNT, { markers: false, services: false }).prepare();
    expect(questions).toEqual([]);
    await prepareGuest(session, VM, ACCOUNT, { markers: false, services: true }).prepare();
    expect(questions).toEqual(['services']);
    await prepareGuest(session, VM, ACCOUNT, { markers: true, services: false }).prepare();
    expect(questions).toEqual(['services', 'place']);
  });

  it('fails where the script does not stay, or the guest is not asked', async () => {
    const gone = world({ placed: { placed: false } });
    await expect(prepareGuest(gone.session, VM, ACCOUNT, BOTH).prepare()).rejects.toMatchObject({
      code: 'guest-refused',
      message: expect.stringContaining('is not where VMware Tools of the copy look for scripts') as string,
    });
    expect(gone.questions).toEqual(['place']);
    const refused = world({ code: 1 });
    await expect(prepareGuest(refused.session, VM, ACCOUNT, BOTH).prepare()).rejects.toMatchObject({
      code: 'guest-refused',
    });
  });

  it.each<[Scene, string]>([
    [{ services: {} }, 'its answer is none'],
    [{ code: 1 }, 'The guest of vm-1 could not be asked what it has: PowerShell ended with 1'],
    [
      { start: () => 'InvalidGuestLogin' },
      'The guest does not know the account u with this password (input guest-username)',
    ],
  ])('says why nobody knows the services: %j', async (given, why) => {
    const { session } = world(given);
    const guest = prepareGuest(session, VM, ACCOUNT, { markers: false, services: true });
    await guest.prepare();
    expect(guest.before()).toEqual({ services: why });
  });

  it('fails with the server', async () => {
    const { session } = world({ start: () => 'NoPermission' });
    const guest = prepareGuest(session, VM, ACCOUNT, { markers: false, services: true });
    await expect(guest.prepare()).rejects.toMatchObject({ type: 'NoPermission' });
  });
});

describe('readMarkersOf', () => {
  const marks = (freeze?: string, more: object = {}) => ({ freeze, ...more });
  it.each<[string, readonly unknown[], number, object]>([
    ['the thaw', [marks(FREEZE), marks(FREEZE, { thaw: THAW })], 2, { freeze: FREEZE, thaw: THAW }],
    [
      'a freeze that failed',
      [marks(FREEZE), marks(FREEZE, { freezeFail: THAW })],
      2,
      { freeze: FREEZE, freezeFail: THAW },
    ],
    ['nothing where no script ran', [marks()], 1, {}],
    ['nothing where the thaw is there', [marks(FREEZE, { thaw: THAW })], 1, { freeze: FREEZE, thaw: THAW }],
  ])('waits for %s', async (_what, given, asked, markers) => {
    const { session, questions } = world({ marks: given });
    const read = await readMarkersOf(session, VM, ACCOUNT, 60_000);
    expect(read).toEqual({ markers: { freeze: undefined, freezeFail: undefined, thaw: undefined, ...markers } });
    expect(questions).toHaveLength(asked);
  });

  it('gives what it has seen when the time is up; without a time at once', async () => {
    const { session, questions } = world({ marks: [marks(FREEZE)] });
    const seen = { markers: { freeze: FREEZE, freezeFail: undefined, thaw: undefined } };
    expect(await readMarkersOf(session, VM, ACCOUNT)).toEqual(seen);
    expect(questions).toHaveLength(1);
    expect(await readMarkersOf(session, VM, ACCOUNT, 100)).toEqual(seen);
    expect(questions.length).toBeGreaterThan(2);
  });

  it('says what it was not told, and fails with the server', async () => {
    expect(await readMarkersOf(world({ marks: [[]] }).session, VM, ACCOUNT)).toEqual({ problem: 'its answer is none' });
    expect(await readMarkersOf(world({ code: 1 }).session, VM, ACCOUNT)).toEqual({
      problem: 'The guest of vm-1 could not be asked what it has: PowerShell ended with 1',
    });
    const broken = world({ start: () => 'NoPermission' });
    await expect(readMarkersOf(broken.session, VM, ACCOUNT)).rejects.toMatchObject({ type: 'NoPermission' });
  });
});
