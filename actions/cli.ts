/** Every command from a terminal: `stillframe <command> --input value`. */

import { readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { runInTerminal } from '../src/cli/run-in-terminal.ts';
import { createScreen } from '../src/cli/screen.ts';
import { terminalEnv } from '../src/cli/terminal-env.ts';
import { createToolRunner, endProgram } from '../src/runner/tools.ts';
import { COMMANDS } from './commands.ts';

// Whoever reads the results has seen enough, as `| head` has: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  // A report that is cut off is none.
  process.stderr.write(`error: The standard output cannot be written: ${error.message}\n`);
  process.exit(1);
});

const env = terminalEnv(process.env, process.platform, homedir());
process.exitCode = await runInTerminal({ version: ownVersion, groups: COMMANDS }, process.argv.slice(2), {
  screen: createScreen({ out: process.stdout, err: process.stderr }, env),
  env,
  createTools: createToolRunner,
  endProgram,
});

/** That of the package, which lies above dist/cli/index.js wherever it is installed. */
function ownVersion(): string {
  const entry = realpathSync(process.argv[1] ?? '');
  const { version } = JSON.parse(readFileSync(join(entry, '../../../package.json'), 'utf8')) as { version: string };
  return version;
}
