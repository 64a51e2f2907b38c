/** Runs a script in the guest; the end of what it says comes back as guestinfo. */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { UserError } from '../errors.ts';
import { explainPathError } from '../files/explain-path-error.ts';
import { askPowerShell } from '../vsphere/guest/guest-answer.ts';
import { guestShell, putGuestFile, usingGuestFiles } from '../vsphere/guest/guest-files.ts';
import { type GuestAccount, type GuestProgram, runGuestProgram } from '../vsphere/guest/guest-program.ts';
import { guestQuestion } from '../vsphere/guest/guest-question.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import { scriptFault } from '../windows/customize/script-text.ts';

export interface GuestScript {
  /** Of the file, for messages. */
  readonly name: string;
  readonly content: Buffer;
  readonly sha256: string;
}

/** Each chunk is a program of its own; what is larger belongs into the image. */
const MAX_SCRIPT = 128 * 1024;
/** Bytes of its end that a failure quotes. */
export const TAIL_BYTES = 3000;
/** What a script says goes here. */
const OUTPUT = 'C:\\Windows\\Temp\\stillframe-script.log';
const GO_ON = 'Correct the script and run the step again: the guest waits, and all scripts are run once more.';
/** For what is no script of the user's. */
const OWN_LIMIT = 5 * 60_000;

/** @throws UserError file-missing …, input-invalid for what is no script or too large */
export async function readGuestScript(path: string): Promise<GuestScript> {
  const name = basename(path);
  if (!/\.(ps1|cmd|bat)$/i.test(name)) {
    throw new UserError(
      'input-invalid',
      `${path} is no script for Windows`,
      'Give files that end in .ps1, .cmd or .bat.',
    );
  }
  const content = await readFile(path).catch((error: unknown) => {
    throw explainPathError(error, { what: 'the script', path, input: 'scripts' });
  });
  const fault = scriptFault(name, content);
  if (fault !== undefined) throw new UserError('input-invalid', `${path} ${fault.what}`, fault.hint);
  if (content.length <= MAX_SCRIPT) {
    return { name, content, sha256: createHash('sha256').update(content).digest('hex') };
  }
  throw new UserError(
    'input-invalid',
    `${path} has ${content.length} bytes, more than the ${MAX_SCRIPT} that a script in the guest may have`,
    'Put what it needs into the image (input files of build-vhd), and call it from a short script.',
  );
}

/**
 * @param limit milliseconds that the script may take
 * @throws UserError bake-failed with the exit code and the end of its output, when it is not 0
 */
export async function runGuestScript(
  session: VsphereSession,
  vm: Moref,
  account: GuestAccount,
  { name, content }: GuestScript,
  limit: number,
): Promise<void> {
  const run = (program: GuestProgram, most = OWN_LIMIT): Promise<number> =>
    runGuestProgram(session, vm, account, program, most);
  const file = `C:\\Windows\\Temp\\stillframe-${stagedScriptName(name)}`;
  session.log.info(`Running ${name} in the guest`);
  await usingGuestFiles(run, [file, `${file}.b64`, OUTPUT], async () => {
    const failure = await putGuestFile(run, file, content);
    if (failure !== undefined) {
      throw scriptFailed(name, `its text could not be put into the guest (${failure})`, Buffer.alloc(0), GO_ON);
    }
    const command = /\.ps1$/i.test(name)
      ? `powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File "${file}"`
      : `call "${file}"`;
    const code = await run(guestShell(`${command} >"${OUTPUT}" 2>&1`), limit);
    if (code !== 0) throw scriptFailed(name, `it ended with ${code}`, await outputOf(session, vm, account), GO_ON);
  });
}

/** A file's name in the guest: nothing in it that means something to cmd.exe. */
export function stagedScriptName(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9._-]/g, '_');
}

/** @param said the end of its output, in a code page of which only ASCII is known */
export function scriptFailed(name: string, why: string, said: Buffer, hint: string): UserError {
  const text = said
    .toString('latin1')
    .replaceAll(/[^\t\n\x20-\x7e]/g, '')
    .trim();
  const output = text === '' ? '' : `. The end of its output:\n${text}`;
  return new UserError('bake-failed', `The script ${name} failed in the guest: ${why}${output}`, hint);
}

/** The end of the output, asked when a script has failed. */
export const ASK_OUTPUT = guestQuestion(`$log = [IO.File]::ReadAllBytes('${OUTPUT}')
$answer = @{ tail = [Convert]::ToBase64String($log, [Math]::Max(0, $log.Length - ${TAIL_BYTES}), [Math]::Min($log.Length, ${TAIL_BYTES})) }`);

/** Empty where it does not come back: the exit code has said enough. */
async function outputOf(session: VsphereSession, vm: Moref, account: GuestAccount): Promise<Buffer> {
  try {
    const answer = (await askPowerShell(session, vm, account, ASK_OUTPUT, OWN_LIMIT)) as { readonly tail?: unknown };
    return Buffer.from(typeof answer.tail === 'string' ? answer.tail : '', 'base64');
  } catch (error) {
    if (error instanceof UserError) return Buffer.alloc(0);
    throw error;
  }
}
