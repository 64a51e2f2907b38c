/** Makes an OVA an item of a content library, or the new content of one that a release made. */

import type { Context } from '../../src/context.ts';
import { UserError } from '../../src/errors.ts';
import { hashFile } from '../../src/files/hash-file.ts';
import type { OvaPackage } from '../../src/ova/ova-package.ts';
import { showProgress } from '../../src/progress.ts';
import { formatDuration, formatSize } from '../../src/units.ts';
import type { LibraryWay } from '../../src/upload/import-by-library.ts';
import { assertLibraryRoom } from '../../src/upload/library-room.ts';
import { readPlacementInventory } from '../../src/upload/placement.ts';
import { lookForItem, uploadItem } from '../../src/upload/upload-item.ts';
import { assertPrivileges } from '../../src/vsphere/access/assert-privileges.ts';
import type { OwnerProcess } from '../../src/vsphere/vm/owner.ts';
import type { VsphereSession } from '../../src/vsphere/wire/session.ts';
import { checkPackage } from './check-package.ts';
import type { UploadEsxiInputs } from './inputs.ts';
import type { UploadEsxiResult } from './result.ts';

export async function putInLibrary(
  session: VsphereSession,
  ova: OvaPackage,
  inputs: UploadEsxiInputs,
  { me, way: { rest, library } }: { readonly me: OwnerProcess; readonly way: LibraryWay },
  context: Pick<Context, 'hold'>,
): Promise<UploadEsxiResult> {
  const { log } = session;
  const { name, ifExists } = inputs;
  const inventoryPath = `${library.name}/${name}`;
  const common = { inventoryPath, as: inputs.as, server: session.url.host, product: session.about.fullName };
  const allowed = (): Promise<void> =>
    assertPrivileges(session, 'upload-esxi', {
      places: { root: [[session.manager('rootFolder')]] },
      conditions: ['with `as: library-item`'],
    });
  // Who keeps what is there changes nothing, and needs nothing.
  if (ifExists !== 'keep') await allowed();
  const current = await lookForItem(session, rest, { library, name, me });
  if (current && ifExists === 'keep') {
    log.info(`The item ${inventoryPath} exists and is kept`);
    const none = { uploadedBytes: 0, milliseconds: 0, repaired: [] };
    return { ...common, ...none, libraryItem: current.id, existing: 'kept' };
  }
  if (current && ifExists === 'fail') {
    throw new UserError(
      'vsphere-exists',
      `The content library ${library.name} has an item ${name} already`,
      'Choose another name, or set if-exists: replace (its content is replaced, its id stays) or keep.',
    );
  }
  if (ifExists === 'keep') await allowed();
  assertStartsBySelf(ova);
  await assertLibraryRoom(rest, await readPlacementInventory(session), library, ova.source.size);
  await log.group('Checking the OVA against its manifest', () => checkPackage(ova, undefined, session));
  const sha256 = await hashFile(inputs.ova, session.signal);
  const started = Date.now();
  const release = { run: inputs.run, ova: sha256, published: session.now() };
  const onProgress = (): ((share: number) => void) => showProgress(log, 'sent');
  const { item, uploadedBytes } = await uploadItem(
    session,
    rest,
    ova,
    { library, name, me, release, onProgress, current },
    context,
  );
  const milliseconds = Date.now() - started;
  log.info(`${formatSize(uploadedBytes)} sent and taken in ${formatDuration(milliseconds)}`);
  const existing = current ? 'replaced' : 'none';
  return { ...common, libraryItem: item, existing, uploadedBytes, milliseconds, repaired: [], ova: sha256 };
}

/** What vCenter deploys of such a descriptor has BIOS firmware, whatever that says of it (govmomi issue 2304, image-builder issue 619). */
function assertStartsBySelf({ path, descriptor, ovf: { bootOrder, machine } }: OvaPackage): void {
  if (!bootOrder || machine.firmware !== 'efi') return;
  throw new UserError(
    'ova-invalid',
    `${path}: ${descriptor.name} has a vmw:BootOrderSection, and what is deployed of an item with one gets BIOS firmware in place of EFI`,
    'Make the OVA with convert-ova, which writes none; or take the order away from the VM (govc device.boot -order -), and export it again.',
  );
}
