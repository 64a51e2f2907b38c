/** Runs an action from a terminal: `stillframe <action> --input value`. */

import { UserError } from '../errors.ts';
import type { Action } from '../job/action.ts';
import { runAction } from '../job/run-action.ts';
import { nearestName } from '../nearest-name.ts';
import { describeAction, listActions } from './help.ts';
import { parseArguments } from './parse-arguments.ts';
import { type TerminalHostOptions, terminalHost } from './terminal-host.ts';

/** Arguments that nobody can act on. */
const USAGE = 2;

/** @returns the exit code: 0, 1 when the action failed, 2 for a command line that is none */
export async function runInTerminal(
  actions: readonly Action[],
  args: readonly string[],
  host: Omit<TerminalHostOptions, 'action' | 'given'>,
): Promise<number> {
  const [name = '--help', ...rest] = args;
  if (['--help', '-h', 'help'].includes(name)) {
    host.print(listActions(actions));
    return 0;
  }
  const action = actions.find((candidate) => candidate.name === name);
  if (!action) {
    const nearest = nearestName(
      name,
      actions.map((candidate) => candidate.name),
    );
    host.print(`There is no action "${name}".${nearest === undefined ? '' : ` Did you mean ${nearest}?`}`);
    host.print(listActions(actions));
    return USAGE;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    host.print(describeAction(action));
    return 0;
  }
  try {
    const given = parseArguments(action, rest);
    return (await runAction(action, terminalHost({ ...host, action, given }))) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    host.print(`${error.message}\n${error.hint}`);
    return USAGE;
  }
}
