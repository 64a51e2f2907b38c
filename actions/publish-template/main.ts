/** Looks at the candidate, its proof and what has the name, and publishes only when all three are as they have to be. */

import type { Context } from '../../src/context.ts';
import { UserError } from '../../src/errors.ts';
import { assertUnchanged } from '../../src/publish/assert-unchanged.ts';
import { readVerification } from '../../src/publish/verification.ts';
import { locateVm } from '../../src/vsphere/inventory/locate-vm.ts';
import { readVmFacts } from '../../src/vsphere/vm/vm-facts.ts';
import { explainFault } from '../../src/vsphere/wire/explain-fault.ts';
import { HELD_SESSION } from '../../src/vsphere/wire/held-session.ts';
import { connectVsphere, type VsphereSession } from '../../src/vsphere/wire/session.ts';
import { assertPublishable, candidateMark } from './assert-publishable.ts';
import type { PublishTemplateInputs } from './inputs.ts';
import { publishInLibrary } from './publish-in-library.ts';
import { publishVm } from './publish-vm.ts';
import type { PublishTemplateResult, Subjects } from './result.ts';

export async function main(inputs: PublishTemplateInputs, context: Context): Promise<PublishTemplateResult> {
  const { signal, log } = context;
  const session = await connectVsphere({ ...inputs, signal, log, onRenewed: context.rehold });
  // Held first, so undone last: what else is undone needs the session.
  context.hold(HELD_SESSION, session.ticket(), () => session.close());
  log.info(`Connected to ${session.url.host}: ${session.about.fullName}`);
  try {
    return await publish(session, inputs, context);
  } catch (error) {
    throw explainFault(error, `Publishing ${inputs.vm}`);
  }
}

async function publish(
  session: VsphereSession,
  inputs: PublishTemplateInputs,
  context: Context,
): Promise<PublishTemplateResult> {
  const { log } = session;
  if (inputs.as !== 'vm' && session.about.kind === 'esxi') {
    throw new UserError(
      'vsphere-refused',
      `${session.url.host} is an ESXi host (${session.about.fullName}), and only vCenter has templates and libraries`,
      'Set as: vm, or connect to the vCenter that manages this host.',
    );
  }
  const vm = await locateVm(session, inputs);
  const facts = await readVmFacts(session, vm.moref);
  const mark = candidateMark(vm, facts, inputs.name);
  const subject = { host: session.url.host, moref: vm.moref.value, ova: mark.ova };
  const verification = await readVerification(inputs.verification, subject, inputs.level);
  assertPublishable(vm, facts);
  await assertUnchanged(session, vm.path, facts, verification);
  log.info(`${vm.path} is proven: ${verification.verdict}`);

  const subjects: Subjects = { vm, facts, mark, verification };
  return inputs.library === undefined
    ? publishVm(session, inputs, subjects, context)
    : publishInLibrary(session, inputs, inputs.library, subjects, context);
}
