import { type BakeRequest, bakeCandidate } from '../../src/bake/bake-candidate.ts';
import { readGuestScript, runGuestScript } from '../../src/bake/guest-script.ts';
import { bakeImage } from '../../src/bake/hyper-v/bake-image.ts';
import type { Context } from '../../src/context.ts';
import type { DiskLayout } from '../../src/disk/layout.ts';
import type { AfterFirstBoot, FirstBootStepResult } from '../../src/products/guest-words.ts';
import type { Finding } from '../../src/report/report.ts';
import { assertPrivileges } from '../../src/vsphere/access/assert-privileges.ts';
import { type LocatedVm, locateVm } from '../../src/vsphere/inventory/locate-vm.ts';
import { assertCandidate } from '../../src/vsphere/vm/assert-candidate.ts';
import { readReleaseMark } from '../../src/vsphere/vm/marked-vm.ts';
import { ownerProcess } from '../../src/vsphere/vm/owner.ts';
import { findNetwork } from '../../src/vsphere/vm/vm-network.ts';
import { explainFault } from '../../src/vsphere/wire/explain-fault.ts';
import { HELD_SESSION } from '../../src/vsphere/wire/held-session.ts';
import { connectVsphere, type VsphereSession } from '../../src/vsphere/wire/session.ts';
import type { BakeTemplateInputs, CandidateInputs, HyperVInputs } from './inputs.ts';

/** What a candidate and an image have in common. */
interface Baked {
  readonly seal: BakeTemplateInputs['seal'];
  readonly build: string;
  readonly imageState: string;
  readonly firstBoot: readonly FirstBootStepResult[];
}

export interface BakedCandidateResult extends Baked {
  readonly host: 'vsphere';
  /** Managed object id, such as vm-42. */
  readonly vm: string;
  readonly inventoryPath: string;
  readonly server: string;
  /** SHA-256 of the OVA that the candidate was made from. */
  readonly ova: string;
  readonly toolsVersion: string;
  /** It was baked before, and nothing was done. */
  readonly before: boolean;
}

export interface BakedImageResult extends Baked {
  readonly host: 'hyper-v';
  /** Absolute path. */
  readonly image: string;
  /** Names of the steps that are left for the start on vSphere. */
  readonly waits: readonly string[];
  /** What the guest does after that. */
  readonly after: AfterFirstBoot;
  readonly layout: DiskLayout;
  readonly findings: readonly Finding[];
}

export type BakeTemplateResult = BakedCandidateResult | BakedImageResult;

export function main(inputs: BakeTemplateInputs, context: Context): Promise<BakeTemplateResult> {
  const { on } = inputs;
  return on.host === 'hyper-v' ? bakeOnHyperV(on, inputs, context) : bakeOnVsphere(on, inputs, context);
}

async function bakeOnHyperV(
  { image, output, machine }: HyperVInputs,
  { seal, timeout, build, scripts }: BakeTemplateInputs,
  context: Context,
): Promise<BakedImageResult> {
  const read = await Promise.all((scripts?.paths ?? []).map(readGuestScript));
  const baked = await bakeImage(
    { image, output, machine, seal, timeout, planned: build, scripts: read, account: scripts?.account },
    context,
  );
  const { result, waits, after, layout, findings } = baked;
  context.log.info(
    `${baked.image} is baked: Windows ${result.build}; ${waits.length === 0 ? 'nothing waits' : `${waits.join(', ')} wait`} for the start on vSphere`,
  );
  return {
    host: 'hyper-v',
    image: baked.image,
    ...{ seal, waits, after, layout, findings },
    build: result.build,
    imageState: result.imageState,
    firstBoot: result.steps,
  };
}

async function bakeOnVsphere(
  on: CandidateInputs,
  inputs: BakeTemplateInputs,
  context: Context,
): Promise<BakedCandidateResult> {
  const { signal, log } = context;
  const session = await connectVsphere({ ...on, signal, log, onRenewed: context.rehold });
  // Held first, so undone last.
  context.hold(HELD_SESSION, session.ticket(), () => session.close());
  log.info(`Connected to ${session.url.host}: ${session.about.fullName}`);
  try {
    return await bake(session, on, inputs, context);
  } catch (error) {
    throw explainFault(error, `Baking ${on.vm}`);
  }
}

async function bake(
  session: VsphereSession,
  on: CandidateInputs,
  inputs: BakeTemplateInputs,
  context: Context,
): Promise<BakedCandidateResult> {
  const { seal, timeout, build: planned } = inputs;
  // Read before anything is started.
  const scripts = await Promise.all((inputs.scripts?.paths ?? []).map(readGuestScript));
  const vm = await locateVm(session, on);
  const request: BakeRequest = {
    vm,
    release: assertCandidate(vm, await readReleaseMark(session, vm.moref)),
    me: ownerProcess(on.run),
    seal,
    network: await chooseNetwork(session, vm, on.network),
    timeout,
    planned,
    tools: on.tools,
    scripts: scripts.map(({ sha256 }) => sha256),
    whileDone: async () => {
      for (const script of scripts) {
        if (inputs.scripts) await runGuestScript(session, vm.moref, inputs.scripts.account, script, timeout);
      }
    },
  };
  await assertAllowed(session, request, scripts.length > 0);
  const { toolsVersion, build, sight, before } = await bakeCandidate(session, request, context);
  context.log.info(
    before
      ? `${vm.path} was baked before: Windows ${build}, VMware Tools ${toolsVersion}`
      : `${vm.path} is baked: Windows ${build}, VMware Tools ${toolsVersion}`,
  );
  return {
    host: 'vsphere',
    vm: vm.moref.value,
    inventoryPath: vm.path,
    server: session.url.host,
    ova: request.release.ova,
    seal,
    toolsVersion,
    build,
    imageState: sight.result?.imageState ?? '',
    firstBoot: sight.result?.steps ?? [],
    before,
  };
}

async function assertAllowed(session: VsphereSession, { vm, network }: BakeRequest, scripts: boolean): Promise<void> {
  const named = typeof network === 'string' ? [] : [[network]];
  await assertPrivileges(session, 'bake-template', {
    places: { machine: [[vm.moref]], network: named },
    conditions: [
      ...(network === 'as-it-is' ? [] : (['unless `network: as-it-is`'] as const)),
      ...(named.length > 0 ? (['with `network:`'] as const) : []),
      ...(scripts ? (['with `scripts:`'] as const) : []),
    ],
  });
}

async function chooseNetwork(
  session: VsphereSession,
  { datacenter }: LocatedVm,
  written: string,
): Promise<BakeRequest['network']> {
  if (written === 'disconnected' || written === 'as-it-is') return written;
  return findNetwork(session, datacenter, written);
}
