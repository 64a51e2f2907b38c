/** Loaded into an action with `--import`: the process dies in place of its rename number KILL_AT of those to a name that matches KILL_RENAMES. */

import { promises } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { KILL_AT = '', KILL_RENAMES = '' } = process.env;
const matching = new RegExp(KILL_RENAMES);
const { rename } = promises;
let seen = 0;
promises.rename = async (from, to) => {
  if (matching.test(String(to)) && ++seen === Number(KILL_AT)) process.kill(process.pid, 'SIGKILL');
  return rename(from, to);
};
syncBuiltinESMExports();
