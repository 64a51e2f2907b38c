/** Who signed a package, by the tool of the platform. A third witness beside the two hashes; its absence is reported, not fatal. */

import { ToolError, UserError } from '../errors.ts';
import type { ToolRunner } from '../tools/tool-runner.ts';
import type { Container } from './container.ts';

export interface Signature {
  /**
   * `valid`: the content is what was signed and the chain is trusted here. `untrusted`: the content is what was signed, but this
   * machine does not know the root (Microsoft's is not in a Linux store). `unsigned`: there is none. `unchecked`: no tool could look.
   */
  readonly state: 'valid' | 'untrusted' | 'unsigned' | 'unchecked';
  /** Subject of the signer's certificate. */
  readonly signer?: string;
  /** What looked, or why nothing did. */
  readonly by: string;
}

/** @throws UserError package-invalid when there is a signature and the content is not what was signed */
export async function checkSignature(path: string, container: Container, tools: ToolRunner): Promise<Signature> {
  if (process.platform === 'win32') return byPowerShell(path, tools);
  if (container === 'wim') return { state: 'unchecked', by: 'osslsigncode reads no WIM containers' };
  if (!(await tools.has('osslsigncode'))) return { state: 'unchecked', by: 'osslsigncode is not installed' };
  const output = await tools.run('osslsigncode', ['verify', '-in', path], { okExitCodes: [0, 1] });
  return readOsslsigncode(`${output.stdout}\n${output.stderr}`, path);
}

/** Reads the text of `osslsigncode verify`; exit code 1 stands for unsigned, untrusted and altered alike. */
export function readOsslsigncode(text: string, path: string): Signature {
  const by = 'osslsigncode';
  if (/no signature found/i.test(text)) return { state: 'unsigned', by };
  const digests = [...text.matchAll(/^(Current|Calculated) message digest\s*:\s*([0-9A-F]+)/gm)];
  const current = digests.find((match) => match[1] === 'Current')?.[2];
  const calculated = digests.find((match) => match[1] === 'Calculated')?.[2];
  if (current === undefined || calculated === undefined)
    return { state: 'unchecked', by: 'osslsigncode could not read it' };
  if (current !== calculated) throw altered(path, by);
  const signer = /^\s*Subject\s*:\s*(.+)$/m.exec(text)?.[1]?.trim();
  const state = /^Signature verification: ok$/m.test(text) ? 'valid' : 'untrusted';
  return { state, by, ...(signer !== undefined && { signer }) };
}

/** The path travels in the environment: nothing in it can become PowerShell. */
const SCRIPT =
  '$s = Get-AuthenticodeSignature -LiteralPath $env:STILLFRAME_SIGNED_FILE; ' +
  '@{ status = [string]$s.Status; signer = [string]$s.SignerCertificate.Subject } | ConvertTo-Json -Compress';

async function byPowerShell(path: string, tools: ToolRunner): Promise<Signature> {
  const by = 'Get-AuthenticodeSignature';
  const args = ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', SCRIPT];
  try {
    const { stdout } = await tools.run('powershell.exe', args, { env: { STILLFRAME_SIGNED_FILE: path } });
    return readPowerShell(stdout, path);
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    return { state: 'unchecked', by: `${by} failed: ${error.tail.split('\n')[0] ?? ''}` };
  }
}

/** Reads the JSON of the script: SignatureStatus of System.Management.Automation. */
export function readPowerShell(json: string, path: string): Signature {
  const by = 'Get-AuthenticodeSignature';
  const match = /"status"\s*:\s*"(\w+)"/.exec(json)?.[1];
  const signer = /"signer"\s*:\s*"((?:[^"\\]|\\.)+)"/.exec(json)?.[1];
  const withSigner = { by, ...(signer !== undefined && { signer }) };
  if (match === 'HashMismatch') throw altered(path, by);
  if (match === 'Valid') return { state: 'valid', ...withSigner };
  if (match === 'NotTrusted') return { state: 'untrusted', ...withSigner };
  return match === 'NotSigned'
    ? { state: 'unsigned', by }
    : { state: 'unchecked', by: `${by} says ${match ?? 'nothing'}` };
}

function altered(path: string, by: string): UserError {
  return new UserError(
    'package-invalid',
    `${path} was altered after it was signed (${by})`,
    'Do not use it: fetch it again, and look at what lies between this runner and Microsoft.',
  );
}
