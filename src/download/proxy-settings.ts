/** The proxies of this machine, from the variables that most programs go by; what NO_PROXY names is matched by undici itself. */

import { UserError } from '../errors.ts';

interface ProxySettings {
  /** Addresses; empty for none. */
  readonly http: string;
  readonly https: string;
  /** Hosts that are asked without one, as NO_PROXY has them; empty for none. */
  readonly except: string;
}

const PROTOCOLS = ['http:', 'https:', 'socks5:'];

/**
 * Small letters win, as with curl; `host:port` alone means http, as it does everywhere; HTTP_PROXY alone serves https too.
 * @throws UserError input-invalid that names the variable, never a password in it
 */
export function readProxySettings(env: Readonly<Record<string, string | undefined>>): ProxySettings {
  const http = readProxy(env, 'HTTP_PROXY') ?? '';
  return { http, https: readProxy(env, 'HTTPS_PROXY') ?? http, except: readVariable(env, 'NO_PROXY').value };
}

/** Small letters win where they say anything. @returns empty where neither does */
function readVariable(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
): { readonly variable: string; readonly value: string } {
  const written = [name.toLowerCase(), name].map((variable) => ({ variable, value: env[variable]?.trim() ?? '' }));
  return written.find(({ value }) => value !== '') ?? { variable: name, value: '' };
}

function readProxy(env: Readonly<Record<string, string | undefined>>, name: string): string | undefined {
  const { variable, value } = readVariable(env, name);
  if (value === '') return undefined;
  const address = value.includes('://') ? value : `http://${value}`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  // What has a path is the address of a page, such as a script that chooses proxies (PAC), which nobody here runs.
  const isBare = url !== undefined && ['', '/'].includes(url.pathname) && url.search === '' && url.hash === '';
  if (isBare && PROTOCOLS.includes(url.protocol) && url.hostname !== '') return address;
  throw new UserError(
    'input-invalid',
    `The environment variable ${variable} is "${value.replace(/^(.*\/\/)?.*@/, '$1***@')}", which is no address of a proxy`,
    'Write host:port, or http://host:port.',
  );
}
