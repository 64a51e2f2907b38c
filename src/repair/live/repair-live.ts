/**
 * Repairs a template, or a VM that is off, in its own Windows: copied, started cut off from every network, the Recovery partition taken
 * away by Windows itself, shut down, a template again, and looked at from outside.
 */

import type { Context } from '../../context.ts';
import type { DiskLayout } from '../../disk/layout.ts';
import { UserError } from '../../errors.ts';
import type { QuiesceFinding } from '../../report/finding-codes.ts';
import { formatDuration } from '../../units.ts';
import { assertPrivileges } from '../../vsphere/access/assert-privileges.ts';
import type { GuestAccount } from '../../vsphere/guest/guest-program.ts';
import type { LocatedVm } from '../../vsphere/inventory/locate-vm.ts';
import { chooseVmPlacement, type VmPlacement } from '../../vsphere/inventory/vm-placement.ts';
import { ownedBy, whileOwned } from '../../vsphere/vm/owned-vm.ts';
import type { OwnerProcess } from '../../vsphere/vm/owner.ts';
import { shutDownGuest, switchOff } from '../../vsphere/vm/stop-vm.ts';
import { readVmFacts, type VmFacts } from '../../vsphere/vm/vm-facts.ts';
import { readCardStates, setNetworkCards } from '../../vsphere/vm/vm-network.ts';
import { markAsVirtualMachine, powerOn, reconfigureVm } from '../../vsphere/vm/vm-operations.ts';
import { whileCutOff } from '../../vsphere/vm/while-cut-off.ts';
import type { VsphereSession } from '../../vsphere/wire/session.ts';
import { assertNotShared } from './assert-not-shared.ts';
import { assertBasicDisk, assertNotSealed, assertRepairable } from './assert-repairable.ts';
import { finishEarlier, HELD_REPAIR, type HeldRepair, undoRepair } from './held-repair.ts';
import { changesAnything, planLive, plannedLayout } from './plan-live.ts';
import { putBack, readInstanceUuid, readRepairMark } from './put-back.ts';
import { type GuestRepair, repairInGuest } from './repair-in-guest.ts';
import { formatRepairMark, REPAIR_KEY, type RepairMark } from './repair-mark.ts';
import { makeSafetyCopy, whileCopied } from './safety-copy.ts';
import { wrongLayout } from './wrong-layout.ts';

/** The disk that Windows starts from, looked at while the VM is off. */
export interface OutsideLook {
  /** Undefined where it could not be looked at; `why` says the reason then. */
  readonly layout: DiskLayout | undefined;
  readonly why: string;
  /** What Setup of Windows has written on the disk; undefined where it was not found. */
  readonly imageState: string | undefined;
  /** Of all disks and settings, worst first. */
  readonly findings: readonly QuiesceFinding[];
}

export interface LiveRepairRequest {
  readonly vm: LocatedVm;
  /** Its run is 8 hexadecimal digits. */
  readonly me: OwnerProcess;
  readonly account: GuestAccount;
  readonly extend: boolean;
  readonly dryRun: boolean;
  /** False: whoever asks has a copy, or needs none. */
  readonly safetyCopy: boolean;
  readonly resourcePool: string | undefined;
  /** Milliseconds that VMware Tools may take to come up, each program, and the shutdown. */
  readonly timeout: number;
  readonly look: (facts: VmFacts) => Promise<OutsideLook>;
}

export interface LiveRepair {
  /** Anything was, or for a dry run would be, changed. */
  readonly changed: boolean;
  readonly before: DiskLayout;
  readonly after: DiskLayout;
  readonly template: boolean;
  /** Name of the copy that was made before. */
  readonly copy?: string;
  /** Whether the disk was looked at from outside afterwards, or by its own guest alone. */
  readonly provenBy: 'outside' | 'guest';
  readonly findings: readonly QuiesceFinding[];
}

