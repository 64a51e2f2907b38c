/** Every action from a terminal: node dist/cli/index.js <action> --input value. */

import { runInTerminal } from '../src/cli/run-in-terminal.ts';
import { createToolRunner, endProgram } from '../src/runner/tools.ts';
import { ACTIONS } from './all.ts';

process.exitCode = await runInTerminal(ACTIONS, process.argv.slice(2), {
  env: process.env,
  print: console.log,
  createTools: createToolRunner,
  endProgram,
});
