/** The proxies of this machine, from the variables that most programs go by; NO_PROXY is read by undici itself. */

import { UserError } from '../errors.ts';

interface ProxySettings {
  /** Addresses; empty for none. */
  readonly http: string;
  readonly https: string;
}

const PROTOCOLS = ['http:', 'https:', 'socks5:'];

/**
 * Small letters win, as with curl; `host:port` alone means http, as it does everywhere; HTTP_PROXY alone serves https too.
 * @throws UserError input-invalid that names the variable, never a password in it
 */
export function readProxySettings(env: Readonly<Record<string, string | undefined>>): ProxySettings {
  const http = readProxy(env, 'HTTP_PROXY') ?? '';
  return { http, https: readProxy(env, 'HTTPS_PROXY') ?? http };
}

function readProxy(env: Readonly<Record<string, string | undefined>>, name: string): string | undefined {
  const [variable, value] = [name.toLowerCase(), name]
    .map((candidate) => [candidate, env[candidate]?.trim() ?? ''] as const)
    .find(([, text]) => text !== '') ?? [name, ''];
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
