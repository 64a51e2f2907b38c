/** What publish-template has looked at, and what it gives. */

import type { Verification } from '../../src/publish/verification.ts';
import type { LocatedVm } from '../../src/vsphere/inventory/locate-vm.ts';
import type { ReleaseMark } from '../../src/vsphere/vm/release-mark.ts';
import type { VmFacts } from '../../src/vsphere/vm/vm-facts.ts';
import type { VsphereSession } from '../../src/vsphere/wire/session.ts';
import type { PublishTemplateInputs } from './inputs.ts';

export interface PublishTemplateResult {
  /** Managed object id, such as vm-42. */
  readonly vm: string;
  readonly inventoryPath: string;
  readonly as: PublishTemplateInputs['as'];
  /** Id of the item, where it is one and was made. */
  readonly libraryItem?: string;
  readonly server: string;
  /** SHA-256 of the OVA. */
  readonly ova: string;
  readonly verification: Verification;
  /** What had the name before, and what it is called now. */
  readonly replaced: readonly { readonly vm: string; readonly name: string }[];
  /** Older releases that nobody has to keep. */
  readonly removed: readonly { readonly vm: string; readonly name: string }[];
  readonly dryRun: boolean;
}

/** The candidate and its proof, which fit each other. */
export interface Subjects {
  readonly vm: LocatedVm;
  readonly facts: VmFacts;
  readonly mark: ReleaseMark;
  readonly verification: Verification;
}

/** Whatever it becomes. */
export function commonResult(
  session: VsphereSession,
  inputs: PublishTemplateInputs,
  { vm, mark, verification }: Subjects,
) {
  const server = session.url.host;
  return { vm: vm.moref.value, as: inputs.as, server, ova: mark.ova, verification, dryRun: inputs.dryRun };
}
