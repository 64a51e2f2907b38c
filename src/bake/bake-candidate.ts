/**
 * Starts a candidate for the first time and follows its first boot to the end. Whatever ends this process, the guest goes on; what was
 * seen of it stands in the VM itself, so that the same step run again goes on where this one stood.
 */

import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { FIRST_BOOT_SETTING } from '../ova/first-boot-setting.ts';
import { GUEST_KEY } from '../products/guest-words.ts';
import { formatDuration } from '../units.ts';
import type { LocatedVm } from '../vsphere/inventory/locate-vm.ts';
import { BAKE_KEY, type BakeMark, type BakeSight, formatBakeMark, parseBakeMark } from '../vsphere/vm/bake-mark.ts';
import { ownedBy, readOwner } from '../vsphere/vm/owned-vm.ts';
import { describeOwner, type OwnerProcess, standingOf } from '../vsphere/vm/owner.ts';
import { CANDIDATE_LIFE, formatReleaseMark, RELEASE_KEY, type ReleaseMark } from '../vsphere/vm/release-mark.ts';
import { wasStartedSince } from '../vsphere/vm/vm-events.ts';
import { readVmFacts, settingOf, type VmFacts } from '../vsphere/vm/vm-facts.ts';
import { readCardStates, restoreCards, setNetworkCards } from '../vsphere/vm/vm-network.ts';
import { powerOn, reconfigureVm } from '../vsphere/vm/vm-operations.ts';
import { ConnectedError, whileCutOff } from '../vsphere/vm/while-cut-off.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import { assertBakeable } from './assert-bakeable.ts';
import { type BakeStage, HELD_BAKE } from './held-bake.ts';
import { type Baked, judgeBake, type PlannedBake } from './judge-bake.ts';
import { watchFirstBoot } from './watch-first-boot.ts';

export interface BakeRequest extends PlannedBake {
  readonly vm: LocatedVm;
  readonly release: ReleaseMark;
  readonly me: OwnerProcess;
  /** What the cards are put on while it bakes: a network, nothing, or what they have. */
  readonly network: Moref | 'disconnected' | 'as-it-is';
  /** Milliseconds that watching may take. */
  readonly timeout: number;
  /** SHA-256 of the scripts that `whileDone` runs. */
  readonly scripts: readonly string[];
  /** What is done in the guest when its first boot is over, before it ends. */
  readonly whileDone: (sight: BakeSight) => Promise<void>;
}

export interface BakedCandidate extends Baked {
  readonly sight: BakeSight;
  /** It was baked by an earlier run already, and nothing was done. */
  readonly before: boolean;
}

/** @throws UserError bake-failed, bake-unobserved, timeout, vm-unfit, vsphere-refused, vsphere-busy, input-invalid; VsphereFault */
export async function bakeCandidate(
  session: VsphereSession,
  request: BakeRequest,
  context: Pick<Context, 'hold'>,
): Promise<BakedCandidate> {
  const { vm, seal } = request;
  const facts = await readVmFacts(session, vm.moref);
  assertBakeable(vm.path, facts, seal);
  const found = parseBakeMark(settingOf(facts, BAKE_KEY) ?? '');
  assertScriptsRan(request, found?.seen);
  if (settingOf(facts, FIRST_BOOT_SETTING) === 'baked') return bakedBefore(session, facts, found, request);
  if (found) await assertNobodyElse(session, request);
  else if (facts.poweredOn) {
    throw new UserError(
      'vm-unfit',
      `${vm.path} is running, and not by bake-template: what its first boot did was not seen`,
      'Upload the OVA again; a candidate is nobody’s to try things on.',
    );
  }
  // Held before its mark is written: a cancel may come while that is on its way.
  const { reach, settled } = holdStages(context, vm, facts.poweredOn ? 'started' : 'prepared');
  const mark = found ?? (await begin(session, request));
  if (found) session.log.info(`Going on with the first boot of ${vm.path}, which began at ${found.started}`);
  const onStart = facts.poweredOn ? undefined : (): void => reach('started');
  const seen = await observe(session, request, mark, onStart).catch(whomItMet);
  reach('over');
  const judged = seen instanceof ConnectedError ? seen : judgement(request, seen);
  const sight = seen instanceof ConnectedError ? undefined : seen;
  await settle(
    session,
    request,
    { ...mark, ...(sight && { seen: sight }) },
    judged instanceof UserError ? 'failed' : 'baked',
  );
  settled();
  if (judged instanceof UserError) throw judged;
  return judged;
}

