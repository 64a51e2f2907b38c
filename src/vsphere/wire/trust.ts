/** Whom to trust: a pinned certificate, a CA file, what this machine trusts, or anybody when that is asked for. */

import { readFile } from 'node:fs/promises';
import { Agent } from 'node:https';
import { isIP } from 'node:net';
import { connect, getCACertificates, type TLSSocket } from 'node:tls';
import { UserError } from '../../errors.ts';
import { explainPathError } from '../../files/explain-path-error.ts';
import { formatThumbprint, matchesThumbprint, parseThumbprint, type Thumbprint, thumbprintOf } from './thumbprint.ts';

/** At most one of them; none means the CAs that Node and the operating system trust. */
export interface TlsOptions {
  readonly thumbprint?: string | undefined;
  /** Path of a PEM file. */
  readonly caFile?: string | undefined;
  readonly insecure?: boolean | undefined;
}

/** Whom a connection goes to: the server that the user named, or a host to which that server sends us. */
export type Peer = 'server' | 'host';

export type Trust =
  | { readonly kind: 'pinned'; readonly thumbprint: Thumbprint }
  | { readonly kind: 'authorities'; readonly pem: readonly string[]; readonly from: string }
  | { readonly kind: 'insecure' };

const CONNECT_TIMEOUT = 30_000;

/** @throws UserError input-invalid for a bad thumbprint or more than one option, file-missing for the CA file */
export async function readTrust({ thumbprint, caFile, insecure }: TlsOptions): Promise<Trust> {
  if ([thumbprint !== undefined, caFile !== undefined, insecure === true].filter(Boolean).length > 1) {
    throw new UserError(
      'input-invalid',
      'More than one of thumbprint, ca-file and insecure is set',
      'Set only one: thumbprint pins one certificate, ca-file names who signs it.',
    );
  }
  if (thumbprint !== undefined) return { kind: 'pinned', thumbprint: parseThumbprint(thumbprint) };
  if (insecure === true) return { kind: 'insecure' };
  if (caFile === undefined) return machineAuthorities();
  const pem = await readFile(caFile, 'utf8').catch((error: unknown) => {
    throw explainPathError(error, { what: 'the CA file', path: caFile, input: 'ca-file' });
  });
  if (!pem.includes('-----BEGIN CERTIFICATE-----')) {
    throw new UserError(
      'input-invalid',
      `The CA file ${caFile} holds no certificate in PEM form`,
      'It must contain lines such as -----BEGIN CERTIFICATE-----; convert DER with "openssl x509 -inform der".',
    );
  }
  return { kind: 'authorities', pem: [pem], from: caFile };
}

/** The CAs that Node and the operating system trust. */
export function machineAuthorities(): Trust {
  const pem = [...new Set([...getCACertificates('default'), ...getCACertificates('system')])];
  return { kind: 'authorities', pem, from: 'the authorities that this machine trusts' };
}

export interface AgentOptions {
  /** Default the server. */
  readonly peer?: Peer;
  /**
   * Default true. Without it every request has a connection of its own, which no server can have closed in the moment before: what
   * fails on it then is not the old misunderstanding between a client and a server about an idle connection.
   */
  readonly keepAlive?: boolean;
}

/**
 * An agent that hands a connection over only once the server has proven who it is: nothing of a request, least of all a password,
 * is sent before.
 */
export function createAgent(trust: Trust, { peer = 'server', keepAlive = true }: AgentOptions = {}): Agent {
  const agent = new Agent({ keepAlive });
  // The agent does not know connections that were not handed over yet, and they would keep the process alive.
  const connecting = new Set<(error: Error) => void>();
  const destroy = agent.destroy.bind(agent);
  agent.destroy = () => {
    for (const settle of connecting) settle(new Error('the connection is not needed any more'));
    destroy();
  };
  agent.createConnection = (options, callback) => {
    const host = options.host ?? '';
    const port = Number(options.port ?? 443);
    const socket = connect({
      host,
      port,
      ...(isIP(host) === 0 && { servername: host }),
      ALPNProtocols: ['http/1.1'],
      // The certificate is judged below, where the thumbprint for the message is at hand.
      rejectUnauthorized: false,
      ...(trust.kind === 'authorities' && { ca: [...trust.pem] }),
    });
    const settle = (error: Error | null): void => {
      clearTimeout(timer);
      connecting.delete(settle);
      socket.removeAllListeners('error').removeAllListeners('secureConnect');
      if (error) {
        socket.on('error', () => {});
        socket.destroy();
      }
      callback?.(error, socket);
    };
    connecting.add(settle);
    const timer = setTimeout(() => {
      settle(Object.assign(new Error(`no answer within ${CONNECT_TIMEOUT / 1000} s`), { code: 'ETIMEDOUT' }));
    }, CONNECT_TIMEOUT);
    socket.once('error', settle);
    socket.once('secureConnect', () => settle(judge(socket, trust, peer, `${host}:${port}`) ?? null));
    return undefined;
  };
  return agent;
}

/** The error to end the connection with, or undefined when the peer is trusted. */
function judge(socket: TLSSocket, trust: Trust, peer: Peer, host: string): UserError | undefined {
  if (trust.kind === 'insecure') return undefined;
  const der = socket.getPeerX509Certificate()?.raw;
  if (der === undefined) return certificateError(`${host} showed no certificate`, 'Check the server and its port.');
  const seen = formatThumbprint(thumbprintOf(der, 'sha256'));
  const advice = peer === 'server' ? adviceForServer(seen) : ADVICE_FOR_HOST;
  if (trust.kind === 'pinned') {
    if (matchesThumbprint(der, trust.thumbprint)) return undefined;
    const { algorithm } = trust.thumbprint;
    const same = formatThumbprint(thumbprintOf(der, algorithm));
    return certificateError(
      `The certificate of ${host} has the ${algorithm === 'sha1' ? 'SHA-1' : 'SHA-256'} thumbprint ${same}, ` +
        `not the pinned ${formatThumbprint(trust.thumbprint)}`,
      advice.otherThanPinned,
    );
  }
  if (socket.authorized) return undefined;
  return certificateError(
    `The certificate of ${host} is not trusted (${String(socket.authorizationError)}) ` +
      `by ${trust.from}; its SHA-256 thumbprint is ${seen}`,
    advice.unknownAuthority,
  );
}

interface Advice {
  readonly otherThanPinned: string;
  readonly unknownAuthority: string;
}

function adviceForServer(seen: string): Advice {
  const howToPin = `If that is your server (compare on its console), pin it: thumbprint: ${seen}`;
  return {
    otherThanPinned: `Either the certificate was renewed or somebody is in between. ${howToPin}`,
    unknownAuthority: `${howToPin} – or give the CA that signed it as ca-file.`,
  };
}

/** The input thumbprint pins the server alone: what a host shows is vouched for by vCenter or by a CA. */
const ADVICE_FOR_HOST: Advice = {
  otherThanPinned:
    'vCenter vouches for another certificate of that host: if it was renewed, reconnect the host in vCenter; else somebody is in between.',
  unknownAuthority:
    'Give the CA that signed the certificates of vCenter and its hosts as ca-file (https://<vcenter>/certs/download.zip) in place of thumbprint, which pins the server alone.',
};

function certificateError(message: string, hint: string): UserError {
  return new UserError('vsphere-certificate', message, hint);
}
