/** The live half: connects, clears away what killed runs left, and proves the VM or a disposable copy of it. */

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Level, reaches } from '../../src/check/verdict.ts';
import type { Context } from '../../src/context.ts';
import { UserError } from '../../src/errors.ts';
import { makeFolder } from '../../src/files/make-folder.ts';
import { replaceFile } from '../../src/files/replace-file.ts';
import { removeLeftCopies } from '../../src/quiesce/disposable-copy.ts';
import { keepEvidence } from '../../src/quiesce/evidence-folder.ts';
import { markBaked } from '../../src/quiesce/first-boot-mark.ts';
import { HELD_CHECK } from '../../src/quiesce/held-check.ts';
import { removeLeftSnapshots, snapshotDescription, snapshotName } from '../../src/quiesce/left-snapshots.ts';
import {
  assertCustomizable,
  type CustomizationProof,
  proveCustomization,
} from '../../src/quiesce/prove-customization.ts';
import { assertRestorable } from '../../src/quiesce/restore-snapshot.ts';
import { type HeldCheck, undoCheck } from '../../src/quiesce/undo-check.ts';
import { verifyCopy } from '../../src/quiesce/verify-copy.ts';
import { type LiveCheck, type LiveOptions, verifyLive } from '../../src/quiesce/verify-live.ts';
import { vsphereTarget } from '../../src/quiesce/vsphere-target.ts';
import type { QuiesceFinding } from '../../src/report/finding-codes.ts';
import { type LocatedVm, locateVm } from '../../src/vsphere/inventory/locate-vm.ts';
import { readReleaseMark, renewCandidate } from '../../src/vsphere/vm/marked-vm.ts';
import { type OwnerProcess, ownerProcess } from '../../src/vsphere/vm/owner.ts';
import { type ReleaseMark, releaseState } from '../../src/vsphere/vm/release-mark.ts';
import { readVmFacts } from '../../src/vsphere/vm/vm-facts.ts';
import { findNetwork } from '../../src/vsphere/vm/vm-network.ts';
import { explainFault } from '../../src/vsphere/wire/explain-fault.ts';
import { HELD_SESSION } from '../../src/vsphere/wire/held-session.ts';
import { readProperties } from '../../src/vsphere/wire/properties.ts';
import { connectVsphere, type VsphereSession } from '../../src/vsphere/wire/session.ts';
import { assertAllowed } from './assert-allowed.ts';
import type { LiveInputs } from './inputs.ts';

/** By the server's clock and account. */
export interface ProvedState {
  /** ISO 8601: a start since then is not what was proven. */
  readonly at: string;
  /** config.changeVersion of the VM that was copied; a VM that was started itself changes while it is proven. */
  readonly changeVersion?: string;
}

export interface ProvenVm {
  /** As the server calls itself. */
  readonly server: string;
  /** Host, and port where it is not 443, that was connected to. */
  readonly host: string;
  readonly vm: LocatedVm;
  /** Name of the copy the snapshot was taken of; undefined when it was the VM itself. */
  readonly copy?: string;
  readonly check: LiveCheck;
  /** What a customized copy came to, where one was asked for and the snapshot was good enough. */
  readonly customization?: CustomizationProof;
  readonly proved: ProvedState;
  /** What it is to be released as, where it is a candidate. */
  readonly release?: ReleaseMark;
  /** Path of the manifest that was kept. */
  readonly manifestFile?: string;
  /** Folder with what may name the cause, where less was proven than was asked for. */
  readonly evidence?: string;
}

/** This run, by which what it makes is known. */
interface Run {
  /** 8 hexadecimal digits. */
  readonly id: string;
  readonly me: OwnerProcess;
}

/** What the check is told beside the inputs of the server. */
export interface Proof {
  readonly level: Level;
  /** Findings of the offline check of the same image. */
  readonly image: readonly QuiesceFinding[] | undefined;
}

interface Job {
  readonly run: Run;
  readonly inputs: LiveInputs;
  readonly proof: Proof;
}

/** @throws UserError of the vSphere codes; what the snapshot comes to is a verdict, not an error */
export async function proveVm(inputs: LiveInputs, proof: Proof, context: Context): Promise<ProvenVm> {
  const { log, signal } = context;
  const session = await connectVsphere({ ...inputs, signal, log, onRenewed: context.rehold });
  // Held first, so undone last: what else is undone needs the session.
  context.hold(HELD_SESSION, session.ticket(), () => session.close());
  const { fullName } = session.about;
  log.info(`Connected to ${fullName} at ${session.url.host}`);
  const id = randomBytes(4).toString('hex');
  const run: Run = { id, me: ownerProcess(id) };
  const job: Job = { run, inputs, proof };
  try {
    const vm = await locateVm(session, inputs);
    if (inputs.restore) assertRestorable(session);
    await assertAllowed(session, vm, inputs);
    const release = await readCandidate(session, vm);
    await removeLeftovers(session, vm, run, context);
    const proven = inputs.copy
      ? await proveCopy(session, vm, job, context)
      : { check: await proveItself(session, vm, job, context), proved: { at: session.now().toISOString() } };
    const { manifest } = proven.check;
    const manifestFile = manifest && (await keepManifest(manifest.content, vm.name, inputs.directory));
    const short = !reaches(proven.check.verdict, proof.level);
    const evidence = short ? await keepEvidence(proven.check, evidenceFolder(vm.name, inputs.directory)) : undefined;
    const kept = { ...(manifestFile !== undefined && { manifestFile }), ...(evidence !== undefined && { evidence }) };
    return { server: fullName, host: session.url.host, vm, ...proven, ...(release && { release }), ...kept };
  } catch (error) {
    throw explainFault(error, `Verifying ${inputs.vm}`);
  }
}