/** One is held at any time, with how far it is. */
function holdStages(
  { hold }: Pick<Context, 'hold'>,
  { path, moref }: LocatedVm,
  first: BakeStage,
): { readonly reach: (stage: BakeStage) => void; readonly settled: () => void } {
  let settled = hold(HELD_BAKE, { path, vm: moref.value, stage: first });
  return {
    reach: (stage) => {
      const before = settled;
      settled = hold(HELD_BAKE, { path, vm: moref.value, stage });
      before();
    },
    settled: () => settled(),
  };
}

/** As a value: it is off by then, and has to say that it is not baked. */
function whomItMet(error: unknown): ConnectedError {
  if (error instanceof ConnectedError) return error;
  throw error;
}

/** As a value, since the VM has to say how it ended before anybody is told. */
function judgement(request: BakeRequest, seen: BakeSight | undefined): BakedCandidate | UserError {
  if (seen === undefined) return unobserved(request.vm);
  try {
    return { ...judgeBake(request.vm.path, seen, request), sight: seen, before: false };
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

/** An earlier run has let the guest end, which no script can be run in any more. @throws UserError vm-unfit when it ran others */
function assertScriptsRan({ vm, scripts }: BakeRequest, seen: BakeSight | undefined): void {
  if (seen?.status !== 'done' || scripts.length === 0 || scripts.join() === seen.scripts?.join()) return;
  const before = seen.scripts === undefined ? 'without scripts' : 'with other scripts, or in another order';
  throw new UserError(
    'vm-unfit',
    `${vm.path} was baked before ${before}, and those that are given now cannot run in it any more`,
    'Upload the OVA again, and bake it with these scripts; or leave the input scripts out.',
  );
}

async function bakedBefore(
  session: VsphereSession,
  facts: VmFacts,
  mark: BakeMark | undefined,
  request: BakeRequest,
): Promise<BakedCandidate> {
  const { vm } = request;
  const useless = (why: string): UserError =>
    new UserError('vm-unfit', `${vm.path} ${why}`, 'Upload the OVA again, and bake it by this action alone.');
  if (facts.poweredOn) throw useless('was baked and runs again, so that nobody knows what is in it');
  if (mark?.seen === undefined || mark.ended === undefined) {
    throw useless('says that its first boot is over, but not what was seen of it, and when');
  }
  if (await wasStartedSince(session, vm.moref, new Date(mark.ended))) {
    throw useless(`was started after it was baked (${mark.ended}), so that nobody knows what is in it`);
  }
  return { ...judgeBake(vm.path, mark.seen, request), sight: mark.seen, before: true };
}

/** @throws UserError vsphere-busy when another run is watching it */
async function assertNobodyElse(session: VsphereSession, { vm, me }: BakeRequest): Promise<void> {
  const owner = await readOwner(session, vm.moref);
  if (owner === undefined || standingOf(owner, me, session.now()) !== 'working') return;
  throw new UserError(
    'vsphere-busy',
    `Another run is baking ${vm.path}: it belongs to ${describeOwner(owner)}`,
    'Wait until that run has ended. If it was killed, this one goes on ten minutes after it was last heard of.',
  );
}

/** Its cards are written down before they are changed, so that they can be given back whatever happens. */
async function begin(session: VsphereSession, { vm, release, me }: BakeRequest): Promise<BakeMark> {
  const mark: BakeMark = { started: session.now().toISOString(), cards: await readCardStates(session, vm.moref) };
  await reconfigureVm(session, vm.moref, {
    extraConfig: {
      [BAKE_KEY]: formatBakeMark(mark),
      [`guestinfo.${GUEST_KEY.seen}`]: '',
      ...ownedBy(session, me),
      ...renewed(session, release),
    },
  });
  return mark;
}

function renewed(session: VsphereSession, release: ReleaseMark): Readonly<Record<string, string>> {
  const expires = new Date(session.now().getTime() + CANDIDATE_LIFE);
  return { [RELEASE_KEY]: formatReleaseMark({ ...release, expires }) };
}

/**
 * @param onStart told right before it is started; undefined: it runs
 * @returns what was seen; undefined when it went off unseen
 */
async function observe(
  session: VsphereSession,
  request: BakeRequest,
  mark: BakeMark,
  onStart: (() => void) | undefined,
): Promise<BakeSight | undefined> {
  const { vm, timeout, network } = request;
  if (onStart) {
    if (mark.seen) return mark.seen;
    // A run may have ended between its mark and the start: then nothing was started since, and it is begun now.
    if (await wasStartedSince(session, vm.moref, new Date(mark.started))) return undefined;
    if (network !== 'as-it-is') {
      await setNetworkCards(session, vm.moref, network === 'disconnected' ? undefined : network);
    }
    session.signal.throwIfAborted();
    onStart();
    session.log.info(`Starting ${vm.path} for its first boot, which may take ${formatDuration(timeout)}`);
    await powerOn(session, vm.moref);
  }
  const watched = (): Promise<BakeSight | undefined> => watch(session, request, mark);
  // As a run before this one has started it, which was told so too.
  return network === 'disconnected' ? whileCutOff(session, { moref: vm.moref, name: vm.path }, watched) : watched();
}

function watch(session: VsphereSession, request: BakeRequest, mark: BakeMark): Promise<BakeSight | undefined> {
  const { vm, me, release, timeout, scripts, whileDone } = request;
  return watchFirstBoot(session, vm.moref, {
    path: vm.path,
    mark,
    timeout,
    scripts,
    whileDone,
    answer: (sight) =>
      reconfigureVm(session, vm.moref, {
        extraConfig: {
          [BAKE_KEY]: formatBakeMark({ ...mark, seen: sight }),
          [`guestinfo.${GUEST_KEY.seen}`]: sight.status,
        },
      }),
    renew: async () => {
      const extraConfig = { ...ownedBy(session, me), ...renewed(session, release) };
      await reconfigureVm(session, vm.moref, { extraConfig }).catch((error: unknown) => {
        session.signal.throwIfAborted();
        session.log.debug(`Renewing ${vm.path}: ${String(error)}`);
      });
    },
  });
}

/** What only baking needed goes: cards are as they were, guestinfo is empty, and the VM says how its first boot ended. */
async function settle(
  session: VsphereSession,
  { vm, release }: BakeRequest,
  mark: BakeMark,
  outcome: 'baked' | 'failed',
): Promise<void> {
  await restoreCards(session, vm.moref, mark.cards);
  const { extraConfig } = await readVmFacts(session, vm.moref);
  const published = [...extraConfig.keys()].filter((key) => /^guestinfo\.stillframe\./i.test(key));
  await reconfigureVm(session, vm.moref, {
    extraConfig: {
      ...Object.fromEntries(published.map((key) => [key, ''])),
      [BAKE_KEY]: formatBakeMark({ ...mark, cards: [], ended: session.now().toISOString() }),
      [FIRST_BOOT_SETTING]: outcome,
      ...renewed(session, release),
    },
  });
  const after = (await readVmFacts(session, vm.moref)).extraConfig;
  const left = published.filter((key) => (after.get(key) ?? '') !== '');
  if (after.get(FIRST_BOOT_SETTING) === outcome && left.length === 0) return;
  throw new UserError(
    'vsphere-refused',
    `vSphere did not take the settings that say how the first boot of ${vm.path} ended${left.length === 0 ? '' : `, nor emptied ${left.join(', ')}`}`,
    'Give the account the privilege VirtualMachine.Config.AdvancedConfig.',
  );
}

function unobserved(vm: LocatedVm): UserError {
  return new UserError(
    'bake-unobserved',
    `${vm.path} went off before it was seen that its first boot was done`,
    'Somebody switched it off, or it ended before VMware Tools ran: upload the OVA again and bake it, and look at its console meanwhile.',
  );
}
