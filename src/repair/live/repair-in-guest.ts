/** The repair itself, by programs of Windows that VMware Tools run: each step is believed only when the disk has been looked at again. */

import { RECOVERY_TYPE } from '../../disk/gpt/partition-types.ts';
import type { DiskLayout } from '../../disk/layout.ts';
import { UserError } from '../../errors.ts';
import { formatDuration, formatSize } from '../../units.ts';
import { askPowerShell } from '../../vsphere/guest/guest-answer.ts';
import { GUEST_SYSTEM, putGuestFile, removeGuestFiles } from '../../vsphere/guest/guest-files.ts';
import { type GuestAccount, type GuestProgram, runGuestProgram } from '../../vsphere/guest/guest-program.ts';
import { awaitTools } from '../../vsphere/guest/ready-guest.ts';
import type { LocatedVm } from '../../vsphere/inventory/locate-vm.ts';
import type { VsphereSession } from '../../vsphere/wire/session.ts';
import { assertBasicDisk } from './assert-repairable.ts';
import { type GuestDisk, layoutOfGuest, parseGuestDisk } from './guest-disk.ts';
import { type LivePlan, planLive } from './plan-live.ts';
import { extendPartitionScript, removePartitionScript } from './scripts/diskpart-scripts.ts';
import { INSPECT_GUEST } from './scripts/inspect-guest.ts';
import { wrongLayout } from './wrong-layout.ts';

export interface GuestRepairRequest {
  readonly vm: LocatedVm;
  readonly account: GuestAccount;
  readonly extend: boolean;
  /** Milliseconds that VMware Tools may take to come up, and each program. */
  readonly timeout: number;
  /** The disk as it was seen from outside; undefined where that was not possible. */
  readonly outside: DiskLayout | undefined;
}

export interface GuestRepair {
  readonly before: DiskLayout;
  readonly after: DiskLayout;
  readonly plan: LivePlan;
}

const SCRIPT = 'C:\\Windows\\Temp\\stillframe-diskpart.txt';
/** Milliseconds in which a file goes, whatever becomes of the repair: a run that is cancelled has few. */
const REMOVAL = 10_000;

/**
 * The guest runs already, and goes on running. No script of ours is left in it, not even that of a run that was killed.
 * @throws UserError timeout, guest-refused, not-elevated, disk-invalid, layout-wrong, input-invalid
 */
export async function repairInGuest(session: VsphereSession, request: GuestRepairRequest): Promise<GuestRepair> {
  const { vm, timeout, outside } = request;
  if (!(await awaitTools(session, vm.moref, timeout))) {
    throw new UserError(
      'timeout',
      `VMware Tools of ${vm.path} did not come up within ${formatDuration(timeout)}`,
      'Look at its console: is it a Windows that starts without anybody, with VMware Tools installed? Nothing was changed.',
    );
  }
  // Whoever may not log in is not asked to try again, which could lock the account.
  const guest = await inspect(session, request);
  try {
    assertFit(vm, guest, outside);
    return await repairAs(session, request, guest);
  } finally {
    await removeScript(session, request);
  }
}

async function repairAs(session: VsphereSession, request: GuestRepairRequest, guest: GuestDisk): Promise<GuestRepair> {
  const { vm, extend } = request;
  const before = layoutOfGuest(guest);
  const plan = planLive(before, extend);
  if (guest.winre && plan.remove.length > 0) await disableRecovery(session, request);
  for (const { index, guid, size } of plan.remove) {
    session.log.info(`Removing Recovery partition ${index} (${formatSize(size)})`);
    const place = { disk: guest.disk, partition: numberOf(await inspect(session, request), guid) };
    await diskpart(session, request, removePartitionScript(place), `remove partition ${index}`);
  }
  if (plan.growTo !== undefined) {
    session.log.info(`Growing Windows to ${formatSize(plan.growTo)}`);
    const place = { disk: guest.disk, partition: (await inspect(session, request)).windows.number };
    await diskpart(session, request, extendPartitionScript(place), 'extend Windows');
  }
  const now = await inspect(session, request);
  assertDone(vm, { before, now, plan });
  return { before, after: layoutOfGuest(now), plan };
}

async function inspect(session: VsphereSession, { vm, account, timeout }: GuestRepairRequest): Promise<GuestDisk> {
  return parseGuestDisk(await askPowerShell(session, vm.moref, account, INSPECT_GUEST, timeout));
}

