import { dirname } from 'node:path';
import { auditTable, worstFirst } from '../../src/audit/audit-table.ts';
import type { AuditedVm, AuditOutcome } from '../../src/audit/audit-vm.ts';
import { auditVms } from '../../src/audit/audit-vms.ts';
import { chooseVms } from '../../src/audit/choose-vms.ts';
import type { Context } from '../../src/context.ts';
import { UserError } from '../../src/errors.ts';
import { makeFolder } from '../../src/files/make-folder.ts';
import { replaceFile } from '../../src/files/replace-file.ts';
import type { QuiesceFinding } from '../../src/report/finding-codes.ts';
import { HELD_EXPORT } from '../../src/vsphere/transfer/export-lease.ts';
import { explainFault } from '../../src/vsphere/wire/explain-fault.ts';
import { HELD_SESSION } from '../../src/vsphere/wire/held-session.ts';
import { connectVsphere } from '../../src/vsphere/wire/session.ts';
import type { FailOn, Inputs } from './inputs.ts';

export interface Result {
  /** As the server calls itself. */
  readonly server: string;
  /** Worst first. */
  readonly vms: readonly AuditedVm[];
  readonly counts: Readonly<Record<AuditOutcome, number>>;
  /** Paths of templates that were not named and are not for Windows. */
  readonly leftOut: readonly string[];
  /** Path of the CSV file. */
  readonly table: string;
}

/** A finding with the VM it was made of. */
export interface AuditFinding extends QuiesceFinding {
  /** Inventory path. */
  readonly vm: string;
}

/** @throws UserError of the vSphere codes; a template that cannot be looked at is a result */
export async function main(inputs: Inputs, context: Context): Promise<Result> {
  const { log, signal } = context;
  const session = await connectVsphere({ ...inputs, signal, log, onRenewed: context.rehold });
  // Held first, so undone last: an export is given up through it.
  context.hold(HELD_SESSION, session.ticket(), () => session.close());
  const { fullName } = session.about;
  log.info(`Connected to ${fullName} at ${session.url.host}`);
  try {
    const { vms, stores, leftOut } = await chooseVms(session, inputs);
    log.info(`${vms.length} to be looked at, ${inputs.parallel} at a time`);
    if (leftOut.length > 0) log.info(`Left out, since they are not for Windows: ${leftOut.join(', ')}`);
    const results = await auditVms(session, vms, {
      parallel: inputs.parallel,
      stores,
      exporting: (vm) => (lease) => context.hold(HELD_EXPORT, { ticket: session.ticket(), vm: vm.path, lease }),
      done: (result, count) => log.info(`${count}/${vms.length} ${lineOf(result)}`),
    });
    await makeFolder(dirname(inputs.table));
    await replaceFile(inputs.table, auditTable(results));
    const counts = countOutcomes(results);
    return { server: fullName, vms: worstFirst(results), counts, leftOut, table: inputs.table };
  } catch (error) {
    throw explainFault(error, `Auditing ${session.url.host}`);
  }
}

function lineOf({ vm, outcome, findings }: AuditedVm): string {
  const [worst] = findings;
  return outcome === 'sound' || worst === undefined ? `${outcome}: ${vm}` : `${outcome}: ${vm}: ${worst.code}`;
}

function countOutcomes(vms: readonly AuditedVm[]): Record<AuditOutcome, number> {
  const counts: Record<AuditOutcome, number> = { defective: 0, unreadable: 0, gone: 0, sound: 0 };
  for (const { outcome } of vms) counts[outcome] += 1;
  return counts;
}

/** All of them, each with its VM: those of the worst VM first. */
export function findingsOf({ vms }: Pick<Result, 'vms'>): AuditFinding[] {
  return vms.flatMap(({ vm, findings }) => findings.map((finding) => ({ vm, ...finding })));
}

/** @throws UserError templates-defective when something was found that the step is to fail for */
export function assertSound({ vms }: Result, failOn: FailOn): void {
  if (failOn === 'never') return;
  const fails = (vm: AuditedVm): boolean =>
    vm.outcome === 'defective' || (failOn === 'warning' && vm.findings.some(({ severity }) => severity === 'warning'));
  const failing = vms.filter(fails);
  const [first] = failing;
  if (first === undefined) return;
  const what = failOn === 'error' ? 'would fail quiesced snapshots or not start' : 'have errors or warnings';
  throw new UserError(
    'templates-defective',
    `${failing.length} of ${vms.length} ${what}: ${namesOf(failing)}. ${first.vm}: ${first.findings[0]?.seen}`,
    first.findings[0]?.remedy ?? 'See the job summary.',
  );
}

const NAMED = 10;

function namesOf(vms: readonly AuditedVm[]): string {
  const names = vms.slice(0, NAMED).map(({ vm }) => vm);
  const more = vms.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
