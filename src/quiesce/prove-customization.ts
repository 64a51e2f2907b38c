/**
 * Proves that the template deploys: a copy is cloned with a customization specification, as Terraform and the vSphere client do it, and
 * its guest has to say that it was customized.
 */

import { randomBytes } from 'node:crypto';
import { found } from '../check/rule.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { FIRST_BOOT_SETTING } from '../ova/first-boot-setting.ts';
import { AFTER_FIRST_BOOT_SETTING } from '../products/guest-words.ts';
import type { QuiesceFinding } from '../report/finding-codes.ts';
import { formatDuration } from '../units.ts';
import type { GuestAccount } from '../vsphere/guest/guest-program.ts';
import type { LocatedVm } from '../vsphere/inventory/locate-vm.ts';
import { BAKE_KEY, parseBakeMark } from '../vsphere/vm/bake-mark.ts';
import { adaptersOf, generatedSpec, readCustomizationSpec } from '../vsphere/vm/customization-specs.ts';
import type { OwnerProcess } from '../vsphere/vm/owner.ts';
import { readVmFacts } from '../vsphere/vm/vm-facts.ts';
import { assertCardsOn, readCardStates } from '../vsphere/vm/vm-network.ts';
import { powerOn } from '../vsphere/vm/vm-operations.ts';
import { VsphereFault } from '../vsphere/wire/fault.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { awaitCustomization } from './customization-events.ts';
import {
  CUSTOMIZATION_FAILED,
  CUSTOMIZATION_REFUSED,
  CUSTOMIZATION_UNCONFIRMED,
  CUSTOMIZATION_UNFINISHED,
} from './customization-findings.ts';
import type { Copy } from './disposable-copy.ts';
import { confirmAccount } from './guest-checks.ts';
import { withCopy } from './with-copy.ts';

export interface CustomizationRequest {
  readonly source: LocatedVm;
  /** `generated`, or the name of a specification of the vCenter. */
  readonly specification: string;
  /** An isolated one: customization connects the cards, however they were. */
  readonly network: { readonly moref: Moref; readonly name: string };
  readonly resourcePool: string | undefined;
  readonly me: OwnerProcess;
  /** Whom a program is run as afterwards; undefined: the event alone counts. */
  readonly account: GuestAccount | undefined;
  /** Milliseconds that VMware Tools may take afterwards. */
  readonly timeout: number;
  /** Milliseconds that the customization may take; default an hour. */
  readonly limit?: number;
}

export interface CustomizationProof {
  readonly outcome: 'succeeded' | 'refused' | 'failed' | 'unfinished' | 'unconfirmed';
  readonly specification: string;
  /** Name of the copy; undefined where none was made. */
  readonly copy?: string;
  /** Milliseconds from its start to the event. */
  readonly durationMs?: number;
  readonly findings: readonly QuiesceFinding[];
}

const LIMIT = 60 * 60_000;

/** Faults by which vCenter refuses to customize (vim25 CustomizationFault and those derived from it). */
const REFUSALS: readonly string[] = [
  'CustomizationFault',
  'CannotDecryptPasswords',
  'CustomizationPending',
  'IpHostnameGeneratorError',
  'MissingWindowsCustResources',
  'MountError',
  'NicSettingMismatch',
  'NoDisksToCustomize',
  'ToolsUnavailable',
  'UncustomizableGuest',
  'UnexpectedCustomizationFault',
  'VolumeEditorError',
];

/**
 * Before anything is cloned.
 * @throws UserError input-invalid for a guest that is generalized, where a customization is known to fail, or whose first boot is still
 * to come; vsphere-refused on an ESXi host
 */
export async function assertCustomizable(session: VsphereSession, { moref, path }: LocatedVm): Promise<void> {
  if (session.about.kind === 'esxi') {
    throw new UserError(
      'vsphere-refused',
      `${session.url.host} is an ESXi host, and only a vCenter customizes (input customization)`,
      'Connect to the vCenter of the host, or set customization: none.',
    );
  }
  const { extraConfig } = await readVmFacts(session, moref);
  const imageState = parseBakeMark(extraConfig.get(BAKE_KEY) ?? '')?.seen?.result?.imageState ?? '';
  if (extraConfig.get(AFTER_FIRST_BOOT_SETTING) === 'generalize' || imageState.includes('GENERALIZE')) {
    throw new UserError(
      'input-invalid',
      `${path} is generalized, and a Windows that waits in Setup cannot be customized (input customization)`,
      'Set customization: none, as its clones are plain ones; or build the image with bake: { seal: none } for clones with a customization specification.',
    );
  }
  if (extraConfig.get(FIRST_BOOT_SETTING) === 'expected') {
    throw new UserError(
      'input-invalid',
      `The first boot of ${path} is still to come, and vCenter would customize in the middle of it (input customization)`,
      'Run bake-template before, or set customization: none.',
    );
  }
}