/** Before anything is changed. */
function assertFit(vm: LocatedVm, guest: GuestDisk, outside: DiskLayout | undefined): void {
  const { path } = vm;
  if (!guest.elevated) {
    throw new UserError(
      'not-elevated',
      `The account in the guest of ${path} may not change its disk`,
      'Set guest-username to the built-in Administrator, or to another of its administrators that UAC does not hold back.',
    );
  }
  if (guest.imageState !== 'IMAGE_STATE_COMPLETE') {
    throw new UserError(
      'guest-refused',
      `Setup of Windows is not over in ${path}: its state is ${guest.imageState || 'unknown'}`,
      'A generalized template is repaired as an image or OVA (input image). Nothing was changed.',
    );
  }
  if (guest.partitions.some(({ typeGuid }) => typeGuid === '')) {
    throw new UserError(
      'disk-invalid',
      `Windows of ${path} runs from a disk without a GPT, which has no Recovery partition of the kind that is removed here`,
      'Nothing was changed. verify-quiesce shows what is on the disk.',
    );
  }
  assertBasicDisk(vm, guest.partitions);
  const seen = outside?.partitions.map(({ guid }) => guid).sort();
  const own = guest.partitions.map(({ guid }) => guid).sort();
  if (seen === undefined || seen.join() === own.join()) return;
  throw new UserError(
    'disk-invalid',
    `Windows of ${path} runs from another disk than the one that was looked at: its partitions are ${own.join(', ')}`,
    'Detach disks that Windows does not start from, and run the step again. Nothing was changed.',
  );
}

/** Its files go to C:, and the boot store names the partition no longer. ReAgent.xml tells, whatever the exit code is. */
async function disableRecovery(session: VsphereSession, request: GuestRepairRequest): Promise<void> {
  session.log.info('Disabling the recovery environment');
  const code = await run(session, request, {
    path: `${GUEST_SYSTEM}\\reagentc.exe`,
    args: '/disable',
    repeatable: true,
  });
  if (!(await inspect(session, request)).winre) return;
  throw failed(request.vm, 'disable the recovery environment', `reagentc ended with ${code}, and it is still enabled`);
}

async function diskpart(
  session: VsphereSession,
  request: GuestRepairRequest,
  script: string,
  what: string,
): Promise<void> {
  const runs = (program: GuestProgram): Promise<number> => run(session, request, program);
  const unput = await putGuestFile(runs, SCRIPT, Buffer.from(script, 'latin1'));
  if (unput !== undefined) throw failed(request.vm, what, unput);
  const code = await runs({ path: `${GUEST_SYSTEM}\\diskpart.exe`, args: `/s "${SCRIPT}"` });
  if (code !== 0) throw failed(request.vm, what, `diskpart ended with ${code}`);
}

/** Best effort: what the repair came to is the news. */
async function removeScript(session: VsphereSession, { vm, account }: GuestRepairRequest): Promise<void> {
  const still = session.uncancelled(REMOVAL);
  try {
    await removeGuestFiles(
      (program) => runGuestProgram(still, vm.moref, account, program, REMOVAL),
      [SCRIPT, `${SCRIPT}.b64`],
    );
  } catch (error) {
    session.log.debug(`Removing ${SCRIPT} from the guest: ${String(error)}`);
  }
}

function run(
  session: VsphereSession,
  { vm, account, timeout }: GuestRepairRequest,
  program: GuestProgram,
): Promise<number> {
  return runGuestProgram(session, vm.moref, account, program, timeout);
}

/** The number by which Windows knows the partition now, and only while it is a Recovery partition. */
function numberOf({ partitions }: GuestDisk, guid: string): number {
  const found = partitions.find((one) => one.guid === guid && one.typeGuid === RECOVERY_TYPE);
  if (found) return found.number;
  throw new UserError(
    'layout-wrong',
    `The Recovery partition ${guid} is no longer on the disk, or is something else now`,
    'Somebody works on this machine at the same time: nothing more is done to it.',
  );
}

function assertDone(vm: LocatedVm, done: { before: DiskLayout; now: GuestDisk; plan: LivePlan }): void {
  const { before, now, plan } = done;
  const wrong = wrongLayout(before, layoutOfGuest(now), plan);
  // The last sector of the partition holds the copy of the boot sector; NTFS is counted in clusters.
  if (plan.growTo !== undefined && now.windows.size - now.volume > 2 ** 20) {
    wrong.push(`the file system of Windows has ${now.volume} bytes of the ${now.windows.size} of its partition`);
  }
  if (now.dirty) wrong.push('the file system of Windows is marked dirty');
  if (wrong.length === 0) return;
  throw new UserError(
    'layout-wrong',
    `${vm.path}: after the repair in the guest ${wrong.join(', ')}`,
    'Deploy nothing from it before you have looked at its disk in the guest.',
  );
}

function failed({ path }: LocatedVm, what: string, why: string): UserError {
  return new UserError(
    'guest-refused',
    `The guest of ${path} could not ${what}: ${why}`,
    'Start a copy of it, run the same there by hand (reagentc /disable; diskpart), and see what it says.',
  );
}
