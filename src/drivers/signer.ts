/** Who signed a driver's catalog, where a tool on the machine can read it; what the signature is worth is Windows' judgement. */

import type { ToolRunner } from '../tools/tool-runner.ts';

export interface Signer {
  /** Common name of the signing certificate. */
  readonly name: string;
  readonly tool: 'osslsigncode' | 'Get-AuthenticodeSignature';
  /** What the tool said of the signature: `Valid` and so on; osslsigncode knows no Windows root certificates and is not asked. */
  readonly status: string | undefined;
}

const SCRIPT = `$signature = Get-AuthenticodeSignature -LiteralPath $env:STILLFRAME_CATALOG
ConvertTo-Json -Compress @{ subject = $signature.SignerCertificate.Subject; status = "$($signature.Status)" }`;

/** @returns undefined when no tool is there or the catalog carries no signature that it can read */
export async function readSigner(catalog: string, tools: ToolRunner): Promise<Signer | undefined> {
  if (process.platform === 'win32') return readWithPowershell(catalog, tools);
  if (!(await tools.has('osslsigncode'))) return undefined;
  // It exits with 1 whenever the chain does not end in a root it was given; the certificates are printed all the same.
  const anyExit = Array.from({ length: 256 }, (_, code) => code);
  const { stdout } = await tools.run('osslsigncode', ['verify', '-in', catalog], { okExitCodes: anyExit });
  const subject = /Signer's certificate:[\s\S]*?Subject: (.*)/.exec(stdout)?.[1];
  const name = subject && commonName(subject);
  return name ? { name, tool: 'osslsigncode', status: undefined } : undefined;
}

async function readWithPowershell(catalog: string, tools: ToolRunner): Promise<Signer | undefined> {
  const { stdout } = await tools.run('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', SCRIPT], {
    env: { STILLFRAME_CATALOG: catalog },
  });
  const { subject, status } = JSON.parse(stdout) as { subject: string | null; status: string };
  const name = subject && commonName(subject);
  return name ? { name, tool: 'Get-AuthenticodeSignature', status } : undefined;
}

/** From `/C=US/O=Company, Inc./CN=Name, Inc.` (OpenSSL) or `CN="Name, Inc.", O=…` (.NET). */
export function commonName(subject: string): string | undefined {
  const text = subject.trim();
  const match = text.startsWith('/')
    ? /\/CN=([^/]*)/.exec(text)
    : (/(?:^|,\s*)CN="((?:[^"]|"")*)"/.exec(text) ?? /(?:^|,\s*)CN=([^,]*)/.exec(text));
  return match?.[1]?.replaceAll('""', '"').trim();
}
