/**
 * Who signed a file (a package, a catalog, a program), as the tool of the platform reads it: Get-AuthenticodeSignature on Windows,
 * osslsigncode elsewhere. Sources: SignatureStatus of System.Management.Automation; output of osslsigncode 2.
 */

import { ToolError } from '../errors.ts';
import { POWERSHELL_HEAD } from './powershell.ts';
import type { ToolRunner } from './tool-runner.ts';

export type SignatureTool = 'osslsigncode' | 'Get-AuthenticodeSignature';

export interface Signature {
  /**
   * `valid`: the content is what was signed and the chain is trusted here. `untrusted`: the content is what was signed, but this
   * machine does not know the root (Microsoft's is not in a Linux store). `altered`: the content is not what was signed.
   * `unsigned`: there is no signature. `unchecked`: no tool could tell; the signer may be known all the same.
   */
  readonly state: 'valid' | 'untrusted' | 'altered' | 'unsigned' | 'unchecked';
  /** Subject of the signer's certificate, in the notation of the tool. */
  readonly signer?: string;
  /** What looked, or why nothing did. */
  readonly by: string;
  readonly tool?: SignatureTool;
  /** The word of Windows for it, `Valid`, `NotTrusted` and so on. */
  readonly status?: string;
}

export async function readSignature(path: string, tools: ToolRunner): Promise<Signature> {
  if (process.platform === 'win32') return byPowerShell(path, tools);
  if (!(await tools.has('osslsigncode'))) return { state: 'unchecked', by: 'osslsigncode is not installed' };
  const output = await tools.run('osslsigncode', ['verify', '-in', path], { okExitCodes: ANY_EXIT });
  return readOsslsigncode(`${output.stdout}\n${output.stderr}`);
}

/** It exits with 1 for unsigned, untrusted and altered alike; its text tells them apart. */
const ANY_EXIT = Array.from({ length: 256 }, (_, code) => code);

/** Reads the text of `osslsigncode verify`. A catalog is signed by its certificates alone and has no digest of the file. */
export function readOsslsigncode(text: string): Signature {
  const tool = 'osslsigncode';
  const told = { by: tool, tool } as const;
  if (/no signature found/i.test(text)) return { state: 'unsigned', ...told };
  const own = /Signer's certificate:([\s\S]*)/.exec(text)?.[1] ?? text;
  const subject = /^\s*Subject\s*:\s*(.+)$/m.exec(own)?.[1]?.trim();
  const signer = subject === undefined ? {} : { signer: subject };
  const current = /^Current message digest\s*:\s*([0-9A-F]+)/m.exec(text)?.[1];
  const calculated = /^Calculated message digest\s*:\s*([0-9A-F]+)/m.exec(text)?.[1];
  if (current === undefined || calculated === undefined) {
    return { state: 'unchecked', ...told, by: 'osslsigncode could not read it', ...signer };
  }
  if (current !== calculated) return { state: 'altered', ...told, ...signer };
  const isTrusted = /^Signature verification: ok$/m.test(text);
  return { state: isTrusted ? 'valid' : 'untrusted', ...told, ...signer };
}

/** The path travels in the environment: nothing in it can become PowerShell. */
export const SIGNATURE_SCRIPT = `${POWERSHELL_HEAD}$signature = Get-AuthenticodeSignature -LiteralPath $env:STILLFRAME_SIGNED_FILE
@{ status = [string]$signature.Status; signer = [string]$signature.SignerCertificate.Subject } | ConvertTo-Json -Compress`;

async function byPowerShell(path: string, tools: ToolRunner): Promise<Signature> {
  const args = ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', SIGNATURE_SCRIPT];
  try {
    const { stdout } = await tools.run('powershell.exe', args, {
      env: { STILLFRAME_SIGNED_FILE: path },
      encoding: 'utf-8',
    });
    return readPowerShell(stdout);
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    return { state: 'unchecked', by: `Get-AuthenticodeSignature failed: ${error.tail.split('\n')[0] ?? ''}` };
  }
}

const STATES: Readonly<Record<string, Signature['state']>> = {
  Valid: 'valid',
  NotTrusted: 'untrusted',
  HashMismatch: 'altered',
  NotSigned: 'unsigned',
};

/** Reads the JSON of the script. */
export function readPowerShell(json: string): Signature {
  const tool = 'Get-AuthenticodeSignature';
  const { status, signer } = parseAnswer(json);
  const state = STATES[status] ?? 'unchecked';
  return {
    state,
    by: state === 'unchecked' ? `${tool} says ${status || 'nothing'}` : tool,
    tool,
    ...(status !== '' && { status }),
    ...(signer !== '' && { signer }),
  };
}

function parseAnswer(json: string): { readonly status: string; readonly signer: string } {
  try {
    const { status, signer } = JSON.parse(json) as { status?: unknown; signer?: unknown };
    return { status: String(status ?? ''), signer: String(signer ?? '') };
  } catch {
    return { status: '', signer: '' };
  }
}

/** Common name out of `/C=US/O=Company, Inc./CN=Name, Inc.` (OpenSSL) or `CN="Name, Inc.", O=…` (.NET). */
export function commonName(subject: string): string | undefined {
  const text = subject.trim();
  const match = text.startsWith('/')
    ? /\/CN=([^/]*)/.exec(text)
    : (/(?:^|,\s*)CN="((?:[^"]|"")*)"/.exec(text) ?? /(?:^|,\s*)CN=([^,]*)/.exec(text));
  return match?.[1]?.replaceAll('""', '"').trim();
}
