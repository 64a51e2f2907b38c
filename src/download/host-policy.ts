/** Which hosts a download may come from: an allow-list by suffix, https only, and the mirror somebody configured. */

import { UserError } from '../errors.ts';

/** Hosts that serve update packages (microsoft.com's delivery network, windowsupdate.com); each stands for its sub-domains too. */
export const MICROSOFT_SUFFIXES = ['.windowsupdate.com', '.microsoft.com'] as const;

export interface HostPolicy {
  /**
   * @param url an absolute URL, as a page or a redirect gave it
   * @param what what the URL is for, for the message
   * @returns the parsed URL when it may be asked
   * @throws UserError download-failed for another scheme, credentials in the URL or a host that is not allowed
   */
  check(url: string, what: string): URL;
}

interface HostPolicyOptions {
  /** `.example.com` allows example.com and all below it; undefined allows every host (over https). */
  readonly suffixes?: readonly string[];
  /** Base URLs somebody configured: their host is allowed with their scheme, and http to loopback when one is on loopback. */
  readonly mirrors?: readonly string[];
}

export function createHostPolicy(options: HostPolicyOptions): HostPolicy {
  const mirrors = (options.mirrors ?? []).map((mirror) => parse(mirror, 'the configured address'));
  const loopbackAllowed = mirrors.some((mirror) => isLoopback(mirror.hostname));
  return {
    check: (text, what) => {
      const url = parse(text, what);
      if (url.username !== '' || url.password !== '') {
        throw refused(url, what, 'it carries a user name or password');
      }
      // Userinfo tricks and look-alike paths are harmless from here on: only the parsed host is compared.
      if (mirrors.some((mirror) => mirror.host === url.host && mirror.protocol === url.protocol)) return url;
      if (loopbackAllowed && isLoopback(url.hostname)) return url;
      if (url.protocol !== 'https:') throw refused(url, what, 'only https is accepted');
      if (options.suffixes && !options.suffixes.some((suffix) => hasSuffix(url.hostname, suffix))) {
        throw refused(url, what, `${url.hostname} is not one of ${options.suffixes.map((s) => `*${s}`).join(', ')}`);
      }
      return url;
    },
  };
}

/** True for localhost, 127.0.0.0/8 and ::1, as `URL.hostname` writes them. */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname)
  );
}

function hasSuffix(hostname: string, suffix: string): boolean {
  return hostname === suffix.slice(1) || hostname.endsWith(suffix);
}

function parse(text: string, what: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && (url.protocol === 'https:' || url.protocol === 'http:')) return url;
  throw new UserError('download-failed', `${what}: "${text}" is not a web address`, 'Write an absolute https address.');
}

function refused(url: URL, what: string, why: string): UserError {
  return new UserError(
    'download-failed',
    `${what} was to come from ${url.protocol}//${url.host}, which is refused: ${why}`,
    'If this host is a mirror of yours, name it as catalog-url; otherwise something between you and Microsoft redirects downloads.',
  );
}
