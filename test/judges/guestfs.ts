/** libguestfs, which sees a disk as Linux does. Too large for set-up to install: its tests ask for it and say when it is not there. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Its machine is emulated: a /dev/kvm that is there and does not work makes it hang. */
export const GUESTFS_ENVIRONMENT = { LIBGUESTFS_BACKEND: 'direct', LIBGUESTFS_BACKEND_SETTINGS: 'force_tcg' };

/** Runs one of its programs. */
export async function guestfs(program: string, ...args: string[]): Promise<string> {
  const { stdout } = await execute(program, args, { env: { ...process.env, ...GUESTFS_ENVIRONMENT } });
  return stdout;
}
