/** Signs by a command of the user's, for keys that never leave their HSM or vault. */

import { createVerify } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hasErrnoCode, ToolError, UserError } from '../errors.ts';
import type { ManifestAlgorithm } from './manifest.ts';
import type { Signer } from './signature.ts';
import { certMember, type SigningCertificate } from './signing-certificate.ts';

/** Stands in the command for the path of a file that holds the manifest, byte for byte what is to be signed. */
const MANIFEST = '{manifest}';
/** Stands for the path of a file that the command writes the signature to. */
const SIGNATURE = '{signature}';
const TAIL_LINES = 15;

/** Runs a command line by the rules of @actions/exec: words parted by spaces, double quotes hold them together, no shell. */
export type RunCommandLine = (
  commandLine: string,
  input: Buffer,
) => Promise<{ readonly exitCode: number; readonly stdout: Buffer; readonly stderr: string }>;

export interface CommandSignerOptions {
  readonly command: string;
  readonly certificate: SigningCertificate;
  /** Folder of the run, for the two files. */
  readonly temp: string;
  readonly run: RunCommandLine;
}

/**
 * The command gets the manifest as the file `{manifest}`, and on standard input; it gives its signature (RSA, PKCS #1 v1.5, with the
 * algorithm of the manifest) as the file `{signature}`, else on standard output: as it is, in base64 or in hexadecimal.
 * `sign` throws ToolError when the command fails, UserError input-invalid when what it gives does not fit the certificate.
 */
export function createCommandSigner({ command, certificate, temp, run }: CommandSignerOptions): Signer {
  return {
    blank: (manifestName, algorithm) =>
      certMember(certificate, manifestName, algorithm, Buffer.alloc(certificate.signatureBytes)),
    sign: async (manifestName, manifest, algorithm) => {
      const folder = join(temp, 'signing');
      await mkdir(folder, { recursive: true });
      const files = { manifest: join(folder, 'manifest.mf'), signature: join(folder, 'signature') };
      await writeFile(files.manifest, manifest);
      // What another try left must not be taken for the signature.
      await rm(files.signature, { force: true });
      const output = await run(fillIn(command, files), Buffer.from(manifest));
      if (output.exitCode !== 0) throw new ToolError('sign-command', output.exitCode, tailOf(output.stderr));
      const given = command.includes(SIGNATURE) ? await readSignature(files.signature) : output.stdout;
      const signature = decodeSignature(given, certificate.signatureBytes);
      if (!signature || !verifies(signature, manifest, algorithm, certificate)) {
        throw doesNotFit(given, certificate, algorithm);
      }
      return certMember(certificate, manifestName, algorithm, signature);
    },
  };
}

/** Puts the paths in, in quotes where the command has none around them: a path may hold spaces. */
export function fillIn(command: string, files: { readonly manifest: string; readonly signature: string }): string {
  let quotes = 0;
  // In exec's rules a line break is part of a word; in a command over several lines it parts words.
  const words = command.trim().replaceAll(/\s*[\r\n]+\s*/g, ' ');
  return words.replaceAll(
    /(\\?")|\{(manifest|signature)\}/g,
    (found, quote?: string, name?: 'manifest' | 'signature') => {
      if (name === undefined) {
        if (quote === '"') quotes++;
        return found;
      }
      const path = files[name].replaceAll('"', '\\"');
      return quotes % 2 === 1 ? path : `"${path}"`;
    },
  );
}

/** Undefined when it is none of the forms for so many bytes. Vault puts `vault:v1:` before its base64. */
export function decodeSignature(given: Buffer, bytes: number): Buffer | undefined {
  if (given.length === bytes) return given;
  const text = given
    .toString('latin1')
    .replaceAll(/\s+/g, '')
    .replace(/^vault:v\d+:/, '');
  if (text.length === 2 * bytes && /^[0-9a-f]+$/i.test(text)) return Buffer.from(text, 'hex');
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) return undefined;
  const decoded = Buffer.from(text, 'base64');
  return decoded.length === bytes ? decoded : undefined;
}

function verifies(
  signature: Buffer,
  manifest: string,
  algorithm: ManifestAlgorithm,
  { leaf }: SigningCertificate,
): boolean {
  return createVerify(algorithm).update(manifest).verify(leaf.publicKey, signature);
}

async function readSignature(path: string): Promise<Buffer> {
  return readFile(path).catch((cause: unknown) => {
    if (!hasErrnoCode(cause, 'ENOENT')) throw cause;
    throw new UserError(
      'input-invalid',
      `The command of sign-command ended well, but wrote no file ${SIGNATURE}`,
      `Let it write the signature there, or leave ${SIGNATURE} out and let it print the signature.`,
      { cause },
    );
  });
}

function doesNotFit(given: Buffer, { subject, signatureBytes }: SigningCertificate, algorithm: string): UserError {
  return new UserError(
    'input-invalid',
    `What sign-command gave (${given.length} bytes) is no signature of the manifest by the key of sign-certificate (${subject})`,
    `It must sign the bytes of ${MANIFEST} with RSA, PKCS #1 v1.5 and ${algorithm.toUpperCase()}, and give the ${signatureBytes} bytes as they are, in base64 or in hexadecimal.`,
  );
}

function tailOf(text: string): string {
  return text.trimEnd().split(/\r?\n/).slice(-TAIL_LINES).join('\n');
}
