/** libguestfs, which sees a disk as Linux does. Too large for set-up to install: its tests ask for it and say when it is not there. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Runs one of its programs; it starts a machine of its own, emulated where there is no KVM. */
export async function guestfs(program: string, ...args: string[]): Promise<string> {
  const env = { ...process.env, LIBGUESTFS_BACKEND: 'direct', LIBGUESTFS_BACKEND_SETTINGS: 'force_tcg' };
  const { stdout } = await execute(program, args, { env });
  return stdout;
}
