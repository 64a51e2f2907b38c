/** Imports the OVA, straight to a host or through a content library, and finishes the VM; what a kill leaves of it is held. */

import type { Context } from '../../src/context.ts';
import type { OvaPackage } from '../../src/ova/ova-package.ts';
import { showProgress } from '../../src/progress.ts';
import { formatDuration, formatSize } from '../../src/units.ts';
import { expectedSettings, finishVm } from '../../src/upload/finish-vm.ts';
import { HELD_IMPORT } from '../../src/upload/held-import.ts';
import { HELD_LIBRARY_IMPORT } from '../../src/upload/held-library-import.ts';
import { importByLibrary, type LibraryWay } from '../../src/upload/import-by-library.ts';
import { importOva } from '../../src/upload/import-ova.ts';
import type { InventoryObject } from '../../src/vsphere/inventory/inventory.ts';
import type { ImportRequest } from '../../src/vsphere/transfer/ovf-import.ts';
import type { OwnerProcess } from '../../src/vsphere/vm/owner.ts';
import { formatReleaseMark, RELEASE_KEY, type ReleaseMark } from '../../src/vsphere/vm/release-mark.ts';
import type { VsphereSession } from '../../src/vsphere/wire/session.ts';

export interface Making {
  readonly request: ImportRequest;
  readonly me: OwnerProcess;
  /** Undefined: straight to a host. */
  readonly way: LibraryWay | undefined;
  readonly old: InventoryObject | undefined;
  readonly finalName: string;
  readonly template: boolean;
  readonly mark: ReleaseMark | undefined;
}

interface MadeVm {
  readonly vm: string;
  readonly uploadedBytes: number;
  readonly milliseconds: number;
  readonly repaired: readonly string[];
}

/** Imports and finishes; both put away what they made when they fail. */
export async function makeVm(
  session: VsphereSession,
  ova: OvaPackage,
  { request, me, way, old, finalName, template, mark }: Making,
  context: Pick<Context, 'hold'>,
): Promise<MadeVm> {
  const { log } = session;
  let settled = (): void => {};
  const replaceHold = (next: () => void): void => {
    const before = settled;
    settled = next;
    before();
  };
  const onProgress = (): ((share: number) => void) => showProgress(log, 'sent');
  try {
    const started = Date.now();
    const ticket = session.ticket();
    const imported = await (way
      ? importByLibrary(session, way, ova, request, {
          me,
          onProgress,
          onMade: (made) =>
            replaceHold(context.hold(HELD_LIBRARY_IMPORT, { ticket, rest: way.rest.ticket(), ...made })),
        })
      : importOva(session, ova, request, {
          me,
          onProgress,
          onMade: ({ folder, name, run, lease }) =>
            replaceHold(context.hold(HELD_IMPORT, { ticket, folder, name, run, ...(lease && { lease }) })),
        }));
    const milliseconds = Date.now() - started;
    const { vm, workingName, uploadedBytes } = imported;
    log.info(`${formatSize(uploadedBytes)} sent and taken in ${formatDuration(milliseconds)}`);
    const marks = mark ? { [RELEASE_KEY]: formatReleaseMark(mark) } : {};
    const plan = { me, expected: expectedSettings(ova), template, marks, old };
    const repaired = await finishVm(session, { vm, workingName, name: finalName, run: me.run }, plan);
    return { vm: vm.value, uploadedBytes, milliseconds, repaired };
  } finally {
    settled();
  }
}
