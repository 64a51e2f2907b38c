/** Runs programs in a guest by its VMware Tools (GuestProcessManager, API 5.0): no network of the guest is needed. */

import { UserError } from '../../errors.ts';
import { child, childrenNamed, textAt, type XmlElement } from '../../xml/xml-element.ts';
import { isFault } from '../wire/explain-fault.ts';
import { VsphereFault } from '../wire/fault.ts';
import { type Moref, morefOf } from '../wire/moref.ts';
import { isOutcomeUnknown, PassingError } from '../wire/passing-error.ts';
import { pollUntil } from '../wire/poll.ts';
import { readProperties } from '../wire/properties.ts';
import type { VsphereSession } from '../wire/session.ts';
import { node, reference, value } from '../wire/soap.ts';

export interface GuestAccount {
  readonly username: string;
  readonly password: string;
}

export interface GuestProgram {
  /** Absolute path in the guest. */
  readonly path: string;
  readonly args: string;
  /** Run twice it comes to the same: it is started once more when nobody knows whether it was. */
  readonly repeatable?: true;
}

/**
 * Waits for the program's end, also while a vCenter restarts, which takes minutes. When the answer to its start is lost it may run all the
 * same: only what is repeatable is started again then.
 * @param limit milliseconds; what runs longer is left to itself
 * @returns its exit code
 * @throws UserError input-invalid for an account that the guest does not know, timeout; VsphereFault, PassingError; the signal's reason
 */
export async function runGuestProgram(
  session: VsphereSession,
  vm: Moref,
  account: GuestAccount,
  program: GuestProgram,
  limit: number,
): Promise<number> {
  const { path } = program;
  const manager = await processManager(session);
  const target = [
    reference('vm', vm),
    node(
      'auth',
      [value('interactiveSession', false), value('username', account.username), value('password', account.password)],
      'NamePasswordAuthentication',
    ),
  ];
  const started = await startProgram(session, manager, target, program).catch((error: unknown) => {
    throw isFault(error, 'InvalidGuestLogin') ? wrongAccount(account, error) : error;
  });
  const pid = child(started, 'returnval')?.text ?? '';
  let away: PassingError | undefined;
  const ended = await pollUntil(
    session.signal,
    async () => {
      away = undefined;
      const answer = await session
        .call('ListProcessesInGuest', manager, [...target, value('pids', pid)])
        .catch((error: unknown) => {
          session.signal.throwIfAborted();
          if (!(error instanceof PassingError)) throw error;
          away = error;
        });
      if (answer === undefined) {
        session.log.warning(`${session.url.host} does not answer; ${path} goes on in the guest, and so does this`);
        return undefined;
      }
      const [info] = childrenNamed(answer, 'returnval');
      // Tools forget a process some minutes after its end.
      if (!info) throw new VsphereFault('ListProcessesInGuest', 'RuntimeFault', `the guest knows no process ${pid}`);
      return textAt(info, 'endTime') === undefined ? undefined : Number(textAt(info, 'exitCode'));
    },
    limit,
  );
  if (ended !== undefined) return ended;
  throw (
    away ??
    new UserError(
      'timeout',
      `${path} did not end in the guest in the time that is left`,
      'Raise timeout, or see that it waits for nobody: a program in the guest has no console.',
    )
  );
}

async function startProgram(
  session: VsphereSession,
  manager: Moref,
  target: readonly XmlElement[],
  { path, args, repeatable }: GuestProgram,
): Promise<XmlElement> {
  const spec = node('spec', [value('programPath', path), value('arguments', args)], 'GuestProgramSpec');
  const start = (): Promise<XmlElement> => session.call('StartProgramInGuest', manager, [...target, spec]);
  try {
    return await start();
  } catch (error) {
    session.signal.throwIfAborted();
    if (!repeatable || !isOutcomeUnknown(error)) throw error;
    // A server that restarts is away for a while: what only reads is asked until it answers again.
    await processManager(session);
    return start();
  }
}

async function processManager(session: VsphereSession): Promise<Moref> {
  const operations = session.manager('guestOperationsManager');
  const manager = morefOf((await readProperties(session, operations, ['processManager'])).get('processManager'));
  if (manager) return manager;
  throw new VsphereFault('RetrievePropertiesEx', 'NotSupported', 'the server runs no programs in guests');
}

function wrongAccount({ username }: GuestAccount, cause: unknown): UserError {
  return new UserError(
    'input-invalid',
    `The guest does not know the account ${username} with this password (input guest-username)`,
    'Give the account of the answer file of the image, such as Administrator, and its password in guest-password.',
    { cause },
  );
}
