/** Logging in to a vCenter or an ESXi host (vim25 SessionManager). */

import { UserError } from '../../errors.ts';
import { child, type XmlElement } from '../../xml/xml-element.ts';
import { isFault } from './explain-fault.ts';
import { type Moref, morefOf } from './moref.ts';
import { serverUrl } from './server-url.ts';
import { value } from './soap.ts';
import type { Transport } from './transport.ts';

export interface Credentials {
  /** Host or host:port; an https URL is taken too. */
  readonly server: string;
  readonly username: string;
  readonly password: string;
}

export function sessionManagerOf(content: XmlElement | undefined): Moref {
  return morefOf(child(content, 'sessionManager')) ?? { type: 'SessionManager', value: 'SessionManager' };
}

/** @throws UserError vsphere-login when the server does not know the account or refuses it */
export async function logIn(
  transport: Transport,
  content: XmlElement | undefined,
  { server, username, password, signal }: Credentials & { readonly signal: AbortSignal },
): Promise<void> {
  try {
    await transport.call(signal, 'Login', sessionManagerOf(content), [
      value('userName', username),
      value('password', password),
      // Texts of faults and events in one language, whatever the server's own is.
      value('locale', 'en'),
    ]);
  } catch (error) {
    if (!isFault(error, 'InvalidLogin', 'NoPermission', 'PasswordExpired')) throw error;
    throw new UserError(
      'vsphere-login',
      `${serverUrl(server).host} refused the login of ${username}: ${error.message}`,
      error.type === 'NoPermission'
        ? 'The account is known but has no role on this server: give it one.'
        : 'Check username (on vCenter with its domain, as in svc-images@vsphere.local) and password; several wrong tries lock the account for a while.',
      { cause: error },
    );
  }
}
