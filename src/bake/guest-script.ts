/** Runs a script in the guest; the end of what it says comes back as guestinfo. */

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { UserError } from '../errors.ts';
import { explainPathError } from '../files/explain-path-error.ts';
import {
  GUEST_SYSTEM,
  guestShell,
  putGuestFile,
  type RunInGuest,
  removeGuestFiles,
} from '../vsphere/guest/guest-files.ts';
import { type GuestAccount, type GuestProgram, runGuestProgram } from '../vsphere/guest/guest-program.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import { readBakingGuest } from './read-guest.ts';

export interface GuestScript {
  /** Of the file, for messages. */
  readonly name: string;
  readonly content: Buffer;
}

/** Each chunk is a program of its own; what is larger belongs into the image. */
const MAX_SCRIPT = 128 * 1024;
/** Bytes of its end that a failure quotes. */
export const TAIL_BYTES = 3000;
/** Key of guestinfo, without `guestinfo.`, that the end of the output comes back in. */
const OUTPUT_KEY = 'stillframe.script';
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
  if (content.length <= MAX_SCRIPT) return { name, content };
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
  const failure = await putGuestFile(run, file, content);
  if (failure !== undefined) {
    throw scriptFailed(name, `its text could not be put into the guest (${failure})`, Buffer.alloc(0), GO_ON);
  }
  const command = /\.ps1$/i.test(name)
    ? `powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File "${file}"`
    : `call "${file}"`;
  const code = await run(guestShell(`${command} >"${file}.log" 2>&1`), limit);
  const said = code === 0 ? Buffer.alloc(0) : await outputOf(session, vm, run, `${file}.log`);
  await removeGuestFiles(run, [file, `${file}.b64`, `${file}.log`]);
  if (code !== 0) throw scriptFailed(name, `it ended with ${code}`, said, GO_ON);
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

/** Empty where it does not come back: the exit code has said enough. */
async function outputOf(session: VsphereSession, vm: Moref, run: RunInGuest, log: string): Promise<Buffer> {
  await run({
    path: `${GUEST_SYSTEM}\\WindowsPowerShell\\v1.0\\powershell.exe`,
    args: `-NoProfile -NonInteractive -Command "${tailCommand(log)}"`,
  });
  const text = (await readBakingGuest(session, vm)).info(OUTPUT_KEY) ?? '';
  return Buffer.from(text, 'base64');
}

/** The end of a file as guestinfo; exported for its test. */
export function tailCommand(log: string): string {
  const bytes = `[IO.File]::ReadAllBytes('${log}')`;
  const tail = `[Convert]::ToBase64String($b, [Math]::Max(0, $b.Length - ${TAIL_BYTES}), [Math]::Min($b.Length, ${TAIL_BYTES}))`;
  const toolsd = `Join-Path $env:ProgramFiles 'VMware\\VMware Tools\\vmtoolsd.exe'`;
  const stop = `$ErrorActionPreference = 'Stop'`;
  return `${stop}; $b = ${bytes}; & (${toolsd}) --cmd ('info-set guestinfo.${OUTPUT_KEY} ' + ${tail})`;
}
