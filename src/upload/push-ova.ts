/** Makes the files of an OVA the content of a library item: sent one by one through vCenter alone, checked, and visible at once or never. */

import type { OvaPackage } from '../ova/ova-package.ts';
import { listFiles } from '../vsphere/library/library-items.ts';
import { pushFile } from '../vsphere/library/push-file.ts';
import {
  addFile,
  beginUpdate,
  cancelUpdate,
  completeUpdate,
  keepUpdate,
  lostUpdate,
  removeFile,
  validateFiles,
} from '../vsphere/library/update-session.ts';
import { RestRefused, type RestSession } from '../vsphere/wire/rest.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import { checkArrived, libraryRefused, SETTLE_TIMEOUT } from './check-arrived.ts';
import { memberBody } from './member-body.ts';
import { declareFile, filesOf, type OvaFile } from './ova-files.ts';

export interface PushOptions {
  /** Told the share of the bytes that was sent, 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/** A session that nobody hears of ends after some minutes. */
const KEEP_ALIVE = 20_000;
const CANCEL_TIMEOUT = 60_000;

/**
 * The item has its old files until the new ones are whole on the server; any failure and a cancel leave it as it was.
 * @param item whose files are replaced
 * @returns bytes sent
 * @throws UserError ova-invalid, upload-failed; PassingError for what may pass; the signal's reason
 */
export async function pushOva(
  session: VsphereSession,
  rest: RestSession,
  ova: OvaPackage,
  item: string,
  { onProgress }: PushOptions,
): Promise<number> {
  session.signal.throwIfAborted();
  const files = filesOf(ova);
  // Not to be torn by a cancelled run: a session that begins once the item was looked at keeps the item from being removed.
  const update = await beginUpdate(rest.uncancelled(), item);
  try {
    const before = await listFiles(rest, item);
    for (const { name } of before.filter((old) => !files.some((file) => file.name === old.name))) {
      await removeFile(rest, update, name);
    }
    const sent = await sendFiles(session, rest, ova, { files, update, onProgress });
    const wrong = await validateFiles(rest, update);
    if (wrong.length > 0) throw libraryRefused(`vCenter takes the files for no OVF package: ${wrong.join('; ')}`);
    session.signal.throwIfAborted();
    const { state, message } = await completeUpdate(rest, update, { signal: session.signal, timeout: SETTLE_TIMEOUT });
    if (state !== 'DONE')
      throw libraryRefused(`vCenter ended the update session as ${state}${message === '' ? '' : `: ${message}`}`);
    await assertStored(session, rest, item, files);
    return sent;
  } catch (error) {
    await cancelQuietly(session, rest, update);
    throw error;
  }
}

interface Sending {
  readonly files: readonly OvaFile[];
  readonly update: string;
  readonly onProgress: (share: number) => void;
}

async function sendFiles(
  session: VsphereSession,
  rest: RestSession,
  ova: OvaPackage,
  { files, update, onProgress }: Sending,
): Promise<number> {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  let sent = 0;
  const onBytes = (bytes: number): void => {
    sent += bytes;
    onProgress(sent / total);
  };
  await whileKept(session, rest, { update, percent: () => (sent * 100) / total }, async (signal) => {
    for (const file of files) {
      const declared = await declareFile(session, ova, file);
      const endpoint = await addFile(rest, update, declared);
      const body = memberBody(ova.source, file, { onBytes });
      await pushFile(session, rest, endpoint, { name: file.name, body, signal });
      body.settle();
      await checkArrived(session, rest, { update, source: ova.source, file, declared });
    }
  });
  return sent;
}

/** Runs `body` while the session is kept; when the server has ended it, `signal` is aborted. */
async function whileKept(
  { signal: running, log }: VsphereSession,
  rest: RestSession,
  { update, percent }: { readonly update: string; readonly percent: () => number },
  body: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const lost = new AbortController();
  let last = Promise.resolve();
  const keep = (): Promise<void> =>
    keepUpdate(rest, update, percent()).catch((error: unknown) => {
      if (error instanceof RestRefused) lost.abort(lostUpdate(error));
      else log.debug(`Keeping the update session: ${String(error)}`);
    });
  const timer = setInterval(() => {
    last = last.then(keep);
  }, KEEP_ALIVE);
  try {
    await body(AbortSignal.any([running, lost.signal]));
  } finally {
    clearInterval(timer);
    await last;
  }
}

/**
 * What the library holds in the end, by its own account. Digest and size of each file the server has judged before; the size that it lists
 * is not one to fail by, as govmomi's simulator counts a disk without its header.
 */
async function assertStored(
  { log }: VsphereSession,
  rest: RestSession,
  item: string,
  files: readonly OvaFile[],
): Promise<void> {
  const stored = new Map((await listFiles(rest, item)).map((file) => [file.name, file.size]));
  const lacking = files.filter(({ name }) => !stored.has(name)).map(({ name }) => name);
  if (lacking.length > 0) throw libraryRefused(`The library item is done, but lacks ${lacking.join(', ')}`);
  for (const { name, size } of files) {
    if (stored.get(name) !== size) log.debug(`The library lists ${name} with ${stored.get(name)} bytes, not ${size}`);
  }
}

async function cancelQuietly(session: VsphereSession, rest: RestSession, update: string): Promise<void> {
  await cancelUpdate(rest.uncancelled(CANCEL_TIMEOUT), update).catch((error: unknown) => {
    session.log.debug(`The update session ${update}, which ends by itself: ${String(error)}`);
  });
}