/** @throws UserError vm-unfit, vsphere-refused, vsphere-busy, timeout, guest-refused, not-elevated, disk-invalid, layout-wrong, input-invalid */
export async function repairLive(
  session: VsphereSession,
  request: LiveRepairRequest,
  context: Pick<Context, 'hold'>,
): Promise<LiveRepair> {
  const { vm, extend, dryRun, look } = request;
  if (!dryRun) await finishEarlier(session, vm, request.me);
  const facts = await readVmFacts(session, vm.moref);
  assertRepairable(vm, facts);
  await assertNotShared(session, vm, facts);
  const first = await look(facts);
  const { template } = facts;
  if (first.layout) {
    const plan = planLive(first.layout, extend);
    const after = plannedLayout(first.layout, plan);
    const findings = [...plan.findings, ...first.findings];
    const changed = changesAnything(plan);
    // A look at the beginning of the disk alone does not tell which partition is that of Windows.
    const whole = !extend || plan.windows !== undefined;
    if (!changed && whole) return { changed, before: first.layout, after, template, provenBy: 'outside', findings };
    assertNotSealed(vm, first.imageState);
    assertBasicDisk(vm, first.layout.partitions);
    await ownUuid(session, vm);
    if (dryRun) return { changed, before: first.layout, after, template, provenBy: 'outside', findings: plan.findings };
  } else if (dryRun) throw unseen(vm, first.why);
  else
    session.log.warning(`The disk of ${vm.path} cannot be looked at from outside: ${first.why}. Its guest will tell`);
  return repairStarted(session, { ...request, outside: first.layout }, facts, context);
}

type Started = LiveRepairRequest & { readonly outside: DiskLayout | undefined };

async function repairStarted(
  session: VsphereSession,
  request: Started,
  facts: VmFacts,
  context: Pick<Context, 'hold'>,
): Promise<LiveRepair> {
  const { vm, me } = request;
  const uuid = await ownUuid(session, vm);
  const placement = session.about.kind === 'vcenter' ? await placed(session, request, facts) : undefined;
  await assertAllowed(session, request, facts, placement);
  const copy = request.safetyCopy ? await copied(session, request, facts, placement, context) : undefined;
  const repair = (): Promise<LiveRepair> => repairOriginal(session, request, { facts, placement, uuid, copy }, context);
  if (copy === undefined) return repair();
  return whileCopied(session, vm, { run: me.run, template: facts.template }, repair);
}

interface Original {
  readonly facts: VmFacts;
  readonly placement: VmPlacement | undefined;
  readonly uuid: string;
  /** Name of its safety copy. */
  readonly copy: string | undefined;
}

async function repairOriginal(
  session: VsphereSession,
  request: Started,
  { facts, placement, uuid, copy }: Original,
  context: Pick<Context, 'hold'>,
): Promise<LiveRepair> {
  const { vm, me, look } = request;
  const held: HeldRepair = {
    ticket: session.ticket(),
    vm,
    mark: {
      vm: uuid,
      run: me.run,
      state: 'running',
      template: facts.template,
      cards: await readCardStates(session, vm.moref),
    },
    since: session.now().toISOString(),
  };
  const settled = context.hold(HELD_REPAIR, held, () => undoRepair(session.uncancelled(), held));
  await begin(session, request, held.mark, placement);
  const repair = await whileOwned(session, vm.moref, me, () => workInGuest(session, request));
  await putBack(session, vm.moref, held.mark);
  settled();
  session.log.info(`${vm.path} is ${facts.template ? 'a template' : 'off'} again`);
  const last = await look(await readVmFacts(session, vm.moref));
  return judged(request, facts, repair, last, copy);
}

/** By which the mark of a repair is known for that of this VM. @throws UserError vm-unfit for a VM that has none */
async function ownUuid(session: VsphereSession, { moref, path }: LocatedVm): Promise<string> {
  const uuid = await readInstanceUuid(session, moref);
  if (uuid !== '') return uuid;
  throw new UserError(
    'vm-unfit',
    `The server says no instanceUuid of ${path}: nobody could tell its own mark from one that it inherited, nor put it back after a kill`,
    'Take it out of the inventory and register its .vmx or .vmtx file again, which gives it one; or repair a full clone of it.',
  );
}

