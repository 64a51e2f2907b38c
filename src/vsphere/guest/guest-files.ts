/**
 * Puts small files into a guest without a file transfer, for which the runner would have to reach the ESXi host and trust it: their
 * content goes in as command lines.
 */

import type { GuestProgram } from './guest-program.ts';

/** Base64 of as much as a command line takes (8191 characters, cmd.exe) with room for the rest of it. */
const CHUNK = 4500;

/** Where programs of Windows lie in a guest. */
export const GUEST_SYSTEM = 'C:\\Windows\\System32';

/** Runs one program in the guest and gives its exit code. */
export type RunInGuest = (program: GuestProgram) => Promise<number>;

/**
 * @param file absolute path in the guest; `<file>.b64` beside it is overwritten
 * @returns undefined when it is there; otherwise which program ended with what
 */
export async function putGuestFile(run: RunInGuest, file: string, content: Buffer): Promise<string | undefined> {
  for (let at = 0; at === 0 || at < content.length; at += CHUNK) {
    // The redirection stands first: a digit before it would be taken for a handle.
    const text = content.subarray(at, at + CHUNK).toString('base64');
    const line = guestShell(`${at === 0 ? '>' : '>>'}"${file}.b64" echo ${text}`);
    const failure = await failureOf(run, at === 0 ? { ...line, repeatable: true } : line);
    if (failure !== undefined) return failure;
  }
  const decode = `-f -decode "${file}.b64" "${file}"`;
  return failureOf(run, { path: `${GUEST_SYSTEM}\\certutil.exe`, args: decode, repeatable: true });
}

/** With what `putGuestFile` left beside them; that they are gone already is as good. */
export async function removeGuestFiles(run: RunInGuest, files: readonly string[]): Promise<void> {
  const line = `del /f /q ${files.map((file) => `"${file}"`).join(' ')}`;
  await run({ ...guestShell(line), repeatable: true });
}

/**
 * @param files of `body` in the guest, with what `putGuestFile` leaves beside them; they are removed whatever becomes of it, also after a time-out
 * @throws what `body` throws: what the guest does not remove has no say
 */
export async function usingGuestFiles<T>(
  run: RunInGuest,
  files: readonly string[],
  body: () => Promise<T>,
): Promise<T> {
  try {
    return await body();
  } finally {
    await removeGuestFiles(run, files).catch(() => undefined);
  }
}

/** One line for cmd.exe. */
export function guestShell(line: string): GuestProgram {
  return { path: `${GUEST_SYSTEM}\\cmd.exe`, args: `/c ${line}` };
}

async function failureOf(run: RunInGuest, program: GuestProgram): Promise<string | undefined> {
  const code = await run(program);
  return code === 0 ? undefined : `${program.path} ended with ${code}`;
}
