/** What signs the sample programs, before the eyes of a tool that signs and verifies programs for Windows. */

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signProgram } from '../../media/authenticode.ts';
import { assembleBootApplication } from '../../media/efi/boot-application.ts';
import { portableExecutable, SUBSYSTEM } from '../../media/portable-executable.ts';
import { sampleSigner } from '../../media/sample-signer.ts';

const run = promisify(execFile);
let work = '';

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'stillframe-signed-'));
  const certificate = sampleSigner().certificate.toString('base64');
  await writeFile(
    join(work, 'ca.pem'),
    `-----BEGIN CERTIFICATE-----\n${certificate.match(/.{1,64}/g)?.join('\n')}\n-----END CERTIFICATE-----\n`,
  );
});

afterAll(() => rm(work, { recursive: true, force: true }));

async function verify(program: Buffer): Promise<string> {
  const file = join(work, 'program');
  await writeFile(file, program);
  const args = ['verify', '-CAfile', join(work, 'ca.pem'), '-in', file];
  return run('osslsigncode', args).then(
    ({ stdout }) => stdout,
    ({ stdout }: { stdout: string }) => stdout,
  );
}

describe('signed sample programs', () => {
  it('verify with osslsigncode: a boot program, and a driver whose size is odd', async () => {
    for (const program of [
      await assembleBootApplication('boot manager', work),
      signProgram(portableExecutable('driver', 9001, SUBSYSTEM.native)),
    ]) {
      const said = await verify(program);
      expect(said).toMatch(/Signature verification: ok/);
      expect(said).toMatch(/Stillframe sample signer 2011/);
    }
  });

  it('verify no more when one bit of them is another', async () => {
    const program = signProgram(portableExecutable('driver', 9000, SUBSYSTEM.native));
    program.writeUInt8(program.readUInt8(0x500) ^ 1, 0x500);
    expect(await verify(program)).not.toMatch(/Signature verification: ok/);
  });

  it('are the same bytes every time', () => {
    const program = portableExecutable('driver', 9000, SUBSYSTEM.native);
    expect(signProgram(program).equals(signProgram(program))).toBe(true);
  });
});
