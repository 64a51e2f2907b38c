/**
 * Runs a script in the guest without a file transfer, for which the runner would have to reach the ESXi host and trust it: its text goes
 * in as command lines, and the end of what it says comes back as guestinfo.
 */

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { UserError } from '../errors.ts';
import { explainPathError } from '../files/explain-path-error.ts';
import { type GuestAccount, type GuestProgram, runGuestProgram } from '../vsphere/guest/guest-program.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import { readBakingGuest } from './read-guest.ts';

export interface GuestScript {
  /** Of the file, for messages. */
  readonly name: string;
  readonly content: Buffer;
}

/** Base64 of as much as a command line takes (8191 characters, cmd.exe) with room for the rest of it. */
const CHUNK = 4500;
/** Each chunk is a program of its own; what is larger belongs into the image. */
const MAX_SCRIPT = 128 * 1024;
/** Bytes of its end that a failure quotes. */
export const TAIL_BYTES = 3000;
/** Key of guestinfo, without `guestinfo.`, that the end of the output comes back in. */
const OUTPUT_KEY = 'stillframe.script';
const SYSTEM = 'C:\\Windows\\System32';
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
  const own = async (program: GuestProgram): Promise<void> => {
    const code = await run(program);
    if (code === 0) return;
    const why = `its text could not be put into the guest (${program.path} ended with ${code})`;
    throw scriptFailed(name, why, Buffer.alloc(0), GO_ON);
  };
  const file = `C:\\Windows\\Temp\\stillframe-${stagedScriptName(name)}`;
  session.log.info(`Running ${name} in the guest`);
  for (let at = 0; at === 0 || at < content.length; at += CHUNK) {
    // The redirection stands first: a digit before it would be taken for a handle.
    const text = content.subarray(at, at + CHUNK).toString('base64');
    await own(cmd(`${at === 0 ? '>' : '>>'}"${file}.b64" echo ${text}`));
  }
  await own({ path: `${SYSTEM}\\certutil.exe`, args: `-f -decode "${file}.b64" "${file}"` });
  const command = /\.ps1$/i.test(name)
    ? `powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File "${file}"`
    : `call "${file}"`;
  const code = await run(cmd(`${command} >"${file}.log" 2>&1`), limit);
  const said = code === 0 ? Buffer.alloc(0) : await outputOf(session, vm, run, `${file}.log`);
  await run(cmd(`del /f /q "${file}" "${file}.b64" "${file}.log"`));
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

function cmd(line: string): GuestProgram {
  return { path: `${SYSTEM}\\cmd.exe`, args: `/c ${line}` };
}

/** Empty where it does not come back: the exit code has said enough. */
async function outputOf(
  session: VsphereSession,
  vm: Moref,
  run: (program: GuestProgram) => Promise<number>,
  log: string,
): Promise<Buffer> {
  await run({
    path: `${SYSTEM}\\WindowsPowerShell\\v1.0\\powershell.exe`,
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