/** Its time is renewed: the proof may take hours. A published template is no candidate, though it keeps its mark. */
async function readCandidate(session: VsphereSession, { moref, name }: LocatedVm): Promise<ReleaseMark | undefined> {
  const mark = await readReleaseMark(session, moref);
  if (mark && releaseState(name, mark.name) === 'candidate') await renewCandidate(session, moref, mark);
  return mark;
}

/** Copies are of this VM alone by name and marker; so are snapshots, by lying in its tree. What other runs are at stays. */
async function removeLeftovers(session: VsphereSession, vm: LocatedVm, { me }: Run, { log }: Context): Promise<void> {
  await removeLeftCopies(session, vm, me);
  for (const name of await removeLeftSnapshots(session, vm.moref, me)) {
    log.info(`Removed the snapshot ${name} of ${vm.name}, which an ended run has left behind`);
  }
}

async function proveCopy(
  session: VsphereSession,
  vm: LocatedVm,
  { run, inputs, proof }: Job,
  context: Context,
): Promise<Pick<ProvenVm, 'check' | 'proved' | 'customization'> & { copy: string }> {
  const { me } = run;
  const { resourcePool, account, timeout, customization: specification, markerScripts: markers } = inputs;
  if (specification !== undefined) await assertCustomizable(session, vm);
  const network =
    inputs.network === undefined
      ? undefined
      : { moref: await findNetwork(session, vm.datacenter, inputs.network), name: inputs.network };
  context.log.info(`Copying ${vm.path}`);
  const proved: ProvedState = { at: session.now().toISOString(), ...(await readChangeVersion(session, vm)) };
  const options = liveOptions(inputs, proof, labels(session, run), context);
  const restore = inputs.restore ? { account, timeout } : undefined;
  const proven = await verifyCopy(
    session,
    { source: vm, me, resourcePool, network },
    options,
    { account, markers, restore },
    context,
  );
  // What does not quiesce is not good enough, whether it deploys or not.
  if (specification === undefined || !network || !reaches(proven.check.verdict, proof.level))
    return { ...proven, proved };
  const request = { source: vm, specification, network, resourcePool, me, account, timeout };
  return { ...proven, proved, customization: await proveCustomization(session, request, context) };
}

async function readChangeVersion(session: VsphereSession, vm: LocatedVm): Promise<Pick<ProvedState, 'changeVersion'>> {
  const changeVersion = (await readProperties(session, vm.moref, ['config.changeVersion'])).get('config.changeVersion');
  return changeVersion === undefined ? {} : { changeVersion: changeVersion.text };
}

async function proveItself(
  session: VsphereSession,
  vm: LocatedVm,
  { run: { id, me }, inputs, proof }: Job,
  context: Context,
): Promise<LiveCheck> {
  const { template, poweredOn, suspended } = await readVmFacts(session, vm.moref);
  if (suspended) {
    throw new UserError(
      'vm-unfit',
      `${vm.path} is suspended, and nobody could give it back the memory that its guest goes on from`,
      'Resume it, or shut it down, and run the step again; or leave copy at true.',
    );
  }
  if (template) {
    throw new UserError(
      'input-invalid',
      `${vm.path} is a template, which cannot be powered on`,
      'Leave copy at true, so that a disposable copy is proven in its place.',
    );
  }
  const since = session.now().toISOString();
  const held: HeldCheck = { ticket: session.ticket(), vm, id, wasOff: !poweredOn && inputs.powerOn, since };
  context.hold(HELD_CHECK, held, () => undoCheck(session.uncancelled(), held));
  const { resourcePool, account, timeout } = inputs;
  const request = { job: { source: vm, me, resourcePool }, account, timeout };
  const restore = inputs.restore ? { request, context } : undefined;
  const target = vsphereTarget(session, vm.moref, vm.datacenter, { account, restore });
  // What was held is undone at the end of every run: a snapshot that is gone costs nothing, and the VM is off again.
  return verifyLive(target, {
    ...liveOptions(inputs, proof, labels(session, { id, me }), context),
    onFirstBootDone: () => markBaked(session, vm.moref),
  });
}

function labels(session: VsphereSession, { id, me }: Run): Pick<LiveOptions, 'snapshotName' | 'snapshotDescription'> {
  return { snapshotName: snapshotName(id), snapshotDescription: snapshotDescription(session, me) };
}

function liveOptions(
  { timeout, powerOn }: LiveInputs,
  { level, image }: Proof,
  { snapshotName: name, snapshotDescription: description }: Pick<LiveOptions, 'snapshotName' | 'snapshotDescription'>,
  { log, signal }: Pick<Context, 'log' | 'signal'>,
): LiveOptions {
  return {
    level,
    timeout,
    powerOn,
    image,
    snapshotName: name,
    snapshotDescription: description,
    log,
    signal,
  };
}

/** @returns where it is kept */
async function keepManifest(content: Buffer, vm: string, directory: string): Promise<string> {
  await makeFolder(directory);
  const path = join(directory, `${fileName(vm)}-vss-manifest.zip`);
  await replaceFile(path, content);
  return path;
}

function evidenceFolder(vm: string, directory: string): string {
  return join(directory, `${fileName(vm)}-evidence`);
}

function fileName(vm: string): string {
  return vm.replace(/[^A-Za-z0-9._-]+/g, '-');
}
