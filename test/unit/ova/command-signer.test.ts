import { createSign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCommandSigner, decodeSignature, fillIn } from '../../../src/ova/command-signer.ts';
import { createSigner } from '../../../src/ova/signature.ts';
import { readSigningCertificate } from '../../../src/ova/signing-certificate.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/ova');
const KEY = readFileSync(join(FIXTURES, 'sign-key.pem'), 'utf8');
const CERTIFICATE = readFileSync(join(FIXTURES, 'sign-certificate.pem'), 'utf8');
const MANIFEST = 'SHA256(x.ovf)= 00\n';
const SIGNATURE = createSign('sha256').update(MANIFEST).sign(KEY);
const certificate = readSigningCertificate(CERTIFICATE);

let temp: string;
beforeEach(async () => {
  temp = await mkdtemp(join(tmpdir(), 'stillframe sign-'));
});
afterEach(() => rm(temp, { recursive: true, force: true }));

interface Answer {
  readonly stdout?: Buffer | string;
  readonly file?: Buffer;
  readonly exitCode?: number;
  readonly stderr?: string;
}

/** A command that answers so; `ran` has what it was given. */
function signerOf(command: string, { stdout = '', file, exitCode = 0, stderr = '' }: Answer) {
  const ran: { line: string; input: string; manifest: string }[] = [];
  const signer = createCommandSigner({
    command,
    certificate,
    temp,
    run: async (line, input) => {
      const manifest = await readFile(join(temp, 'signing/manifest.mf'), 'utf8');
      ran.push({ line, input: input.toString(), manifest });
      if (file) await writeFile(join(temp, 'signing/signature'), file);
      return { exitCode, stdout: Buffer.from(stdout), stderr };
    },
  });
  return { ran, sign: async () => signer.sign('x.mf', MANIFEST, 'sha256'), signer };
}

describe('createCommandSigner', () => {
  it('gives the manifest as a file and as input, and makes what a key that is here would make', async () => {
    const { ran, sign, signer } = signerOf('tool --in {manifest} --out {signature}', {
      file: SIGNATURE,
      stdout: 'noise',
    });
    const member = await sign();
    expect(member).toBe(createSigner(KEY, CERTIFICATE).sign('x.mf', MANIFEST, 'sha256'));
    const line = `tool --in "${join(temp, 'signing/manifest.mf')}" --out "${join(temp, 'signing/signature')}"`;
    expect(ran).toEqual([{ line, input: MANIFEST, manifest: MANIFEST }]);
    expect(signer.blank('x.mf', 'sha256').length).toBe(member.length);
  });

  it.each([
    ['as it is', SIGNATURE],
    ['in base64', SIGNATURE.toString('base64')],
    ['in base64 over several lines', SIGNATURE.toString('base64').replace(/.{64}/g, '$&\r\n')],
    ['as Vault prints it', `vault:v12:${SIGNATURE.toString('base64')}\n`],
    ['in hexadecimal', SIGNATURE.toString('hex').toUpperCase()],
  ])('takes a signature that is printed %s', async (_, stdout) => {
    expect(await signerOf('tool', { stdout }).sign()).toContain(`SHA256(x.mf)= ${SIGNATURE.toString('hex')}\n`);
  });

  it.each([
    ['of another text', createSign('sha256').update('other').sign(KEY)],
    ['by another algorithm', createSign('sha512').update(MANIFEST).sign(KEY)],
    ['with another padding', createSign('sha256').update(MANIFEST).sign({ key: KEY, padding: 6 })],
    ['that is cut short', SIGNATURE.subarray(1)],
    ['that is none', Buffer.from('Enter PIN:')],
    ['that is empty', Buffer.alloc(0)],
  ])('refuses a signature %s', async (_, stdout) => {
    await expect(signerOf('tool', { stdout }).sign()).rejects.toMatchObject({
      code: 'input-invalid',
      message: expect.stringMatching(
        `^What sign-command gave \\(${stdout.length} bytes\\) is no signature of the manifest`,
      ),
      hint: expect.stringContaining('PKCS #1 v1.5 and SHA256'),
    });
  });

  it('refuses what another command left, and says when no file was written', async () => {
    await signerOf('tool {signature}', { file: SIGNATURE }).sign();
    await expect(signerOf('tool {signature}', { stdout: SIGNATURE }).sign()).rejects.toMatchObject({
      code: 'input-invalid',
      message: 'The command of sign-command ended well, but wrote no file {signature}',
    });
  });

  it('lets through that the signature is a folder', async () => {
    const signer = createCommandSigner({
      command: 'tool {signature}',
      certificate,
      temp,
      run: async () => {
        await mkdir(join(temp, 'signing/signature'));
        return { exitCode: 0, stdout: Buffer.alloc(0), stderr: '' };
      },
    });
    await expect(signer.sign('x.mf', MANIFEST, 'sha256')).rejects.toMatchObject({ code: 'EISDIR' });
  });

  it('throws what the command says when it fails, whatever it printed', async () => {
    const stderr = `${Array.from({ length: 20 }, (_, index) => `line ${index}`).join('\n')}\n`;
    await expect(signerOf('tool', { exitCode: 3, stdout: SIGNATURE, stderr }).sign()).rejects.toMatchObject({
      name: 'ToolError',
      message: 'sign-command ended with exit code 3',
      tail: expect.stringMatching(/^line 5\n[\s\S]*line 19$/),
    });
  });
});

describe('fillIn', () => {
  const files = { manifest: '/a b/m', signature: '/s"q' };

  it.each([
    ['sign {manifest}', 'sign "/a b/m"'],
    ['sign "{manifest}" x', 'sign "/a b/m" x'],
    ['sign "x y" fileb://{manifest}', 'sign "x y" fileb://"/a b/m"'],
    ['sign "say \\"hi\\" {manifest}"', 'sign "say \\"hi\\" /a b/m"'],
    ['sign {signature}', 'sign "/s\\"q"'],
    ['sign {manifest} {manifest}', 'sign "/a b/m" "/a b/m"'],
    ['sign {other}', 'sign {other}'],
    ['  sign\n  --in\r\n  {manifest}\n', 'sign --in "/a b/m"'],
  ])('%j', (command, line) => {
    expect(fillIn(command, files)).toBe(line);
  });
});

describe('decodeSignature', () => {
  it('tells the forms apart by their length', () => {
    expect(decodeSignature(Buffer.from('abcd'), 4)).toEqual(Buffer.from('abcd'));
    expect(decodeSignature(Buffer.from('abcd'), 2)).toEqual(Buffer.from([0xab, 0xcd]));
    expect(decodeSignature(Buffer.from('abcd'), 3)).toEqual(Buffer.from('abcd', 'base64'));
    expect(decodeSignature(Buffer.from('_-8='), 2)).toEqual(Buffer.from([0xff, 0xef]));
    expect(decodeSignature(Buffer.from('xyz!'), 3)).toBeUndefined();
    expect(decodeSignature(Buffer.from('abcde'), 2)).toBeUndefined();
    expect(decodeSignature(Buffer.from(''), 1)).toBeUndefined();
  });
});
