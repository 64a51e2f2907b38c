/** How the host that takes a file proves who it is: by what the server says of its certificate, else by the rules for the server itself. */

import { X509Certificate } from 'node:crypto';
import { UserError } from '../../errors.ts';
import { parseThumbprint, thumbprintOf } from '../wire/thumbprint.ts';
import { machineAuthorities, type Trust } from '../wire/trust.ts';
import type { DeviceUrl } from './nfc-lease.ts';

/**
 * The server, which is trusted, vouches for its hosts by certificate (API 9.0) or by thumbprint, which differ from host to host and from
 * the server's own: a pin of the server says nothing of them. Where it says nothing either, a CA has to.
 * @throws UserError vsphere-certificate when what the server gives is no certificate
 */
export function trustOfDevice({ url, sslCertificate, sslThumbprint }: DeviceUrl, server: Trust): Trust {
  if (server.kind === 'insecure') return server;
  if (sslCertificate !== undefined) {
    return { kind: 'pinned', thumbprint: thumbprintOf(derOf(sslCertificate, url), 'sha256') };
  }
  if (sslThumbprint !== undefined) return { kind: 'pinned', thumbprint: parseThumbprint(sslThumbprint) };
  return server.kind === 'pinned' ? machineAuthorities() : server;
}

function derOf(pem: string, url: URL): Uint8Array {
  try {
    return new X509Certificate(pem).raw;
  } catch (cause) {
    throw new UserError(
      'vsphere-certificate',
      `vCenter vouches for ${url.host} by something that is no certificate`,
      'Reconnect the host in vCenter.',
      { cause },
    );
  }
}