/** A template that is whole costs no privilege but those to look: this is asked once it is known that there is something to repair. */
async function assertAllowed(
  session: VsphereSession,
  { vm, safetyCopy }: Started,
  { template, folder, datastores }: VmFacts,
  placement: VmPlacement | undefined,
): Promise<void> {
  const source = [[vm.moref]];
  const pool = placement ? [[placement.pool]] : [];
  await assertPrivileges(session, 'repair-template', {
    places: {
      machine: source,
      source,
      pool,
      folder: folder ? [[folder]] : [],
      datastore: datastores.map((one) => [one]),
    },
    conditions: [
      ...(template ? (['of a template'] as const) : []),
      ...(safetyCopy
        ? (['unless `safety-copy: false`', template ? 'to copy a template' : 'to copy a VM'] as const)
        : []),
    ],
  });
}

function placed(session: VsphereSession, { vm, resourcePool }: Started, facts: VmFacts): Promise<VmPlacement> {
  return chooseVmPlacement(session, vm, facts, resourcePool);
}

async function copied(
  session: VsphereSession,
  { vm, me }: Started,
  facts: VmFacts,
  placement: VmPlacement | undefined,
  context: Pick<Context, 'hold'>,
): Promise<string> {
  if (placement) return makeSafetyCopy(session, vm, { facts, placement, me }, context);
  throw new UserError(
    'vsphere-refused',
    `${session.url.host} is an ESXi host, and only a vCenter can copy ${vm.name} before it is repaired`,
    'Connect to the vCenter of the host; or copy it yourself, and set safety-copy: false.',
  );
}

/** A copy takes minutes: what somebody has done to it meanwhile is seen here. */
async function begin(
  session: VsphereSession,
  { vm, me }: Started,
  mark: RepairMark,
  placement: VmPlacement | undefined,
): Promise<void> {
  const now = await readVmFacts(session, vm.moref);
  assertRepairable(vm, now);
  if (now.template !== mark.template || (await readRepairMark(session, vm.moref))?.state === 'running') {
    throw new UserError(
      'vsphere-busy',
      `Somebody else has begun to work on ${vm.path} meanwhile`,
      'Wait until that is over, and run the step again.',
    );
  }
  if (now.template && placement) {
    session.log.info(`Converting ${vm.path} to a VM`);
    await markAsVirtualMachine(session, vm.moref, placement);
  }
  await reconfigureVm(session, vm.moref, {
    extraConfig: { [REPAIR_KEY]: formatRepairMark(mark), ...ownedBy(session, me) },
  });
  await setNetworkCards(session, vm.moref, undefined);
}

async function workInGuest(session: VsphereSession, request: Started): Promise<GuestRepair> {
  const { vm, timeout } = request;
  session.log.info(`Starting ${vm.path}, cut off from every network`);
  const repair = await whileCutOff(session, vm, async () => {
    await powerOn(session, vm.moref);
    return repairInGuest(session, request);
  });
  session.log.info('Shutting it down');
  if (await shutDownGuest(session, vm.moref, timeout)) return repair;
  // Whoever puts it back would ask it again, and wait once more.
  await switchOff(session, vm.moref);
  throw new UserError(
    'timeout',
    `${vm.path} did not shut down within ${formatDuration(timeout)} after it was repaired, and is switched off`,
    'Its disk is repaired, but was not closed in order: start it once, see that it comes up, and shut it down.',
  );
}

function judged(
  { vm }: Started,
  { template }: VmFacts,
  { before, after, plan }: GuestRepair,
  last: OutsideLook,
  copy: string | undefined,
): LiveRepair {
  const made = copy === undefined ? {} : { copy };
  const common = { template, ...made, findings: [...plan.findings, ...last.findings] };
  const changed = changesAnything(plan);
  if (!last.layout) return { ...common, changed, before, after, provenBy: 'guest' };
  const wrong = wrongLayout(before, last.layout, plan);
  if (wrong.length > 0) {
    throw new UserError(
      'layout-wrong',
      `${vm.path}: seen from outside after the repair ${wrong.join(', ')}`,
      copy === undefined
        ? 'Deploy nothing from it: take the copy that you have in its place.'
        : 'Deploy nothing from it.',
    );
  }
  return { ...common, changed, before, after: last.layout, provenBy: 'outside' };
}

function unseen({ path }: LocatedVm, why: string): UserError {
  return new UserError(
    'vsphere-refused',
    `The disk of ${path} cannot be looked at from outside, so nobody knows what a repair would do: ${why}`,
    'Run the repair itself, which asks its guest, on a full clone of it.',
  );
}
