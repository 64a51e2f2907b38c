// Whether a program is on this machine. Plain JavaScript: the set-up runs before anything is installed.

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @param {string} program a name on PATH or an absolute path @returns {boolean} */
export function present(program) {
  const absolute = program.startsWith('/');
  const folders = absolute ? [''] : [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return folders.some((folder) => {
    try {
      accessSync(join(folder, program), absolute ? constants.R_OK : constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