/**
 * @returns what it came to, with findings where that is not success
 * @throws UserError for a specification that is not there or does not fit; errors of the API
 */
export async function proveCustomization(
  session: VsphereSession,
  request: CustomizationRequest,
  context: Context,
): Promise<CustomizationProof> {
  const { source, specification, network, resourcePool, me } = request;
  const customization = await chooseSpec(session, request);
  context.log.info(`Copying ${source.path} once more, with the customization specification ${specification}`);
  try {
    return await withCopy(session, { source, me, resourcePool, network, customization }, context, (copy) =>
      runCustomization(session, copy, request, context),
    );
  } catch (error) {
    // explainFault has made an error for people of it, and kept the fault.
    const fault = error instanceof UserError ? error.cause : error;
    if (!isRefusal(fault)) throw error;
    return {
      outcome: 'refused',
      specification,
      findings: [
        found(
          CUSTOMIZATION_REFUSED,
          `vCenter refused to customize a clone of ${source.name}: ${fault.type}, ${fault.message}`,
        ),
      ],
    };
  }
}

/** Of the clone itself; servers say it in more types than the reference has. */
function isRefusal(error: unknown): error is VsphereFault {
  if (!(error instanceof VsphereFault) || error.operation !== 'CloneVM_Task') return false;
  const { type, message, texts } = error;
  return REFUSALS.includes(type) || /customiz|tools is not installed/i.test([message, ...texts].join());
}

async function chooseSpec(session: VsphereSession, request: CustomizationRequest): Promise<XmlElement> {
  const { source, specification, account } = request;
  const cards = (await readCardStates(session, source.moref)).length;
  if (specification === 'generated') {
    // Nobody needs to know it unless a program is run afterwards: the copy is gone by then.
    const password = account?.password ?? `Sf1!${randomBytes(12).toString('base64url')}`;
    return generatedSpec(`SF-${randomBytes(4).toString('hex').toUpperCase()}`, password, cards);
  }
  const spec = await readCustomizationSpec(session, specification);
  if (adaptersOf(spec) === cards) return spec;
  throw new UserError(
    'input-invalid',
    `The customization specification ${specification} has ${adaptersOf(spec)} adapters, and ${source.path} has ${cards} network cards`,
    'Set customization to a specification with one adapter for each card, or to generated.',
  );
}

async function runCustomization(
  session: VsphereSession,
  copy: Copy,
  { specification, network, account, timeout, limit = LIMIT }: CustomizationRequest,
  { log }: Context,
): Promise<CustomizationProof> {
  // Asked for is not yet done: the copy has the name of its source, and must not start among others.
  await assertCardsOn(session, copy.moref, network.moref);
  const since = session.now();
  const started = Date.now();
  await powerOn(session, copy.moref);
  log.info(`Waiting up to ${formatDuration(limit)} for the customization of ${copy.name}`);
  const { outcome, said } = await awaitCustomization(session, copy.moref, since, limit);
  const durationMs = Date.now() - started;
  log.info(`The customization is ${outcome === 'succeeded' ? 'done' : outcome} after ${formatDuration(durationMs)}`);
  // Whatever switched them on: they must be where nobody is met.
  await assertCardsOn(session, copy.moref, network.moref);
  const about = { specification, copy: copy.name, durationMs };
  if (outcome !== 'succeeded') {
    return {
      outcome,
      ...about,
      findings: [outcome === 'failed' ? failed(said) : unfinished(limit, said)],
    };
  }
  const problem = await confirmAccount(session, copy.moref, account, timeout);
  if (problem === undefined) return { outcome, ...about, findings: [] };
  return { outcome: 'unconfirmed', ...about, findings: [unconfirmed(problem)] };
}

function failed(said: string | undefined): QuiesceFinding {
  return found(CUSTOMIZATION_FAILED, `The customization of a clone failed: ${said || 'the event does not say why'}`);
}

function unfinished(limit: number, said: string | undefined): QuiesceFinding {
  return found(
    CUSTOMIZATION_UNFINISHED,
    `Within ${formatDuration(limit)} a clone told neither success nor failure of its customization${said ? `; it told last: ${said}` : ''}`,
  );
}

function unconfirmed(problem: string): QuiesceFinding {
  return found(CUSTOMIZATION_UNCONFIRMED, `vCenter says that the clone is customized, but ${problem}`);
}
